//! What becomes of a zone while time passes.
//!
//! Clocks that are set forward or back are looked for only while the time of day is followed and the night, 00:00 to 04:00,
//! lies in between: three successors instead of one. They are set when they say a full hour. Over a run they are set by one
//! hour in all at most, forward or back.

use super::clock::{Arc, DAY, HOUR, Local, NIGHT, Set, Week};
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
    settings(zone, most).flat_map(move |set| before(zone, set, most)).map(move |(zone, set)| {
        let mut rest = zone.rest;
        let hours = i64::from(set) * i64::from(HOUR);
        let long = |length: u64| i64::try_from(length.min(FOREVER)).unwrap_or(i64::MAX / 4);
        let Arc { lo, len } = rest.local.day;
        rest.local = rest.local.moved(long(least) + hours, long(most) + hours);
        rest.set = if rest.local.is_any() {
            Set::NEVER
        } else {
            rest.set.after(lo, (u64::from(lo) + u64::from(len)).saturating_add(most), set)
        };
        rest.ad = rest.ad.plus(least, most, ad);
        (rest.consent, rest.status) = (consent::later(rest.consent), status::later(rest.status));
        rest.age = rest.age.saturating_add(least);
        (Zone { w: zone.w.plus(least, most, OVER), rest }, Pass { least, most, set })
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
    let night = time < NIGHT;
    // Clocks that are set back at midnight say the hour before it twice
    let may_be_twice = night || time >= DAY - HOUR;
    let past_the_hour = time % HOUR;
    let hour = u64::from(HOUR);
    let mut push = |from: u32, set: i8, least: u64, most: u64, week: Week| {
        let mut rest = zone.rest;
        // What the clocks leave out is over at the next full hour
        let len = if night && set == 1 { HOUR - past_the_hour } else { 0 };
        rest.local = Local { day: Arc { lo: time, len }, week };
        rest.set = rest.set.after(from, u64::from(from) + most, set);
        rest.ad = rest.ad.plus(least, most, ad);
        (rest.consent, rest.status) = (consent::later(rest.consent), status::later(rest.status));
        rest.age = rest.age.saturating_add(least);
        out.push((Zone { w: zone.w.plus(least, most, OVER), rest }, Pass { least, most, set }));
    };
    for first in zone.rest.local.until(time) {
        for (days, week) in first.on.next(on, 0) {
            let later = u64::from(days) * u64::from(DAY);
            let (least, most) = (first.least + later, first.most + later);
            for set in zone.rest.set.may_be(first.lo, u64::from(first.lo) + most) {
                match set {
                    // A time that the clocks leave out is over when they are set
                    1 if night => push(first.lo, set, least.saturating_sub(hour).max(1), most, week),
                    1 => {
                        push(
                            first.lo,
                            set,
                            least.saturating_sub(hour).max(1),
                            most.saturating_sub(hour).max(1),
                            week,
                        );
                    }
                    // A time that they say twice counts the first time
                    -1 if may_be_twice => push(first.lo, set, least, most + hour, week),
                    -1 => push(first.lo, set, least + hour, most + hour, week),
                    _ => push(first.lo, set, least, most, week),
                }
            }
        }
        if may_be_twice && !twice && first.least <= u64::from(past_the_hour) {
            // It is the hour that is said for the second time: the time counts no more, a later day's does
            for (days, week) in first.on.next(on, 1) {
                let later = u64::from(days) * u64::from(DAY);
                push(first.lo, 0, first.least + later, u64::from(past_the_hour) + later, week);
            }
        }
    }
    out
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
    Zone { w: Span::new(0, super::zone::capped(pass.most, OVER)), rest }
}

fn settings(zone: Zone, most: u64) -> impl Iterator<Item = i8> {
    let Rest { local, set, .. } = zone.rest;
    // Any time of day stays any
    let to = if local.is_any() {
        0
    } else {
        (u64::from(local.day.lo) + u64::from(local.day.len)).saturating_add(most)
    };
    set.may_be(local.day.lo, to)
}

/// The part of a zone from which clocks may be set within some time: for the rest of the night, or when the next one begins.
fn before(zone: Zone, set: i8, most: u64) -> impl Iterator<Item = (Zone, i8)> {
    let within = u32::try_from(most).unwrap_or(DAY).min(DAY);
    let all = set == 0 || within >= DAY - NIGHT;
    let part = (!all).then(|| zone.rest.local.meet(Arc::between((DAY - within) % DAY, NIGHT)));
    let pieces = all.then_some(zone.rest.local).into_iter().chain(part.into_iter().flatten());
    pieces.map(move |local| (zone.with(Rest { local, ..zone.rest }), set))
}
