//! The form is written in an older version than the recommended one.
//!
//! # Why
//!
//! Older versions are closed after a while, and lack newer parts.
//!
//! # Example
//!
//! ```json
//! {"version": "6.0", "screens": []}
//! ```
//!
//! # Fix
//!
//! Move it to the newer version: in the editor by the button beside this sentence, or with
//! `waymark migrate FILE`. Both say first what changes and why.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "old-version",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("old_version.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let recommended = facts::versions().recommended;
    let Some(node) = cx.flow.root.get("version").filter(|_| cx.version < recommended) else { return };
    let headline = format!("Version {} is older than {recommended}", cx.version);
    // No fix: what changes on the way, its maker should see first. See `migrate`.
    out.add(&RULE, "", headline, &[Spot::value(node)]);
}
