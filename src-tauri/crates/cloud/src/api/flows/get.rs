use crate::models::{Flow, FlowId};
use crate::{Error, Graph};

const FIELDS: &str = "id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri";

impl Graph {
    /// One Flow, without its text and preview link.
    pub async fn flow(&self, flow: &FlowId) -> Result<Flow, Error> {
        self.read(&[flow.as_str()], &[("fields", FIELDS)]).await
    }
}
