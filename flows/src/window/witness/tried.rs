//! Runs that are tried out: the engine is given whatever may happen, one thing after the other, and what comes to much the same as
//! something before is not followed. It finds what several runs of a person do to each other, and what has to happen very often. It
//! proves nothing.

use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::Value;

use super::happens::Happens;
use super::others::answer;
use crate::engine::{
    ConsentState, Entry, Event, Moment, Person, Refusal, Run, State, Wait, step, tests, value_of,
};
use crate::journey::{Body, FieldName, JourneyName, Length, NodeId, Project, ReEntry};
use crate::simulate::Script;
use crate::window::atoms::{Atom, asks};
use crate::window::clock::{DAY, HOUR};
use crate::window::graph::small;
use crate::window::search::Search;
use crate::window::zone::OVER;

/// How widely it is tried.
#[derive(Clone, Copy)]
struct Width {
    /// In how many runs the person is at once, at most.
    runs: usize,
    /// Lengths and times of day are much the same within so much, in milliseconds.
    near: i64,
    /// Steps of the engine, at most: 10,000 take about 40 milliseconds.
    steps: usize,
}

/// One run for longer, and several less closely. Ours.
const WIDTHS: [Width; 2] = [
    Width { runs: 1, near: HOUR as i64, steps: 60_000 },
    Width { runs: 2, near: 6 * HOUR as i64, steps: 20_000 },
];

/// A step in which so much happens counts as two. Ours.
const LONG: usize = 16;

/// A Monday, and times of it at which it begins, in hours. Ours.
const MONDAY: Moment = Moment(1_812_326_400_000);
const TIMES: [u32; 4] = [0, 6, 10, 18];

/// Where a person stands, and how they came there.
struct Stood {
    state: State,
    now: Moment,
    /// From where, and what happened; none: it begins.
    came: Option<(usize, Event)>,
}

/// What is tried.
struct Trial<'a, 'p> {
    project: &'a Project,
    search: &'a Search<'p>,
    why: Refusal,
    happens: Happens<'a>,
    /// The nodes from which the message may be come to.
    leads: HashSet<(&'p JourneyName, &'p NodeId)>,
    /// Times of day that something depends on, in milliseconds.
    times: Vec<u32>,
    has_day: bool,
    has_week: bool,
    consent: ConsentState,
    width: Width,
}

/// Tries whatever may happen until something that is looked for does, and what is made of that.
pub(super) fn tried<T>(
    project: &Project,
    search: &Search<'_>,
    (message, why): (usize, Refusal),
    is_it: impl Fn(&Entry) -> bool,
    found: impl Fn(Script, Moment) -> Option<T>,
) -> Option<T> {
    let is_asked = search.live.iter().any(|live| live.consent);
    let given = (why != Refusal::Consent).then_some(ConsentState::Given);
    let unknown = (why == Refusal::Consent || is_asked).then_some(ConsentState::Unknown);
    let mut trial = Trial {
        project,
        search,
        why,
        happens: Happens::of(project, search),
        leads: leads(search, message),
        times: search.graph.times(),
        has_day: search.live.iter().any(|live| live.day),
        has_week: search.live.iter().any(|live| live.week),
        consent: ConsentState::Unknown,
        width: WIDTHS[0],
    };
    let consents = given.into_iter().chain(unknown);
    consents.flat_map(|consent| WIDTHS.map(|width| (consent, width))).find_map(|(consent, width)| {
        (trial.consent, trial.width) = (consent, width);
        trial.follow(&is_it, &found)
    })
}

impl Trial<'_, '_> {
    fn follow<T>(
        &self,
        is_it: &impl Fn(&Entry) -> bool,
        found: &impl Fn(Script, Moment) -> Option<T>,
    ) -> Option<T> {
        let begins = |(person, now)| Stood { state: State::new(person), now, came: None };
        let mut all: Vec<Stood> = self.people().into_iter().map(begins).collect();
        let mut seen: HashSet<u64> = HashSet::new();
        let (mut next, mut left) = (0, self.width.steps);
        while let Some(stood) = all.get(next) {
            for (at, event) in self.moves(stood) {
                let (state, told) = step(self.project, all.get(next)?.state.clone(), &event, at);
                left = left.checked_sub(1 + told.len() / LONG)?;
                let is_found = told.iter().any(is_it);
                if is_found || (self.leads_there(&state) && seen.insert(self.like(&state, at))) {
                    all.push(Stood { state, now: at, came: Some((next, event)) });
                }
                if let Some(found) = is_found.then(|| found(script(&all)?, at)).flatten() {
                    return Some(found);
                }
            }
            next += 1;
        }
        None
    }

