//! A step fills a template with other values than it has variables.
//!
//! # Why
//!
//! Meta refuses a template with too few or too many values: 132000.
//!
//! # Example
//!
//! ```json
//! {"id": "t", "kind": "template", "name": "ready", "values": {}}
//! ```
//!
//! # Fix
//!
//! Give each variable a value, and nothing else.

use super::shorten;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-template-filled-wrong",
    severity: Severity::Blocked,
    codes: &["132000"],
    checks: &[],
    source: include_str!("journey_template_filled_wrong.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for (used, object) in cx.nodes().flat_map(|at| at.templates()) {
        let Some(known) = cx.template(used) else { continue };
        let missing = known.variables.iter().find(|name| !used.values.contains_key(*name));
        let over = used.values.keys().find(|name| !known.variables.contains(name));
        let place = object.get("values").unwrap_or(object);
        if let Some(name) = missing {
            let headline = format!("'{}' of the template is not filled", short(name));
            out.add(&RULE, "", shorten(&headline), &[Spot::value(place)]);
        } else if let Some(name) = over {
            let headline = format!("The template has no '{}'", short(name));
            out.add(&RULE, "", shorten(&headline), &[Spot::value(place)]).mended(mend::remove(place, name));
        }
    }
}
