use flows::check::Diagnostic;
pub use flows::diff::Difference;
use serde::{Deserialize, Serialize};

use super::Error;

/// What publishing would do with one Flow.
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
    /// Cannot be published: see `reason` and the findings.
    Blocked,
}

/// One row of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// The Flow in this workspace.
    pub flow: String,
    /// Its name.
    pub name: String,
    /// Number of screens.
    pub screens: u32,
    /// What would happen.
    pub action: PlanAction,
    /// Why, as a sentence.
    pub reason: String,
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
    /// A row for each Flow.
    pub rows: Vec<PlanRow>,
}

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "PublishOutcome", rename_all = "snake_case")] // the preview has an `Outcome` too
pub enum Outcome {
    /// It is live.
    Published,
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
    /// The Flow in this workspace.
    pub flow: String,
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
