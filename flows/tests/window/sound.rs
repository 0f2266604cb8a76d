//! The proof against the engine: random people go through random journeys, and nothing happens that was proved not to.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a wrong journey stops a test")]

use std::collections::{BTreeMap, BTreeSet};

use flows::engine::{Entry, Event, Moment, Refusal, State, What, step};
use flows::journey::{JourneyName, Project};
use flows::window::{MessageProof, MessageReach, Proof, Settled, Verdict, prove};

use super::random::{Dice, moment, next, person, project, starts};

const REFUSALS: [Refusal; 4] = [Refusal::Window, Refusal::Consent, Refusal::Country, Refusal::Template];
/// Runs through each journey.
const RUNS: u64 = 12;
/// Events of a run.
const EVENTS: usize = 60;

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Journeys.
    pub(crate) journeys: u64,
    /// Messages that were proved.
    pub(crate) messages: u64,
    /// Messages that were sent or refused in runs.
    pub(crate) seen: u64,
    /// Refusals that may be.
    pub(crate) refusals: u64,
    /// Of them, those with a run that the engine refused.
    pub(crate) witnesses: u64,
    /// ... and those that a longer look ruled out.
    pub(crate) ruled_out: u64,
    /// Proofs that took zones together.
    pub(crate) widened: u64,
    /// What happened that was proved not to.
    pub(crate) unsound: Vec<String>,
    /// What was refused in runs of the journey that is at work: the message, and why.
    refused: BTreeSet<(usize, usize)>,
    /// Seeds of journeys with a refusal that is open.
    pub(crate) open: Vec<(u64, String)>,
}

impl Found {
    /// How many refusals are open of each rule, with zones taken together and without.
    pub(crate) fn classes(&self) -> BTreeMap<&str, usize> {
        let mut classes = BTreeMap::new();
        for (_, place) in &self.open {
            let class = place.split_once(' ').map_or("", |(_, class)| class);
            *classes.entry(class).or_default() += 1;
        }
        classes
    }
}

/// Tries the journeys of some seeds.
pub(crate) fn soundness(seeds: std::ops::Range<u64>) -> Found {
    let mut found = Found::default();
    for seed in seeds {
        let mut dice = Dice::new(seed);
        let project = project(&mut dice);
        let proof = prove(&project, &JourneyName("main".to_owned())).unwrap();
        found.journeys += 1;
        found.widened += u64::from(proof.widened);
        found.messages += proof.messages.len() as u64;
        found.refused.clear();
        for _ in 0..RUNS {
            run(&mut dice, seed, &project, &proof, &mut found);
        }
        for (number, message) in proof.messages.iter().enumerate() {
            for why in REFUSALS.into_iter().filter(|why| message.verdict(*why) != Verdict::Always) {
                found.refusals += 1;
                let place =
                    format!("{}/{} {why:?} widened: {}", message.journey, message.node, proof.widened);
                match proof.settle(number, why) {
                    Settled::Refused(_) => found.witnesses += 1,
                    Settled::Allowed if found.refused.contains(&(number, why as usize)) => {
                        found.unsound.push(format!("seed {seed}: {place} was ruled out"));
                    }
                    Settled::Allowed => found.ruled_out += 1,
                    Settled::Open => found.open.push((seed, place)),
                }
            }
        }
    }
    found
}

fn run(dice: &mut Dice, seed: u64, project: &Project, proof: &Proof<'_>, found: &mut Found) {
    let mut now = moment(dice);
    let mut state = State::new(person(dice, now));
    let mut event = starts(project);
    for _ in 0..EVENTS {
        let before = state.person.last_inbound;
        let told;
        (state, told) = step(project, state, &event, now);
        let last = state.person.last_inbound.max(before);
        for entry in &told {
            look(seed, entry, last, proof, found);
        }
        match (next(dice, &state, now), state.next_due()) {
            (Some((at, what)), _) => (now, event) = (at, what),
            (None, Some(due)) => (now, event) = (now.max(due), Event::Due),
            (None, None) => return,
        }
    }
}

/// Holds an entry of a run against the proof.
fn look(seed: u64, entry: &Entry, last: Option<Moment>, proof: &Proof<'_>, found: &mut Found) {
    let Some((journey, node)) = &entry.place else { return };
    let mut tell =
        |what: &str| found.unsound.push(format!("seed {seed}: {journey}/{node}: {what}: {entry:?}"));
    let of = |slot: u32, template: bool| {
        proof.messages.iter().enumerate().filter(move |(_, it): &(usize, &MessageProof)| {
            it.journey == *journey
                && it.node == *node
                && it.slot == slot
                && (it.reach == MessageReach::FreeForm) != template
        })
    };
    match &entry.what {
        What::Came if journey.0 == "main" && proof.unreachable.contains(node) => tell("is unreachable"),
        What::Refused { slot, why } => {
            for (number, it) in of(*slot, *why != Refusal::Window) {
                found.refused.insert((number, *why as usize));
                if it.verdict(*why) == Verdict::Always {
                    tell("was proved never to be refused");
                }
            }
            found.seen += 1;
        }
        // What is said after an answer that does not fit answers a message: it is no message of the proof
        What::Sent { payload, .. } if payload["text"]["body"] == "Again" => (),
        What::Sent { slot, template, .. } => {
            for (_, it) in of(*slot, template.is_some()) {
                let never = REFUSALS.iter().any(|why| it.verdict(*why) == Verdict::Never);
                if never || !it.reached {
                    tell("was proved never to be sent");
                }
                let silent = last.map(|last| entry.at.since(last));
                let longer = it.longest.is_some_and(|most| silent.is_none_or(|silent| silent > most));
                if longer || silent.is_some_and(|silent| silent < it.shortest && silent.millis() < 86_400_000)
                {
                    tell("was proved to be sent at other times");
                }
            }
            found.seen += 1;
        }
        _ => (),
    }
}

#[test]
fn nothing_happens_in_runs_that_was_proved_not_to() {
    let found = soundness(0..300);
    assert!(found.unsound.is_empty(), "{}\n{}", found.unsound.len(), found.unsound.join("\n"));
    assert!(found.seen > 20_000, "{}", found.seen);
    assert!(found.refusals > 300, "{}", found.refusals);
    let open: Vec<_> = found.open.iter().take(20).collect();
    assert!(
        found.open.is_empty(),
        "{} and {} of {}: {open:#?}\n{:#?}",
        found.witnesses,
        found.ruled_out,
        found.refusals,
        found.classes(),
    );
}

/// Journeys with a loop of seconds or minutes that a run cannot stay in for a day, and one with waits that end before it is so late:
/// by their seeds.
#[test]
fn what_a_run_is_too_old_for_is_ruled_out() {
    for seed in [5657, 15441, 15784, 16802, 16656] {
        let found = soundness(seed..seed + 1);
        assert!(found.unsound.is_empty(), "{}", found.unsound.join("\n"));
        assert!(found.ruled_out > 0 && found.open.is_empty(), "seed {seed}: {found:?}");
    }
}

/// Journeys with what needs a message in the instant of a question, a value that other runs change several times, or twenty answers in
/// a week: by their seeds.
#[test]
fn what_no_way_leads_to_is_found_by_trying() {
    for seed in [1950, 14269, 14952] {
        let found = soundness(seed..seed + 1);
        assert!(found.unsound.is_empty(), "{}", found.unsound.join("\n"));
        assert!(found.witnesses > 0 && found.open.is_empty(), "seed {seed}: {found:?}");
    }
}
