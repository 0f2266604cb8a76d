//! More offers can go to one person in seven days than the journey allows.
//!
//! # Why
//!
//! What is more than the journey allows in seven days is left out, and nobody notices that it is missing. Told is the
//! shortest way from the first of these offers to the one too many; waits, times of day and silence until a time is over
//! count, and all else is taken to need no time, so a way may in truth take longer. A template that stands in for a
//! message counts as if it always did. That the same person comes in twice is not counted. Beside it the times a week at which
//! schedules send offers are counted over all journeys of the project that are for the same people; their other starts are
//! not. Meta has a limit of its own for each person, which it does not tell: no number of yours is safe from it. Nothing is
//! told where the journey sets no limit.
//!
//! # Example
//!
//! ```json
//! {"settings": {"marketing_per_week": 1}, "nodes": [{"id": "later", "kind": "wait", "for": "2d", "to": {"next": "offer"}}]}
//! ```
//!
//! # Fix
//!
//! Wait longer between them, leave one out, or allow more.

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::journey::pace::{TooSoon, too_soon};
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::engine::CAP_OVER;
use crate::journey::{Body, Length, Project, Schedule, Sent};
use crate::template::Category;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-too-many-marketing",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_too_many_marketing.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let Some(allowed) = cx.journey().settings.marketing_per_week.filter(|_| cx.knows_project) else { return };
    if let Some(soon) = too_soon(cx, allowed)
        && let Some(last) = soon.path.last().and_then(|last| cx.at(*last))
    {
        let headline =
            format!("'{}' can be offer {} in 7 days; you allow {allowed}", last.called(), allowed + 1);
        let found = out.add(&RULE, "", shorten(&headline), &[Spot::value(last.text)]);
        let titles = soon.path.iter().filter_map(|step| Some(format!("'{}'", cx.at(*step)?.called())));
        let titles: Vec<String> = titles.collect();
        found.why = format!("It happens by the way {}, in {}. {}", titles.join(", "), soon.within, found.why);
        found.mended_by(longer(cx, &soon).into_iter().collect());
    }
    for at in cx.nodes().filter(|at| !at.node.off) {
        let Body::Schedule(schedule) = &at.node.body else { continue };
        let behind = cx.onward([at.index], |_| true);
        let mut offers = cx.used().filter(|used| used.known.category == Category::Marketing);
        if !offers.any(|used| behind.contains(&used.at.index)) {
            continue;
        }
        let times = a_week(schedule);
        let with_others = times + others(cx, schedule);
        if with_others > allowed as usize {
            let and = if with_others > times { " and others" } else { "" };
            let headline =
                format!("'{}'{and}: {with_others} offers a week; you allow {allowed}", at.called());
            out.add(&RULE, "", shorten(&headline), &[Spot::value(at.text)]);
        }
    }
}

/// The last wait on the way, made so long that the offer is not one too many.
fn longer(cx: &JourneyContext<'_>, soon: &TooSoon) -> Option<Fix> {
    let before = soon.path.iter().rev().skip(1);
    let mut waits = before.filter_map(|step| cx.at(*step)).filter(|at| !at.node.off);
    let (at, lasts) = waits.find_map(|at| match &at.node.body {
        Body::Wait(wait) => Some((at, wait.lasts)),
        _ => None,
    })?;
    let lasts = Length::of_millis(lasts.millis() + CAP_OVER.millis() - soon.within.millis());
    Some(mend::fix(format!("Wait {lasts} at '{}'", at.called()), at.set("for", json!(lasts))))
}

fn a_week(schedule: &Schedule) -> usize {
    if schedule.on.is_empty() { 7 } else { schedule.on.len() }
}

/// How often in a week schedules of other journeys that send offers fire for the same people.
fn others(cx: &JourneyContext<'_>, of: &Schedule) -> usize {
    let project: &Project = cx.project();
    let others = project.journeys.iter().filter(|(name, _)| **name != cx.name);
    let sends_offers = others.filter(|(_, journey)| {
        let language = &journey.settings.language;
        let used = journey.nodes.iter().filter(|node| !node.off).flat_map(|node| node.body.sends());
        let mut used = used.filter_map(Sent::template);
        used.any(|used| project.template(used, language).is_some_and(|it| it.category == Category::Marketing))
    });
    let nodes = sends_offers.flat_map(|(_, journey)| &journey.nodes).filter(|node| !node.off);
    let schedules = nodes.filter_map(|node| match &node.body {
        Body::Schedule(schedule) => Some(schedule),
        _ => None,
    });
    let same = |tag: &Option<String>| tag.is_none() || of.tag.is_none() || *tag == of.tag;
    schedules.filter(|schedule| same(&schedule.tag)).map(a_week).sum()
}
