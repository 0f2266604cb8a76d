//! What the clocks say where a person is, as a set: the time of day, and the day of the week.

use crate::journey::Weekday;

/// A day on the clock, in milliseconds.
pub(super) const DAY: u32 = 86_400_000;
/// An hour, in milliseconds.
pub(super) const HOUR: u32 = 3_600_000;

/// Times of day from one on, going round at midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Arc {
    pub(super) lo: u32,
    /// How much later the last one is.
    pub(super) len: u32,
}

impl Arc {
    pub(super) const ANY: Self = Self { lo: 0, len: DAY - 1 };

    /// From a time up to, without, another one; the same: any.
    pub(super) fn between(from: u32, to: u32) -> Self {
        let len = (to + DAY - from - 1) % DAY;
        if len == DAY - 1 { Self::ANY } else { Self { lo: from, len } }
    }

    pub(super) const fn at(time: u32) -> Self {
        Self { lo: time % DAY, len: 0 }
    }

    pub(super) fn is_any(self) -> bool {
        self.len >= DAY - 1
    }

    pub(super) fn covers(self, other: Self) -> bool {
        self.is_any() || (!other.is_any() && (other.lo + DAY - self.lo) % DAY + other.len <= self.len)
    }

    /// Later by a length between two; below nothing is earlier.
    pub(super) fn moved(self, least: i64, most: i64) -> Self {
        let more = most.saturating_sub(least);
        let len = i64::from(self.len).saturating_add(more);
        if self.is_any() || len >= i64::from(DAY) - 1 {
            return Self::ANY;
        }
        let lo = (i64::from(self.lo) + least.rem_euclid(i64::from(DAY))).rem_euclid(i64::from(DAY));
        let part = |value: i64| u32::try_from(value).unwrap_or_default();
        Self { lo: part(lo), len: part(len) }
    }

    /// What both have: up to two pieces.
    pub(super) fn meet(self, other: Self) -> [Option<Self>; 2] {
        if self.is_any() {
            return [Some(other), None];
        }
        if other.is_any() {
            return [Some(self), None];
        }
        let from = (other.lo + DAY - self.lo) % DAY;
        let to = from + other.len;
        let piece = |from: u32, to: u32| {
            let to = to.min(self.len);
            (from <= to).then(|| Self { lo: (self.lo + from) % DAY, len: to - from })
        };
        [piece(from, to), to.checked_sub(DAY).and_then(|to| piece(0, to))]
    }

    /// An arc that has all of both.
    pub(super) fn joined(self, other: Self) -> Self {
        let reach = |from: Self, to: Self| (to.lo + DAY - from.lo) % DAY + to.len;
        let (forward, back) = (reach(self, other).max(self.len), reach(other, self).max(other.len));
        let (lo, len) = if forward <= back { (self.lo, forward) } else { (other.lo, back) };
        if len >= DAY - 1 { Self::ANY } else { Self { lo, len } }
    }

    /// What is not in the other: up to two pieces.
    pub(super) fn without(self, other: Self) -> [Option<Self>; 2] {
        if other.is_any() {
            return [None, None];
        }
        self.meet(Self::between((other.lo + other.len + 1) % DAY, other.lo))
    }
}

/// Days of the week as a set: the first bit is Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Week(u8);

impl Week {
    pub(super) const ANY: Self = Self(0x7f);

    pub(super) fn of(days: &[Weekday]) -> Self {
        days.iter().fold(Self(0), |week, day| week.joined(Self(1 << *day as u8)))
    }

    pub(super) fn is_any(self) -> bool {
        self == Self::ANY
    }

    pub(super) fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether a day is one of them: days are counted on from a Monday.
    pub(super) fn has(self, day: i64) -> bool {
        self.0 >> day.rem_euclid(7) & 1 == 1
    }

