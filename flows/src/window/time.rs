//! What becomes of a zone while time passes.
//!
//! Clocks that are set forward or back are looked for only while the time of day is followed and a night in which they may be
//! lies in between: three successors instead of one.

use super::clock::{Arc, DAY, HOUR, Local, NIGHT, Set, Week, set_from};
use super::zone::{FOREVER, OVER, Rest, Span, Zone, consent, status};

/// What happens between two nodes. Lengths are in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// Nothing; no time passes.
    Now,
    /// Between so much and so much time passes, and the person does not write.
    Silent(Pass),
    /// The same, and the person writes meanwhile.
    Wrote(Pass),
    /// The person's answer ends the wait.
    Answer(Pass),
    /// Answers that did not fit began the time anew; this is how long it is. Then it is over.
    Unfit { pass: Pass, length: u64 },
}

/// How much time passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pass {
    pub(super) least: u64,
    pub(super) most: u64,
    /// Hours by which the clocks are set forward meanwhile.
    pub(super) set: i8,
}

impl Move {
    pub(super) fn pass(self) -> Option<Pass> {
        match self {
            Self::Now => None,
            Self::Silent(pass) | Self::Wrote(pass) | Self::Answer(pass) | Self::Unfit { pass, .. } => {
                Some(pass)
            }
        }
    }
}

/// Where an ad's free hours are over: the top of the time since it.
pub(super) type AdTop = u32;

/// The zone after some time, for each way in which the clocks may be set meanwhile. The time since the person wrote is as
/// if they did not.
pub(super) fn passed(zone: Zone, least: u64, most: u64, ad: AdTop) -> impl Iterator<Item = (Zone, Pass)> {
    let Rest { local, set, said, .. } = zone.rest;
    let to = last(local).saturating_add(most);
    // Any time of day stays any
    let sets = set.may_be(local.day.lo, if local.is_any() && said.is_any() { 0 } else { to });
    let parts = sets.flat_map(move |by| before(local, by, most).map(move |local| (local, by)));
    parts.map(move |(local, by)| {
        let hours = i64::from(by) * i64::from(HOUR);
        let set = set.after(local.day.lo, last(local).saturating_add(most), by);
        let pass = Pass { least, most, set: by };
        (later(zone, local.moved(long(least) + hours, long(most) + hours), set, pass, ad), pass)
    })
}

/// The last time of day, which may be on the next day.
fn last(local: Local) -> u64 {
    u64::from(local.day.lo) + u64::from(local.day.len)
}

/// The part of a time from which clocks may be set within some time: for the rest of the night, or when the next one begins.
fn before(local: Local, by: i8, most: u64) -> impl Iterator<Item = Local> {
    let within = u32::try_from(most).unwrap_or(DAY).min(DAY);
    let all = by == 0 || within >= DAY - NIGHT;
    let part = (!all).then(|| local.meet(Arc::between((DAY - within) % DAY, NIGHT)));
    let pieces = all.then_some(local).into_iter().chain(part.into_iter().flatten());
    pieces.filter_map(move |local| {
        let days = (last(local).saturating_add(most)) / u64::from(DAY);
        let week = if by == 0 { local.week } else { local.week.meet(set_from(local.day.lo, days)) };
        (!week.is_none()).then_some(Local { week, ..local })
    })
}

/// A time of day that is waited for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub(super) time: u32,
    /// The days that count.
    pub(super) on: Week,
    /// Of a time that the clocks say twice the second one counts, too.
    pub(super) twice: bool,
}

