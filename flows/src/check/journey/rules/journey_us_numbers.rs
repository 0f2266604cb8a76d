//! Offers do not reach numbers of the United States, and nothing is there for these people.
//!
//! # Why
//!
//! Since 1 April 2025 WhatsApp delivers no marketing templates to numbers of the United States. The message is left out,
//! and people go on as if they had it. It is told once for a journey, and not at all where a branch asks for the country or
//! whether marketing is allowed: then somebody has thought of it. Whoever has no customers there may leave it.
//!
//! # Example
//!
//! ```json
//! {"id": "offer", "kind": "template", "name": "season_offer"}
//! ```
//!
//! # Fix
//!
//! Ask before whether marketing is allowed, and write to the others when they write to you.

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::journey::context::At;
use crate::check::journey::graph::in_lane;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::engine::Refusal;
use crate::journey::{Body, Condition, output};
use crate::template::Category;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-us-numbers",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("journey_us_numbers.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let asks = |at: At<'_, 't>| match &at.node.body {
        Body::Branch(branch) => !at.node.off && branch.cases.iter().any(|case| asks_country(&case.when)),
        _ => false,
    };
    if !cx.knows_project || cx.nodes().any(asks) {
        return;
    }
    // The proof takes a template that is not known for marketing
    let is_known = |at: &At<'_, 't>| {
        let mut known = at.templates().into_iter().filter_map(|(used, _)| cx.template(used));
        known.any(|known| known.category == Category::Marketing)
    };
    let offers: Vec<At<'_, 't>> =
        cx.refused(Refusal::Country).filter_map(|refused| cx.at(refused.index)).filter(is_known).collect();
    let Some(first) = offers.first() else { return };
    let headline = format!("Offers such as '{}' do not reach numbers of the US", first.called());
    let spots: Vec<_> = offers.iter().map(|at| Spot::value(at.text)).collect();
    let fix = if offers.len() == 1 { asked_before(cx, first) } else { None };
    out.add(&RULE, "", shorten(&headline), &spots).mended_by(fix.into_iter().collect());
}

/// Whether a condition asks for the country, in any way.
fn asks_country(condition: &Condition) -> bool {
    match condition {
        Condition::All(inner) | Condition::Any(inner) => inner.iter().any(asks_country),
        Condition::Not(inner) => asks_country(inner),
        Condition::Allowed(category) => *category == Category::Marketing,
        Condition::Field { name, .. } => name.0 == "country",
        _ => false,
    }
}

/// A branch before the template; the others go on as they do now.
fn asked_before(cx: &JourneyContext<'_>, at: &At<'_, '_>) -> Option<Fix> {
    let Body::SendTemplate(_) = at.node.body else { return None };
    let (branch, end) = (cx.free_id("branch"), cx.free_id("end"));
    let next = at.node.after(output::NEXT).map(|next| next.0.as_str());
    let case = json!({"id": "yes", "name": "May get offers", "when": {"allowed": "marketing"}});
    let mut nodes = vec![json!({"id": branch, "kind": "branch", "title": "May get offers", "cases": [case],
        "to": {"case:yes": at.node.id.0, "else": next.unwrap_or(&end)}})];
    if next.is_none() {
        nodes.push(json!({"id": end, "kind": "end", "title": "No offer"}));
    }
    for node in &mut nodes {
        in_lane(node, at);
    }
    let mut edits = cx.add(nodes)?;
    for before in cx.nodes() {
        let ways = before.node.to.iter().filter(|(_, target)| **target == at.node.id);
        let ways = ways.filter_map(|(output, _)| before.way(output));
        edits.extend(ways.map(|way| mend::replace(way, json!(branch))));
    }
    Some(Fix { title: "Ask before whether it is allowed".to_owned(), edits })
}
