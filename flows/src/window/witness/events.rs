//! Events that people and systems make: what begins a run, what does not fit, what an assistant answers.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::engine::{CALL, Event, Inbound};
use crate::journey::{Body, DataType, Expected, FieldName, JourneyName, JourneyNode};

/// What begins a run at a trigger: `said` where people say what they like, and what comes with it; none: nothing does.
pub(super) fn begins(
    journey: &JourneyName,
    node: &JourneyNode,
    said: &str,
    data: BTreeMap<FieldName, Value>,
) -> Option<Event> {
    let text = |text: &str| Event::Wrote(Inbound::Text(text.to_owned()));
    Some(match &node.body {
        Body::FirstMessage(_) | Body::AnyMessage(_) => text(said),
        Body::Keyword(keyword) => text(keyword.words.first()?),
        Body::Link(link) => text(&link.text),
        Body::Reply(reply) => {
            let id = reply.ids.first()?.clone();
            Event::Wrote(Inbound::Tapped { words: said.to_owned(), id })
        }
        Body::Ad(ad) => {
            let ad = ad.ads.first().cloned().unwrap_or_else(|| "1".to_owned());
            Event::Wrote(Inbound::Ad { ad, text: said.to_owned() })
        }
        Body::Event(event) if event.event == CALL => Event::Called,
        Body::Event(event) => Event::Happened { name: event.event.clone(), data },
        _ => Event::Started { journey: journey.clone(), node: node.id.clone(), data },
    })
}

/// What an assistant answers.
pub(super) fn of_assistant(
    mut given: BTreeMap<FieldName, Value>,
    hands_over: bool,
) -> BTreeMap<FieldName, Value> {
    given.insert("hand_over".into(), hands_over.into());
    if !hands_over {
        given.entry("ai_answer".into()).or_insert_with(|| "Let me see.".into());
    }
    given
}

/// What does not answer a question.
pub(super) fn misfit(expects: &Expected, words: String) -> Inbound {
    match expects {
        Expected::Text { .. } => Inbound::Location(words),
        _ => Inbound::Text(words),
    }
}

pub(super) fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

pub(super) fn sample(be: DataType) -> Value {
    match be {
        DataType::Text => "something".into(),
        DataType::Number => 7.into(),
        DataType::YesNo => true.into(),
        DataType::Date => "2027-06-07".into(),
        DataType::Moment => "2027-06-07T09:00:00Z".into(),
        DataType::List => vec!["something"].into(),
        DataType::Record => serde_json::json!({}),
    }
}
