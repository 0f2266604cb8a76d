//! Sample answers of the business's own system, so that a Flow with an endpoint can be tried as if the
//! system were there.
//!
//! Each one is a note of the Flow, named by what was asked: `/answers/init/1`, `/answers/back/PICK/1`,
//! `/answers/exchange/ASK/2`. Its value is a [`SampleAnswer`]. A note that cannot be read as one is left
//! alone and not listed.

mod check;
mod fit;
mod follow;
mod routes;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use check::{ClientError, Fault, Misfit, faults};
pub(crate) use follow::{copied, forgotten, renamed};

use crate::edit::Notes;
use crate::flow::{Flow, Screen};
use crate::json::{Node, Pointer, Tree};
use routes::Routes;

/// The screen name with which a system ends the Flow.
pub(crate) const SUCCESS: &str = "SUCCESS";

/// First part of the names of all notes about answers.
const NOTES: &str = "answers";

/// What the phone asks the business's system.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Question {
    /// The Flow is opened with `data_exchange`: which screen comes first.
    Init,
    /// Somebody goes back to a screen with `refresh_on_back`.
    Back {
        /// Id of the screen they come back to.
        screen: String,
    },
    /// Something with a `data_exchange` action is pressed or chosen.
    Exchange {
        /// Id of its screen.
        screen: String,
    },
}

impl Question {
    /// Id of the screen that waits; none while no screen shows yet.
    pub fn screen(&self) -> Option<&str> {
        match self {
            Self::Init => None,
            Self::Back { screen } | Self::Exchange { screen } => Some(screen),
        }
    }

    /// What the names of its samples begin with; a number follows.
    pub fn note(&self) -> Pointer {
        let answers = Pointer::root().key(NOTES);
        match self {
            Self::Init => answers.key("init"),
            Self::Back { screen } => answers.key("back").key(screen),
            Self::Exchange { screen } => answers.key("exchange").key(screen),
        }
    }

    /// The question a note answers, and the number of the sample.
    fn of_note(at: &Pointer) -> Option<(Self, u32)> {
        let mut parts = at.tokens();
        if parts.next()? != NOTES {
            return None;
        }
        let question = match parts.next()?.as_ref() {
            "init" => Self::Init,
            "back" => Self::Back { screen: parts.next()?.into_owned() },
            "exchange" => Self::Exchange { screen: parts.next()?.into_owned() },
            _ => return None,
        };
        let number = parts.next()?.parse().ok()?;
        parts.next().is_none().then_some((question, number))
    }
}

/// What the system may answer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct SampleAnswer {
    /// What the owner calls it; may be empty.
    pub name: String,
    /// Id of the screen that shall show; none stays on the one that asked, `SUCCESS` ends the Flow.
    pub screen: Option<String>,
    /// `data` of the answer, as it would arrive; with `error_message` it is an error.
    pub data: BTreeMap<String, Value>,
    /// Trying the Flow answers with it without stopping.
    pub by_itself: bool,
}

/// A sample that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Sample {
    /// Name of its note.
    pub at: Pointer,
    /// The answer.
    pub answer: SampleAnswer,
    /// Why a phone would refuse it, in the order the screen lists its data; empty when it would not.
    pub faults: Vec<Fault>,
}

/// A question with what may be answered to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// What is asked.
    pub question: Question,
    /// Whether the Flow, as it is, asks that. False for samples that were kept when it no longer does.
    pub asks: bool,
    /// Ids of the screens it may lead to, in file order, without the one that asks.
    pub next: Vec<String>,
    /// An answer that fits: the next screen with its own examples. Without a name.
    pub suggested: SampleAnswer,
    /// The samples, oldest first.
    pub samples: Vec<Sample>,
}

