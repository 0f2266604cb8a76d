//! The form does not say which version of Flow JSON it is written in.
//!
//! # Why
//!
//! Meta's rules differ from version to version, so it refuses a form without one.
//!
//! # Example
//!
//! ```json
//! {"screens": []}
//! ```
//!
//! # Fix
//!
//! Add the version; the recommended one suits a new form.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::Findings;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::facts;
use crate::json::Pointer;

pub(in crate::check) static RULE: Rule = Rule {
    id: "missing-version",
    severity: Severity::Blocked,
    codes: &["MISSING_FLOW_JSON_VERSION"],
    checks: &[],
    source: include_str!("missing_version.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found(out: &mut Findings<'_>) {
    let version = facts::versions().recommended.to_string();
    let edit = Edit::SetProperty {
        at: Pointer::root(),
        key: "version".to_owned(),
        value: version.as_str().into(),
    };
    out.add(&RULE, "Flow JSON version is not specified.", "The form does not name its version", &[])
        .mended(Fix { title: format!("Set the version to {version}"), edits: vec![edit] });
}
