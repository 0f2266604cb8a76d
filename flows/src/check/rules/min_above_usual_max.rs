//! A field asks for more characters than it takes, as it does not say how many it takes.
//!
//! # Why
//!
//! Without a number of its own a field takes a fixed number of characters, so nobody could fill it in.
//!
//! # Example
//!
//! ```json
//! {"type": "TextInput", "name": "code", "label": "Code", "min-chars": 100}
//! ```
//!
//! # Fix
//!
//! Say how many characters it takes, or ask for fewer.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "min-above-usual-max",
    severity: Severity::Risky,
    codes: &[],
    source: include_str!("min_above_usual_max.rs"),
    checks: &[],
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let facts = facts::component(ComponentKind::TextInput);
    let usual = facts.property("max-chars").and_then(|property| property.default.as_ref()?.as_f64());
    for component in cx.of_kind(ComponentKind::TextInput).filter(|input| input.get("max-chars").is_none()) {
        let least = component.get("min-chars");
        if let (Some(node), Some(usual)) = (least, usual)
            && node.as_f64().is_some_and(|least| least > usual)
        {
            let headline = format!("This asks for more than the {usual} characters a field takes");
            out.add(&RULE, "", headline, &[Spot::value(node)]);
        }
    }
}
