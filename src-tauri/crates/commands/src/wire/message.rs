use flows::check::DocumentKind;
use serde::{Deserialize, Serialize};

use super::LiveState;

/// A template or a message in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessageCard {
    /// Id in this workspace.
    pub id: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Its name in this workspace.
    pub name: String,
    /// Last edit, milliseconds since 1970 (UTC), as a decimal string.
    pub edited_at: String,
    /// Number of blocked findings.
    pub blocked: u32,
    /// A template's name at Meta.
    pub remote_name: Option<String>,
    /// Meta's name of a template's category.
    pub category: Option<String>,
    /// A template's language, Meta's code.
    pub language: Option<String>,
    /// Meta's name of what a message is, for example `text`, `list`.
    pub sort: Option<String>,
    /// How its text begins.
    pub words: String,
    /// Where it stands.
    pub live: LiveState,
}
