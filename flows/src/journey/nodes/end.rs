//! The way ends here.

use serde::{Deserialize, Serialize};

use super::{Kind, Output};

/// The way ends here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct End {}

impl Kind for End {
    fn outputs(&self) -> Vec<Output> {
        Vec::new()
    }
}
