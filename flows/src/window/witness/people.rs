//! Whom a witness is about.

use super::Leg;
use super::times::Times;
use super::values::Wanted;
use crate::engine::{ConsentState, Person};
use crate::journey::{Body, JourneyName, Project};
use crate::window::atoms::Atom;
use crate::window::search::Search;
use crate::window::zone::{consent, country};

/// Whom it is about.
pub(super) fn person(search: &Search<'_>, way: &[Leg], wanted: &Wanted, times: &Times) -> Person {
    let first = way.first().map(|leg| leg.before).or_else(|| search.items.first().map(|it| it.zone));
    let zone = first.map(|zone| zone.rest);
    let has = |set: u8, of: u8| set & of != 0;
    let agreed = zone.map_or(consent::ALL, |rest| rest.consent);
    let from = zone.map_or(country::ALL, |rest| rest.country);
    let mut person = Person {
        last_inbound: Some(times.wrote),
        ad_entry: times.ad,
        zone: times.zone.to_owned(),
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
    for (atom, so) in &wanted.people {
        match (atom, so) {
            (Atom::Tag(tag), true) => {
                person.tags.insert(tag.clone());
            }
            // The first one: others come later
            (Atom::Stage(stage), true) => person.stage = person.stage.or(Some(*stage)),
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
