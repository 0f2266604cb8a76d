use outbound::Url;

use crate::models::{Asset, FlowId};
use crate::{Error, Graph, facts};

impl Graph {
    /// The files of a Flow.
    pub async fn flow_assets(&self, flow: &FlowId) -> Result<Vec<Asset>, Error> {
        self.read_pages(&[flow.as_str(), "assets"], &[]).await
    }

    /// The Flow JSON as the API keeps it; none when the Flow has none or it is not UTF-8.
    pub async fn flow_json(&self, flow: &FlowId) -> Result<Option<String>, Error> {
        let assets = self.flow_assets(flow).await?;
        let Some(asset) = assets.into_iter().find(|asset| asset.asset_type == "FLOW_JSON") else {
            return Ok(None);
        };
        let url = Url::parse(&asset.download_url).map_err(|_| Error::BadAnswer {
            status: 200,
            why: "the file's address is no address".to_owned(),
        })?;
        let limit = facts::graph_api().map_or(0, |facts| facts.flow_json_max_bytes);
        let bytes = self.download(url, limit).await?;
        Ok(String::from_utf8(bytes.into()).ok())
    }
}
