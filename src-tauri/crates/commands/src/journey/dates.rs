//! Days that are known of a person come near: what lets them in is put into the script, as a scheduler would.

use std::collections::BTreeMap;

use flows::engine::{Event, Moment, Person, What};
use flows::journey::{Body, JourneyName, JourneyNode, NodeId, Project};
use flows::simulate::{Script, Transcript};
use jiff::ToSpan;
use jiff::civil;
use serde_json::Value;

/// A start that waits for a day, and the moments at which it lets the person in.
pub(super) type Planned = Vec<(Moment, Event)>;

/// Forgets the days that such starts wait for: somebody new has no appointment yet. Who comes in by one of them has.
pub(super) fn forget(project: &Project, start: &NodeId, person: &mut Person) {
    let mut all = starts(project);
    if all.any(|(_, node)| node.id == *start) {
        return;
    }
    for (_, node) in starts(project) {
        if let Body::Date(date) = &node.body {
            person.fields.remove(&date.field);
        }
    }
}

/// When the person comes in by days that became known in a run, after `seen`.
pub(super) fn planned(project: &Project, script: &Script, transcript: &Transcript, seen: Moment) -> Planned {
    let mut planned = Vec::new();
    for (name, node) in starts(project) {
        let Body::Date(date) = &node.body else { continue };
        let told = transcript.entries.iter().filter_map(|entry| match &entry.what {
            What::Noted { name, value } | What::SetByHand { name, value } if *name == date.field.0 => {
                Some((entry.at, value))
            }
            _ => None,
        });
        let told: Vec<(Moment, &Value)> = told.collect();
        for (place, (since, value)) in told.iter().enumerate() {
            let Some(at) = moment(value, date.days_before, date.at.time(), &script.person.zone) else {
                continue;
            };
            let changes = told.get(place + 1).map(|(at, _)| *at);
            if at > seen && at > *since && changes.is_none_or(|changes| at < changes) {
                let event =
                    Event::Started { journey: name.clone(), node: node.id.clone(), data: BTreeMap::new() };
                planned.push((at, event));
            }
        }
    }
    planned
}

/// Puts them into a script, where they are not there.
pub(super) fn put(script: &mut Script, planned: &[(Moment, Event)]) {
    for (at, event) in planned {
        if script.events.iter().any(|(when, other)| when == at && other == event) {
            continue;
        }
        let place = script.events.partition_point(|(when, _)| when <= at);
        script.events.insert(place, (*at, event.clone()));
    }
}

/// Takes what is no longer planned out of what is to come.
pub(super) fn keep(project: &Project, script: &mut Script, planned: &[(Moment, Event)], until: Moment) {
    let dated = |id: &NodeId| starts(project).any(|(_, node)| node.id == *id);
    script.events.retain(|(at, event)| match event {
        Event::Started { node, .. } if *at > until && dated(node) => {
            planned.iter().any(|(when, other)| when == at && other == event)
        }
        _ => true,
    });
}

/// All starts that wait for a day.
fn starts(project: &Project) -> impl Iterator<Item = (&JourneyName, &JourneyNode)> {
    let nodes = project
        .journeys
        .iter()
        .flat_map(|(name, journey)| journey.nodes.iter().map(move |node| (name, node)));
    nodes.filter(|(_, node)| matches!(node.body, Body::Date(_)))
}

fn moment(value: &Value, days_before: i32, time: civil::Time, zone: &str) -> Option<Moment> {
    let day: civil::Date = value.as_str()?.get(..10)?.parse().ok()?;
    let day = day.checked_sub(days_before.days()).ok()?;
    let zoned = day.to_datetime(time).in_tz(zone).ok()?;
    Some(Moment(zoned.timestamp().as_millisecond()))
}
