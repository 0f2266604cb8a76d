use serde_json::json as object;

use super::EDGE;
use crate::graph::json;
use crate::models::{PhoneNumberId, QrCode};
use crate::{Graph, Outcome, Repeat};

impl Graph {
    /// Makes a QR code and its short link, which write `text` for whoever opens them. Codes have no name: when the
    /// outcome is unknown, look for one with this text before doing it again.
    pub async fn create_qr_code(&self, number: &PhoneNumberId, text: &str) -> Outcome<QrCode> {
        let body = match json(&object!({"prefilled_message": text})) {
            Ok(body) => body,
            Err(error) => return Outcome::of(Err(error)),
        };
        Outcome::of(self.write(&[number.as_str(), EDGE], body, Repeat::Unsafe).await)
    }
}
