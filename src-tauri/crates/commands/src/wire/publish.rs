use flows::check::{Diagnostic, DocumentKind};
pub use flows::diff::Difference;
use serde::{Deserialize, Serialize};

use super::Error;

/// What publishing would do with one Flow or template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanAction {
    /// Meta does not have it yet.
    Create,
    /// Meta has an older text of it.
    Change,
    /// Meta has a published one it refuses to change; a new one takes its place.
    Replace,
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
    /// The Flow or template: its id in this workspace, for another language of a Flow `#` and the tag behind it.
    pub document: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Its name.
    pub name: String,
    /// Number of a Flow's screens.
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
    /// Id at Meta, when it has one.
    pub remote_id: Option<String>,
}

/// The plan. Nothing has changed yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Id to apply it by.
    pub id: String,
    /// Account it is for.
    pub account: String,
    /// A row for each Flow and template, in the order in which they are done.
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
    /// The Flow or template, as in the plan.
    pub document: String,
    /// What it is.
    pub kind: DocumentKind,
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

/// Report on a publish run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// A row for each row of the plan.
    pub rows: Vec<ReportRow>,
    /// Everything that was planned is done.
    pub complete: bool,
}
