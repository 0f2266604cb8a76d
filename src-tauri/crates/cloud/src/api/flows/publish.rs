use outbound::Body;

use crate::models::{FlowId, Success};
use crate::{Error, Graph, Repeat};

impl Graph {
    /// Publishes a draft. Doing it twice is refused (139002) and harmless, so a lost answer is settled by
    /// reading the status.
    pub async fn publish_flow(&self, flow: &FlowId) -> Result<Success, Error> {
        self.write(&[flow.as_str(), "publish"], Body::Empty, Repeat::Unsafe).await
    }
}
