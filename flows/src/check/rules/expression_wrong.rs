//! A text in backticks cannot be worked out, or gives a value of another kind than is needed.
//!
//! # Why
//!
//! The phone could not show it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "TextBody", "text": "`${data.name} + 1`"}
//! ```
//!
//! # Fix
//!
//! Correct the expression; texts are joined by writing them side by side.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::expr::Type;
use crate::expr::nested::{self, Refusal};
use crate::facts::PropertyFacts;
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "expression-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &["DynamicParserV600"],
    source: include_str!("expression_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        let Some(kind) = component.kind else { continue };
        for member in component.node.members() {
            let Some(written) = member.value.as_str().filter(|text| nested::is_expression(text)) else { continue };
            let Some(property) = facts::component(kind).property(&member.key()) else { continue };
            if property.binding.is_empty() {
                continue;
            }
            let scope = cx.scope(&cx.screen.id);
            let checked = nested::check(&written, super::ANY_TYPE, &scope);
            let fits = |kind: Type| if accepted(property).contains(&kind) { Ok(()) } else { Err(Refusal::ReturnType(kind)) };
            if let Err(refusal) = checked.and_then(fits) {
                let spot = Spot::value(member.value).shown_at(member.name);
                out.add(&RULE, refusal.in_property(&written), "This cannot be worked out; look at its names and signs", &[spot]);
            }
        }
    }
}

/// Where no expression is foreseen, texts are left to the rules about their content.
fn accepted(property: &PropertyFacts) -> Vec<Type> {
    let kinds = if property.expression.is_empty() { &property.binding } else { &property.expression };
    let named = kinds.iter().filter_map(|kind| Type::named(kind));
    named.filter(|kind| !property.expression.is_empty() || *kind == Type::String).collect()
}
