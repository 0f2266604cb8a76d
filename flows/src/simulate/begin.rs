//! How somebody comes into a journey: what has to happen for a start to be taken.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::engine::{Event, Inbound, Moment, Person};
use crate::journey::{Body, DataType, FieldName, Journey, JourneyName, NodeId, Project};

/// What a person says where any words do: the first of these that is no keyword of the journey.
const ANY_WORDS: [&str; 2] = ["Hello", "Is anybody there?"];

/// What happens when somebody comes in by a start; values are the samples of the journey. `None` when the node is no
/// start.
pub fn begin(project: &Project, journey: &JourneyName, node: &NodeId) -> Option<Event> {
    let data = &project.journeys.get(journey)?.data;
    let sampled = |gives: &BTreeMap<FieldName, DataType>| {
        let sample = |name: &FieldName| Some((name.clone(), data.get(name)?.sample.clone()));
        gives.keys().filter_map(sample).filter(|(_, value)| !value.is_null()).collect()
    };
    let started = |data| Event::Started { journey: journey.clone(), node: node.clone(), data };
    let wrote = |text: &str| Event::Wrote(Inbound::Text(text.to_owned()));
    let any_words = any_words(project.journeys.get(journey)?);
    Some(match &project.journeys.get(journey)?.node(node)?.body {
        Body::FirstMessage(_) | Body::AnyMessage(_) => wrote(any_words),
        Body::Keyword(keyword) => wrote(keyword.words.first().map_or(any_words, String::as_str)),
        Body::Link(link) => wrote(&link.text),
        Body::Reply(reply) => {
            let id = reply.ids.first()?.clone();
            Event::Wrote(Inbound::Tapped { words: id.clone(), id })
        }
        Body::Ad(ad) => Event::Wrote(Inbound::Ad {
            ad: ad.ads.first().cloned().unwrap_or_default(),
            // An ad is looked at before any keyword
            text: ANY_WORDS[0].to_owned(),
        }),
        Body::Event(event) if event.event == "call" => Event::Called,
        Body::Event(event) => Event::Happened { name: event.event.clone(), data: sampled(&event.gives) },
        Body::Webhook(webhook) => started(sampled(&webhook.gives)),
        Body::OptIn(_) | Body::Date(_) | Body::Schedule(_) | Body::Manual(_) => started(BTreeMap::new()),
        _ => return None,
    })
}

/// Words that start nothing by themselves.
fn any_words(journey: &Journey) -> &'static str {
    let is_keyword = |said: &str| {
        journey.nodes.iter().any(|node| match &node.body {
            Body::Keyword(keyword) => keyword.words.iter().any(|word| word.trim().eq_ignore_ascii_case(said)),
            _ => false,
        })
    };
    let [first, second] = ANY_WORDS;
    if is_keyword(first) { second } else { first }
}

/// Somebody made up: called Ana, with what the journey says is known of everybody.
pub fn somebody(project: &Project, journey: &JourneyName) -> Person {
    let data = project.journeys.get(journey).map(|journey| &journey.data);
    let known = data.into_iter().flatten().filter(|(_, field)| field.known && !field.sample.is_null());
    let mut person = Person {
        fields: known.map(|(name, field)| (name.clone(), field.sample.clone())).collect(),
        ..Person::default()
    };
    person.fields.entry("first_name".into()).or_insert_with(|| Value::from("Ana"));
    person
}

/// Somebody made up whom a start is meant for: they have the tag that it asks for, and wrote before where that matters. Whether they agreed to marketing is left
/// to whoever plays.
pub fn somebody_for(project: &Project, journey: &JourneyName, start: &NodeId) -> Person {
    let mut person = somebody(project, journey);
    let start = project.journeys.get(journey).and_then(|journey| journey.node(start));
    match start.map(|start| &start.body) {
        Some(Body::Schedule(schedule)) => person.tags.extend(schedule.tag.clone()),
        // A first message has starts of its own
        Some(Body::AnyMessage(_)) => person.last_inbound = Some(LONG_AGO),
        _ => {}
    }
    person
}

/// When somebody wrote who does not write for the first time: 1 January 2025.
const LONG_AGO: Moment = Moment(1_735_689_600_000);

/// A Monday morning, so that what is shown twice is the same twice: 5 January 2026, 10:00 UTC.
pub const MONDAY: Moment = Moment(1_767_607_200_000);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::What;
    use crate::gallery::{gallery_project, journey_starters};
    use crate::journey::{Length, Role};
    use crate::simulate::{Persona, perform};

    #[test]
    fn every_start_of_every_finished_journey_is_taken() {
        assert_eq!(jiff::Timestamp::from_millisecond(MONDAY.0).unwrap().to_string(), "2026-01-05T10:00:00Z");
        for starter in journey_starters() {
            for (_, source) in starter.sources() {
                let project = gallery_project(starter.id, source);
                let (name, journey) = project.journeys.iter().next().unwrap();
                for node in journey.nodes.iter().filter(|node| node.body.role() == Role::Trigger) {
                    let start = begin(&project, name, &node.id).unwrap();
                    let person = Person {
                        consent: crate::engine::ConsentState::Given,
                        ..somebody_for(&project, name, &node.id)
                    };
                    let until = MONDAY.after(Length::of_hours(24 * 60));
                    let (_, transcript) = perform(&project, Persona::AtOnce, start, person, MONDAY, until);
                    let came = transcript.entries.iter().find(|entry| entry.what == What::Began);
                    let place = came.and_then(|entry| entry.place.as_ref()).map(|(_, node)| node);
                    assert_eq!(place, Some(&node.id), "{} {}", starter.id, node.id);
                    let refused =
                        transcript.entries.iter().find(|entry| matches!(entry.what, What::Refused { .. }));
                    assert_eq!(refused, None, "{} {}", starter.id, node.id);
                }
            }
        }
    }
}