    pub(super) fn joined(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn meet(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those that are not among others.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// So many days later; below nothing: earlier.
    pub(super) fn later(self, days: i64) -> Self {
        let days = days.rem_euclid(7);
        Self((self.0 << days | self.0 >> (7 - days)) & Self::ANY.0)
    }

    /// From these days on the next one of others, after so many days at least: how many days later, and on which days then.
    pub(super) fn next(self, on: Self, least: u32) -> impl Iterator<Item = (u32, Self)> {
        let mut left = self;
        (least..least + 7).filter_map(move |days| {
            let found = left.later(days.into()).meet(on);
            left = left.without(found.later(-i64::from(days)));
            (!found.is_none()).then_some((days, found))
        })
    }
}

/// Times of day, each with its day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Local {
    pub(super) day: Arc,
    /// The day at the first time of day; times past midnight are of the next one.
    pub(super) week: Week,
}

impl Local {
    pub(super) const ANY: Self = Self { day: Arc::ANY, week: Week::ANY };

    pub(super) fn is_any(self) -> bool {
        self.day.is_any() && self.week.is_any()
    }

    pub(super) fn covers(self, other: Self) -> bool {
        let days = if self.day.is_any() {
            // Each time of day with each day
            let [today, tomorrow] =
                other.by_midnight().map(|local| local.map_or(Week(0), |local| local.week));
            today.joined(tomorrow)
        } else {
            other.week.later(-i64::from(other.day.lo < self.day.lo))
        };
        self.day.covers(other.day) && days.without(self.week).is_none()
    }

    /// Later by a length between two; below nothing is earlier.
    pub(super) fn moved(self, least: i64, most: i64) -> Self {
        let day = self.day.moved(least, most);
        let [lo, len] = [self.day.lo, self.day.len].map(i64::from);
        let midnights = |length: i64| length.div_euclid(i64::from(DAY));
        let (first, end) = (midnights(lo.saturating_add(least)), midnights((lo + len).saturating_add(most)));
        let week = if !day.is_any() {
            self.week.later(first)
        } else if end - first >= 6 {
            Week::ANY
        } else {
            (first..=end).fold(Week(0), |week, days| week.joined(self.week.later(days)))
        };
        Self { day, week }
    }

    /// What of it is between times of day.
    pub(super) fn meet(self, hours: Arc) -> impl Iterator<Item = Self> {
        self.pieces(self.day.meet(hours))
    }

    /// What of it is not between times of day.
    pub(super) fn without(self, hours: Arc) -> impl Iterator<Item = Self> {
        self.pieces(self.day.without(hours))
    }

    /// What of it is on some days.
    pub(super) fn on(self, days: Week) -> impl Iterator<Item = Self> {
        let pieces = if self.is_any() { [Some(self), None] } else { self.by_midnight() };
        let on = pieces.into_iter().flatten().map(move |it| Self { week: it.week.meet(days), ..it });
        on.filter(|it| !it.week.is_none())
    }

    /// A set that has all of both.
    pub(super) fn joined(self, other: Self) -> Self {
        self.joined_at(other, self.day.joined(other.day))
    }

    /// The same, at times of day that have all of both.
    pub(super) fn joined_at(self, other: Self, day: Arc) -> Self {
        let from = |local: Self| local.week.later(-i64::from(local.day.lo < day.lo));
        let week = if day.is_any() { Week::ANY } else { from(self).joined(from(other)) };
        Self { day, week }
    }

    fn pieces(self, of: [Option<Arc>; 2]) -> impl Iterator<Item = Self> {
        of.into_iter().flatten().flat_map(move |day| {
            let week = self.week.later(i64::from(day.lo < self.day.lo));
            // Of any time of day each one has each day
            let [today, tomorrow] = Self { day, week }.by_midnight();
            let tomorrow = tomorrow.map(|it| Self { week, ..it });
            let cut = self.day.is_any() && !self.week.is_any();
            if cut { [today, tomorrow] } else { [Some(Self { day, week }), None] }.into_iter().flatten()
        })
    }

    /// What is before midnight and what after it.
    fn by_midnight(self) -> [Option<Self>; 2] {
        let Arc { lo, len } = self.day;
        let Some(after) = (lo + len).checked_sub(DAY) else { return [Some(self), None] };
        let before = Self { day: Arc { lo, len: DAY - 1 - lo }, ..self };
        [Some(before), Some(Self { day: Arc { lo: 0, len: after }, week: self.week.later(1) })]
    }

