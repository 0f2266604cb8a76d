//! An approved template. It goes out at any time, marketing to people who agreed to it.

use serde::{Deserialize, Serialize};

use super::{Kind, TemplateUse};

/// An approved template. It goes out at any time, marketing to people who agreed to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SendTemplate {
    /// Which one, and what fills it.
    #[serde(flatten)]
    pub template: TemplateUse,
}

impl Kind for SendTemplate {}
