use serde::{Deserialize, Serialize};

use super::WabaId;

/// A WhatsApp Business Account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waba {
    /// Its id.
    pub id: WabaId,
    /// What the business calls it.
    #[serde(default)]
    pub name: String,
    /// Currency it is billed in, when set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Meta's number for its time zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone_id: Option<String>,
}
