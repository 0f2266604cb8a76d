//! Whom a witness is about, and when it begins.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::Leg;
use super::values::Wanted;
use crate::engine::{ConsentState, Moment, Person};
use crate::journey::{Body, JourneyName, Length, Project};
use crate::window::atoms::Atom;
use crate::window::search::Search;
use crate::window::zone::{DAY, HOUR, OVER, Zone, consent, country};

/// The zone of a run on whose way the clocks are set.
const SET: &str = "Europe/Berlin";
/// Days on which they are: forward, and back.
const FORWARD: Date = date(2027, 3, 28);
const BACK: Date = date(2027, 10, 31);
/// The first day of other runs: a Monday.
const FIRST: Date = date(2027, 6, 7);
/// Days before the clocks are set on which such a run may begin. Ours.
const DAYS: i32 = 40;

/// A moment to begin at, and how long the person has not written then.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Begin {
    pub(super) at: Moment,
    pub(super) zone: &'static str,
    /// Milliseconds.
    pub(super) silent: i64,
}

/// Moments to begin at, the likeliest first.
pub(super) fn begins(search: &Search<'_>, way: &[Leg]) -> Vec<Begin> {
    let Some(first) = way.first().map(|leg| leg.before).or_else(|| search.items.first().map(|it| it.zone))
    else {
        return Vec::new();
    };
    let set = way.iter().filter_map(|leg| leg.by.pass()).map(|pass| pass.set).find(|set| *set != 0);
    let days: Vec<Date> = match set {
        None => (0..if asks_for_days(search, way) { 7 } else { 1 })
            .filter_map(|day| FIRST.checked_add(day.days()).ok())
            .collect(),
        Some(set) => {
            let night = if set > 0 { FORWARD } else { BACK };
            (0..DAYS).filter_map(|day| night.checked_sub(day.days()).ok()).collect()
        }
    };
    let zone = if set.is_some() { SET } else { "UTC" };
    let tz = crate::engine::zone_named(zone);
    let mut out = Vec::new();
    for day in days {
        for time in times(first) {
            let (hours, rest) = (time / HOUR, time % HOUR);
            let civil = day.at(i8::try_from(hours).unwrap_or_default(), 0, 0, 0);
            let Ok(start) = civil.to_zoned(tz.clone()) else { continue };
            let at = Moment(start.timestamp().as_millisecond() + i64::from(rest));
            for silent in silences(first) {
                out.push(Begin { at, zone, silent });
            }
        }
    }
    out
}

/// Whether it matters on which day of the week the run begins.
fn asks_for_days(search: &Search<'_>, way: &[Leg]) -> bool {
    way.iter().any(|leg| {
        let (from, count) = leg.answers;
        let mut answers = search.answers.iter().skip(from as usize).take(count as usize);
        let asks = answers.any(|(atom, _)| matches!(search.graph.atoms.get(*atom), Some(Atom::On(_))));
        let body = search.graph.at(leg.node).map(|(_, _, read)| &read.node.body);
        asks || matches!(body, Some(Body::WaitUntil(wait)) if !wait.on.is_empty())
    })
}

fn times(zone: Zone) -> Vec<u32> {
    let day = zone.rest.day;
    let noon = 12 * HOUR;
    let ends = [noon, day.lo, (day.lo + day.len) % DAY, (day.lo + day.len / 2) % DAY, 0, 23 * HOUR];
    let mut times: Vec<u32> = ends.into_iter().filter(|time| day.has(*time)).collect();
    let mut seen = Vec::new();
    times.retain(|time| {
        let new = !seen.contains(time);
        seen.push(*time);
        new
    });
    times
}

fn silences(zone: Zone) -> Vec<i64> {
    let long = |time: u32| if time >= OVER { 2 * i64::from(OVER) } else { i64::from(time) };
    let mut all = vec![long(zone.w.hi), long(zone.w.lo)];
    all.dedup();
    all
}

/// Whom it is about.
pub(super) fn person(search: &Search<'_>, way: &[Leg], wanted: &Wanted, begin: Begin) -> Person {
    let first = way.first().map(|leg| leg.before).or_else(|| search.items.first().map(|it| it.zone));
    let zone = first.map(|zone| zone.rest);
    let has = |set: u8, of: u8| set & of != 0;
    let agreed = zone.map_or(consent::ALL, |rest| rest.consent);
    let from = zone.map_or(country::ALL, |rest| rest.country);
    let mut person = Person {
        last_inbound: Some(Moment(begin.at.0 - begin.silent)),
        zone: begin.zone.to_owned(),
        consent: if has(agreed, consent::GIVEN) {
            ConsentState::Given
        } else if has(agreed, consent::UNKNOWN) {
            ConsentState::Unknown
        } else {
            ConsentState::Stopped
        },
        country: if has(from, country::OTHER) { "DE" } else { "US" }.to_owned(),
        fields: wanted.fields.clone(),
        ..Person::default()
    };
    if let Some(rest) = zone
        && rest.ad.hi < search.ad_top
    {
        person.ad_entry = Some(begin.at.after(Length::ZERO)).map(|at| Moment(at.0 - i64::from(rest.ad.hi)));
    }
    for (atom, so) in &wanted.people {
        match (atom, so) {
            (Atom::Tag(tag), true) => {
                person.tags.insert(tag.clone());
            }
            (Atom::Stage(stage), true) => person.stage = Some(*stage),
            (Atom::Way(part, node, id), true) => {
                let part = search.graph.parts.get(*part);
                if let Some((name, node)) =
                    part.and_then(|part| Some((part.name, part.journey.nodes.get(*node)?)))
                {
                    person.wished.insert(format!("{name}/{}", node.id), id.clone());
                }
            }
            _ => (),
        }
    }
    person
}

/// Words that no journey listens to.
pub(super) fn idle_words(project: &Project, journey: &JourneyName) -> String {
    let words =
        project.journeys.values().flat_map(|journey| &journey.nodes).filter_map(|node| match &node.body {
            Body::Keyword(keyword) => Some(keyword.words.clone()),
            Body::Link(link) => Some(vec![link.text.clone()]),
            Body::Ask(ask) => Some(ask.message.answers().into_iter().map(|answer| answer.words).collect()),
            _ => None,
        });
    let words: Vec<String> = words.flatten().map(|word| word.to_lowercase()).collect();
    let near = |text: &str| words.iter().any(|word| strsim::osa_distance(text, word) <= 2);
    let tries = ["ok", "let me see", "thank you, I will come back to that later"];
    let fallback = format!("a word on {journey}: one moment please");
    tries.into_iter().find(|text| !near(text)).map_or(fallback, str::to_owned)
}
