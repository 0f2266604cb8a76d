//! Sets of states of one person at one node, as products of intervals.

use super::clock::{Arc, DAY, Local, Set};

/// The 24 hours within which a business may write as it likes, in milliseconds. In a zone: that much or more, or never.
pub(super) const OVER: u32 = 86_400_000;
/// As long as it likes.
pub(super) const FOREVER: u64 = u64::MAX / 4;

/// Times from `lo` to `hi`, both within; the top value stands for itself and all above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) lo: u32,
    pub(super) hi: u32,
}

impl Span {
    pub(super) const fn new(lo: u32, hi: u32) -> Self {
        Self { lo, hi }
    }

    /// Later by a length between two.
    pub(super) fn plus(self, least: u64, most: u64, top: u32) -> Self {
        let add = |value: u32, more: u64| capped(u64::from(value).saturating_add(more), top);
        Self { lo: add(self.lo, least), hi: add(self.hi, most) }
    }

    pub(super) fn meet(self, other: Self) -> Option<Self> {
        let (lo, hi) = (self.lo.max(other.lo), self.hi.min(other.hi));
        (lo <= hi).then_some(Self { lo, hi })
    }

    pub(super) fn covers(self, other: Self) -> bool {
        self.lo <= other.lo && other.hi <= self.hi
    }
}

/// A length, at most the top.
pub(super) fn capped(value: u64, top: u32) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX).min(top)
}

/// The one piece of times of day; all of them where there are two; none: there is none.
pub(super) fn only(pieces: [Option<Arc>; 2], all: Arc) -> Option<Arc> {
    match pieces {
        [Some(_), Some(_)] => Some(all),
        [one, other] => one.or(other),
    }
}

/// Consent as a set: the states of [`crate::engine::ConsentState`].
pub(super) mod consent {
    pub(in crate::window) const UNKNOWN: u8 = 1;
    pub(in crate::window) const GIVEN: u8 = 2;
    pub(in crate::window) const STOPPED: u8 = 4;
    pub(in crate::window) const ALL: u8 = 7;

    /// What may become of it while time passes.
    pub(in crate::window) const fn later(of: u8) -> u8 {
        of | GIVEN | STOPPED
    }
}

/// How far the last message of a run came, as a set.
pub(super) mod status {
    use crate::journey::Awaited;

    /// None went out.
    pub(in crate::window) const NONE: u8 = 1;
    pub(in crate::window) const SENT: u8 = 2;
    const DELIVERED: u8 = 4;
    const READ: u8 = 8;
    pub(in crate::window) const ALL: u8 = 15;

    /// What may become of it while time passes.
    pub(in crate::window) const fn later(of: u8) -> u8 {
        let came = if of & SENT == 0 { 0 } else { DELIVERED | READ };
        of | came | if of & DELIVERED == 0 { 0 } else { READ }
    }

    /// As far as is waited for, or further.
    pub(in crate::window) const fn reached(awaited: Awaited) -> u8 {
        match awaited {
            Awaited::Delivered => DELIVERED | READ,
            Awaited::Read => READ,
        }
    }
}

/// Where the person's number is from, as a set.
pub(super) mod country {
    /// The United States.
    pub(in crate::window) const US: u8 = 1;
    pub(in crate::window) const OTHER: u8 = 2;
    pub(in crate::window) const ALL: u8 = 3;
}

/// The person wrote any time before the run.
pub(super) const BEFORE: i64 = i64::MIN / 4;

/// All but the time since the person wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rest {
    /// What the clocks say in the person's zone.
    pub(super) local: Local,
    /// How the clocks were set since the run began.
    pub(super) set: Set,
    /// What the clocks said when the person last wrote or called, as they are set now. Followed in exact searches only.
    pub(super) said: Arc,
    /// Time since they came from an ad; the top: that much, or never.
    pub(super) ad: Span,
    pub(super) consent: u8,
    pub(super) country: u8,
    /// Questions whose answer is known, as bits.
    pub(super) known: u64,
    /// Their answers; nothing where not known.
    pub(super) value: u64,
    /// The run is at least so old. Followed only where it may end by itself, like the next one.
    pub(super) age: u64,
    /// The run was at least so old when the person last wrote or called; below nothing: they did so before it began, so long at most.
    /// [`BEFORE`]: nothing is known of that.
    pub(super) wrote: i64,
    /// How far the last message that went out in the run may have come.
    pub(super) status: u8,
    /// A timer fired in this instant: had the run come to its end by itself, it would have done so before. Followed like its age.
    pub(super) fired: bool,
    /// A new run takes this one's place in this instant: no time passes in it any more.
    pub(super) ends: bool,
    /// The longest time since the person wrote that the run can get to in the loop it is in: the engine lets it go through
    /// so many nodes a day and no more. The top: as long as it likes.
    pub(super) reach: u32,
    /// The times of day at which the run may be in that loop. Followed in a longer look only.
    pub(super) stays: Arc,
}

