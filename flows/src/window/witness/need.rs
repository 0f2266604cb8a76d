//! The way back from a refusal: which states of each zone on the way lead there.

use crate::journey::Body;
use crate::window::search::{Came, Out, Search};
use crate::window::time::Move;
use crate::window::zone::{Arc, FOREVER, HOUR, OVER, Span, Zone, consent};

/// From one item to the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leg {
    /// The node that is left.
    pub(super) node: u32,
    pub(super) out: Out,
    pub(super) by: Move,
    /// What the person has to be like before.
    pub(super) before: Zone,
    /// And after.
    pub(super) after: Zone,
    /// Answers to atoms, among those of the search.
    pub(super) answers: (u32, u32),
}

/// The way to an item, from the start on; none: parts of zones do not go together.
pub(super) fn legs(search: &Search<'_>, item: u32, zone: Zone) -> Option<Vec<Leg>> {
    let mut way = Vec::new();
    let (mut at, mut need) = (item, zone);
    loop {
        let found = search.items.get(at as usize)?;
        let came = found.came;
        if came.out == Out::Start {
            break;
        }
        let from = search.items.get(came.from as usize)?;
        let (part, _, read) = search.graph.at(from.node)?;
        let quiet = search.graph.parts.get(part).and_then(|part| part.quiet);
        let clock = match &read.node.body {
            Body::WaitUntil(wait) => Some(u32::from(wait.time.minutes()) * 60_000),
            Body::Ai(_) if !from.again => None,
            _ if came.out == Out::Stays => quiet.map(|quiet| quiet.to),
            _ => None,
        };
        let before = before(&came, need, &read.node.body, clock, search.ad_top)?;
        way.push(Leg {
            node: from.node,
            out: came.out,
            by: came.by,
            before,
            after: need,
            answers: came.answers,
        });
        (at, need) = (came.from, before);
    }
    way.reverse();
    Some(way)
}

/// The part of a zone that leads to another one. `clock`: the time of day that is waited for.
fn before(came: &Came, need: Zone, body: &Body, clock: Option<u32>, ad_top: u32) -> Option<Zone> {
    let mut zone = came.zone;
    let rest = &mut zone.rest;
    rest.country &= need.rest.country;
    match came.by {
        Move::Now => {
            zone.w = zone.w.meet(need.w)?;
            rest.day = larger(rest.day.meet(need.rest.day))?;
            rest.ad = rest.ad.meet(need.rest.ad)?;
            if !matches!(body, Body::Consent(_)) {
                rest.consent &= need.rest.consent;
            }
        }
        by => {
            let pass = by.pass()?;
            if matches!(by, Move::Silent(_)) {
                zone.w = zone.w.meet(earlier(need.w, pass.least, pass.most, OVER)?)?;
                rest.ad = rest.ad.meet(earlier(need.rest.ad, pass.least, pass.most, ad_top)?)?;
            }
            let set = i64::from(pass.set) * i64::from(HOUR);
            let long = |length: u64| i64::try_from(length.min(FOREVER)).unwrap_or(i64::MAX / 4);
            if let Some(clock) = clock {
                let mut within = (pass.least, pass.most);
                if matches!(by, Move::Silent(_)) {
                    // How long it may be depends on the time of day: one of two lengths of silence, and what fits it
                    let lengths = |w: u32| {
                        let least = u64::from(need.w.lo).saturating_sub(u64::from(w)).max(pass.least);
                        let most = match need.w.hi {
                            OVER => Some(pass.most),
                            hi => u64::from(hi).checked_sub(u64::from(w)).map(|most| most.min(pass.most)),
                        };
                        most.filter(|most| least <= *most).map(|most| (w, (least, most)))
                    };
                    let (w, lengths) = lengths(zone.w.hi).or_else(|| lengths(zone.w.lo))?;
                    zone.w = Span::new(w, w);
                    within = lengths;
                }
                let day = Arc::at(clock).moved(-(long(within.1) + set), -(long(within.0) + set));
                rest.day = larger(rest.day.meet(day))?;
            } else if !need.rest.day.is_any() {
                let day = need.rest.day.moved(-(long(pass.most) + set), -(long(pass.least) + set));
                rest.day = larger(rest.day.meet(day))?;
            }
            if need.rest.consent & (consent::GIVEN | consent::STOPPED) == 0 {
                rest.consent &= need.rest.consent;
            }
        }
    }
    (rest.consent != 0 && rest.country != 0).then_some(zone)
}

fn larger(pieces: [Option<Arc>; 2]) -> Option<Arc> {
    pieces.into_iter().flatten().max_by_key(|arc| arc.len)
}

/// Times that are in a span after a length between two.
fn earlier(after: Span, least: u64, most: u64, top: u32) -> Option<Span> {
    let hi = if after.hi >= top { u64::from(top) } else { u64::from(after.hi).checked_sub(least)? };
    let lo = u64::from(after.lo).saturating_sub(most);
    let short = |value: u64| u32::try_from(value).unwrap_or(top).min(top);
    Some(Span::new(short(lo), short(hi)))
}
