//! The person writes from an ad that opens a chat. Everything is free for some time then, but free-form messages
//! still end after 24 hours.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person writes from an ad that opens a chat. Everything is free for some time then, but free-form messages
/// still end after 24 hours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ad {
    /// Ids of the ads; none: any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ads: Vec<String>,
}

impl Kind for Ad {}
