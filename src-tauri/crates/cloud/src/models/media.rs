use serde::{Deserialize, Serialize};

use super::MediaId;

/// Answer to the upload of a file for messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uploaded {
    /// What a message names it by, for 30 days.
    pub id: MediaId,
}

/// A file for messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    /// Its id.
    pub id: MediaId,
    /// Where it can be downloaded with the token, for five minutes.
    #[serde(default)]
    pub url: String,
    /// For example `image/png`.
    #[serde(default)]
    pub mime_type: String,
    /// Of its bytes.
    #[serde(default)]
    pub sha256: String,
    /// Its size in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file_size: Option<u64>,
}
