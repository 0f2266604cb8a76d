//! What becomes of a zone while time passes.
//!
//! Clocks that are set forward or back are looked for only while the time of day is followed and the night, 00:00 to 04:00,
//! lies in between: three successors instead of one. They are set when they say a full hour. Over a run they are set by one
//! hour in all at most, forward or back.

use super::zone::{Arc, DAY, FOREVER, HOUR, OVER, Rest, Span, Zone, consent, status};

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
    settings(zone, most).into_iter().flatten().flat_map(move |set| before(zone, set, most)).map(
        move |(zone, set)| {
            let mut rest = zone.rest;
            let hours = i64::from(set) * i64::from(HOUR);
            let long = |length: u64| i64::try_from(length.min(FOREVER)).unwrap_or(i64::MAX / 4);
            rest.day = rest.day.moved(long(least) + hours, long(most) + hours);
            rest.set = if rest.day.is_any() { 0 } else { rest.set + set };
            rest.ad = rest.ad.plus(least, most, ad);
            (rest.consent, rest.status) = (consent::later(rest.consent), status::later(rest.status));
            rest.age = rest.age.saturating_add(least);
            (Zone { w: zone.w.plus(least, most, OVER), rest }, Pass { least, most, set })
        },
    )
}

/// A time of day that is waited for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub(super) time: u32,
    /// At most so many days later than its first occurrence.
    pub(super) days: u32,
    /// Of a time that the clocks say twice the second one counts, too.
    pub(super) twice: bool,
}

/// The zone after waiting for a time of day.
pub(super) fn until(zone: Zone, target: Target, ad: AdTop) -> Vec<(Zone, Pass)> {
    let Target { time, days, twice } = target;
    let mut out = Vec::new();
    let night = time < NIGHT;
    let past_the_hour = time % HOUR;
    let hour = u64::from(HOUR);
    let day = u64::from(DAY);
    for (piece, least, most) in lengths(zone.rest.day, time).into_iter().flatten() {
        let mut push = |set: i8, least: u64, most: u64| {
            let mut rest = zone.rest;
            // What the clocks leave out is over at the next full hour
            let len = if night && set == 1 { HOUR - past_the_hour } else { 0 };
            rest.day = Arc { lo: time, len };
            rest.set += set;
            rest.ad = rest.ad.plus(least, most, ad);
            (rest.consent, rest.status) = (consent::later(rest.consent), status::later(rest.status));
            rest.age = rest.age.saturating_add(least);
            out.push((Zone { w: zone.w.plus(least, most, OVER), rest }, Pass { least, most, set }));
        };
        let later = u64::from(days.saturating_sub(1)) * day;
        let reach = u64::from(piece.lo) + most + later;
        for set in settings_on(piece.lo, reach, zone.rest.set).into_iter().flatten() {
            let (least, most) = match set {
                // A time that the clocks leave out is over when they are set
                1 if night => (least.saturating_sub(hour).max(1), most),
                1 => (least.saturating_sub(hour).max(1), most.saturating_sub(hour).max(1)),
                // A time that they say twice counts the first time
                -1 if night => (least, most + hour),
                -1 => (least + hour, most + hour),
                _ => (least, most),
            };
            push(set, least, most);
            if days > 1 {
                push(set, least + day, most + later);
            }
            if set == 0 && night && !twice && least <= u64::from(past_the_hour) {
                // It is the hour that is said for the second time: the time counts no more, tomorrow's does
                push(set, least + day, u64::from(past_the_hour) + day + later);
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

/// When clocks are set: in no zone later than this.
const NIGHT: u32 = 4 * HOUR;

fn settings(zone: Zone, most: u64) -> [Option<i8>; 3] {
    let day = zone.rest.day;
    if day.is_any() {
        // It stays any
        return [Some(0), None, None];
    }
    settings_on(day.lo, (u64::from(day.lo) + u64::from(day.len)).saturating_add(most), zone.rest.set)
}

/// The part of a zone from which clocks may be set within some time: for the rest of the night, or when the next one begins.
fn before(zone: Zone, set: i8, most: u64) -> impl Iterator<Item = (Zone, i8)> {
    let within = u32::try_from(most).unwrap_or(DAY).min(DAY);
    let pieces = if set == 0 || within >= DAY - NIGHT {
        [Some(zone.rest.day), None]
    } else {
        zone.rest.day.meet(Arc::between((DAY - within) % DAY, NIGHT))
    };
    pieces.into_iter().flatten().map(move |day| (zone.with(Rest { day, ..zone.rest }), set))
}

/// By how many hours the clocks may be set after a time of day up to another, which may be days later.
fn settings_on(from: u32, reach: u64, set: i8) -> [Option<i8>; 3] {
    let next_hour = from / HOUR * HOUR + HOUR;
    let next = if next_hour <= NIGHT { next_hour } else { DAY };
    if reach < u64::from(next) {
        return [Some(0), None, None];
    }
    [Some(0), (set < 1).then_some(1), (set > -1).then_some(-1)]
}

/// Times of day with how long it is from them to another one: at least a millisecond, at most a day.
fn lengths(day: Arc, time: u32) -> [Option<(Arc, u64, u64)>; 2] {
    let whole = u64::from(DAY);
    if day.is_any() {
        return [Some((day, 1, whole)), None];
    }
    let first = (day.lo + DAY - time) % DAY;
    let last = first + day.len;
    if last < DAY {
        return [Some((day, whole - u64::from(last), whole - u64::from(first))), None];
    }
    let before = Arc { lo: day.lo, len: DAY - 1 - first };
    let after = Arc { lo: time, len: last - DAY };
    [Some((before, 1, whole - u64::from(first))), Some((after, whole - u64::from(last - DAY), whole))]
}
