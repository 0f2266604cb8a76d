use crate::models::{FlowId, Success};
use crate::{Error, Graph};

impl Graph {
    /// Deletes a draft.
    pub async fn delete_flow(&self, flow: &FlowId) -> Result<Success, Error> {
        self.remove(&[flow.as_str()], &[]).await
    }
}
