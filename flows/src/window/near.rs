//! A longer look: zones are kept apart as long as few of a node are alike, and then taken together with the nearest one; a loop that
//! the engine ends goes round all its rounds at once. It may rule out what is refused where the proof took more together.

use std::collections::BTreeSet;

use super::atoms::Asked;
use super::clock::{Arc, DAY, HOUR, NIGHT};
use super::graph::{Graph, millis, small};
use super::search::{Came, Kind, Search};
use super::time::{Move, Pass, passed};
use super::zone::{OVER, Rest, Span, Zone, capped};
use crate::journey::{Body, JourneyName};

/// Zones up to which it goes: they take about a tenth of a second. Ours.
pub(super) const MOST_NEAR: usize = 30_000;

/// What a longer look keeps.
pub(super) struct Near {
    /// The zones of each node that are followed already.
    there: Vec<Vec<Zone>>,
    look: Look,
    /// The times of day at which it stops where one grows; none: it does not go further than it has to.
    marks: Vec<u32>,
}

/// How closely a longer look goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Zones of a node that are alike before they are taken together.
    alike: usize,
    /// To so much the time since the person wrote is rounded where it grows, in milliseconds.
    round: u32,
    /// A time of day grows to the next one that something depends on.
    to_marks: bool,
    /// A wait in a run that ends by itself is cut in parts: how old the run is then and what the clocks say go together.
    in_parts: bool,
}

/// In about so many parts the life of a run is cut, at most. Ours.
const PARTS: u64 = 24;

/// The looks, the quickest first. Ours.
pub(super) const LOOKS: [Look; 3] = [
    Look { alike: 16, round: HOUR, to_marks: true, in_parts: false },
    Look { alike: 512, round: HOUR / 4, to_marks: false, in_parts: false },
    Look { alike: 512, round: HOUR / 4, to_marks: false, in_parts: true },
];

impl Search<'_> {
    /// All that was found, followed again in this way; none: that would be the same again, or there are too many zones.
    pub(super) fn followed_longer(&self, root: &JourneyName, look: Look) -> Option<Self> {
        let expires = || (0..self.graph.nodes.len()).any(|node| self.graph.expires(small(node)) > 0);
        let is_another = if look.in_parts { expires() } else { self.widened };
        if !self.is_small() || !is_another {
            return None;
        }
        let near = |graph: &Graph<'_>| {
            let there = vec![Vec::new(); graph.nodes.len() * 2];
            let marks = if look.to_marks { graph.marks() } else { Vec::new() };
            Kind::Near(Near { there, look, marks })
        };
        self.again(root, near).filter(|search| !search.gives_up())
    }

    /// The zones after some time: of a run that ends by itself, each part of that time by itself in the closest look.
    pub(super) fn passes(&self, node: u32, zone: Zone, least: u64, most: u64) -> Vec<(Zone, Pass)> {
        let expires = self.graph.expires(node);
        match &self.kind {
            Kind::Near(Near { look: Look { in_parts: true, .. }, .. }) if expires > 0 => {
                let most = most.min(expires.saturating_sub(zone.rest.age));
                let part = (expires / PARTS).max(HOUR.into());
                let parts = (least..=most).step_by(usize::try_from(part).unwrap_or(usize::MAX));
                parts.flat_map(|from| passed(zone, from, most.min(from + part - 1), self.ad_top)).collect()
            }
            _ => passed(zone, least, most, self.ad_top).collect(),
        }
    }

    /// A zone comes to a node.
    pub(super) fn arrive_near(&mut self, node: u32, again: bool, mut zone: Zone, mut came: Came) {
        let left = zone.rest.reach.saturating_sub(zone.w.hi);
        if zone.rest.reach < OVER && left > 0 && !came.widened && matches!(came.by, Move::Silent(_)) {
            came.widened = true;
            let rounds: Vec<_> = passed(zone, 0, left.into(), self.ad_top).collect();
            for (round, pass) in rounds {
                let Rest { consent, status, stays, .. } = zone.rest;
                let stays = if pass.set == 0 { stays } else { Arc::ANY };
                self.arrive(node, again, round.with(Rest { consent, status, stays, ..round.rest }), came);
            }
            return;
        }
        let slot = self.slot(node, again);
        let Kind::Near(Near { there, look, marks }) = &mut self.kind else { return };
        let Some(there) = there.get_mut(slot) else { return };
        if there.iter().any(|it| it.covers(&zone)) {
            return;
        }
        let alike = || there.iter().filter(|it| it.is_like(&zone));
        if alike().count() >= look.alike
            && let Some(nearest) = alike().min_by_key(|it| it.distance(&zone))
        {
            let both = nearest.hull(&zone, look.round, marks);
            (zone, came.widened) = (both.tightened().unwrap_or(both), true);
            if there.iter().any(|it| it.covers(&zone)) {
                return;
            }
        }
        there.retain(|it| !zone.covers(it));
        there.push(zone);
        self.keep(node, again, zone, came);
    }
}

