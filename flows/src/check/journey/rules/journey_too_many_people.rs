//! A start writes to more people in one day than the account may.
//!
//! # Why
//!
//! Meta lets a business write first to only so many different people in 24 hours, over all its numbers; what is more does
//! not go out. The limit rises with verification and with messages that do well. Waymark asks for yours when an account is
//! connected and when a journey is published; before that, the limit of a new account counts. Of several accounts it is the
//! lowest. Whoever wrote within 24 hours does not count, nor is counted here what goes to people of earlier days.
//! Other starts count too where they may fall into the same 24 hours; schedules with the same tag reach the same people.
//!
//! # Example
//!
//! ```json
//! {"id": "friday", "kind": "schedule", "on": ["friday"], "at": "17:30", "people": 1000, "to": {"next": "offer"}}
//! ```
//!
//! # Fix
//!
//! Spread it over several days, or write to fewer: by a tag, or only to people who agreed.

use serde_json::{Value, json};

use super::shorten;
use crate::check::findings::Findings;
use crate::check::journey::JourneyContext;
use crate::check::journey::context::At;
use crate::check::journey::crowd;
use crate::check::journey::graph::in_lane;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, Severity};
use crate::facts;
use crate::journey::{MessagingLimit, output};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-too-many-people",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_too_many_people.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let facts = facts::account();
    let account = cx.project().account.as_ref();
    let limit = match account.map(|account| account.limit) {
        Some(MessagingLimit::Unlimited) => return,
        Some(MessagingLimit::People(people)) => people,
        None => match facts.messaging_limits.first().and_then(|lowest| lowest.people) {
            Some(people) => people,
            None => return,
        },
    };
    let hours = facts.messaging_hours;
    for at in cx.nodes() {
        let Some(own) = crowd::alone(cx.project(), &cx.name, at.node) else { continue };
        let all = crowd::together(cx.project(), &cx.name, at.node, own);
        let is_above = |limit: u32| whole(all) > u64::from(limit);
        if !is_above(limit) {
            continue;
        }
        let and = if whole(all) > whole(own) { " and others" } else { "" };
        let (people, may) = (told(whole(all)), told(limit.into()));
        let who = if account.is_some() { "your" } else { "a new" };
        let headline =
            format!("'{}'{and}: {people} people in {hours} h; {who} account may reach {may}", at.called());
        let has = match account {
            Some(account) => format!("The limit of '{}' is {may}.", account.name),
            None => format!("The limit of your account is not known here yet; that of a new one is {may}."),
        };
        let enough =
            facts.messaging_limits.iter().filter_map(|tier| tier.people).find(|tier| !is_above(*tier));
        let needs = match enough {
            Some(limit) => format!("It needs a limit of {}.", told(limit.into())),
            None => "No limit is high enough for it: your account has to be without one.".to_owned(),
        };
        let found = out.add(&RULE, "", shorten(&headline), &[at.spot("people")]);
        found.why.insert_str(0, &format!("{has} {needs} "));
        found.mended_by(spread(cx, &at, own, f64::from(limit) - (all - own)).into_iter().collect());
    }
}

/// Those who come in go on one day after the other, by chance.
fn spread(cx: &JourneyContext<'_>, at: &At<'_, '_>, people: f64, room: f64) -> Option<Fix> {
    let next = at.node.after(output::NEXT)?;
    let most = crowd::most_days(&at.node.body);
    let days =
        (2..=most).find(|days| people <= room * f64::from(u32::try_from(*days).unwrap_or_default()))?;
    let split = cx.free_id("split");
    let ways =
        (1..=days).map(|day| json!({"id": format!("day_{day}"), "name": format!("Day {day}"), "weight": 1}));
    let wait = |day: usize| cx.free_id(&format!("day-{day}"));
    let mut to = serde_json::Map::new();
    to.insert(output::case("day_1"), json!(next.0));
    to.extend((2..=days).map(|day| (output::case(&format!("day_{day}")), json!(wait(day)))));
    let ways: Vec<Value> = ways.collect();
    let mut nodes =
        vec![json!({"id": split, "kind": "split", "title": "One part a day", "ways": ways, "to": to})];
    nodes.extend((2..=days).map(|day| {
        json!({"id": wait(day), "kind": "wait", "title": format!("Day {day}"), "for": format!("{}d", day - 1),
            "to": {"next": next.0}})
    }));
    for node in &mut nodes {
        in_lane(node, at);
    }
    let mut edits = cx.add(nodes)?;
    edits.push(at.lead(output::NEXT, &split));
    Some(Fix { title: format!("Spread it over {days} days"), edits })
}

/// People are counted as whole ones.
fn whole(people: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "people that somebody counted"
    )]
    let whole = people.round().clamp(0.0, 1e15) as u64;
    whole
}

/// `12,500`.
fn told(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
