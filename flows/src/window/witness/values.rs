//! What has to be known of a person so that branches go the wanted way: from the start, or from what they and other
//! systems answer on the way.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Leg;
use crate::engine::tests;
use crate::journey::{Body, FieldName, Test};
use crate::window::atoms::{Atom, Effect, effect, writes};
use crate::window::search::Search;
use crate::window::transfer::notes;

/// What is wanted of a person and on the way.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// Known at the start.
    pub(super) fields: BTreeMap<FieldName, Value>,
    /// Tags, stages and sides of splits at the start.
    pub(super) people: Vec<(Atom, bool)>,
    /// What a leg of the way has to note.
    pub(super) noted: BTreeMap<(usize, FieldName), Value>,
}

/// Where a value came from.
#[derive(Debug, Clone, Copy)]
enum Source {
    /// It was known before.
    Start,
    /// A leg of the way noted it.
    Leg(usize),
    /// Another run: what is asked of it is not so of what the way notes.
    Another,
}

/// Where a value came from, and what was asked of it since.
type Since = (Source, Vec<(Test, bool)>);

/// Reads the wishes of a way.
pub(super) fn wanted(search: &Search<'_>, way: &[Leg]) -> Wanted {
    let mut out = Wanted::default();
    // Tests of a value since the leg that noted it
    let mut open: BTreeMap<FieldName, Since> = BTreeMap::new();
    let mut made: Vec<Atom> = Vec::new();
    let close = |out: &mut Wanted, name: &FieldName, (from, asked): &Since| {
        let Some(value) = fitting(asked).filter(|_| !asked.is_empty()) else { return };
        match from {
            Source::Start if value.is_null() => (),
            Source::Start => {
                out.fields.insert(name.clone(), value);
            }
            Source::Leg(leg) => {
                out.noted.insert((*leg, name.clone()), value);
            }
            Source::Another => (),
        }
    };
    if let Some(Body::Schedule(schedule)) = first(search, way) {
        out.people.extend(schedule.tag.clone().map(|tag| (Atom::Tag(tag), true)));
    }
    for (number, leg) in way.iter().enumerate() {
        let (from, count) = leg.answers;
        let answers = search.answers.iter().skip(from as usize).take(count as usize);
        for (atom, so) in answers.filter_map(|(atom, so)| Some((search.graph.atoms.get(*atom)?, *so))) {
            match atom {
                Atom::Field(name, test) => {
                    let since = open.entry(name.clone()).or_insert((Source::Start, Vec::new()));
                    since.1.push((test.clone(), so));
                    if fitting(&since.1).is_none() {
                        since.1.pop();
                        close(&mut out, name, since);
                        *since = (Source::Another, vec![(test.clone(), so)]);
                    }
                }
                // What was asked first was so at the start
                other if !made.contains(other) && !out.people.iter().any(|(it, _)| it == other) => {
                    out.people.push((other.clone(), so));
                }
                _ => (),
            }
        }
        let Some((_, _, read)) = search.graph.at(leg.node) else { continue };
        if read.past || !notes(&read.node.body, leg.out) {
            continue;
        }
        for atom in &search.graph.atoms.all {
            match atom {
                Atom::Field(name, _) if writes(&read.node.body, name) => {
                    if let Some(since) = open.insert(name.clone(), (Source::Leg(number), Vec::new())) {
                        close(&mut out, name, &since);
                    }
                }
                Atom::Field(..) => (),
                other if effect(read.node, other) != Effect::Nothing => made.push(other.clone()),
                _ => (),
            }
        }
    }
    for (name, since) in &open {
        close(&mut out, name, since);
    }
    out
}

fn first<'s>(search: &'s Search<'_>, way: &[Leg]) -> Option<&'s Body> {
    let node = way.first().map_or(0, |leg| leg.node);
    search.graph.at(node).map(|(_, _, read)| &read.node.body)
}

/// A value that all tests answer as wanted; null: none at all.
pub(super) fn fitting(asked: &[(Test, bool)]) -> Option<Value> {
    let mut tries =
        vec![Value::Null, Value::from("something"), Value::from(7), Value::from(true), Value::from(false)];
    for (test, _) in asked {
        match test {
            Test::Is(value) | Test::IsNot(value) | Test::Contains(value) => tries.push(value.clone()),
            Test::Above(value) | Test::Below(value) => {
                tries.push(value.clone());
                if let Some(number) = value.as_f64() {
                    tries.extend([number + 1.0, number - 1.0].map(Value::from));
                }
                if let Some(day) = value.as_str().and_then(|text| text.parse::<jiff::civil::Date>().ok()) {
                    let days = [day.tomorrow(), day.yesterday()].into_iter().flatten();
                    tries.extend(days.map(|day| Value::from(day.to_string())));
                }
            }
            Test::Known(_) => (),
        }
    }
    let fits = |value: &Value| asked.iter().all(|(test, so)| tests(Some(value), test) == *so);
    tries.into_iter().find(fits)
}