impl Rest {
    /// Whether it has all that the other has.
    pub(super) fn covers(&self, other: &Self) -> bool {
        self.known & !other.known == 0
            && self.value == other.value & self.known
            && self.consent & other.consent == other.consent
            && self.country & other.country == other.country
            && self.age <= other.age
            && self.wrote <= other.wrote
            && self.status & other.status == other.status
            && (!self.fired || other.fired)
            && (!self.ends || other.ends)
            && self.reach >= other.reach
            && self.stays.covers(other.stays)
            && self.local.covers(other.local)
            && (self.set.covers(other.set) || self.local.is_any() && self.said.is_any())
            && self.said.covers(other.said)
            && self.ad.covers(other.ad)
    }

    /// Times since the person wrote, within a day, by what the clocks said then and say now.
    fn between(&self) -> Arc {
        let Self { local, said, .. } = self;
        local.day.moved(-i64::from(said.lo + said.len), -i64::from(said.lo))
    }

    /// Whether the 24 hours may be over when the person wrote so long ago at most, by what the clocks said then and say now.
    pub(super) fn may_be_over(&self, most: u64) -> bool {
        let Some(more) = most.checked_sub(u64::from(OVER)) else { return false };
        let after = Arc { lo: 0, len: capped(more, DAY - 1) };
        self.said.is_any()
            || self.local.day.is_any()
            || self.between().meet(after).iter().any(Option::is_some)
    }
}

/// A set of states: the product of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Zone {
    /// Time since the person last wrote or called.
    pub(super) w: Span,
    pub(super) rest: Rest,
}

impl Zone {
    pub(super) const fn with(self, rest: Rest) -> Self {
        Self { w: self.w, rest }
    }

    pub(super) fn within(self, lo: u32, hi: u32) -> Option<Self> {
        Some(Self { w: self.w.meet(Span::new(lo, hi))?, ..self })
    }

    /// The part in which the 24 hours are not over, and the part in which they are. `expires`: when the run ends by itself;
    /// nothing: never.
    pub(super) fn by_window(self, expires: u64) -> (Option<Self>, Option<Self>) {
        let over = self
            .within(OVER, OVER)
            .and_then(|zone| if expires == 0 { Some(zone) } else { zone.lives(expires) });
        (self.within(0, OVER - 1), over)
    }

    /// Without what cannot be, since the time of day, the one at which the person wrote, and the time between say something of
    /// each other; none: nothing of it can be.
    pub(super) fn tightened(mut self) -> Option<Self> {
        if self.w.lo > self.w.hi {
            return None;
        }
        let Rest { local, said, .. } = &mut self.rest;
        if self.w.hi < OVER {
            let [lo, hi] = [self.w.lo, self.w.hi].map(i64::from);
            *said = only(said.meet(local.day.moved(-hi, -lo)), *said)?;
            local.day = only(local.day.meet(said.moved(lo, hi)), local.day)?;
        }
        if self.w.lo == OVER || said.is_any() || local.day.is_any() {
            return Some(self);
        }
        // Before midnight, and from it on
        let Arc { lo, len } = self.rest.between();
        let pieces = [
            Some(Span::new(lo, (lo + len).min(DAY - 1))),
            (lo + len).checked_sub(DAY).map(|hi| Span::new(0, hi)),
        ];
        let within = pieces.into_iter().flatten().filter_map(|piece| piece.meet(self.w));
        let both = within.reduce(|one, other| Span::new(one.lo.min(other.lo), one.hi.max(other.hi)));
        let is_over = self.w.hi == OVER;
        let within = both.unwrap_or(Span::new(OVER, 0));
        self.w = Span::new(within.lo, if is_over { OVER } else { within.hi });
        (self.w.lo <= self.w.hi).then_some(self)
    }

