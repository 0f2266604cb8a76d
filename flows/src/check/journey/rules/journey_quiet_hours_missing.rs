//! A journey sends marketing and has no quiet hours.
//!
//! # Why
//!
//! Messages at night are read as noise, and people block whoever sends them.
//!
//! # Example
//!
//! ```json
//! {"settings": {}, "nodes": [{"id": "offer", "kind": "template", "name": "season_offer"}]}
//! ```
//!
//! # Fix
//!
//! Set hours in which nothing is sent.

use serde_json::json;

use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};
use crate::template::Category;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-quiet-hours-missing",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("journey_quiet_hours_missing.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let sends_marketing = || {
        let used = cx.nodes().flat_map(|at| at.templates());
        used.filter_map(|(used, _)| cx.template(used)).any(|known| known.category == Category::Marketing)
    };
    if cx.journey().settings.quiet_hours.is_some() || !sends_marketing() {
        return;
    }
    let hours = json!({"from": "21:00", "to": "09:00"});
    let edit = match cx.root.get("settings") {
        Some(settings) => mend::set(settings, "quiet_hours", hours),
        None => mend::set(cx.root, "settings", json!({"quiet_hours": hours})),
    };
    let place = cx.root.get("settings").unwrap_or(cx.root);
    out.add(&RULE, "", "Offers go out at night too", &[Spot::value(place)])
        .mended(mend::fix("Send nothing from 21:00 to 09:00", edit));
}
