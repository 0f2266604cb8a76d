use outbound::{Body, Bytes};

use crate::models::{Success, TemplateId};
use crate::{Graph, Outcome, Repeat};

impl Graph {
    /// Changes a template: `payload` is JSON with `components` (all of them), `category` or
    /// `message_send_ttl_seconds`, sent as the bytes it is. An approved one can be changed only so often, so it is
    /// not done again when it may have happened.
    pub async fn edit_template(&self, template: &TemplateId, payload: &str) -> Outcome<Success> {
        let body = Body::Json(Bytes::copy_from_slice(payload.as_bytes()));
        Outcome::of(self.write(&[template.as_str()], body, Repeat::Unsafe).await)
    }
}
