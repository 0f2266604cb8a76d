//! What a wait is over by: time, something that happens, a status, somebody of the business.

use std::collections::BTreeMap;

use serde_json::Value;

use super::run::{Engine, Then};
use super::{End, Run, Wait, What, values};
use crate::journey::{Awaited, Body, FieldName, output};

/// Whether a message came as far as is waited for: what was read was delivered.
pub(super) fn reached(status: Option<Awaited>, awaited: Awaited) -> bool {
    match status {
        Some(Awaited::Read) => true,
        Some(Awaited::Delivered) => awaited == Awaited::Delivered,
        None => false,
    }
}

impl Engine<'_> {
    /// Everything that is due up to now, the earliest first, then by run.
    pub(super) fn fires(&mut self) {
        loop {
            let due = self.state.runs.iter().filter_map(|run| Some((run.due()?, run.number)));
            let Some((_, number)) = due.filter(|(due, _)| *due <= self.now).min() else { return };
            let Some(run) = self.take(number) else { return };
            self.fires_one(run);
        }
    }

    fn fires_one(&mut self, mut run: Run) {
        if run.expires.is_some_and(|expires| expires <= self.now) {
            return self.tell(&run, What::Ended { why: End::Expired });
        }
        run.until = None;
        let then = match std::mem::take(&mut run.wait) {
            Wait::Time => Then::next(),
            Wait::System => Then::by(output::FAILED),
            Wait::Quiet { slot, words } => match (self.node(&run), words) {
                (Some(node), Some(words)) => self.says_words(&mut run, node, &words),
                (Some(node), None) => self.says(&mut run, node, slot),
                (None, _) => Then::next(),
            },
            _ => Then::by(output::NO_ANSWER),
        };
        self.go(run, then);
    }

    /// Ends what was over before now, should it not have been told that time passed.
    pub(super) fn expires(&mut self) {
        let now = self.now;
        let over = |run: &Run| run.expires.is_some_and(|expires| expires < now);
        if self.state.runs.iter().any(over) {
            let (gone, left) = std::mem::take(&mut self.state.runs).into_iter().partition(over);
            self.state.runs = left;
            let gone: Vec<Run> = gone;
            for run in &gone {
                self.tell(run, What::Ended { why: End::Expired });
            }
        }
    }

    /// Numbers of the runs that wait for something.
    pub(super) fn waiting(&self, wants: impl Fn(&Run) -> bool) -> Vec<u32> {
        self.state.runs.iter().filter(|run| wants(run)).map(|run| run.number).collect()
    }

    /// Something happened: it is given to all who wait for it. Tells who was the first of them.
    pub(super) fn happened(&mut self, name: &str, data: &BTreeMap<FieldName, Value>) -> Option<u32> {
        let awaits = |run: &Run| match self.node(run).map(|node| &node.body) {
            Some(Body::WaitEvent(wait)) => {
                run.wait == Wait::Event && wait.event == name && self.is_of(run, wait.matches.as_ref(), data)
            }
            _ => false,
        };
        let waiting = self.waiting(awaits);
        for number in &waiting {
            let Some(mut run) = self.take(*number) else { continue };
            if let Some(Body::WaitEvent(wait)) = self.node(&run).map(|node| &node.body) {
                self.note_given(&mut run, data, &wait.gives);
            }
            self.go(run, Then::next());
        }
        waiting.first().copied()
    }

    /// Whether what happened is about the same thing as a run. What one of the two does not know cannot differ.
    fn is_of(&self, run: &Run, by: Option<&FieldName>, data: &BTreeMap<FieldName, Value>) -> bool {
        let differs = |name: &FieldName| {
            let (theirs, ours) = (data.get(name)?, self.value(run, name)?);
            Some(!theirs.is_null() && !ours.is_null() && !values::same(theirs, ours))
        };
        !by.and_then(differs).unwrap_or_default()
    }

    /// A message came further. A status that says less than an earlier one changes nothing.
    pub(super) fn status(&mut self, send: u32, status: Awaited) {
        for number in self.waiting(|run| run.sent == Some(send)) {
            let Some(mut run) = self.take(number) else { continue };
            if run.status != Some(Awaited::Read) {
                run.status = Some(status);
            }
            let awaited = match self.node(&run).map(|node| &node.body) {
                Some(Body::WaitStatus(wait)) if run.wait == Wait::Status => Some(wait.status),
                _ => None,
            };
            let over = awaited.is_some_and(|awaited| reached(run.status, awaited));
            self.go(run, if over { Then::next() } else { Then::Waits });
        }
    }

    /// Whoever took over is done.
    pub(super) fn resolved(&mut self, number: u32) {
        let waits = self.state.run(number).is_some_and(|run| run.wait == Wait::Somebody);
        if let Some(run) = waits.then(|| self.take(number)).flatten() {
            self.go(run, Then::next());
        }
    }
}
