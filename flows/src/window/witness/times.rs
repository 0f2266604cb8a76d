//! When everything on a way happens: exact moments at which each step's condition holds, all at once.
//!
//! A zone keeps each of its parts by itself; what two parts have to do with each other is lost in it. Here the whole way is
//! looked at: each moment on it is an unknown, and what has to hold are bounds on the difference of two unknowns (how long a
//! wait takes, how long ago the person wrote, how old the run is, and, once its day is chosen, the time of day). If
//! such bounds have no solution the way cannot be gone at all.

use super::bounds::Bounds;
use super::clocks::{Clocks, clocks};
use super::need::Leg;
use crate::engine::Moment;
use crate::journey::Body;
use crate::window::clock::{DAY, HOUR, Local, Week};
use crate::window::search::{Out, Search};
use crate::window::time::Move;
use crate::window::transfer::any_or;
use crate::window::zone::{FOREVER, OVER, Zone};

/// Days before the clocks are set on which such a run may begin. Ours.
const DAYS_BEFORE: i64 = 40;
/// Days that are tried for one moment with a time of day, and tries for a whole way. Ours.
const DAYS_TRIED: i64 = 10;
const MOST_TRIES: usize = 400;
/// Tries for a way of which only is asked whether it can be gone. Ours.
const FEW_TRIES: usize = 8;

const LONG_DAY: i64 = DAY as i64;

/// When everything happens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Times {
    pub(super) begin: Moment,
    /// The person's zone.
    pub(super) zone: &'static str,
    /// When the person last wrote before the run.
    pub(super) wrote: Moment,
    /// When they came from an ad before the run.
    pub(super) ad: Option<Moment>,
    /// By leg; none: no time passes there.
    pub(super) legs: Vec<Option<Timed>>,
}

/// When a leg is over, and what happens meanwhile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Timed {
    pub(super) end: Moment,
    /// The person writes; where their answer ends the leg, at its end.
    pub(super) wrote: Option<Moment>,
    /// What they write comes from an ad.
    pub(super) from_ad: bool,
    /// The last answer that does not fit.
    pub(super) misfit: Option<Moment>,
}

/// A moment with a time of day: within so much after a time of day, on some day of the week.
#[derive(Debug, Clone, Copy)]
struct Daily {
    unknown: usize,
    /// Milliseconds after local midnight; what the clocks were set by is taken off.
    from: i64,
    len: i64,
    /// The days of the week it may be on.
    on: Week,
    /// Where a time of day is waited for: when the wait began, and what the clocks were set by until then.
    since: Option<(usize, i64)>,
}

/// A way as unknowns and bounds.
struct Way {
    bounds: Bounds,
    daily: Vec<Daily>,
    /// How much time passes at least and at most since the last of them.
    passed: (i64, i64),
    /// Midnight of the first day, the begin, the last message before it, the ad before it.
    zero: usize,
    begin: usize,
    wrote: usize,
    ad: usize,
    /// That ad is asked for.
    ad_asked: bool,
    legs: Vec<Option<Unknowns>>,
    clocks: Clocks,
}

#[derive(Debug, Clone, Copy)]
struct Unknowns {
    end: usize,
    wrote: Option<usize>,
    from_ad: bool,
    misfit: Option<usize>,
}

/// Moments for a way to a part of a zone; none: nobody can go it.
pub(super) fn times(search: &Search<'_>, way: &[Leg], last: Zone) -> Option<Times> {
    // Once from an ad where that is asked for, once never
    drawings(search, way, last).find_map(|mut drawn| {
        drawn.bounds.solved()?;
        let [noon, long] = [12 * i64::from(HOUR), 2 * i64::from(OVER)];
        // Noon of the first day and people who have not written for two days are the easiest to read
        let easy = [(true, true), (false, true), (true, false), (false, false)];
        easy.into_iter().find_map(|(at_noon, silent)| {
            let before = drawn.bounds.all.len();
            if at_noon {
                drawn.bounds.later(drawn.zero, drawn.begin, noon, Some(noon));
            }
            if silent {
                drawn.bounds.later(drawn.wrote, drawn.begin, long, Some(long));
            }
            let found = drawn.solve();
            drawn.bounds.all.truncate(before);
            found
        })
    })
}

