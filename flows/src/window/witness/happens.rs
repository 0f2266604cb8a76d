//! What may happen to a person next: what they write, what systems answer, what begins.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::events::{begins, misfit, of_assistant, sample, words};
use super::people::idle_words;
use super::values::fitting;
use crate::engine::{CALL, Event, Inbound, Moment, Run, State, Wait, value_of};
use crate::journey::{Body, DataType, Expected, FieldName, JourneyName, JourneyNode, Project, Test};
use crate::window::atoms::Atom;
use crate::window::clock::{DAY, Week};
use crate::window::search::Search;
use crate::window::transfer::any_or;

/// All that may happen in a project.
pub(super) struct Happens<'a> {
    project: &'a Project,
    /// What people write.
    words: Vec<String>,
    /// What begins runs other than words, and for what is on a clock its time of day with its days.
    starts: Vec<(Event, Option<(u32, Week)>)>,
    /// Values for which branches go one way or the other.
    pub(super) values: BTreeMap<FieldName, Vec<Value>>,
}

impl<'a> Happens<'a> {
    pub(super) fn of(project: &'a Project, search: &Search<'_>) -> Self {
        let mut values: BTreeMap<FieldName, Vec<Value>> = BTreeMap::new();
        for atom in &search.graph.atoms.all {
            if let Atom::Field(name, test) = atom {
                let fits = |so| fitting(&[(test.clone(), so), (Test::Known(true), true)]);
                values.entry(name.clone()).or_default().extend([true, false].into_iter().filter_map(fits));
            }
        }
        let root = search.graph.parts.first().map(|root| root.name);
        let idle = root.map(|root| idle_words(project, root));
        let said = nodes(project).filter_map(|(_, node)| match &node.body {
            Body::Keyword(keyword) => keyword.words.first().cloned(),
            Body::Link(link) => Some(link.text.clone()),
            Body::Faq(faq) => faq.entries.first().and_then(|entry| entry.questions.first()).cloned(),
            _ => None,
        });
        let asked = values.values().flatten().map(words);
        let all: BTreeSet<String> = said.chain(asked).chain(idle.clone()).collect();
        let mut happens = Self { project, words: all.into_iter().collect(), starts: Vec::new(), values };
        happens.starts = happens.starts(&idle.unwrap_or_default());
        happens
    }

    fn starts(&self, idle: &str) -> Vec<(Event, Option<(u32, Week)>)> {
        let asked = self.values.iter().flat_map(|(name, all)| all.iter().map(move |value| (name, value)));
        let noted = asked.map(|(name, value)| [(name.clone(), value.clone())].into());
        let noted: Vec<BTreeMap<FieldName, Value>> = [BTreeMap::new()].into_iter().chain(noted).collect();
        let starts = nodes(self.project).flat_map(|(journey, node)| {
            let (given, clock): (Vec<_>, _) = match &node.body {
                Body::Event(event) if event.event == CALL => (Vec::new(), None),
                Body::Event(event) => (self.given(&event.gives).collect(), None),
                Body::Webhook(webhook) => (self.given(&webhook.gives).collect(), None),
                Body::Ad(_) | Body::Reply(_) => (vec![BTreeMap::new()], None),
                Body::OptIn(_) | Body::Manual(_) => (noted.clone(), None),
                Body::Date(date) => (noted.clone(), Some((date.at, Week::ANY))),
                Body::Schedule(schedule) => (noted.clone(), Some((schedule.at, any_or(&schedule.on)))),
                _ => (Vec::new(), None),
            };
            let clock = clock.map(|(at, on)| (u32::from(at.minutes()) * 60_000, on));
            given.into_iter().filter_map(move |data| Some((begins(journey, node, idle, data)?, clock)))
        });
        starts.collect()
    }

    /// The times of day at which something begins, in milliseconds.
    pub(super) fn times(&self) -> impl Iterator<Item = u32> {
        self.starts.iter().filter_map(|(_, clock)| Some(clock.as_ref()?.0))
    }