    /// Whether the message may still be come to.
    fn leads_there(&self, state: &State) -> bool {
        let root = self.search.graph.parts.first();
        let may_begin = root.is_some_and(|root| {
            root.journey.settings.re_entry != ReEntry::Never || !state.entered.contains(root.name)
        });
        let is_on_it = |run: &Run| self.leads.contains(&(&run.journey, &run.node));
        let runs = &state.runs;
        runs.len() <= self.width.runs
            && (may_begin && runs.len() < self.width.runs || runs.iter().any(is_on_it))
    }

    /// Whom it may be about, and when it begins.
    fn people(&self) -> Vec<(Person, Moment)> {
        let days = 0..if self.has_week { 7 } else { 1 };
        let times = TIMES.iter().take(if self.has_day { TIMES.len() } else { 1 }).map(|hours| hours * HOUR);
        let times: BTreeSet<u32> = times.chain(self.happens.times()).collect();
        let most = self.happens.values.values().map(Vec::len).max().unwrap_or_default();
        let tags = self.search.graph.atoms.all.iter().filter_map(|atom| match atom {
            Atom::Tag(tag) => Some(tag.clone()),
            _ => None,
        });
        let tags: BTreeSet<String> = tags.collect();
        let tags: BTreeSet<BTreeSet<String>> = [BTreeSet::new(), tags].into();
        let mut starts = self.search.graph.parts.first().into_iter().flat_map(|root| &root.journey.nodes);
        let is_first = starts.any(|node| matches!(node.body, Body::FirstMessage(_)) && !node.off);
        let mut people = Vec::new();
        for (day, time) in days.flat_map(|day| times.iter().map(move |time| (day, *time))) {
            let now = Moment(MONDAY.0 + day * i64::from(DAY) + i64::from(time));
            for (number, tags) in (0..=most).flat_map(|number| tags.iter().map(move |tags| (number, tags))) {
                let values = self.happens.values.iter();
                let known = values
                    .filter_map(|(name, all)| Some((name.clone(), all.get(number.checked_sub(1)?)?.clone())));
                let person = Person {
                    zone: "UTC".to_owned(),
                    country: if self.why == Refusal::Country { "US" } else { "DE" }.to_owned(),
                    consent: self.consent,
                    last_inbound: (!is_first).then_some(Moment(now.0 - 2 * i64::from(OVER))),
                    fields: known.collect(),
                    tags: tags.clone(),
                    ..Person::default()
                };
                people.push((person, now));
            }
        }
        people
    }

    /// What may happen next, and when.
    fn moves(&self, stood: &Stood) -> Vec<(Moment, Event)> {
        let Stood { state, now, .. } = stood;
        let due = state.next_due();
        // As in a simulation systems answer at once, or fail
        let asked = state.runs.iter().filter(|run| run.wait == Wait::System);
        let answers: Vec<Event> = asked.flat_map(|run| self.happens.answers(run)).collect();
        if !answers.is_empty() {
            return answers.into_iter().map(|event| (*now, event)).collect();
        }
        let moment = Length::of_millis(1);
        let listens = |run: &Run| matches!(run.wait, Wait::Answer { .. } | Wait::Reply | Wait::Form);
        // What is heard comes at once or as late as it may; what begins may do so beside another run
        let times = if self.width.runs == 1 || state.runs.iter().any(listens) {
            [Some(*now), due.map(|due| due.before(moment)), None]
        } else {
            [Some(*now), Some(now.after(moment)), due]
        };
        let may_be = |at: &Moment| at >= now && due.is_none_or(|due| *at <= due);
        let mut times: Vec<Moment> = times.into_iter().flatten().filter(may_be).collect();
        times.dedup();
        let begins = state.runs.len() < self.width.runs;
        let happens = times
            .into_iter()
            .flat_map(|at| self.happens.at(state, at, begins).into_iter().map(move |event| (at, event)));
        due.map(|due| (due.max(*now), Event::Due)).into_iter().chain(happens).collect()
    }

