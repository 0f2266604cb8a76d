use serde_json::json as object;

use super::EDGE;
use crate::graph::json;
use crate::models::{PhoneNumberId, QrCode, QrCodeId};
use crate::{Error, Graph, Repeat};

impl Graph {
    /// Gives a code another text; what was printed goes on working.
    pub async fn update_qr_code(
        &self,
        number: &PhoneNumberId,
        code: &QrCodeId,
        text: &str,
    ) -> Result<QrCode, Error> {
        let body = json(&object!({"code": code, "prefilled_message": text}))?;
        self.write(&[number.as_str(), EDGE], body, Repeat::Safe).await
    }
}