    /// The pieces with how long it is from them to a time of day, at least a millisecond and at most a day, and on which
    /// days that is.
    pub(super) fn until(self, time: u32) -> impl Iterator<Item = Until> {
        let any = Until { lo: 0, least: 1, most: u64::from(DAY), on: Week::ANY };
        let days = if self.is_any() {
            [None, None]
        } else if self.day.is_any() {
            // Each day before the time and from it on
            let early = (time > 0).then(|| Arc { lo: 0, len: time - 1 });
            [early, Some(Arc { lo: time, len: DAY - 1 - time })]
        } else {
            [Some(self.day), None]
        };
        let pieces = days.into_iter().flatten().flat_map(move |day| {
            let first = (day.lo + DAY - time) % DAY;
            let end = first + day.len;
            let piece = |lo: u32, len: u32, first: u32| {
                let week = self.week.later(i64::from(lo < day.lo));
                let (least, most) = (u64::from(DAY - first - len), u64::from(DAY - first));
                Until { lo, least, most, on: week.later(i64::from(lo >= time)) }
            };
            match end.checked_sub(DAY) {
                None => [Some(piece(day.lo, day.len, first)), None],
                Some(after) => [Some(piece(day.lo, DAY - 1 - first, first)), Some(piece(time, after, 0))],
            }
            .into_iter()
            .flatten()
        });
        self.is_any().then_some(any).into_iter().chain(pieces)
    }
}

/// How the clocks were set since a run began. They are set by an hour when they say a full hour from 00:00 to 04:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Set {
    /// Hours forward, less hours back: at most one in all.
    hours: i8,
    /// Noons that have to go by until they may be set again.
    noons: u8,
}

/// In no zone clocks are set later than this.
pub(super) const NIGHT: u32 = 4 * HOUR;
/// Friday, Saturday and Sunday: in all zones they are set on one of these.
const SET_ON: Week = Week(0b111_0000);
/// Noons between two nights in which clocks are set, at least; there are some weeks. Ours.
const NOONS: u64 = 2;

impl Set {
    pub(super) const NEVER: Self = Self { hours: 0, noons: 0 };

    pub(super) fn covers(self, other: Self) -> bool {
        self.hours == other.hours && self.noons <= other.noons
    }

    /// By how many hours the clocks may be set from a time of day on up to another, which may be days later.
    pub(super) fn may_be(self, from: u32, to: u64) -> impl Iterator<Item = i8> {
        let next_hour = from / HOUR * HOUR + HOUR;
        let next = if next_hour <= NIGHT { next_hour } else { DAY };
        let may = self.noons == 0 && to >= u64::from(next);
        let [forward, back] = [may && self.hours < 1, may && self.hours > -1];
        [Some(0), forward.then_some(1), back.then_some(-1)].into_iter().flatten()
    }

    /// The same after the time from a time of day up to another at most, which may be days later; and after they were set
    /// meanwhile, where they were.
    pub(super) fn after(self, from: u32, to: u64, by: i8) -> Self {
        let noons = |from: u64, to: u64| {
            let day = |time: u64| (time + u64::from(DAY / 2)) / u64::from(DAY);
            day(to) - day(from)
        };
        let left = if by == 0 {
            u64::from(self.noons).saturating_sub(noons(from.into(), to))
        } else {
            // Some night meanwhile, at the latest the first one
            let first = if from < NIGHT { 0 } else { DAY };
            NOONS.saturating_sub(noons(first.into(), to.max(first.into())))
        };
        Self { hours: self.hours + by, noons: u8::try_from(left).unwrap_or_default() }
    }

    /// The same when they are set in this instant.
    pub(super) fn now(self, by: i8) -> Self {
        self.after(0, 0, by)
    }
}

/// The days from which on clocks may be set from a time of day up to so many days later.
pub(super) fn set_from(time: u32, days: u64) -> Week {
    let nights = u64::from(time >= NIGHT)..=days;
    let nights = nights.take(7).filter_map(|night| i64::try_from(night).ok());
    nights.fold(Week(0), |week, night| week.joined(SET_ON.later(-night)))
}