/// Every question a Flow can ask, in the order of its screens, then those that only have samples left.
pub fn list(tree: &Tree, notes: &Notes) -> Vec<Asked> {
    let flow = Flow::of(tree);
    let routes = Routes::of(&flow);
    let mut kept: BTreeMap<Question, Vec<(u32, Pointer, SampleAnswer)>> = BTreeMap::new();
    for (at, value) in notes {
        let Some((question, number)) = Question::of_note(at) else { continue };
        let Ok(answer) = serde_json::from_value(value.clone()) else { continue };
        kept.entry(question).or_default().push((number, at.clone(), answer));
    }
    let mut all: Vec<(Question, bool)> =
        questions(&flow).into_iter().map(|question| (question, true)).collect();
    let left = kept.keys().filter(|question| !all.iter().any(|(asked, _)| asked == *question));
    let left: Vec<_> = left.map(|question| (question.clone(), false)).collect();
    all.extend(left);
    let asked = |(question, asks): (Question, bool)| {
        let mut samples = kept.remove(&question).unwrap_or_default();
        samples.sort_by_key(|(number, ..)| *number);
        let sample = |(_, at, answer): (u32, Pointer, SampleAnswer)| {
            let faults =
                check::with_routes(&flow, &routes, &question, answer.screen.as_deref(), &answer.data);
            Sample { at, answer, faults }
        };
        Asked {
            samples: samples.into_iter().map(sample).collect(),
            next: routes.next(&question).iter().map(ToString::to_string).collect(),
            suggested: suggested(&flow, &routes, &question),
            question,
            asks,
        }
    };
    all.into_iter().map(asked).collect()
}

/// Whether a note has the name of a sample.
pub(crate) fn is_sample(at: &Pointer) -> bool {
    Question::of_note(at).is_some()
}

/// What the Flow can ask, in the order of its screens.
fn questions(flow: &Flow<'_>) -> Vec<Question> {
    let mut found = Vec::new();
    if flow.data_api_version.is_some() {
        found.push(Question::Init);
    }
    for screen in flow.screens.iter().filter(|screen| !screen.id.is_empty()) {
        if asks(screen.node) {
            found.push(Question::Exchange { screen: screen.id.to_string() });
        }
        if screen.node.get("refresh_on_back").and_then(Node::as_bool) == Some(true) {
            found.push(Question::Back { screen: screen.id.to_string() });
        }
    }
    found.sort_by_key(|question| question.screen().and_then(|id| flow.screen(id)).map(|screen| screen.index));
    found.dedup();
    found
}

/// Whether a screen has an action that asks, in its parts or in the rows its data brings along.
fn asks(screen: Node<'_>) -> bool {
    let mut open = vec![screen];
    while let Some(node) = open.pop() {
        if node.get("name").is_some_and(|name| name.is_str("data_exchange")) {
            return true;
        }
        open.extend(node.members().map(|member| member.value).chain(node.items()));
    }
    false
}

/// An answer that fits: fresh data on the way back, else the first screen the ways allow, else the end.
fn suggested(flow: &Flow<'_>, routes: &Routes<'_>, question: &Question) -> SampleAnswer {
    let next = routes.next(question).first().and_then(|id| flow.screen(id));
    let (screen, data) = match (question, next) {
        (Question::Back { screen }, _) => (None, flow.screen(screen).map(examples).unwrap_or_default()),
        (_, Some(next)) => (Some(next.id.to_string()), examples(next)),
        (Question::Init, None) => (None, BTreeMap::new()),
        (Question::Exchange { .. }, None) => {
            let end = ("extension_message_response".to_owned(), json!({"params": {}}));
            (Some(SUCCESS.to_owned()), BTreeMap::from([end]))
        }
    };
    SampleAnswer { screen, data, ..SampleAnswer::default() }
}

/// The examples a screen's own data model gives.
fn examples(screen: &Screen<'_>) -> BTreeMap<String, Value> {
    let members = screen.data.into_iter().flat_map(|data| data.node.members());
    let example = |schema: Node<'_>| schema.get("__example__").map_or(Value::Null, Node::to_value);
    members.map(|member| (member.key().into_owned(), example(member.value))).collect()
}
