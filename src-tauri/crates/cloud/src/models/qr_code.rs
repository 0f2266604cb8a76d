use std::fmt;

use serde::{Deserialize, Serialize};

/// Text that is no QR code's id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the id of a QR code: those are letters and digits")]
pub struct InvalidCode;

/// What Meta calls a QR code by: 14 letters and digits as a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct QrCodeId(String);

impl QrCodeId {
    /// The id, when it is one: 1 to 64 letters and digits.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidCode> {
        let text = text.into();
        let fits = (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self(text)) } else { Err(InvalidCode) }
    }

    /// Its letters and digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for QrCodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for QrCodeId {
    type Error = InvalidCode;
    fn try_from(text: String) -> Result<Self, InvalidCode> {
        Self::new(text)
    }
}

impl From<QrCodeId> for String {
    fn from(id: QrCodeId) -> Self {
        id.0
    }
}

/// A QR code and short link that write a text for whoever opens them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrCode {
    /// Its id.
    pub code: QrCodeId,
    /// The text, at most 140 characters.
    #[serde(default)]
    pub prefilled_message: String,
    /// What it leads to: `https://wa.me/message/` and the id.
    #[serde(default)]
    pub deep_link_url: String,
    /// Where Meta draws it, when that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qr_image_url: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_and_digits_are_an_id() {
        assert!(QrCodeId::new("ANED2T5QRU7HG1").is_ok());
        for bad in ["", "../me", "A B", "A/1", "É", &"A".repeat(65)] {
            assert_eq!(QrCodeId::new(bad), Err(InvalidCode), "{bad}");
        }
    }
}
