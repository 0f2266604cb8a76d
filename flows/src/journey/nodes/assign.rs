//! A person of the business takes over. The way goes on when they say that it is done.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::journey::Template;

/// A person of the business takes over. The way goes on when they say that it is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assign {
    /// Who: a name of a person or a team.
    pub to_whom: String,
    /// A word on what it is about, with `{{values}}`.
    #[serde(default)]
    pub note: Template,
}

impl Kind for Assign {}
