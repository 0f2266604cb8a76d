//! An If lies in an If in an If in an If.
//!
//! # Why
//!
//! Phones decide three levels at most, so Meta refuses more.
//!
//! # Example
//!
//! ```json
//! {"type": "If", "condition": "${data.a}", "then": ["(three more inside each other)"]}
//! ```
//!
//! # Fix
//!
//! Join conditions with && into one If.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "if-too-deep",
    severity: Severity::Blocked,
    codes: &["MAXIMUM_IF_NESTING"],
    checks: &[],
    source: include_str!("if_too_deep.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::limits().if_nesting as usize;
    // Meta points to the outermost one.
    let mut told = Vec::new();
    for (index, _) in cx.components.iter().enumerate().filter(|(_, c)| c.is(ComponentKind::If) && c.if_depth >= most) {
        let mut outermost = index;
        let mut at = Some(index);
        while let Some(component) = at.and_then(|i| cx.components.get(i)) {
            if component.is(ComponentKind::If) {
                outermost = at.unwrap_or(outermost);
            }
            at = component.parent;
        }
        if told.contains(&outermost) {
            continue;
        }
        told.push(outermost);
        if let Some(component) = cx.components.get(outermost) {
            let message = format!("The 'If' component can only be nested up to {most} levels deep.");
            let headline = format!("More than {most} conditions lie inside each other");
            out.add(&RULE, message, headline, &[Spot::value(component.node)]);
        }
    }
}
