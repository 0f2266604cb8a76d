use crate::models::{Flow, FlowId, Preview};
use crate::{Error, Graph};

impl Graph {
    /// Link to Meta's own preview, which anybody can open for 30 days; `renew` makes the old one useless.
    pub async fn flow_preview(&self, flow: &FlowId, renew: bool) -> Result<Option<Preview>, Error> {
        let fields = format!("preview.invalidate({renew})");
        let flow: Flow = self.read(&[flow.as_str()], &[("fields", &fields)]).await?;
        Ok(flow.preview)
    }
}
