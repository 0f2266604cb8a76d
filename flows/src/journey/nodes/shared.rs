//! What several kinds have in common.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Body, Output, OutputRole, output};
use crate::journey::{DataType, FieldName, Length, Template};

/// A message as it is sent (`POST /{phone number}/messages`), without whom it goes to, with `{{values}}` in its texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Payload(pub Value);

impl Payload {
    /// Ids of what can be tapped: reply buttons, then rows of a list, each with its words.
    pub fn answers(&self) -> Vec<Answer> {
        fn items<'v>(value: &'v Value, list: &str) -> impl Iterator<Item = &'v Value> {
            value.get(list).and_then(Value::as_array).into_iter().flatten()
        }
        let Some(action) = self.0.pointer("/interactive/action") else { return Vec::new() };
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let answer = |it: &Value| Some(Answer { id: text(it, "id")?, words: text(it, "title")? });
        let buttons = items(action, "buttons").filter_map(|button| button.get("reply"));
        let rows = items(action, "sections").flat_map(|section| items(section, "rows"));
        buttons.chain(rows).filter_map(answer).collect()
    }

    /// The texts in it.
    pub fn texts(&self) -> Vec<&str> {
        fn walk<'v>(value: &'v Value, out: &mut Vec<&'v str>) {
            match value {
                Value::String(text) => out.push(text),
                Value::Array(items) => items.iter().for_each(|item| walk(item, out)),
                Value::Object(members) => members.values().for_each(|member| walk(member, out)),
                _ => (),
            }
        }
        let mut out = Vec::new();
        walk(&self.0, &mut out);
        out
    }
}

/// Something that can be tapped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What comes back.
    pub id: String,
    /// What is read.
    pub words: String,
}

/// A template of the project, with what fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateUse {
    /// Meta's name of it.
    pub name: String,
    /// Its language; none takes the journey's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What stands for each variable, by its name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, Template>,
}

/// What kind of answer a question waits for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// One of the buttons or rows of the message, tapped or typed as it reads.
    Choice,
    /// Words.
    Text {
        /// What they have to be.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        be: Option<DataType>,
        /// A regular expression that they have to match as a whole.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pattern: Option<String>,
    },
    /// A place.
    Location,
    /// A picture, film, sound or file.
    Media,
}

/// An answer of another system, made up by the owner for the simulation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sample {
    /// What the owner calls it: "Parcel on its way".
    pub name: String,
    /// What it answers, by the names in `gives`; none: it fails.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<BTreeMap<FieldName, Value>>,
}

/// Asking another system: what it is given, what it gives, and how long it may take.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outside {
    /// The longest it may take; then it failed.
    #[serde(default = "outside_timeout")]
    pub timeout: Length,
    /// What its answer is kept as.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub gives: BTreeMap<FieldName, DataType>,
    /// Answers for the simulation; the first is taken unless another is chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<Sample>,
}

/// Ours: what people wait for without wondering.
const fn outside_timeout() -> Length {
    Length::of_millis(30_000)
}

impl Default for Outside {
    fn default() -> Self {
        Self { timeout: outside_timeout(), gives: BTreeMap::new(), samples: Vec::new() }
    }
}

impl Outside {
    /// It did it, or it did not.
    pub(super) fn outputs() -> Vec<Output> {
        vec![Output::named(output::NEXT, OutputRole::Next), Output::named(output::FAILED, OutputRole::Failed)]
    }
}

/// How a message may go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach<'n> {
    /// Only within 24 hours of the person's last message; this template instead where they are over.
    InWindow(Option<&'n TemplateUse>),
    /// A template: at any time.
    Template(&'n TemplateUse),
}

/// A message that a node sends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sent<'n> {
    /// The payload, unless it is a template.
    pub payload: Option<&'n Payload>,
    /// How it may go out.
    pub reach: Reach<'n>,
}

impl<'n> Sent<'n> {
    /// The template that may go out.
    pub fn template(self) -> Option<&'n TemplateUse> {
        match self.reach {
            Reach::Template(used) => Some(used),
            Reach::InWindow(instead) => instead,
        }
    }

    fn in_window(payload: &'n Payload, instead: Option<&'n TemplateUse>) -> Self {
        Self { payload: Some(payload), reach: Reach::InWindow(instead) }
    }
}

impl Body {
    /// The messages it sends, in order.
    pub fn sends(&self) -> Vec<Sent<'_>> {
        match self {
            Self::Send(send) => {
                send.messages.iter().map(|it| Sent::in_window(it, send.if_closed.as_ref())).collect()
            }
            Self::SendTemplate(it) => vec![Sent { payload: None, reach: Reach::Template(&it.template) }],
            Self::Ask(ask) => vec![Sent::in_window(&ask.message, ask.if_closed.as_ref())],
            Self::Flow(flow) => vec![Sent::in_window(&flow.message, flow.if_closed.as_ref())],
            _ => Vec::new(),
        }
    }

    /// About how many people come in by it on one day, as its owner says; none: nobody said, or the people write.
    pub fn people(&self) -> Option<u32> {
        match self {
            Self::OptIn(it) => it.people,
            Self::Event(it) => it.people,
            Self::Date(it) => it.people,
            Self::Schedule(it) => it.people,
            Self::Webhook(it) => it.people,
            Self::Manual(it) => it.people,
            _ => None,
        }
    }

    /// The time after which a wait for somebody or something is over.
    pub fn timeout(&self) -> Option<Length> {
        match self {
            Self::Ask(ask) => ask.timeout,
            Self::Flow(flow) => flow.timeout,
            Self::WaitReply(wait) => wait.timeout,
            Self::WaitEvent(wait) => wait.timeout,
            Self::WaitStatus(wait) => wait.timeout,
            Self::Http(http) => Some(http.outside.timeout),
            Self::Crm(crm) => Some(crm.outside.timeout),
            Self::Calendar(calendar) => Some(calendar.outside.timeout),
            Self::Shop(shop) => Some(shop.outside.timeout),
            Self::Ai(ai) => Some(ai.outside.timeout),
            _ => None,
        }
    }

    /// What asking another system is like, where it does.
    pub fn outside(&self) -> Option<&Outside> {
        match self {
            Self::Http(http) => Some(&http.outside),
            Self::Crm(crm) => Some(&crm.outside),
            Self::Calendar(calendar) => Some(&calendar.outside),
            Self::Shop(shop) => Some(&shop.outside),
            Self::Ai(ai) => Some(&ai.outside),
            _ => None,
        }
    }
}

/// What is wrong with a member of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::journey) struct Wrong {
    /// Where in the node, as steps.
    pub(in crate::journey) path: Vec<Step>,
    /// What is wrong, as a sentence without a full stop.
    pub(in crate::journey) why: String,
}

/// A step from a value into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::journey) enum Step {
    Member(String),
    Item(usize),
}

/// Reads a node's own members.
pub(in crate::journey) fn members<T: DeserializeOwned>(node: Value) -> Result<T, Wrong> {
    serde_path_to_error::deserialize(node).map_err(|error| {
        let path = error.path().iter().filter_map(|segment| match segment {
            serde_path_to_error::Segment::Seq { index } => Some(Step::Item(*index)),
            serde_path_to_error::Segment::Map { key } => Some(Step::Member(key.clone())),
            serde_path_to_error::Segment::Enum { .. } | serde_path_to_error::Segment::Unknown => None,
        });
        Wrong { path: path.collect(), why: error.inner().to_string() }
    })
}
