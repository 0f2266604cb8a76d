use serde::{Deserialize, Serialize};

use super::PhoneNumberId;

/// A business phone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneNumber {
    /// Its id, not the number.
    pub id: PhoneNumberId,
    /// The number as people write it.
    #[serde(default)]
    pub display_phone_number: String,
    /// The name customers see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified_name: Option<String>,
    /// `GREEN`, `YELLOW`, `RED` or `UNKNOWN`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_rating: Option<String>,
    /// For example `CONNECTED`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}
