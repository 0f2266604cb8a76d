//! A message that is no template is due when the 24 hours after the person's last message are over.
//!
//! # Why
//!
//! WhatsApp takes such a message only within 24 hours of the last message or call of the person. Later it is
//! refused with 131047. Only a template goes out then.
//!
//! # Example
//!
//! ```json
//! {"id": "later", "kind": "wait", "for": "24h", "to": {"next": "more"}}
//! ```
//!
//! # Fix
//!
//! Use a template, or one that goes out instead; wait less; or say what comes when it is too late.

use serde_json::json;

use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::journey::context::At;
use crate::check::journey::proved::Refused;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity, mend};
use crate::engine::Refusal;
use crate::journey::{Body, Length, output};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-window-closed",
    severity: Severity::Blocked,
    codes: &["131047"],
    checks: &[],
    source: include_str!("journey_window_closed.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for late in cx.refused(Refusal::Window) {
        let Some(at) = cx.at(late.index).filter(|at| !at.node.to.contains_key(output::CLOSED)) else {
            continue;
        };
        let messages = at.text.get("messages").and_then(|messages| messages.item(late.slot));
        let message = messages.or_else(|| at.text.get("message")).unwrap_or(at.text);
        let found = out.add(&RULE, "", headline(&at, late), &[Spot::value(message)]);
        found.why = format!("{}{}", cx.way_in_words(late), found.why);
        found.mended_by(fixes(cx, &at, late));
    }
}

fn headline(at: &At<'_, '_>, late: &Refused) -> String {
    let may = match late {
        Refused { unfound: true, .. } => "could come",
        Refused { always: true, .. } => "comes",
        _ => "can come",
    };
    let when = match late.silent_for {
        Some(silent) => format!("{} after their last message", in_words(silent)),
        None if late.path.is_empty() => "over 24 hours after their last message".to_owned(),
        None => "to people who never wrote".to_owned(),
    };
    let sentence = |title: &str| format!("'{title}' {may} {when}");
    let title = at.called();
    if sentence(&title).chars().count() <= 80 {
        sentence(&title)
    } else {
        sentence(&title.chars().take(20).collect::<String>())
    }
}

/// As many hours as people read at a glance; beyond three days, days.
fn in_words(length: Length) -> String {
    let minutes = length.millis() / 60_000;
    match (minutes / 1440, minutes / 60, minutes % 60) {
        (days, ..) if days > 3 => format!("{days} days"),
        (_, hours, 0) => format!("{hours} h"),
        (_, hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Ours: what is left of the 24 hours for what takes time by itself.
const MARGIN: Length = Length::of_minutes(5);

/// A shorter wait on the way, or going on without the message.
fn fixes(cx: &JourneyContext<'_>, at: &At<'_, '_>, late: &Refused) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for step in late.path.iter().rev().filter_map(|step| cx.at(*step)) {
        let (key, now) = match &step.node.body {
            Body::Wait(wait) => ("for", Some(wait.lasts)),
            body => ("timeout", body.timeout()),
        };
        let (Some(now), Some(silent)) = (now, late.silent_for) else { continue };
        let room = Length::of_hours(24).millis() - MARGIN.millis() - (silent.millis() - now.millis());
        // Whole minutes read better.
        let room = Length::of_minutes(room / 60_000);
        if room != Length::ZERO && room < now {
            let title = format!("Wait only {room} at '{}'", step.called());
            fixes.push(mend::fix(title, step.set(key, json!(room))));
        }
    }
    let next = at.node.after(output::NEXT).or_else(|| at.node.after(output::NO_ANSWER));
    if let (Some(next), Some(to)) = (next, at.text.get("to")) {
        fixes.push(mend::fix(
            "Go on without it when it is too late",
            mend::set(to, output::CLOSED, json!(next)),
        ));
    }
    fixes
}
