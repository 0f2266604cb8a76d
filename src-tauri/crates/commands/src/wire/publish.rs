use flows::check::Diagnostic;
pub use flows::diff::Difference;
use serde::{Deserialize, Serialize};

use super::{Error, JourneyTest};

/// What can be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    /// A Flow in one language.
    Flow,
    /// A template in one language.
    Template,
    /// A link that begins a journey, and its QR code.
    Link,
    /// A journey: kept as the version that is live.
    Journey,
}

/// What publishing would do with one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanAction {
    /// Meta does not have it yet.
    Create,
    /// Meta has an older text of it.
    Change,
    /// Meta has a published one it refuses to change; a new one takes its place.
    Replace,
    /// Meta has it, and nothing here uses it any more.
    Remove,
    /// Same as what is live.
    Skip,
    /// Not now: see `reason` and `wait_until`.
    Wait,
    /// Cannot be published: see `reason` and the findings.
    Blocked,
}

/// One row of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// Its id in this workspace; for another language of a Flow `#` and the tag behind it, for a link its journey's id, `#`
    /// and the id of its step; for a code that goes away `#gone` behind that.
    pub document: String,
    /// What it is.
    pub kind: PlanKind,
    /// Its name.
    pub name: String,
    /// Number of a Flow's screens or a journey's steps.
    pub screens: u32,
    /// A template's language, Meta's code.
    pub language: Option<String>,
    /// A template's category, in Meta's word.
    pub category: Option<String>,
    /// What would happen.
    pub action: PlanAction,
    /// Why, as a sentence.
    pub reason: String,
    /// When it may be done, for `wait` when that is known: milliseconds since 1970 (UTC), as a decimal string.
    pub wait_until: Option<String>,
    /// Differences against what is live, for `change` and `replace`.
    pub differences: Vec<Difference>,
    /// Findings that stop it.
    pub blocked: Vec<Diagnostic>,
    /// Of a journey: findings that do not stop it; publishing it accepts them.
    pub risky: Vec<Diagnostic>,
    /// Of a journey: its tests, as they come out now.
    pub tests: Vec<JourneyTest>,
    /// Id at Meta, when it has one.
    pub remote_id: Option<String>,
    /// Of a template that Meta has: its word for where that stands.
    pub standing: Option<String>,
    /// Of a link: the address that opens the chat with its text.
    pub link: Option<String>,
    /// Of a journey: since when the version is live that it is compared with, milliseconds since 1970 (UTC), as a decimal
    /// string.
    pub live_since: Option<String>,
}

impl PlanRow {
    /// A row of which no more is known.
    pub(crate) fn new(
        kind: PlanKind,
        document: &str,
        name: &str,
        action: PlanAction,
        reason: String,
    ) -> Self {
        Self {
            document: document.to_owned(),
            kind,
            name: name.to_owned(),
            screens: 0,
            language: None,
            category: None,
            action,
            reason,
            wait_until: None,
            differences: Vec::new(),
            blocked: Vec::new(),
            risky: Vec::new(),
            tests: Vec::new(),
            remote_id: None,
            standing: None,
            link: None,
            live_since: None,
        }
    }
}

/// The plan. Nothing has changed yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Id to apply it by.
    pub id: String,
    /// Account it is for.
    pub account: String,
    /// In the order in which they are done: Flows, templates, links, journeys, and what goes away.
    pub rows: Vec<PlanRow>,
}

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "PublishOutcome", rename_all = "snake_case")] // the preview has an `Outcome` too
pub enum Outcome {
    /// It is live.
    Published,
    /// It was sent in and is looked at.
    Submitted,
    /// It is gone.
    Removed,
    /// Nothing to do.
    Skipped,
    /// Meta refused it.
    Refused,
    /// Not reached, or unknown: Go on finishes it.
    Unfinished,
}

/// Report on one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct ReportRow {
    /// What it is about, as in the plan.
    pub document: String,
    /// What it is.
    pub kind: PlanKind,
    /// Its name.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What happened, as a sentence.
    pub sentence: String,
    /// Id at Meta.
    pub remote_id: Option<String>,
    /// Why it was refused or left.
    pub error: Option<Error>,
    /// Meta's validation errors at their places.
    pub validation: Vec<Diagnostic>,
    /// Meta refuses to change it; publishing it as a new one is offered.
    pub offer_new: bool,
}

impl ReportRow {
    /// What became of a row, with nothing more to say.
    pub(crate) fn new(
        kind: PlanKind,
        document: &str,
        name: &str,
        outcome: Outcome,
        sentence: String,
    ) -> Self {
        Self {
            document: document.to_owned(),
            kind,
            name: name.to_owned(),
            outcome,
            sentence,
            remote_id: None,
            error: None,
            validation: Vec::new(),
            offer_new: false,
        }
    }
}

/// Report on a publish run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// A row for each row of the plan.
    pub rows: Vec<ReportRow>,
    /// Everything that was planned is done.
    pub complete: bool,
}
