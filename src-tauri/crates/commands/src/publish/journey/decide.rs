//! What is to be done with one journey. Pure.

use flows::diff;
use store::Live;

use super::LocalJourney;
use crate::account::Side;
use crate::wire::{PlanAction, PlanKind, PlanRow};

/// Words of Meta for a template that cannot be sent, and will not be by waiting.
const REFUSED: [&str; 4] = ["REJECTED", "PAUSED", "DISABLED", "LIMIT_EXCEEDED"];

/// The rows of what has to be there before a journey.
pub(in crate::publish) struct Parts<'a>(pub(in crate::publish) Vec<&'a PlanRow>);

impl Parts<'_> {
    fn first(&self, is_it: impl Fn(&PlanRow) -> bool) -> Option<&PlanRow> {
        self.0.iter().copied().find(|row| is_it(row))
    }
}

/// The row of the plan for a journey.
pub(in crate::publish) fn decide(
    local: &LocalJourney,
    live: Option<&Live>,
    parts: &Parts<'_>,
    side: &Side,
) -> PlanRow {
    let published = live.and_then(|live| live.text.as_deref());
    let differences = published.map(|text| diff::journey_differences(text, &local.text)).unwrap_or_default();
    let (action, reason) = judge(local, published, parts, differences.len(), side);
    PlanRow {
        screens: local.steps,
        differences,
        blocked: local.blocked.clone(),
        risky: local.risky.clone(),
        tests: local.tests.clone(),
        live_since: live.map(|live| live.at.to_string()),
        ..PlanRow::new(PlanKind::Journey, &local.journey, &local.name, action, reason)
    }
}

fn judge(
    local: &LocalJourney,
    published: Option<&str>,
    parts: &Parts<'_>,
    differences: usize,
    side: &Side,
) -> (PlanAction, String) {
    if let Some(reason) = what_stops(local, parts, side) {
        return (PlanAction::Blocked, reason);
    }
    if let Some(part) = parts.first(|row| row.action == PlanAction::Wait) {
        let reason = format!("It waits with {}, which cannot be changed yet.", named(part));
        return (PlanAction::Wait, reason);
    }
    let action = match published {
        None => PlanAction::Create,
        Some(_) if differences > 0 => PlanAction::Change,
        Some(_) => return (PlanAction::Skip, "It is the same as what is live.".to_owned()),
    };
    let reason = match (action, differences) {
        (PlanAction::Create, _) => "New. It is kept as it is now once all its parts are there.".to_owned(),
        (_, 1) => "One thing is different from what is live.".to_owned(),
        (_, more) => format!("{more} things are different from what is live."),
    };
    let looked_at = |row: &PlanRow| {
        let is_new = matches!(row.action, PlanAction::Create | PlanAction::Change);
        let is_pending = row.standing.as_deref().is_some_and(|word| matches!(word, "PENDING" | "IN_APPEAL"));
        row.kind == PlanKind::Template && (is_new || is_pending)
    };
    let held = match parts.0.iter().filter(|row| looked_at(row)).count() {
        0 => String::new(),
        1 => format!(" The step of one template is held up until {} lets it out.", side.inside()),
        more => format!(" The steps of {more} templates are held up until {} lets them out.", side.inside()),
    };
    (action, format!("{reason}{held}"))
}

fn what_stops(local: &LocalJourney, parts: &Parts<'_>, side: &Side) -> Option<String> {
    match local.blocked.len() {
        0 => {}
        1 => return Some("One thing has to be put right first.".to_owned()),
        more => return Some(format!("{more} things have to be put right first.")),
    }
    match (local.failing(), local.tests.len()) {
        (0, _) => {}
        (1, 1) => return Some("Its test does not come out as it has to.".to_owned()),
        (1, all) => return Some(format!("One of its {all} tests does not come out as it has to.")),
        (failing, all) => {
            return Some(format!("{failing} of its {all} tests do not come out as they have to."));
        }
    }
    let refused = |row: &PlanRow| {
        let is_refused = row.standing.as_deref().is_some_and(|word| REFUSED.contains(&word));
        row.action == PlanAction::Skip && is_refused
    };
    if let Some(part) = parts.first(refused) {
        return Some(format!("{} does not let {} out as it stands.", side.name(), named(part)));
    }
    let part = parts.first(|row| row.action == PlanAction::Blocked)?;
    Some(format!("{} is blocked.", capital(&named(part))))
}

/// The Flow "Booking".
pub(in crate::publish) fn named(row: &PlanRow) -> String {
    let kind = match row.kind {
        PlanKind::Flow => "Flow",
        PlanKind::Template => "template",
        PlanKind::Link => "link",
        PlanKind::Journey => "journey",
    };
    format!("the {kind} \"{}\"", row.name)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