/// Whether there may be moments for a way: no when there are none, yes also when they are too many to try.
pub(super) fn may_be(search: &Search<'_>, way: &[Leg], last: Zone) -> bool {
    drawings(search, way, last).any(|mut drawn| {
        let mut tries = FEW_TRIES;
        drawn.bounds.solved().is_some() && (drawn.choose(0, None, &mut tries).is_some() || tries == 0)
    })
}

/// A way once from an ad where that is asked for, and once never, wherever its clocks may be set.
fn drawings<'w>(search: &'w Search<'_>, way: &'w [Leg], last: Zone) -> impl Iterator<Item = Way> + use<'w> {
    let mut set = way.iter().filter_map(|leg| leg.by.pass()).map(|pass| i64::from(pass.set));
    let set = set.find(|set| *set != 0).unwrap_or_default();
    let drawn = move |from_ads| {
        clocks(set).iter().map(move |clocks| Way::drawn(search, way, last, from_ads, *clocks))
    };
    [true, false].into_iter().flat_map(drawn)
}

impl Way {
    fn drawn(search: &Search<'_>, way: &[Leg], last: Zone, from_ads: bool, clocks: Clocks) -> Self {
        let mut bounds = Bounds::default();
        let [zero, begin, wrote, ad] = std::array::from_fn(|_| bounds.unknown());
        let first = if clocks.set == 0 { 0 } else { -DAYS_BEFORE * LONG_DAY };
        bounds.later(zero, begin, first, Some(7 * LONG_DAY));
        bounds.later(wrote, begin, 0, None);
        bounds.later(ad, wrote, 0, None);
        let mut drawn = Self {
            bounds,
            daily: Vec::new(),
            passed: (0, 0),
            zero,
            begin,
            wrote,
            ad,
            ad_asked: false,
            legs: Vec::new(),
            clocks,
        };
        drawn.draw(search, way, last, from_ads);
        drawn
    }

    fn draw(&mut self, search: &Search<'_>, way: &[Leg], last: Zone, from_ads: bool) {
        let start = way.first().map_or(last, |leg| leg.before);
        let wrote_first = start.w.hi == 0;
        let (mut now, mut wrote, mut ad) = (self.begin, self.wrote, self.ad);
        let (mut run, mut offset, mut fired) = (self.begin, 0_i64, false);
        if wrote_first {
            wrote = now;
        }
        if start.rest.ad.hi == 0 {
            ad = now;
        }
        for (number, leg) in way.iter().enumerate() {
            self.is_in(search, leg.before, (now, wrote, ad), offset);
            let Some(pass) = leg.by.pass() else {
                if matches!(search.graph.at(leg.node).map(|it| &it.2.node.body), Some(Body::GoTo(_))) {
                    run = now;
                }
                self.legs.push(None);
                continue;
            };
            let end = self.bounds.unknown();
            let before = offset;
            let body = search.graph.at(leg.node).map(|it| &it.2.node.body);
            let held = body.is_some_and(|body| leg.out.holds(leg.again, body));
            let timer = is_timer(leg, body) || held;
            let by_timer = i64::from(fired && !timer);
            let most = (pass.most < FOREVER).then(|| millis(pass.most));
            let shortest = millis(pass.least).max(by_timer);
            self.bounds.later(now, end, shortest, most);
            self.passed = (
                self.passed.0.saturating_add(shortest),
                self.passed.1.saturating_add(most.unwrap_or(i64::MAX)),
            );
            if pass.set != 0 {
                let clock = i64::from(HOUR) * self.clocks.hour;
                self.bounds.later(now, self.zero, 1 - clock, None);
                self.bounds.later(self.zero, end, clock, None);
                offset = i64::from(pass.set) * i64::from(HOUR);
            }
            self.waits_for_a_time(search, leg, (now, end), (before, offset), held);
            let expires = search.graph.expires(leg.node);
            if expires > 0 {
                self.bounds.later(run, end, 0, Some(millis(expires) - i64::from(timer)));
            }
            let mut unknowns = Unknowns { end, wrote: None, from_ad: false, misfit: None };
            let asked_for = from_ads && asks_for_ad(search, way, number + 1, last);
            match leg.by {
                Move::Now | Move::Silent(_) => (),
                Move::Answer(_) => {
                    wrote = end;
                    unknowns.wrote = Some(end);
                    unknowns.from_ad = asked_for;
                }
                Move::Wrote(_) => {
                    wrote = self.bounds.unknown();
                    self.bounds.later(now, wrote, i64::from(fired), None);
                    self.bounds.later(wrote, end, 0, None);
                    unknowns.wrote = Some(wrote);
                    unknowns.from_ad = asked_for;
                }
                Move::Unfit { length, .. } => {
                    let misfit = self.bounds.unknown();
                    self.bounds.later(now, misfit, i64::from(fired), None);
                    self.bounds.later(misfit, end, millis(length), Some(millis(length)));
                    wrote = self.bounds.unknown();
                    self.bounds.later(misfit, wrote, 0, None);
                    self.bounds.later(wrote, end, 0, None);
                    unknowns.wrote = Some(wrote);
                    unknowns.misfit = Some(misfit);
                }
            }
            if unknowns.from_ad {
                ad = wrote;
            }
            fired = timer;
            now = end;
            self.legs.push(Some(unknowns));
        }
        self.is_in(search, last, (now, wrote, ad), offset);
    }

