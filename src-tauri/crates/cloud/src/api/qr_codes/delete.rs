use super::EDGE;
use crate::models::{PhoneNumberId, QrCodeId, Success};
use crate::{Graph, Outcome};

impl Graph {
    /// Deletes a code: whoever scans it from now on is told that there is no such link.
    pub async fn delete_qr_code(&self, number: &PhoneNumberId, code: &QrCodeId) -> Outcome<Success> {
        Outcome::of(self.remove(&[number.as_str(), EDGE, code.as_str()], &[]).await)
    }
}