    /// What people and systems may do at a moment, in UTC. `begins`: runs may begin.
    pub(super) fn at(&self, state: &State, now: Moment, begins: bool) -> Vec<Event> {
        let mut events: Vec<Event> = state.runs.iter().flat_map(|run| self.of_run(state, run)).collect();
        events.extend(self.words.iter().map(|words| Event::Wrote(Inbound::Text(words.clone()))));
        events.push(Event::Called);
        let day = i64::from(DAY);
        // 1 January 1970 was a Thursday
        let is_now = |(at, on): (u32, Week)| {
            i64::from(at) == now.0.rem_euclid(day) && on.has(now.0.div_euclid(day) + 3)
        };
        let starts = self.starts.iter().filter(|(_, clock)| begins && clock.is_none_or(is_now));
        // A button that is asked for says what the question has it say
        let is_asked = |event: &Event| {
            let id = |event: &Event| match event {
                Event::Wrote(Inbound::Tapped { id, .. }) => Some(id.clone()),
                _ => None,
            };
            id(event).is_some_and(|tapped| events.iter().any(|it| id(it).as_ref() == Some(&tapped)))
        };
        let starts: Vec<Event> =
            starts.map(|(event, _)| event).filter(|event| !is_asked(event)).cloned().collect();
        events.extend(starts);
        events
    }

    /// What a run waits for.
    fn of_run(&self, state: &State, run: &Run) -> Vec<Event> {
        match (&run.wait, self.node(run).map(|node| &node.body)) {
            (Wait::Answer { .. }, Some(Body::Ask(ask))) => {
                let answers = ask.message.answers().into_iter();
                let taps = answers.map(|it| Inbound::Tapped { id: it.id, words: it.words });
                let fits = match &ask.expects {
                    Expected::Media => Some(Inbound::Media("1".to_owned())),
                    Expected::Location => Some(Inbound::Location("1 Main Street".to_owned())),
                    Expected::Text { .. } | Expected::Choice => None,
                };
                taps.chain(fits).chain([misfit(&ask.expects, "ok".to_owned())]).map(Event::Wrote).collect()
            }
            (Wait::Form, Some(Body::Flow(flow))) => {
                self.given(&flow.gives).map(|it| Event::Wrote(Inbound::Flow(it))).collect()
            }
            (Wait::Event, Some(Body::WaitEvent(wait))) => {
                let ours = wait
                    .matches
                    .as_ref()
                    .and_then(|name| Some((name.clone(), value_of(state, run, name)?.clone())));
                let given =
                    self.given(&wait.gives).map(|data| data.into_iter().chain(ours.clone()).collect());
                given.map(|data| Event::Happened { name: wait.event.clone(), data }).collect()
            }
            (Wait::Status, Some(Body::WaitStatus(wait))) => {
                run.sent.map(|send| Event::Status { send, status: wait.status }).into_iter().collect()
            }
            (Wait::Somebody, _) => vec![Event::Resolved { run: run.number }],
            _ => Vec::new(),
        }
    }

    /// What another system answers that is asked: at once.
    pub(super) fn answers(&self, run: &Run) -> Vec<Event> {
        let Some(body) = self.node(run).map(|node| &node.body) else { return Vec::new() };
        let Some(outside) = body.outside() else { return Vec::new() };
        let given = self.given(&outside.gives);
        let results: Vec<_> = if matches!(body, Body::Ai(_)) {
            given
                .flat_map(|given| [false, true].map(|hands_over| of_assistant(given.clone(), hands_over)))
                .collect()
        } else {
            given.collect()
        };
        let answered = |result| Event::Answered { run: run.number, epoch: run.epoch, result };
        results.into_iter().map(Some).chain([None]).map(answered).collect()
    }

    /// What may come with something: as many as there are values for one of them.
    fn given(
        &self,
        gives: &BTreeMap<FieldName, DataType>,
    ) -> impl Iterator<Item = BTreeMap<FieldName, Value>> {
        let asked = |name: &FieldName| self.values.get(name).map_or(&[][..], Vec::as_slice);
        let most = gives.keys().map(|name| asked(name).len()).max().unwrap_or_default().max(1);
        let value = |number: usize, (name, be): (&FieldName, &DataType)| {
            (name.clone(), asked(name).get(number).cloned().unwrap_or_else(|| sample(*be)))
        };
        let all: Vec<_> =
            (0..most).map(|number| gives.iter().map(|it| value(number, it)).collect()).collect();
        all.into_iter()
    }

    fn node(&self, run: &Run) -> Option<&'a JourneyNode> {
        self.project.journeys.get(&run.journey)?.node(&run.node)
    }
}

/// The nodes of all journeys that are on.
fn nodes(project: &Project) -> impl Iterator<Item = (&JourneyName, &JourneyNode)> {
    let all = project.journeys.iter();
    let nodes = all.flat_map(|(name, journey)| journey.nodes.iter().map(move |node| (name, node)));
    nodes.filter(|(_, node)| !node.off)
}