    /// A moment at which the person is in a zone.
    fn is_in(
        &mut self,
        search: &Search<'_>,
        zone: Zone,
        (now, wrote, ad): (usize, usize, usize),
        offset: i64,
    ) {
        let most = |hi: u32, top: u32| (hi < top).then_some(i64::from(hi));
        if wrote != now {
            self.bounds.later(wrote, now, i64::from(zone.w.lo), most(zone.w.hi, OVER));
        }
        if ad != now && (zone.rest.ad.lo > 0 || zone.rest.ad.hi < search.ad_top) {
            self.bounds.later(ad, now, i64::from(zone.rest.ad.lo), most(zone.rest.ad.hi, search.ad_top));
            self.ad_asked |= ad == self.ad && zone.rest.ad.hi < search.ad_top;
        }
        let Local { day, week } = zone.rest.local;
        if !zone.rest.local.is_any() {
            let (from, len) = (i64::from(day.lo) - offset, i64::from(day.len));
            // Where nothing but the time since another such moment says so, that moment says it
            let is_known = self.daily.last().is_some_and(|last| {
                let (least, most) = self.passed;
                let from = last.from.saturating_add(least).saturating_sub(from).rem_euclid(LONG_DAY);
                week.is_any() && from.saturating_add(last.len).saturating_add(most - least) <= len
            });
            if !is_known {
                self.put(Daily { unknown: now, from, len, on: week, since: None });
            }
        }
    }

    fn waits_for_a_time(
        &mut self,
        search: &Search<'_>,
        leg: &Leg,
        (now, end): (usize, usize),
        (before, offset): (i64, i64),
        held: bool,
    ) {
        let Some((part, _, read)) = search.graph.at(leg.node) else { return };
        let (time, on) = match &read.node.body {
            _ if held => match search.graph.parts.get(part).and_then(|part| part.quiet) {
                Some(quiet) => (quiet.to, Week::ANY),
                None => return,
            },
            Body::WaitUntil(wait) => (u32::from(wait.time.minutes()) * 60_000, any_or(&wait.on)),
            _ => return,
        };
        // A time that the clocks leave out is when they are set
        let [hour, time] = [HOUR, time].map(i64::from);
        let left_out = offset > 0 && time / hour == self.clocks.hour;
        let len = if left_out { hour - time % hour } else { 0 };
        if offset < before && time / hour == (self.clocks.hour - 1).rem_euclid(24) {
            // Of a time that they say twice the first one counts: it has passed, or they are not set yet
            self.bounds.later(self.zero, end, self.clocks.hour * hour + LONG_DAY / 2, None);
        }
        let since = Some((now, offset - before));
        self.put(Daily { unknown: end, from: time - offset, len, on, since });
    }

