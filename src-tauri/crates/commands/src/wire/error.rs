use serde::{Deserialize, Serialize};

/// What went wrong, for the UI to branch on. Closed: a new case is a new variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The edit was made against an older revision; fetch the snapshot and try again.
    Stale,
    /// The edit does not fit the document (the part is gone, the name is taken, ...).
    InvalidEdit,
    /// No such project, flow, starter, rule or account.
    NotFound,
    /// The file is not text, too large or not a Flow at all.
    BadFile,
    /// The disk is full.
    DiskFull,
    /// The place cannot be written to.
    ReadOnly,
    /// Another program holds the database.
    Locked,
    /// The workspace was made by a newer Waymark; it is opened for reading only.
    NewerFormat,
    /// The workspace file is damaged; a backup is offered.
    Damaged,
    /// No keychain on this computer: the token is kept for this session only.
    NoKeychain,
    /// The user has to give the account's token again.
    TokenNeeded,
    /// The server cannot be reached.
    Offline,
    /// No answer in time: what happened is unknown and is settled by asking again.
    TimedOut,
    /// Too many requests; try again after a while.
    RateLimited,
    /// Meta (or the practice account) refused.
    Refused,
    /// The answer could not be understood.
    BadAnswer,
    /// The user closed a dialog.
    Cancelled,
    /// Our own fault; the work is saved.
    Internal,
}

/// An error as it crosses to the UI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "WireError", rename_all = "camelCase")] // TypeScript has an `Error` already
pub struct Error {
    /// What the UI branches on.
    pub code: Code,
    /// A sentence a shop owner understands: what, where, what to do.
    pub sentence: String,
    /// Meta's words, when Meta said something.
    pub meta: Option<Box<MetaWords>>,
}

impl Error {
    /// An error with a sentence for people.
    pub fn new(code: Code, sentence: impl Into<String>) -> Self {
        Self { code, sentence: sentence.into(), meta: None }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Error {}

/// What the Graph API said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MetaWords {
    /// `error.code`
    pub code: i32,
    /// `error.error_subcode`
    pub subcode: Option<i32>,
    /// `error.error_user_title`
    pub title: Option<String>,
    /// `error.error_user_msg` or `error.message`
    pub message: String,
    /// `error.error_data.details`
    pub details: Option<String>,
    /// `error.fbtrace_id`
    pub trace: Option<String>,
}
