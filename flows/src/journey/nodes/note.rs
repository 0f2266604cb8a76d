//! Words for whoever reads the canvas.

use serde::{Deserialize, Serialize};

use super::{Kind, Output};

/// Words for whoever reads the canvas.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The words.
    pub text: String,
}

impl Kind for Note {
    fn outputs(&self) -> Vec<Output> {
        Vec::new()
    }
}