    fn put(&mut self, daily: Daily) {
        self.daily.push(daily);
        self.passed = (0, 0);
    }

    fn solve(&mut self) -> Option<Times> {
        let mut tries = MOST_TRIES;
        let moments = self.choose(0, None, &mut tries)?;
        let zero = moments.get(self.zero)?;
        let midnight = self.clocks.midnight()?.0;
        let at = |unknown: usize| Some(Moment(midnight + moments.get(unknown)? - zero));
        let legs = self.legs.iter().map(|leg| {
            let leg = leg.as_ref()?;
            Some(Timed {
                end: at(leg.end)?,
                wrote: leg.wrote.and_then(at),
                from_ad: leg.from_ad,
                misfit: leg.misfit.and_then(at),
            })
        });
        Some(Times {
            begin: at(self.begin)?,
            zone: self.clocks.zone,
            wrote: at(self.wrote)?,
            ad: if self.ad_asked { at(self.ad) } else { None },
            legs: legs.collect(),
        })
    }

    /// Chooses the day of each moment that has a time of day, in their order.
    fn choose(&mut self, next: usize, after: Option<i64>, tries: &mut usize) -> Option<Vec<i64>> {
        let found = self.bounds.solved()?;
        let Some(daily) = self.daily.get(next).copied() else { return Some(found) };
        let first = after.map_or(if self.clocks.set == 0 { 0 } else { -DAYS_BEFORE }, |day| day - 1);
        let last = after.map_or(8, |day| day + DAYS_TRIED);
        let latest = self.bounds.most(self.zero, daily.unknown);
        let earliest = self.bounds.most(daily.unknown, self.zero);
        let last = latest.map_or(last, |most| last.min((most - daily.from).div_euclid(LONG_DAY)));
        let first =
            earliest.map_or(first, |most| first.max((-most - daily.from - daily.len).div_euclid(LONG_DAY)));
        let weekday = self.clocks.weekday();
        let meant = |day: i64| daily.on.has(weekday + day);
        for day in first..=last {
            if !meant(day) {
                continue;
            }
            *tries = tries.checked_sub(1)?;
            let before = self.bounds.all.len();
            let from = day * LONG_DAY + daily.from;
            self.bounds.later(self.zero, daily.unknown, from, Some(from + daily.len));
            if let Some((since, set)) = daily.since {
                // The day before, on which it would have been over, has passed
                let earlier = (1..=7).map(|days| day - days).find(|day| meant(*day)).unwrap_or(day - 7);
                self.bounds.later(self.zero, since, earlier * LONG_DAY + daily.from + set, None);
            }
            let found = self.choose(next + 1, Some(day), tries);
            self.bounds.all.truncate(before);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

/// Whether a leg ends by itself.
pub(super) fn is_timer(leg: &Leg, body: Option<&Body>) -> bool {
    matches!(leg.out, Out::By(crate::journey::output::NO_ANSWER))
        || matches!(body, Some(Body::Wait(_) | Body::WaitUntil(_) | Body::Typing(_)))
}

/// Whether somebody has to have come from an ad, before the person writes the next time.
fn asks_for_ad(search: &Search<'_>, way: &[Leg], from: usize, last: Zone) -> bool {
    let later = way.iter().skip(from);
    for leg in later {
        if leg.before.rest.ad.hi < search.ad_top && asks(search, leg.node) {
            return true;
        }
        if matches!(leg.by, Move::Answer(_) | Move::Wrote(_)) {
            return false;
        }
    }
    last.rest.ad.hi < search.ad_top
}

/// Whether a node looks at the time since the ad.
fn asks(search: &Search<'_>, node: u32) -> bool {
    search.graph.at(node).is_some_and(|(_, _, read)| matches!(read.node.body, Body::Branch(_)))
}

fn millis(length: u64) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX / 4)
}