/// The zone after waiting for a time of day.
pub(super) fn until(zone: Zone, target: Target, ad: AdTop) -> Vec<(Zone, Pass)> {
    let Target { time, on, twice } = target;
    let mut out = Vec::new();
    // Clocks that are set back at midnight say the hour before it twice
    let may_be_twice = !(NIGHT..DAY - HOUR).contains(&time);
    let past_the_hour = u64::from(time % HOUR);
    let [hour, day] = [HOUR, DAY].map(u64::from);
    let mut push = |local: Local, set: Set, pass: Pass| {
        if pass.most > 0 {
            let pass = Pass { least: pass.least.max(1), ..pass };
            out.push((later(zone, local, set, pass, ad), pass));
        }
    };
    for first in zone.rest.local.until(time) {
        let from = u64::from(first.lo);
        for (days, week) in first.on.next(on, 0) {
            let later = u64::from(days) * day;
            let (least, most) = (first.least + later, first.most + later);
            let on = |week: Week| Local { day: Arc::at(time), week };
            for by in zone.rest.set.may_be(first.lo, from + most) {
                let set = zone.rest.set.after(first.lo, from + most, by);
                if by == 0 {
                    push(on(week), set, Pass { least, most, set: by });
                    continue;
                }
                let nights = days + u32::from(first.lo >= time);
                let week = week.meet(set_from(first.lo, nights.into()).later(nights.into()));
                let shorter = |length: u64| if by > 0 { length.saturating_sub(hour) } else { length + hour };
                if !week.is_none() {
                    push(on(week), set, Pass { least: shorter(least), most: shorter(most), set: by });
                }
                // A time that they leave out is over when they are set
                let week = week.meet(set_from(0, 0));
                if by > 0 && time < NIGHT && !week.is_none() {
                    let local = Local { day: Arc::at(time / HOUR * HOUR + HOUR), week };
                    let [least, most] = [least, most].map(|length| length.saturating_sub(past_the_hour));
                    push(local, zone.rest.set.now(by), Pass { least, most, set: by });
                }
            }
        }
        if may_be_twice && !twice && first.least <= past_the_hour {
            // It is the hour that is said for the second time: the time counts no more, a later day's does
            for (days, week) in first.on.next(on, 1) {
                let later = u64::from(days) * day;
                let (least, most) = (first.least + later, past_the_hour + later);
                let set = zone.rest.set.after(first.lo, from + most, 0);
                push(Local { day: Arc::at(time), week }, set, Pass { least, most, set: 0 });
            }
        }
    }
    out
}

/// The zone after some time, with what the clocks say then.
fn later(zone: Zone, local: Local, set: Set, pass: Pass, ad: AdTop) -> Zone {
    let Pass { least, most, .. } = pass;
    let mut rest = zone.rest;
    (rest.local, rest.set) = (local, if local.is_any() && rest.said.is_any() { Set::NEVER } else { set });
    let hours = i64::from(pass.set) * i64::from(HOUR);
    rest.said = rest.said.moved(hours, hours);
    rest.ad = rest.ad.plus(least, most, ad);
    (rest.consent, rest.status) = (consent::later(rest.consent), status::later(rest.status));
    rest.age = rest.age.saturating_add(least);
    let mut w = zone.w.plus(least, most, OVER);
    if w.hi == OVER && zone.w.hi < OVER && !rest.may_be_over(u64::from(zone.w.hi).saturating_add(most)) {
        w.hi = OVER - 1;
    }
    Zone { w, rest }
}

/// What the clocks said at some time so long before they say this at most.
pub(super) fn said_within(day: Arc, most: u64) -> Arc {
    day.moved(-long(most), 0)
}

/// A length that may be taken from another.
fn long(length: u64) -> i64 {
    i64::try_from(length.min(FOREVER)).unwrap_or(i64::MAX / 4)
}

/// The age of a run when the person wrote.
pub(super) fn age(age: u64) -> i64 {
    i64::try_from(age).unwrap_or(i64::MAX / 4)
}

/// The same when the person writes meanwhile: so much time passes at most since then.
pub(super) fn wrote(after: Zone, pass: Pass, ad: AdTop) -> Zone {
    let mut rest = after.rest;
    // They may also come from an ad again
    rest.ad = Span::new(0, rest.ad.hi.min(ad));
    rest.wrote = age(rest.age.saturating_sub(pass.least));
    let back = if rest.local.day.len == 0 { pass.most } else { pass.least };
    rest.said = said_within(rest.local.day, back);
    Zone { w: Span::new(0, super::zone::capped(pass.most, OVER)), rest }
}
