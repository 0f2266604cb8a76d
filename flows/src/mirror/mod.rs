//! What the UI sees of a document, read-only there. Of a Flow a snapshot once, then patches; of a template or a message,
//! which are small, a snapshot after every edit.

mod edges;
mod journey;
mod layout;
mod message;
mod overview;
mod run;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use journey::{
    Beside, JourneyPatch, JourneySnapshot, JourneyStep, StepMessage, StepWay, journey_checked,
    journey_findings, journey_patch, journey_snapshot, sample,
};
pub use message::{
    MarketPrices, MessageAdvice, MessagePrice, MessageReason, MessageSnapshot, MessageView,
    composed_findings, market_prices, message_snapshot, message_view,
};
pub use overview::{Overview, Revision, patch, snapshot};
pub use run::{
    Played, Prices, RunAnswers, RunBubble, RunCost, RunEntry, RunPerson, RunStatus, RunValue, RunView,
    RunWay, RunWhat, run_view,
};

use crate::check::Diagnostic;
use crate::edit::{Notes, Position};
use crate::json::Pointer;

/// The whole Flow as the UI needs it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Grows by one with every edit, undo and redo.
    pub revision: u32,
    /// The Flow's name.
    pub name: String,
    /// False while the text is not JSON with a `screens` array: the screens are those of the last readable text.
    pub readable: bool,
    /// `version`, as written.
    pub version: Option<String>,
    /// `data_api_version`, as written: present means the Flow asks an endpoint.
    pub data_api_version: Option<String>,
    /// In file order.
    pub screens: Vec<Screen>,
    /// Every way from one screen to another.
    pub edges: Vec<Edge>,
    /// Sorted by place, then rule.
    pub diagnostics: Vec<Diagnostic>,
    /// What is kept beside the text.
    pub notes: Notes,
    /// Undo and redo.
    pub history: History,
}

/// What an edit changed. Whole lists replace the UI's; `None` means unchanged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Patch {
    /// The revision this leads to.
    pub revision: u32,
    /// New name.
    pub name: Option<String>,
    /// As in [`Snapshot`].
    pub readable: bool,
    /// As in [`Snapshot`].
    pub version: Option<String>,
    /// As in [`Snapshot`].
    pub data_api_version: Option<String>,
    /// Keys of all screens in file order, when the list changed.
    pub order: Option<Vec<String>>,
    /// Screens that are new or different, by key.
    pub screens: Vec<Screen>,
    /// All edges, when any changed.
    pub edges: Option<Vec<Edge>>,
    /// All findings, when any changed (positions count).
    pub diagnostics: Option<Vec<Diagnostic>>,
    /// Changes to the text, the last place first, so that all offsets count in the text as it was before.
    pub text: Vec<TextChange>,
    /// Notes that changed, by name; `None`: it is gone.
    pub notes: BTreeMap<Pointer, Option<serde_json::Value>>,
    /// Undo and redo.
    pub history: History,
    /// Where the user's eye should go: the part that was added or moved, or that undo touched.
    pub focus: Option<Pointer>,
}

/// One stretch of text replaced by another. Offsets count UTF-16 code units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct TextChange {
    /// First code unit.
    pub start: u32,
    /// One past the last, before the change.
    pub end: u32,
    /// What stands there after.
    pub text: String,
}

/// One screen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Screen {
    /// Unique in the file even when ids are missing or double: the id, or `#index` where it cannot serve.
    pub key: String,
    /// Place in `screens`.
    pub index: u32,
    /// `id` as written; empty when missing.
    pub id: String,
    /// `title` as written; empty when missing.
    pub title: String,
    /// The form can start here.
    pub entry: bool,
    /// The form can end here.
    pub terminal: bool,
    /// Where its card stands.
    pub position: Position,
    /// The screen's own JSON, as it stands in the file.
    pub json: serde_json::Value,
}

/// One way from a screen to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Edge {
    /// Id of the screen it leaves.
    pub from: String,
    /// Id of the screen it reaches.
    pub to: String,
    /// What makes it.
    pub kind: EdgeKind,
    /// The part whose action leads there; the route's place for a route only in the model.
    pub via: Pointer,
    /// What people press to go there, for example the Footer's label.
    pub label: String,
    /// The target does not exist, or Meta refuses the way.
    pub broken: bool,
}

/// What makes an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum EdgeKind {
    /// A `navigate` action.
    Navigate,
    /// Only the routing model: the endpoint decides.
    Route,
}

/// Names for the undo and redo list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// What undo would take back, newest first.
    pub undo: Vec<HistoryEntry>,
    /// What redo would bring again, next first.
    pub redo: Vec<HistoryEntry>,
}

/// One step of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// For example: delete 'Ask size'.
    pub name: String,
    /// When, in milliseconds since 1970 (UTC), as a decimal string.
    pub at: String,
}
