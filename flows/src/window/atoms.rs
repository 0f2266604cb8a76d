//! What a branch asks, made ready for following zones: questions of the window, consent and the clock are answered by the
//! zone; every other question is an atom, whose answer is remembered as far as it is asked again.

use std::collections::BTreeMap;

use serde_json::Value;

use super::clock::Week;
use crate::engine::{is_asked, tests, yes_or_no};
use crate::journey::{Answer, Body, Condition, Expected, FieldName, JourneyNode, Stage, Test};
use crate::template::Category;

/// A question that the zone does not answer.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Atom {
    Tag(String),
    Stage(Stage),
    Field(FieldName, Test),
    /// This way of a split is the person's: journey, node, and the way's id.
    Way(usize, usize, String),
    /// The person's last words fit one of these questions.
    Heard(Vec<String>),
}

/// A condition over atoms.
#[derive(Debug, Clone)]
pub(super) enum Asked {
    All(Vec<Asked>),
    Any(Vec<Asked>),
    Not(Box<Asked>),
    Window,
    AdWindow,
    Consent,
    /// Marketing could be sent now.
    Marketing,
    /// From a time of day up to another one, in milliseconds.
    Between(u32, u32),
    /// On these days of the week.
    On(Week),
    Atom(u32),
}

/// All atoms of a proof.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    pub(super) all: Vec<Atom>,
    by_name: BTreeMap<String, u32>,
}

impl Atoms {
    pub(super) fn of(&mut self, atom: Atom) -> u32 {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let number = *self.by_name.entry(format!("{atom:?}")).or_insert(next);
        if number == next {
            self.all.push(atom);
        }
        number
    }

    pub(super) fn get(&self, number: u32) -> Option<&Atom> {
        self.all.get(number as usize)
    }

    pub(super) fn read(&mut self, condition: &Condition) -> Asked {
        let mut inner = |of: &[Condition]| of.iter().map(|it| self.read(it)).collect();
        match condition {
            Condition::All(of) => Asked::All(inner(of)),
            Condition::Any(of) => Asked::Any(inner(of)),
            Condition::Not(of) => Asked::Not(Box::new(self.read(of))),
            Condition::WindowOpen => Asked::Window,
            Condition::AdWindowOpen => Asked::AdWindow,
            Condition::Consent => Asked::Consent,
            Condition::Allowed(Category::Marketing) => Asked::Marketing,
            Condition::Allowed(_) => Asked::All(Vec::new()),
            Condition::Between(from, to) if from == to => Asked::Any(Vec::new()),
            Condition::Between(from, to) => {
                Asked::Between(u32::from(from.minutes()) * 60_000, u32::from(to.minutes()) * 60_000)
            }
            Condition::Tag(tag) => Asked::Atom(self.of(Atom::Tag(tag.clone()))),
            Condition::Stage(stage) => Asked::Atom(self.of(Atom::Stage(*stage))),
            Condition::On(days) => Asked::On(Week::of(days)),
            Condition::Field { name, test } => Asked::Atom(self.of(Atom::Field(name.clone(), test.clone()))),
        }
    }