    /// Equal where a person stands much the same.
    fn like(&self, state: &State, now: Moment) -> u64 {
        let mut hash = DefaultHasher::new();
        let near = |length: Length| match length.millis() {
            // Now, and the moment before
            soon @ 0..=1 => soon,
            long if long > i64::from(DAY) => 2,
            length => 3 + length / self.width.near,
        };
        let mut runs: Vec<&Run> = state.runs.iter().collect();
        runs.sort_by_key(|run| run.order);
        let dues: BTreeSet<Moment> = runs.iter().filter_map(|run| run.due()).collect();
        for run in runs {
            (&run.root, &run.journey, &run.node, &run.calls).hash(&mut hash);
            format!("{:?} {:?}", run.wait, run.status).hash(&mut hash);
            if run.own.is_some() {
                self.asked(state, |name| value_of(state, run, name).cloned()).hash(&mut hash);
            }
            let due = run.due().map(|due| (near(due.since(now)), dues.iter().position(|it| *it == due)));
            due.hash(&mut hash);
        }
        let person = &state.person;
        self.asked(state, |name| person.fields.get(name).cloned()).hash(&mut hash);
        let silent = person.last_inbound.map(|last| now.since(last));
        (person.consent, silent.map(|it| (it.millis() >= i64::from(OVER), near(it)))).hash(&mut hash);
        let (day, time) = (now.0.div_euclid(i64::from(DAY)), now.0.rem_euclid(i64::from(DAY)));
        if self.has_day {
            let passed = self.times.iter().filter(|of| i64::from(**of) <= time).count();
            (time / self.width.near, passed).hash(&mut hash);
        }
        if self.has_week {
            (day % 7).hash(&mut hash);
        }
        hash.finish()
    }

    /// What branches and FAQs would find now.
    fn asked(&self, state: &State, known: impl Fn(&FieldName) -> Option<Value>) -> Vec<bool> {
        let found = |atom: &Atom| match atom {
            Atom::Field(name, test) => tests(known(name).as_ref(), test),
            Atom::Heard(questions) => state.heard.as_ref().is_some_and(|words| asks(questions, words)),
            other => answer(&state.person, other).unwrap_or_default(),
        };
        self.search.graph.atoms.all.iter().map(found).collect()
    }
}

/// The nodes from which a message may be come to.
fn leads<'p>(search: &Search<'p>, message: usize) -> HashSet<(&'p JourneyName, &'p NodeId)> {
    let graph = &search.graph;
    let slot = graph.slots.get(message).map(|slot| (slot.part, slot.node));
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); graph.nodes.len()];
    for (node, to) in graph.successors().iter().enumerate() {
        for to in to {
            before.get_mut(*to as usize).into_iter().for_each(|before| before.push(node));
        }
    }
    let is_it = |node: &usize| graph.at(small(*node)).map(|(part, at, _)| (part, at)) == slot;
    let mut waiting: Vec<usize> = (0..graph.nodes.len()).filter(is_it).collect();
    let mut leads: HashSet<usize> = HashSet::new();
    while let Some(node) = waiting.pop() {
        if leads.insert(node) {
            waiting.extend(before.get(node).into_iter().flatten());
        }
    }
    let named = leads.into_iter().filter_map(|node| {
        let (part, _, read) = graph.at(small(node))?;
        Some((graph.parts.get(part)?.name, &read.node.id))
    });
    named.collect()
}

/// All that happened up to the last one. What is due fires by itself, but where something comes after it in the same instant.
fn script(all: &[Stood]) -> Option<Script> {
    let mut events: Vec<(Moment, Event)> = Vec::new();
    let mut stood = all.last()?;
    while let Some((from, event)) = &stood.came {
        if *event != Event::Due || events.last().is_some_and(|(later, _)| *later == stood.now) {
            events.push((stood.now, event.clone()));
        }
        stood = all.get(*from)?;
    }
    events.reverse();
    Some(Script { person: stood.state.person.clone(), events })
}
