//! A step sends a template that is not in the project.
//!
//! # Why
//!
//! Meta refuses a template that it does not have.
//!
//! # Example
//!
//! ```json
//! {"id": "t", "kind": "template", "name": "order_redy"}
//! ```
//!
//! # Fix
//!
//! Choose a template that is there, or write it first.

use super::shorten;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-template-unknown",
    severity: Severity::Blocked,
    codes: &["132001"],
    checks: &[],
    source: include_str!("journey_template_unknown.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    if !cx.knows_project {
        return;
    }
    for (used, object) in cx.nodes().flat_map(|at| at.templates()) {
        if cx.template(used).is_some() {
            continue;
        }
        let names: Vec<&String> = cx.project().templates.keys().collect();
        let headline = format!("There is no template '{}' in this language", short(&used.name));
        let name = object.get("name").unwrap_or(object);
        let fixes = if cx.project().templates.contains_key(&used.name) {
            Vec::new()
        } else {
            mend::choose(name, &names)
        };
        out.add(&RULE, "", shorten(&headline), &[Spot::value(name)]).mended_by(fixes);
    }
}
