//! The condition of an If cannot be understood, or cannot be true or false.
//!
//! # Why
//!
//! The phone could not decide what to show, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "If", "condition": "${data.name}", "then": [{"type": "TextBody", "text": "Hello"}]}
//! ```
//!
//! # Fix
//!
//! Compare data or an answer with something, for example ${data.count} > 3.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::expr::{condition, nested};
use crate::flow::{ComponentKind, Version};

pub(in crate::check) static RULE: Rule = Rule {
    id: "condition-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &["ConditionalRenderingV500", "ConditionalRenderingV600"],
    source: include_str!("condition_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in cx.of_kind(ComponentKind::If) {
        let Some(node) = component.get("condition") else { continue };
        let Some(written) = node.as_str() else { continue };
        if cx.version >= Version::new(6, 0) && nested::is_expression(&written) {
            continue;
        }
        if let Err(refusal) = condition::check(&written, &cx.scope(&cx.screen.id)) {
            let headline = "This condition cannot be decided; look at what it compares";
            out.add(&RULE, refusal.to_string(), headline, &[Spot::value(node)]);
        }
    }
}
