use outbound::{Body, Bytes};

use crate::models::{PhoneNumberId, Sent};
use crate::{Graph, Outcome, Repeat};

impl Graph {
    /// Sends a message. `payload` is the JSON that says whom and what, sent as the bytes it is. Never sent a second
    /// time when it may have gone out: `biz_opaque_callback_data` in its statuses tells whether it has.
    pub async fn send_message(&self, number: &PhoneNumberId, payload: &str) -> Outcome<Sent> {
        let body = Body::Json(Bytes::copy_from_slice(payload.as_bytes()));
        Outcome::of(self.write(&[number.as_str(), "messages"], body, Repeat::Unsafe).await)
    }
}