/// How long it is to a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Until {
    /// From times of day from this one on.
    pub(super) lo: u32,
    pub(super) least: u64,
    pub(super) most: u64,
    /// The days on which that is.
    pub(super) on: Week,
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: Week = Week(1);
    const TUESDAY: Week = Week(2);
    const SUNDAY: Week = Week(64);

    fn hours(from: u32, to: u32) -> Arc {
        Arc::between(from * HOUR, to * HOUR)
    }

    #[test]
    fn times_of_day_go_round() {
        let night = hours(21, 9);
        assert_eq!(night.meet(hours(8, 22)), [Some(hours(8, 9)), Some(hours(21, 22))]);
        assert_eq!(night.without(hours(0, 1)), [Some(hours(1, 9)), Some(hours(21, 0))]);
        assert_eq!(hours(8, 22).without(night), [Some(hours(9, 21)), None]);
        assert_eq!(Arc::ANY.meet(night), [Some(night), None]);
        assert_eq!(Arc::at(23 * HOUR).moved(2 * 3_600_000, 2 * 3_600_000), Arc::at(HOUR));
        assert_eq!(Arc::at(0).moved(-3_600_000, -3_600_000), Arc::at(23 * HOUR));
        assert!(night.covers(hours(22, 3)) && !night.covers(hours(22, 10)));
        assert!(Arc::ANY.covers(night) && !night.covers(Arc::ANY));
    }

    #[test]
    fn days_of_the_week_go_round() {
        let night = Local { day: hours(21, 9), week: SUNDAY };
        assert_eq!(
            night.meet(hours(8, 22)).collect::<Vec<_>>(),
            [Local { day: hours(8, 9), week: MONDAY }, Local { day: hours(21, 22), week: SUNDAY }]
        );
        assert_eq!(night.on(MONDAY).collect::<Vec<_>>(), [Local { day: hours(0, 9), week: MONDAY }]);
        let day = i64::from(DAY);
        assert_eq!(night.moved(day, day), Local { day: hours(21, 9), week: MONDAY });
        assert_eq!(night.moved(3 * day / 24, 3 * day / 24), Local { day: hours(0, 12), week: MONDAY });
        let monday = Local { day: Arc::ANY, week: MONDAY };
        assert!(monday.covers(Local { day: hours(0, 9), week: MONDAY }) && !monday.covers(night));
        assert!(night.covers(Local { day: hours(1, 2), week: MONDAY }));
        assert!(!night.covers(Local { day: hours(1, 2), week: SUNDAY }));
        assert_eq!(monday.moved(day / 24, day / 24).week, MONDAY.joined(TUESDAY));
        assert_eq!(
            monday.meet(hours(21, 9)).collect::<Vec<_>>(),
            [Local { day: hours(21, 0), week: MONDAY }, Local { day: hours(0, 9), week: MONDAY }]
        );
    }

    #[test]
    fn a_day_is_waited_for() {
        let weekend = Week::of(&[Weekday::Saturday, Weekday::Sunday]);
        assert_eq!(Week::ANY.next(weekend, 0).map(|(days, _)| days).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
        assert_eq!(MONDAY.next(weekend, 0).collect::<Vec<_>>(), [(5, Week::of(&[Weekday::Saturday]))]);
        assert_eq!(SUNDAY.next(weekend, 1).collect::<Vec<_>>(), [(6, Week::of(&[Weekday::Saturday]))]);
        let nine = 9 * HOUR;
        let hour = u64::from(HOUR);
        let until = |day: Arc| Local { day, week: MONDAY }.until(nine).collect::<Vec<_>>();
        assert_eq!(
            until(hours(8, 10)),
            [
                Until { lo: 8 * HOUR, least: 1, most: hour, on: MONDAY },
                Until { lo: nine, least: 23 * hour + 1, most: 24 * hour, on: TUESDAY }
            ]
        );
        assert_eq!(
            until(hours(22, 2)),
            [Until { lo: 22 * HOUR, least: 7 * hour + 1, most: 11 * hour, on: TUESDAY }]
        );
        assert_eq!(
            until(Arc::ANY),
            [
                Until { lo: 0, least: 1, most: 9 * hour, on: MONDAY },
                Until { lo: nine, least: 9 * hour + 1, most: 24 * hour, on: TUESDAY }
            ]
        );
    }
}
