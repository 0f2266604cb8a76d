//! What Meta would say about a Flow, and what a shop owner should know.
//!
//! Checking runs in Meta's phases: the text is read, the version is looked at, the schema is held against
//! every value (any finding stops here), then the rules about meaning run. Rules are files in [`rules`];
//! [`Checker`] keeps what it found per screen, so that after an edit only what was touched is looked at again.

mod bindings;
mod checker;
mod context;
mod counting;
mod dates;
mod findings;
mod journey;
mod mend;
mod message;
mod meta;
mod object;
mod outline;
mod patterns;
mod payload;
mod routes;
mod rule;
mod rules;
#[cfg(test)]
mod rules_page;
mod schema;
mod template;

pub use checker::Checker;
pub use journey::{check_journey, check_journey_after_edit, check_journey_of, look_at_journey_of};
pub use message::check_message;
pub use meta::{MetaError, MetaPointer, meta_errors};
pub use rule::{DocumentKind, RuleText, explain, rule_ids, stops};
pub use template::check_template;

use serde::{Deserialize, Serialize};

use crate::edit::Edit;
use crate::json::{Pointer, Span};

/// How much a finding matters. Ordered worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Proved illegal: Meta refuses it.
    Blocked,
    /// Documented as forbidden, or works on some phones only.
    Risky,
    /// Could be better.
    Advice,
}

/// A place in the text as people count it: lines and columns from 1, the end column exclusive,
/// columns in UTF-16 code units as Meta counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub struct LineSpan {
    /// First line.
    pub line_start: u32,
    /// Column of the first character.
    pub column_start: u32,
    /// Last line.
    pub line_end: u32,
    /// Column after the last character.
    pub column_end: u32,
}

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Place {
    /// JSON Pointer of the value (for an unknown property: of the property).
    pub pointer: Pointer,
    /// The same place as Meta writes it: `screens[0].layout.children[0]['on-click-action']`.
    pub path: String,
    /// Bytes in the text.
    pub span: Span,
    /// Lines and columns in the text.
    pub lines: LineSpan,
    /// Id of the screen it lies on, when it lies on one.
    pub screen: Option<String>,
}

/// A button that mends a finding. After its edits the finding is gone and no new error stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct Fix {
    /// What the button says, in plain words: "Add 'Continue'".
    pub title: String,
    /// What to do, in order; applied as one undoable step.
    pub edits: Vec<Edit>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct Diagnostic {
    /// Stable kebab-case id of the rule, for example `unreachable-screen`.
    pub rule: String,
    /// Meta's error code, for example `INVALID_ROUTING_MODEL`, when Meta has one.
    pub meta_code: Option<String>,
    /// How much it matters.
    pub severity: Severity,
    /// The first place, where the cursor should go.
    pub place: Place,
    /// Further places of the same finding, in Meta's order.
    pub more_places: Vec<Place>,
    /// What is wrong, in plain words, present tense, up to 80 characters.
    pub headline: String,
    /// Why it matters, one or two sentences.
    pub why: String,
    /// Meta's own sentence for it, exactly; empty when Meta has none.
    pub message: String,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

/// Checks a text as what it is: a Flow, a message template, a message or a journey.
pub fn check_document(tree: &crate::json::Tree) -> Vec<Diagnostic> {
    match DocumentKind::of(tree) {
        DocumentKind::Flow => check(tree),
        DocumentKind::Template => check_template(tree),
        DocumentKind::Message => check_message(tree),
        DocumentKind::Journey => check_journey(tree),
    }
}

/// Checks a Flow once. To check again after edits, keep a [`Checker`].
pub fn check(tree: &crate::json::Tree) -> Vec<Diagnostic> {
    Checker::default().check(tree)
}
