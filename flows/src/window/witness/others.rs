//! What other runs of the person have to do for a way: they are begun where that can be.

use super::act::Actor;
use crate::engine::{Event, Inbound, Moment, Person, State, step, tests};
use crate::journey::{Body, Role};
use crate::window::atoms::Atom;
use crate::window::time::Move;

impl Actor<'_, '_> {
    /// A run that would hear what the person writes instead of the one that is acted out.
    pub(super) fn hears_instead(&self, words: &str) -> Option<Event> {
        self.begun(self.now, |state| {
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
        if let Some(event) = self.begun(self.now, |state| is_so(&state.person)) {
            self.give(event);
        }
    }

    /// What begins another run, after which something is so and the run that is acted out waits as before.
    fn begun(&self, now: Moment, is_so: impl Fn(&State) -> bool) -> Option<Event> {
        let journeys = self.project.journeys.iter();
        let starts = journeys.flat_map(|(name, it)| it.nodes.iter().map(move |node| (name, node)));
        let mut events = starts.filter_map(|(name, node)| match &node.body {
            _ if node.off || node.body.role() != Role::Trigger => None,
            Body::Event(event) if event.event == crate::engine::CALL => None,
            Body::Event(event) => Some(Event::Happened {
                name: event.event.clone(),
                data: self.given(usize::MAX, &event.gives),
            }),
            _ => Some(Event::Started {
                journey: name.clone(),
                node: node.id.clone(),
                data: std::collections::BTreeMap::new(),
            }),
        });
        events.find(|event| {
            let (state, _) = step(self.project, self.state.clone(), event, now);
            self.goes_on_waiting(&state) && is_so(&state)
        })
    }

    fn goes_on_waiting(&self, state: &State) -> bool {
        let is = |state: &State| state.run(self.run).map(|run| (run.epoch, run.node.clone(), run.until));
        is(state).is_some() && is(state) == is(&self.state)
    }
}

/// What is so of a person; none: it is no matter of what is known of them.
fn answer(person: &Person, atom: &Atom) -> Option<bool> {
    Some(match atom {
        Atom::Tag(tag) => person.tags.contains(tag),
        Atom::Stage(stage) => person.stage == Some(*stage),
        Atom::Field(name, test) => tests(person.fields.get(name), test),
        _ => return None,
    })
}
