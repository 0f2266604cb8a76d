//! What the proof over all runs says of a journey, taken once.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::context::JourneyContext;
use crate::check::findings::Effort;
use crate::engine::Refusal;
use crate::journey::Length;
use crate::window::{self, MessageProof, Settled, Verdict};

/// Of so many messages the way to the refusal is told; of more only that it is refused. Ours: nobody reads further, and each way is
/// played.
const MOST_PLAYED: usize = 20;
/// In a journey of more steps no way is told: one alone takes a tenth of a second there. Ours; [`window::Proof::settle`] gives it
/// to whoever asks for one.
const PLAYED_UP_TO: usize = 300;

/// What rules ask of the proof.
#[derive(Debug, Default)]
pub(in crate::check) struct Proved {
    refused: Vec<Refused>,
    /// Nodes to which no run comes.
    unreached: BTreeSet<usize>,
    /// Nodes of this journey that lead to each other without time between.
    endless: Vec<Vec<usize>>,
    /// ... and those that do so more often than a run may.
    hasty: Vec<Vec<usize>>,
}

/// A message that is refused in some run.
#[derive(Debug, Clone)]
pub(super) struct Refused {
    pub(super) index: usize,
    /// Against which rule.
    pub(super) why: Refusal,
    /// Which of the node's messages.
    pub(super) slot: usize,
    /// In every run that comes to it.
    pub(super) always: bool,
    /// In the shortest run in which it is: how long the person has not written; none: they never did.
    pub(super) silent_for: Option<Length>,
    /// The nodes of that run, in order; none: it could not be found, or nobody reads it.
    pub(super) path: Vec<usize>,
    /// No run is known: it could be refused, and that is all that can be said so far.
    pub(super) unfound: bool,
}

impl JourneyContext<'_> {
    /// Messages of this journey that are refused in some run.
    pub(super) fn refused(&self, of: Refusal) -> impl Iterator<Item = &Refused> {
        self.proved().refused.iter().filter(move |refused| refused.why == of)
    }

    /// Whether of some message it is not known whether it is refused.
    pub(super) fn is_open(&self) -> bool {
        self.proved.get().is_some_and(|proved| proved.refused.iter().any(|refused| refused.unfound))
    }

    /// Nodes to which no run comes. Starts, notes and what is left out are none.
    pub(super) fn unreached(&self) -> &BTreeSet<usize> {
        &self.proved().unreached
    }

    /// Nodes that lead to each other without time between.
    pub(super) fn endless(&self) -> &[Vec<usize>] {
        &self.proved().endless
    }

    /// Nodes that lead to each other so often that a run is ended.
    pub(super) fn hasty(&self) -> &[Vec<usize>] {
        &self.proved().hasty
    }

    fn proved(&self) -> &Proved {
        self.proved.get_or_init(|| self.prove().unwrap_or_default())
    }

    fn prove(&self) -> Option<Proved> {
        let proof = window::prove(self.project(), &self.name)?;
        let played = Cell::new(0);
        let told = |(number, message): (usize, &MessageProof), why: Refusal| {
            let index = self.place(&message.node).filter(|_| message.journey == self.name)?;
            // Playing runs until one is refused is dear, and the way is only read
            let tells = self.effort != Effort::None
                && why != Refusal::Country
                && self.journey().nodes.len() <= PLAYED_UP_TO
                && played.replace(played.get() + 1) < MOST_PLAYED;
            let settled = || match self.effort {
                Effort::Whole => proof.settle(number, why),
                _ => proof.run(number, why).map_or(Settled::Open, |run| Settled::Refused(Box::new(run))),
            };
            let (witness, unfound) = match tells.then(settled) {
                Some(Settled::Allowed) => return None,
                Some(Settled::Refused(witness)) => (Some(witness), false),
                Some(Settled::Open) => (None, true),
                None => (None, false),
            };
            let path = witness.iter().flat_map(|witness| &witness.path);
            let here = path.filter(|(journey, ..)| *journey == self.name);
            Some(Refused {
                index,
                why,
                slot: usize::try_from(message.slot).ok()?,
                always: message.verdict(why) == Verdict::Never && !unfound,
                silent_for: witness.as_ref().and_then(|witness| witness.silent_for),
                path: here.filter_map(|(_, node, _)| self.place(node)).collect(),
                unfound,
            })
        };
        let refused = |why: Refusal| {
            let messages = proof.messages.iter().enumerate();
            let refused = messages.filter(move |(_, message)| message.verdict(why) != Verdict::Always);
            refused.filter_map(move |message| told(message, why)).collect::<Vec<_>>()
        };
        // Alone nothing is known of templates, and nothing is said of consent
        let asked: &[Refusal] = if self.knows_project {
            &[Refusal::Window, Refusal::Consent, Refusal::Country]
        } else {
            &[Refusal::Window]
        };
        let here = |nodes: &[(crate::journey::JourneyName, crate::journey::NodeId)]| -> Vec<usize> {
            let here = nodes.iter().filter(|(journey, _)| *journey == self.name);
            let mut places: Vec<usize> = here.filter_map(|(_, node)| self.place(node)).collect();
            places.sort_unstable();
            places
        };
        Some(Proved {
            refused: asked.iter().copied().flat_map(refused).collect(),
            unreached: proof.unreachable.iter().filter_map(|node| self.place(node)).collect(),
            endless: proof.endless.iter().map(|endless| here(&endless.nodes)).collect(),
            hasty: proof.hasty.iter().map(|hasty| here(&hasty.nodes)).collect(),
        })
    }
}
