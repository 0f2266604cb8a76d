//! A run in which a message is refused: its way is read back from where zones came from, its moments are chosen, and the
//! engine plays it. What is not refused there is no witness.

mod act;
mod bounds;
mod clocks;
mod events;
mod happens;
mod need;
mod others;
mod people;
mod times;
mod tried;
mod values;

use serde::Serialize;

use self::act::Actor;
use self::need::{Leg, legs};
use super::search::Search;
use super::zone::Zone;
use crate::engine::{Entry, Moment, Refusal, What};
use crate::journey::{Body, JourneyName, Length, NodeId, Project};
use crate::simulate::{Script, play, somebody};

/// How much longer the engine plays than the way takes: going round again it may be refused the next time. Ours.
const LATER: Length = Length::of_hours(14 * 24);

/// A run in which a message is refused.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Witness {
    /// What happens; the simulation plays it.
    pub script: Script,
    /// The way: each node and the output by which it is left. Into a called journey, and back from it, there is none.
    pub path: Vec<(JourneyName, NodeId, String)>,
    /// When it is refused.
    pub refused_at: Moment,
    /// How long the person has not written then; none: they never did.
    pub silent_for: Option<Length>,
}

/// A witness for a message that is refused for a part of an item's zone.
pub(super) fn find(
    project: &Project,
    search: &Search<'_>,
    message: usize,
    why: Refusal,
    item: u32,
    zone: Zone,
) -> Option<Witness> {
    let way = legs(search, item, zone)?;
    // Where zones were taken together no moments may lead on: up to there, and on by itself
    let whole = times::times(search, &way, zone).map(|times| (&*way, times));
    let (way, times) = whole.or_else(|| {
        let way = way.get(..way.iter().position(|leg| leg.widened)?)?;
        let last = way.last().map(|leg| leg.before)?;
        Some((way, times::times(search, way, last)?))
    })?;
    let wanted = values::wanted(search, way);
    let last = search.items.get(item as usize)?.node;
    let (script, until) = Actor::new(project, search, way, &wanted, &times, last)?.act()?;
    played(project, search, script, until.after(LATER), is_it(search, message, why)?)
}

/// A witness for a message that is refused, from all that may happen to a person.
pub(super) fn find_by_trying(
    project: &Project,
    search: &Search<'_>,
    message: usize,
    why: Refusal,
) -> Option<Witness> {
    let is_it = is_it(search, message, why)?;
    let root = search.graph.parts.first()?.name;
    // Runs that begin elsewhere are no matter of this journey
    let found = |script, until| {
        let witness = played(project, search, script, until, is_it)?;
        witness.path.first().is_some_and(|(journey, ..)| journey == root).then_some(witness)
    };
    tried::tried(project, search, (message, why), is_it, found)
}

/// Tells what was refused: this message, for this.
fn is_it<'s>(
    search: &'s Search<'_>,
    message: usize,
    why: Refusal,
) -> Option<impl Fn(&Entry) -> bool + Copy + use<'s>> {
    let slot = search.graph.slots.get(message)?;
    let part = search.graph.parts.get(slot.part)?;
    let (number, name, node) = (slot.number, part.name, &part.journey.nodes.get(slot.node)?.id);
    Some(move |entry: &Entry| {
        entry.what == What::Refused { slot: number, why }
            && entry.place.as_ref().is_some_and(|(journey, at)| journey == name && at == node)
    })
}

/// What came of a script, if it is refused in it; of somebody who has a name, where the way leaves that open.
fn played(
    project: &Project,
    search: &Search<'_>,
    script: Script,
    until: Moment,
    is_it: impl Fn(&Entry) -> bool,
) -> Option<Witness> {
    let seen = |script: Script| {
        let played = play(project, &script, until);
        let at = played.entries.iter().position(&is_it)?;
        let refused = played.entries.get(at)?;
        let before = played.entries.get(..at)?;
        let mut inbound = before.iter().rev().filter(|entry| matches!(entry.what, What::Inbound { .. }));
        let last = inbound.next().map(|entry| entry.at).or(script.person.last_inbound);
        let (refused_at, silent_for) = (refused.at, last.map(|last| refused.at.since(last)));
        Some(Witness { path: path(project, before, refused), refused_at, silent_for, script })
    };
    let witness = seen(script)?;
    let mut named = witness.script.clone();
    for (name, value) in somebody(project, search.graph.parts.first()?.name).fields {
        named.person.fields.entry(name).or_insert(value);
    }
    Some(seen(named).unwrap_or(witness))
}

/// Whether there may be moments at which a run comes to an item.
pub(super) fn may_come(search: &Search<'_>, item: u32) -> bool {
    let zone = search.items.get(item as usize).map(|item| item.zone);
    let way = zone.and_then(|zone| Some((legs(search, item, zone)?, zone)));
    way.is_some_and(|(way, zone)| times::may_be(search, &way, zone))
}

/// The way of the run that is refused, and of those that led to it.
fn path(project: &Project, before: &[Entry], refused: &Entry) -> Vec<(JourneyName, NodeId, String)> {
    let leads_on = |entry: &&Entry| {
        let place = entry.place.as_ref();
        let node = place.and_then(|(journey, node)| project.journeys.get(journey)?.node(node));
        node.is_some_and(|node| matches!(node.body, Body::GoTo(_)))
    };
    let mut run = refused.run;
    let mut way: Vec<(JourneyName, NodeId, String)> = Vec::new();
    let mut output = String::new();
    for (at, entry) in before.iter().enumerate().rev().filter(|(_, entry)| entry.run.is_some()) {
        if entry.run != run {
            continue;
        }
        match (&entry.what, &entry.place) {
            (What::Took { output: by }, _) => output.clone_from(by),
            (What::Came | What::Began, Some((journey, node))) => {
                way.push((journey.clone(), node.clone(), std::mem::take(&mut output)));
            }
            _ => (),
        }
        if entry.what == What::Began {
            // A way to another journey ends one run, perhaps more that are there, and begins the next
            let ended = before.get(..at).into_iter().flatten().rev();
            let mut ended =
                ended.take_while(|led| led.at == entry.at && matches!(led.what, What::Ended { .. }));
            match ended.find(leads_on) {
                Some(led) => run = led.run,
                None => break,
            }
        }
    }
    way.reverse();
    way
}
