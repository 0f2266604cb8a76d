use serde::{Deserialize, Serialize};

/// What the API says of a token.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DebugToken {
    /// It can be used.
    pub is_valid: bool,
    /// Seconds since 1970; 0 never ends.
    pub expires_at: i64,
    /// What it may do, for example `whatsapp_business_management`.
    pub scopes: Vec<String>,
    /// What it may do to which accounts.
    pub granular_scopes: Vec<GranularScope>,
    /// For example `SYSTEM_USER`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The app it was made for.
    pub app_id: String,
    /// Name of that app.
    pub application: String,
}

/// What a token may do to which accounts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GranularScope {
    /// For example `whatsapp_business_management`.
    pub scope: String,
    /// Ids of the accounts; none means all.
    pub target_ids: Option<Vec<String>>,
}
