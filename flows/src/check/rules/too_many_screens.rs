//! The form has more screens than a form may have.
//!
//! # Why
//!
//! Meta refuses larger forms; people would not get through them either.
//!
//! # Example
//!
//! ```json
//! {"version": "7.3", "screens": ["(a hundred and one of them)"]}
//! ```
//!
//! # Fix
//!
//! Join screens, or split the form into two.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::Flow;

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-many-screens",
    severity: Severity::Blocked,
    codes: &["MAX_SCREENS_NUMBER"],
    checks: &[],
    source: include_str!("too_many_screens.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    found(cx.flow, out);
}

pub(in crate::check) fn found<'t>(flow: &Flow<'t>, out: &mut Findings<'t>) {
    let most = facts::limits().screens as usize;
    let found = flow.screens.len();
    let over: Vec<_> = flow.screens.iter().skip(most).map(|screen| Spot::value(screen.node)).collect();
    if !over.is_empty() {
        let message = format!("Maximum number of screens allowed per Flow is {most} but found {found}.");
        out.add(&RULE, message, format!("A form can have {most} screens; this one has {found}"), &over);
    }
}
