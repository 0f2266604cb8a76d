//! The way back from a refusal: which parts of the zones on the way lead there.

use crate::journey::Body;
use crate::window::search::{Came, Out, Search};
use crate::window::time::Move;
use crate::window::zone::{Zone, consent};

/// From one item to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leg {
    /// The node that is left.
    pub(super) node: u32,
    /// That node is looked at anew.
    pub(super) again: bool,
    pub(super) out: Out,
    pub(super) by: Move,
    /// What the person has to be like before.
    pub(super) before: Zone,
    /// And what consent has to be after.
    pub(super) consent: u8,
    /// What it leads to stands for more than what came.
    pub(super) widened: bool,
    /// Answers to atoms, among those of the search.
    pub(super) answers: (u32, u32),
}

/// The way to an item, from the start on; none: parts of zones do not go together.
pub(super) fn legs(search: &Search<'_>, item: u32, zone: Zone) -> Option<Vec<Leg>> {
    let mut way = Vec::new();
    let (mut at, mut need) = (item, zone);
    loop {
        let came = search.items.get(at as usize)?.came;
        if came.out == Out::Start {
            break;
        }
        let from = search.items.get(came.from as usize)?;
        let (_, _, read) = search.graph.at(from.node)?;
        let before = before(&came, need, !read.past && matches!(read.node.body, Body::Consent(_)))?;
        way.push(Leg {
            node: from.node,
            again: from.again,
            out: came.out,
            by: came.by,
            before,
            consent: need.rest.consent,
            widened: came.widened,
            answers: came.answers,
        });
        (at, need) = (came.from, before);
    }
    way.reverse();
    Some(way)
}

/// The part of a zone that leads to another one, but for its times: [`super::times`] finds those.
fn before(came: &Came, need: Zone, consents: bool) -> Option<Zone> {
    let mut zone = came.zone;
    let rest = &mut zone.rest;
    rest.country &= need.rest.country;
    let stays = match came.by {
        Move::Now => !consents,
        _ => need.rest.consent & (consent::GIVEN | consent::STOPPED) == 0,
    };
    if stays {
        rest.consent &= need.rest.consent;
    }
    (rest.consent != 0 && rest.country != 0).then_some(zone)
}
