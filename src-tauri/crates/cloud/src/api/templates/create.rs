use outbound::{Body, Bytes};

use crate::models::{CreatedTemplate, WabaId};
use crate::{Graph, Outcome, Repeat};

impl Graph {
    /// Sends a template in for review. `payload` is the JSON that makes it, sent as the bytes it is. When the outcome
    /// is unknown, look for name and language before doing it again.
    pub async fn create_template(&self, waba: &WabaId, payload: &str) -> Outcome<CreatedTemplate> {
        let body = Body::Json(Bytes::copy_from_slice(payload.as_bytes()));
        Outcome::of(self.write(&[waba.as_str(), "message_templates"], body, Repeat::Unsafe).await)
    }
}