impl Zone {
    pub(super) fn covers(&self, other: &Self) -> bool {
        self.w.covers(other.w) && self.rest.covers(&other.rest)
    }

    /// Whether only their times differ, and none is long over where the other is not.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (one, two) = (&self.rest, &other.rest);
        let over = |zone: &Self| (zone.w.lo == OVER, zone.w.hi == OVER);
        over(self) == over(other)
            && (one.known, one.value, one.consent, one.country)
                == (two.known, two.value, two.consent, two.country)
            && (one.status, one.fired, one.ends, one.set) == (two.status, two.fired, two.ends, two.set)
    }

    /// How much more there is in both taken together, in milliseconds.
    pub(super) fn distance(&self, other: &Self) -> u64 {
        let span =
            |one: Span, two: Span| u64::from(one.lo.abs_diff(two.lo)) + u64::from(one.hi.abs_diff(two.hi));
        let arc = |one: Arc, two: Arc| u64::from(one.joined(two).len - one.len.min(two.len));
        let (one, two) = (&self.rest, &other.rest);
        span(self.w, other.w)
            + arc(one.local.day, two.local.day)
            + arc(one.said, two.said)
            + one.age.abs_diff(two.age).min(OVER.into())
            + one.wrote.abs_diff(two.wrote).min(OVER.into())
    }

    /// A zone that has both. What grows does so up to the next mark.
    fn hull(&self, other: &Self, round: u32, marks: &[u32]) -> Self {
        let (one, two) = (self.rest, other.rest);
        let reach = one.reach.max(two.reach);
        let lo = if other.w.lo < self.w.lo { other.w.lo / round * round } else { self.w.lo };
        let rounded = other.w.hi.next_multiple_of(round).min(OVER - 1).min(reach).max(other.w.hi);
        let hi = if other.w.hi > self.w.hi { rounded } else { self.w.hi };
        let day = grown(one.local.day, two.local.day, marks);
        Self {
            w: Span::new(lo, hi),
            rest: Rest {
                local: one.local.joined_at(two.local, day),
                said: grown(one.said, two.said, marks),
                ad: Span::new(one.ad.lo.min(two.ad.lo), one.ad.hi.max(two.ad.hi)),
                age: one.age.min(two.age),
                wrote: one.wrote.min(two.wrote),
                reach,
                stays: grown(one.stays, two.stays, marks),
                ..one
            },
        }
    }
}

/// Times of day that have both. Where the first ones grow they do so up to the next mark.
fn grown(of: Arc, with: Arc, marks: &[u32]) -> Arc {
    let both = of.joined(with);
    let before = |time: u32| marks.iter().map(|mark| (time + DAY - mark) % DAY).min().unwrap_or_default();
    let after = |time: u32| marks.iter().map(|mark| (mark + DAY - time - 1) % DAY).min().unwrap_or_default();
    let end = |arc: Arc| (arc.lo + arc.len) % DAY;
    let earlier = if both.lo == of.lo { 0 } else { before(both.lo) };
    let later = if end(both) == end(of) { 0 } else { after(end(both)) };
    both.moved(-i64::from(earlier), later.into())
}