    /// What else holds when an atom has an answer: the others with theirs.
    pub(super) fn follows(&self, number: u32, answer: bool) -> Vec<(u32, bool)> {
        let others = (0..).zip(&self.all).filter(|(other, _)| *other != number);
        match (self.get(number), answer) {
            (Some(Atom::Stage(_)), true) => others
                .filter(|(_, it)| matches!(it, Atom::Stage(_)))
                .map(|(other, _)| (other, false))
                .collect(),
            (Some(Atom::Way(journey, node, _)), true) => others
                .filter(|(_, it)| matches!(it, Atom::Way(j, n, _) if j == journey && n == node))
                .map(|(other, _)| (other, false))
                .collect(),
            (Some(Atom::Field(name, test)), _) => {
                let value = match (test, answer) {
                    (Test::Is(value), true) | (Test::IsNot(value), false) => value,
                    (Test::Known(known), answer) if *known != answer => &Value::Null,
                    _ => return Vec::new(),
                };
                others
                    .filter_map(|(other, it)| match it {
                        Atom::Field(of, test) if of == name => certain(test, value).map(|so| (other, so)),
                        _ => None,
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The answer to a test where it is the same for all values that count as this one. A number may be written as a text, a
/// text in other letters: contained parts are left open.
fn certain(test: &Test, value: &Value) -> Option<bool> {
    match test {
        Test::Contains(_) if !value.is_null() => None,
        // Yes is the same as several texts which are not the same among each other
        Test::Is(other) | Test::IsNot(other) if value.is_boolean() != other.is_boolean() => None,
        Test::Is(other) | Test::IsNot(other) if both_mean_yes_or_no(value, other) => None,
        _ => Some(tests(Some(value), test)),
    }
}

/// Whether two texts are different words for the same of the two: what is kept may be that, and neither of them.
fn both_mean_yes_or_no(one: &Value, other: &Value) -> bool {
    let meant = |value: &Value| value.as_str().and_then(yes_or_no);
    meant(one).is_some() && meant(one) == meant(other) && !tests(Some(one), &Test::Is(other.clone()))
}

/// What a node does to the answer of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    Nothing,
    /// It may be another one afterwards.
    Forgets,
    Makes(bool),
}

/// What a node does to the answer of a question. Nodes that are left out do nothing.
pub(super) fn effect(node: &JourneyNode, atom: &Atom) -> Effect {
    match (&node.body, atom) {
        (Body::Tag(it), Atom::Tag(tag)) if it.remove.contains(tag) => Effect::Makes(false),
        (Body::Tag(it), Atom::Tag(tag)) if it.add.contains(tag) => Effect::Makes(true),
        (Body::SetStage(it), Atom::Stage(stage)) => Effect::Makes(it.set == *stage),
        (Body::Set(it), Atom::Field(name, test)) if it.field == *name => {
            if constant(&it.value) {
                Effect::Makes(tests(Some(&it.value), test))
            } else {
                Effect::Forgets
            }
        }
        (_, Atom::Field(name, _)) if writes(&node.body, name) => Effect::Forgets,
        // What is answered so has no words
        (Body::Flow(_), Atom::Heard(questions)) => Effect::Makes(asks(questions, "")),
        (Body::Ask(ask), Atom::Heard(questions)) => match ask.expects {
            Expected::Media => Effect::Makes(asks(questions, "")),
            Expected::Choice => taps(&ask.message.answers(), questions),
            _ => Effect::Nothing,
        },
        _ => Effect::Nothing,
    }
}

/// Whether words ask one of these questions.
pub(super) fn asks(questions: &[String], words: &str) -> bool {
    questions.iter().any(|question| is_asked(words, question))
}

/// What choosing one of the answers does: where all of them ask the same or none does, that is known.
fn taps(answers: &[Answer], questions: &[String]) -> Effect {
    let known = |answer: &Answer| (!answer.words.contains("{{")).then(|| asks(questions, &answer.words));
    let mut all = answers.iter().map(known);
    match all.next().flatten() {
        Some(first) if all.all(|it| it == Some(first)) => Effect::Makes(first),
        _ => Effect::Nothing,
    }
}

/// Whether a value is the same whatever is known of the person.
fn constant(value: &Value) -> bool {
    match value {
        Value::String(text) => !text.contains("{{"),
        Value::Array(items) => items.iter().all(constant),
        Value::Object(members) => members.values().all(constant),
        _ => true,
    }
}

/// Whether a node may note a value.
pub(super) fn writes(body: &Body, name: &FieldName) -> bool {
    match body {
        Body::Set(it) => it.field == *name,
        Body::Ask(it) => it.save.as_ref() == Some(name),
        Body::WaitReply(it) => it.save.as_ref() == Some(name),
        Body::Flow(it) => it.gives.contains_key(name),
        Body::WaitEvent(it) => it.gives.contains_key(name),
        Body::Event(it) => it.gives.contains_key(name),
        Body::Webhook(it) => it.gives.contains_key(name),
        Body::Ai(it) => name.0 == "ai_answer" || it.outside.gives.contains_key(name),
        other => other.outside().is_some_and(|outside| outside.gives.contains_key(name)),
    }
}