    /// What of it there can be before the run ends by itself, with what that says of its age and of when the person wrote.
    pub(super) fn lives(mut self, expires: u64) -> Option<Self> {
        let rest = &mut self.rest;
        let youngest = i64::from(self.w.lo).saturating_add(rest.wrote);
        rest.age = rest.age.max(u64::try_from(youngest).unwrap_or_default());
        let oldest = expires.checked_sub(u64::from(rest.fired))?;
        let most = i64::try_from(oldest).unwrap_or(i64::MAX).saturating_sub(rest.wrote);
        self.w.hi = self.w.hi.min(u32::try_from(most.max(0)).unwrap_or(OVER));
        (rest.age <= oldest && most >= 0 && self.w.lo <= self.w.hi).then_some(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::window::clock::{HOUR, Week};
    use crate::window::search::anything;

    #[test]
    fn a_day_has_not_passed_where_clocks_say_so() {
        let hours = |lo: u32, to: u32| Arc::between(lo * HOUR, to * HOUR);
        let zone =
            |said: Arc, day: Arc| Rest { said, local: Local { day, week: Week::ANY }, ..anything(OVER) };
        let times = [0, 1, 5, 12, 21];
        for (said, day) in times.iter().flat_map(|said| times.iter().map(move |day| (*said, *day))) {
            for most in 20..60 {
                // Both last for two hours, without the last millisecond
                let rest = zone(hours(said, said + 2), hours(day, day + 2));
                let passed = |hours: u32| (said + hours) % 24 == day;
                let so = (0..=most)
                    .any(|hours| hours > 24 && (passed(hours) || passed(hours - 1) || passed(hours + 1)))
                    || (24..=most).any(passed);
                let found = rest.may_be_over(u64::from(most) * u64::from(HOUR));
                assert!(found || !so, "from {said} to {day} in {most} hours");
            }
        }
        let rest = zone(hours(0, 5), hours(21, 22));
        assert!(
            !rest.may_be_over(33 * u64::from(HOUR)),
            "from before five to 21 it is less than a day, or 40 hours"
        );
        assert!(rest.may_be_over(41 * u64::from(HOUR)));
    }

    #[test]
    fn what_can_be_stays_when_it_is_tightened() {
        let hours = |from: u32, len: u32| Arc { lo: from % 24 * HOUR, len: len * HOUR };
        let is_in = |arc: Arc, time: u32| arc.covers(Arc::at(time % 24 * HOUR));
        let spans = [(0, 24), (0, 23), (0, 3), (5, 20), (20, 24), (23, 23)];
        let lengths = [0, 2, 9];
        let arcs = || [0, 7, 22].into_iter().flat_map(|lo| lengths.iter().map(move |len| hours(lo, *len)));
        let all =
            spans.iter().flat_map(|w| arcs().flat_map(move |said| arcs().map(move |day| (*w, said, day))));
        for ((lo, hi), said, day) in all {
            let rest = Rest { said, local: Local { day, week: Week::ANY }, ..anything(OVER) };
            let zone = Zone { w: Span::new(lo * HOUR, hi * HOUR), rest };
            let tightened = zone.tightened();
            // How long ago they wrote, at which time; a day stands for all that are longer
            let longest = if hi == 24 { 72 } else { hi };
            for (ago, time) in (lo..=longest).flat_map(|ago| (0..24).map(move |time| (ago, time))) {
                if !is_in(said, time) || !is_in(day, time + ago) {
                    continue;
                }
                let w = Span::new(ago.min(24) * HOUR, ago.min(24) * HOUR);
                let stays = tightened.is_some_and(|it| {
                    it.w.covers(w) && is_in(it.rest.said, time) && is_in(it.rest.local.day, time + ago)
                });
                assert!(stays, "{ago} h after {time}: {zone:?} {tightened:?}");
            }
        }
    }

    #[test]
    fn a_length_of_24_hours_stays_at_the_top() {
        assert_eq!(Span::new(0, 5).plus(3, 9, OVER), Span::new(3, 14));
        assert_eq!(Span::new(0, OVER).plus(3, FOREVER, OVER), Span::new(3, OVER));
    }
}
