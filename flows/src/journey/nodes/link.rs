//! The person opens a link or scans a code, which writes this text for them.

use serde::{Deserialize, Serialize};

use super::Kind;

/// The person opens a link or scans a code, which writes this text for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The text; whoever sends it as it is comes in here.
    pub text: String,
    /// Drawn as a code for the counter, too.
    #[serde(default)]
    pub qr: bool,
}

impl Kind for Link {}
