//! A run in which a message is refused: its way is read back from where zones came from, its moments are chosen, and the
//! engine plays it. What is not refused there is no witness.

mod act;
mod need;
mod people;
mod values;

use serde::Serialize;

use self::act::Actor;
use self::need::{Leg, legs};
use super::search::Search;
use super::zone::Zone;
use crate::engine::{Entry, Moment, Refusal, What};
use crate::journey::{JourneyName, Length, NodeId, Project};
use crate::simulate::{Script, play};

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
    let slot = search.graph.slots.get(message)?;
    let part = search.graph.parts.get(slot.part)?;
    let node = &part.journey.nodes.get(slot.node)?.id;
    let way = legs(search, item, zone)?;
    let is_it = |entry: &Entry| {
        entry.what == What::Refused { slot: slot.number, why }
            && entry.place.as_ref().is_some_and(|(journey, at)| journey == part.name && at == node)
    };
    let wanted = values::wanted(search, &way);
    let last = search.items.get(item as usize)?.node;
    for begin in people::begins(search, &way) {
        let Some(actor) = Actor::new(project, search, &way, &wanted, begin, last) else { continue };
        let Some((script, until)) = actor.act() else { continue };
        let played = play(project, &script, until.after(LATER));
        if let Some(at) = played.entries.iter().position(is_it) {
            let refused_at = played.entries.get(at)?.at;
            let before = played.entries.get(..at)?.iter().rev();
            let mut inbound = before.filter(|entry| matches!(entry.what, What::Inbound { .. }));
            let last = inbound.next().map(|entry| entry.at).or(script.person.last_inbound);
            let silent_for = last.map(|last| refused_at.since(last));
            return Some(Witness { path: path(search, &way, item), refused_at, silent_for, script });
        }
    }
    None
}

fn path(search: &Search<'_>, way: &[Leg], last: u32) -> Vec<(JourneyName, NodeId, String)> {
    let place = |node: u32| {
        let (part, _, read) = search.graph.at(node)?;
        Some((search.graph.parts.get(part)?.name.clone(), read.node.id.clone()))
    };
    let steps = way.iter().filter(|leg| leg.out != super::search::Out::Stays).filter_map(|leg| {
        let (journey, node) = place(leg.node)?;
        Some((journey, node, search.output(leg.node, leg.out)))
    });
    let end = search.items.get(last as usize).and_then(|item| place(item.node));
    steps.chain(end.map(|(journey, node)| (journey, node, String::new()))).collect()
}
