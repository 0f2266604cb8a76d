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
//! Change the version and look at what the newer rules find.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "old-version",
    severity: Severity::Advice,
    codes: &[],
    source: include_str!("old_version.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let recommended = facts::versions().recommended;
    let Some(node) = cx.flow.root.get("version").filter(|_| cx.version < recommended) else { return };
    let headline = format!("Version {} is older than {recommended}", cx.version);
    // No button: newer rules may find more, which its maker should see first.
    out.add(&RULE, "", headline, &[Spot::value(node)]);
}
