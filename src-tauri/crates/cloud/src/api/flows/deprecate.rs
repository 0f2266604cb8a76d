use outbound::Body;

use crate::models::{FlowId, Success};
use crate::{Error, Graph, Repeat};

impl Graph {
    /// Ends a published Flow for good.
    pub async fn deprecate_flow(&self, flow: &FlowId) -> Result<Success, Error> {
        self.write(&[flow.as_str(), "deprecate"], Body::Empty, Repeat::Unsafe).await
    }
}
