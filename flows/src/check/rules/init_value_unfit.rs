//! A Form fills in a field with a value of another kind.
//!
//! # Why
//!
//! Before version 7.0 Meta does not look at it, but the phone shows an error.
//!
//! # Example
//!
//! ```json
//! {"type": "Form", "name": "form", "init-values": {"extras": "milk"}, "children": [{"type": "CheckboxGroup", "name": "extras", "label": "Extras", "data-source": []}]}
//! ```
//!
//! # Fix
//!
//! Write the kind of value that the field holds.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::check::rules::wrong_type::type_name;
use crate::expr::{binding, nested};
use crate::facts;
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "init-value-unfit",
    severity: Severity::Risky,
    codes: &[],
    source: include_str!("init_value_unfit.rs"),
    checks: &[],
    run: Run::Screen(run),
};

/// Where Meta looks at it itself, another rule reports it.
const CHECKS: &[&str] = &["FormComponentAttributesV700"];

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.runs(CHECKS) {
        return;
    }
    for component in &cx.components {
        let form = component.form.and_then(|form| cx.components.get(form));
        let value = form.and_then(|form| form.get("init-values")?.get(&component.name()?));
        let (Some(value), Some(kind)) = (value, component.kind) else { continue };
        let wanted = facts::component(kind).property("init-value").map(|property| &property.types);
        let fits = wanted.is_none_or(|types| types.iter().any(|kind| kind.name() == type_name(value.kind())));
        if !fits && !is_worked_out(value) {
            let headline = format!("'{}' cannot be filled in like this", short(&component.name().unwrap_or_default()));
            out.add(&RULE, "", headline, &[Spot::value(value)]);
        }
    }
}

/// Whether the phone works it out.
fn is_worked_out(value: Node<'_>) -> bool {
    value.kind() == Kind::String
        && value.as_str().is_some_and(|text| binding::whole(&text).is_some() || nested::is_expression(&text))
}
