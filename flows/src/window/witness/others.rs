//! What other runs of the person have to do for a way: they are begun where that can be.

use std::collections::BTreeMap;

use serde_json::Value;

use super::act::Actor;
use super::events::begins;
use super::values::fitting;
use crate::engine::{Event, Inbound, Moment, Person, State, step, tests};
use crate::journey::{Body, FieldName, JourneyName, Role, Test};
use crate::window::atoms::Atom;
use crate::window::time::Move;

impl Actor<'_, '_> {
    /// A run that would hear what the person writes instead of the one that is acted out.
    pub(super) fn hears_instead(&self, words: &str) -> Option<Event> {
        self.begun(&BTreeMap::new(), |state| {
            let words = Event::Wrote(Inbound::Text(words.to_owned()));
            self.goes_on_waiting(&step(self.project, state.clone(), &words, self.now).0)
        })
    }

    /// What branches ask that come next and is not so: another run changes it meanwhile.
    pub(super) fn others_change(&mut self, number: usize, end: Moment) {
        let next = self.way.iter().skip(number + 1).take_while(|leg| leg.by == Move::Now);
        let wanted: Vec<(Atom, bool)> = next
            .flat_map(|leg| {
                self.search.answers.iter().skip(leg.answers.0 as usize).take(leg.answers.1 as usize)
            })
            .filter_map(|(atom, so)| Some((self.search.graph.atoms.get(*atom)?.clone(), *so)))
            .collect();
        let is_so =
            |person: &Person| wanted.iter().all(|(atom, so)| answer(person, atom).is_none_or(|is| is == *so));
        if is_so(&self.state.person) || self.now >= end {
            return;
        }
        self.not_as_it_fires(end);
        let mut asked: BTreeMap<FieldName, Vec<(Test, bool)>> = BTreeMap::new();
        for (atom, so) in &wanted {
            if let Atom::Field(name, test) = atom {
                asked.entry(name.clone()).or_default().push((test.clone(), *so));
            }
        }
        let data = asked.into_iter().filter_map(|(name, asked)| Some((name, fitting(&asked)?))).collect();
        if let Some(event) = self.begun(&data, |state| is_so(&state.person)) {
            self.give(event);
        }
    }

    /// What begins another run, with values that may come with it, after which something is so and the run that is acted out
    /// waits as before. Of a journey that this one leads to only where no other will do: it would be running then.
    fn begun(&self, data: &BTreeMap<FieldName, Value>, is_so: impl Fn(&State) -> bool) -> Option<Event> {
        let led_to = |name: &JourneyName| self.search.graph.parts.iter().any(|part| part.name == name);
        let (later, first): (Vec<_>, Vec<_>) =
            self.project.journeys.iter().partition(|(name, _)| led_to(name));
        let journeys = first.into_iter().chain(later);
        let starts = journeys.flat_map(|(name, it)| it.nodes.iter().map(move |node| (name, node)));
        let triggers = starts.filter(|(_, node)| !node.off && node.body.role() == Role::Trigger);
        let mut events = triggers.filter_map(|(name, node)| {
            let mut given = match &node.body {
                Body::Event(event) => self.given(usize::MAX, &event.gives),
                _ => BTreeMap::new(),
            };
            given.extend(data.clone());
            // The person does not write and does not call
            begins(name, node, "", given)
                .filter(|event| matches!(event, Event::Started { .. } | Event::Happened { .. }))
        });
        events.find(|event| {
            let (state, _) = step(self.project, self.state.clone(), event, self.now);
            self.goes_on_waiting(&state) && is_so(&state)
        })
    }

    fn goes_on_waiting(&self, state: &State) -> bool {
        let is = |state: &State| state.run(self.run).map(|run| (run.epoch, run.node.clone(), run.until));
        is(state).is_some() && is(state) == is(&self.state)
    }
}

/// What is so of a person; none: it is no matter of what is known of them.
pub(super) fn answer(person: &Person, atom: &Atom) -> Option<bool> {
    Some(match atom {
        Atom::Tag(tag) => person.tags.contains(tag),
        Atom::Stage(stage) => person.stage == Some(*stage),
        Atom::Field(name, test) => tests(person.fields.get(name), test),
        _ => return None,
    })
}
