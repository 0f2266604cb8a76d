//! What people answer: something that fits, or something that does not.

use serde_json::Value;

use crate::engine::{Inbound, run::spread};
use crate::journey::{Ask, Body, DataType, Expected, FieldName, Journey, JourneyNode, Project};

/// Words that many patterns take, from which one is looked for.
const TRIED: [&str; 8] =
    ["Ana", "12345", "A1234", "AB-1234", "ana@example.com", "+14155550123", "2026-11-29", "12345678"];

/// An answer that fits, always the same for one person's so-manieth answer. `filled` gives what a text of the node reads.
pub(super) fn fitting(
    project: &Project,
    journey: &Journey,
    node: &JourneyNode,
    filled: &dyn Fn(&str) -> String,
    which: (u64, usize),
) -> Inbound {
    match &node.body {
        Body::Ask(ask) => answer(project, journey, node, ask, filled, which),
        Body::Flow(flow) => {
            let filled = flow.gives.iter();
            let filled = filled.map(|(name, be)| (name.clone(), sample(journey, name, *be)));
            Inbound::Flow(filled.collect())
        }
        _ => Inbound::Text("Hello".to_owned()),
    }
}

fn answer(
    project: &Project,
    journey: &Journey,
    node: &JourneyNode,
    ask: &Ask,
    filled: &dyn Fn(&str) -> String,
    (seed, did): (u64, usize),
) -> Inbound {
    match &ask.expects {
        Expected::Choice => {
            let mut choices: Vec<(String, String)> =
                ask.message.answers().into_iter().map(|answer| (answer.id, answer.words)).collect();
            if choices.is_empty() {
                let used = ask.if_closed.as_ref();
                let known = used.and_then(|used| project.template(used, &journey.settings.language));
                let replies = known.map(|known| known.quick_replies.clone()).unwrap_or_default();
                choices = replies.into_iter().map(|words| (words.clone(), words)).collect();
            }
            let bytes = seed.to_le_bytes().into_iter().chain(node.id.0.bytes()).chain(did.to_le_bytes());
            let all = choices.len() as u64;
            let drawn = spread(bytes).checked_rem(all).and_then(|at| usize::try_from(at).ok());
            let chosen = drawn.and_then(|at| choices.into_iter().nth(at));
            chosen.map_or_else(
                || Inbound::Text("Hello".to_owned()),
                |(id, words)| Inbound::Tapped { id, words: filled(&words) },
            )
        }
        Expected::Text { be, pattern } => {
            let be = be.unwrap_or(DataType::Text);
            let named = ask.save.as_ref().map(|name| sample(journey, name, be));
            let value = named.unwrap_or_else(|| sample(journey, &FieldName::default(), be));
            let words = match value {
                Value::String(text) => text,
                Value::Bool(yes) => if yes { "yes" } else { "no" }.to_owned(),
                Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
                other => other.to_string(),
            };
            let takes = |text: &str| {
                pattern.as_ref().is_none_or(|pattern| crate::engine::matches_pattern(text, pattern))
            };
            if takes(&words) {
                return Inbound::Text(words);
            }
            let known = TRIED.into_iter().find(|tried| takes(tried)).map(str::to_owned);
            let other = known.or_else(|| crate::engine::example(pattern.as_deref()?));
            Inbound::Text(other.unwrap_or(words))
        }
        Expected::Location => Inbound::Location("12 Market Street".to_owned()),
        Expected::Media => Inbound::Media("media-1".to_owned()),
    }
}

/// A value as the journey shows it, or one of its kind.
fn sample(journey: &Journey, name: &FieldName, be: DataType) -> Value {
    let known = journey.data.get(name).map(|field| &field.sample);
    if let Some(sample) = known.filter(|sample| be.fits(sample)) {
        return sample.clone();
    }
    match be {
        DataType::Text => "Ana".into(),
        DataType::Number => 3.into(),
        DataType::YesNo => true.into(),
        DataType::Date => "2026-11-29".into(),
        DataType::Moment => "2026-11-29T09:00:00+00:00".into(),
        DataType::List => vec!["first", "second"].into(),
        DataType::Record => Value::Object(serde_json::Map::new()),
    }
}

/// An answer that does not fit; where every answer does, words.
pub(super) fn unfitting(node: &JourneyNode) -> Inbound {
    match &node.body {
        Body::Ask(ask) if matches!(ask.expects, Expected::Text { .. }) => {
            Inbound::Media("media-wrong".to_owned())
        }
        _ => Inbound::Text("What do you mean?".to_owned()),
    }
}