impl Graph<'_> {
    /// The times of day that something depends on, in milliseconds.
    pub(super) fn times(&self) -> Vec<u32> {
        let quiet = self.parts.iter().filter_map(|part| part.quiet.as_ref());
        let quiet = quiet.flat_map(|quiet| [quiet.hours.lo, quiet.to]);
        let mut times: Vec<u32> = [0, NIGHT].into_iter().chain(quiet).collect();
        for read in self.parts.iter().flat_map(|part| &part.nodes) {
            if let Body::WaitUntil(wait) = &read.node.body {
                times.push(u32::from(wait.time.minutes()) * 60_000);
            }
            read.cases.iter().for_each(|(_, asked)| asked.times(&mut times));
        }
        times
    }

    /// The same, and those a wait later.
    fn marks(&self) -> Vec<u32> {
        let mut marks = self.times();
        let reads = self.parts.iter().flat_map(|part| &part.nodes);
        let waits = reads.flat_map(|read| {
            let tries = if let Body::Ask(ask) = &read.node.body { u64::from(ask.tries) } else { 0 };
            let length = match &read.node.body {
                Body::Wait(wait) => Some(wait.lasts),
                Body::Typing(typing) => Some(typing.lasts),
                body => body.timeout(),
            };
            let day = u64::from(DAY);
            let length = u32::try_from(millis(length) % day).unwrap_or_default();
            (1..=tries + 1).map(move |times| capped(u64::from(length) * times, DAY) % DAY)
        });
        let waits: BTreeSet<u32> = waits.collect();
        let later = marks.iter().flat_map(|mark| waits.iter().map(move |wait| (mark + wait) % DAY));
        let later: Vec<u32> = later.collect();
        marks.extend(later);
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}

impl Asked {
    /// The times of day that are asked for.
    fn times(&self, into: &mut Vec<u32>) {
        match self {
            Self::All(of) | Self::Any(of) => of.iter().for_each(|inner| inner.times(into)),
            Self::Not(of) => of.times(into),
            Self::Between(from, to) => into.extend([from, to]),
            _ => (),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::window::clock::{Local, Week};
    use crate::window::search::anything;

    /// Arcs from every two hours on, of every length of five hours; the last is any time.
    fn arcs() -> impl Iterator<Item = Arc> + Clone {
        let all =
            (0..12).flat_map(|lo| (0..5).map(move |len| Arc { lo: lo * 2 * HOUR, len: len * 5 * HOUR }));
        all.chain([Arc::ANY])
    }

    #[test]
    fn times_that_grow_have_both_and_stop_at_marks() {
        let marks = [0, 5 * HOUR, 21 * HOUR];
        for (of, with) in arcs().flat_map(|of| arcs().map(move |with| (of, with))) {
            for marks in [&marks[..], &[]] {
                let both = grown(of, with, marks);
                assert!(both.covers(of) && both.covers(with), "{of:?} {with:?} {both:?}");
            }
        }
        let hours = |lo: u32, to: u32| Arc::between(lo * HOUR, to * HOUR);
        assert_eq!(grown(hours(6, 8), hours(7, 9), &marks), hours(6, 21));
        assert_eq!(grown(hours(6, 8), hours(4, 7), &marks), hours(0, 8));
        assert_eq!(grown(hours(6, 8), hours(6, 7), &marks), hours(6, 8));
    }

    #[test]
    fn two_zones_taken_together_have_all_of_both() {
        let zone = |w: (u32, u32), day: Arc, said: Arc, wrote: i64| Zone {
            w: Span::new(w.0 * HOUR, w.1 * HOUR),
            rest: Rest { local: Local { day, week: Week::ANY }, said, wrote, ..anything(OVER) },
        };
        let zones: Vec<Zone> = arcs()
            .zip(arcs().skip(7))
            .zip([(0, 1), (3, 23), (2, 24), (24, 24)].into_iter().cycle())
            .map(|((day, said), w)| zone(w, day, said, i64::from(w.0)))
            .collect();
        for (one, two) in zones.iter().flat_map(|one| zones.iter().map(move |two| (one, two))) {
            let both = one.hull(two, HOUR, &[0, 5 * HOUR]);
            assert!(both.covers(one) && both.covers(two), "{one:?} {two:?} {both:?}");
        }
    }
}
