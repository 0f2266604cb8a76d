use super::EDGE;
use crate::models::{PhoneNumberId, QrCode};
use crate::{Error, Graph};

impl Graph {
    /// Every QR code of a phone number.
    pub async fn qr_codes(&self, number: &PhoneNumberId) -> Result<Vec<QrCode>, Error> {
        let fields = "code,prefilled_message,deep_link_url";
        self.read_pages(&[number.as_str(), EDGE], &[("fields", fields)]).await
    }
}
