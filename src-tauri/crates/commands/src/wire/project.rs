use flows::check::DocumentKind;
use serde::{Deserialize, Serialize};

/// Where a Flow stands against an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum LiveState {
    /// Never published.
    Draft,
    /// What is live is what is here.
    Live,
    /// Live, and changed here since.
    Changed,
}

impl LiveState {
    /// From the hash of what was published last, and that of what is here.
    pub(crate) fn of(published: Option<[u8; 32]>, here: [u8; 32]) -> Self {
        match published {
            None => Self::Draft,
            Some(hash) if hash == here => Self::Live,
            Some(_) => Self::Changed,
        }
    }
}

/// A Flow in the list of recent work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FlowCard {
    /// Id in this workspace.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Project it belongs to.
    pub project: String,
    /// Last edit, milliseconds since 1970 (UTC), as a decimal string.
    pub edited_at: String,
    /// Number of screens.
    pub screens: u32,
    /// Number of blocked findings.
    pub blocked: u32,
    /// Where it stands.
    pub live: LiveState,
}

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Imported {
    /// What is in it.
    pub kind: DocumentKind,
    /// Id in this workspace.
    pub id: String,
}

/// What the app needs to know when it starts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Workspace {
    /// Recent Flows, newest first.
    pub recent: Vec<FlowCard>,
    /// Why nothing can be changed, when nothing can.
    pub read_only: Option<crate::wire::Error>,
    /// What was in a file given on the command line or by a double-click, already imported.
    pub open: Option<Imported>,
    /// Backups that can be restored, newest first. Told when the workspace cannot be opened as it is.
    pub backups: Vec<Backup>,
    /// Version of Waymark.
    pub version: String,
}

/// A copy of the workspace, made by Waymark on its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// Its file name.
    pub name: String,
    /// When it was made, milliseconds since 1970 (UTC), as a decimal string.
    pub at: String,
}

/// What a workspace is restored from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum RestoreFrom {
    /// A file the user chooses in a dialog.
    File,
    /// One of the backups in [`Workspace::backups`].
    Backup {
        /// Its name.
        name: String,
    },
}
