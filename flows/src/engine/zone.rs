//! The time of day where a person is.

use std::sync::LazyLock;

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};

use super::Moment;
use crate::journey::{Clock, Length, QuietHours, Weekday};

/// The zones that come with the program: the system is never asked, so that everywhere the same comes out.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// Days that are looked through for a time of day. In two weeks each day of the week comes, though a day is left out.
const DAYS: i64 = 15;

/// A zone by its name; one that is not known is UTC.
pub(super) fn zone(name: &str) -> TimeZone {
    if name.is_empty() { TimeZone::UTC } else { ZONES.get(name).unwrap_or(TimeZone::UTC) }
}

/// Whether there is a zone of this name.
pub(super) fn is_zone(name: &str) -> bool {
    ZONES.get(name).is_ok()
}

fn stamp(at: Moment) -> Timestamp {
    Timestamp::from_millisecond(at.0).unwrap_or(if at.0 < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// What the clock on the wall says.
pub(super) fn local(zone: &TimeZone, at: Moment) -> DateTime {
    zone.to_datetime(stamp(at))
}

/// The time of day, without its seconds.
pub(super) fn clock(local: DateTime) -> Clock {
    let part = |value: i8| u16::try_from(value).unwrap_or_default();
    Clock::of_minutes(part(local.hour()) * 60 + part(local.minute()))
}

/// The moments when the clocks of a day say a time: two where they are set back over it, else one. A time that is left
/// out is the moment when they are set forward.
fn moments(zone: &TimeZone, day: Date, time: Clock) -> [Option<Moment>; 2] {
    let civil = day.to_datetime(time.time());
    let at = |offset: jiff::tz::Offset| offset.to_timestamp(civil).ok();
    let [first, second] = match zone.to_ambiguous_timestamp(civil).offset() {
        AmbiguousOffset::Unambiguous { offset } => [at(offset), None],
        AmbiguousOffset::Fold { before, after } => [at(before), at(after)],
        AmbiguousOffset::Gap { after, .. } => {
            let set = at(after).and_then(|early| zone.following(early).next());
            [set.map(|transition| transition.timestamp()), None]
        }
    };
    [first, second].map(|stamp| stamp.map(|stamp| Moment(stamp.as_millisecond())))
}

/// The next moment, strictly later, when it is this time of day on one of these days; none: on any. Where the clocks say it
/// twice, the first counts.
pub(super) fn next(zone: &TimeZone, now: Moment, time: Clock, on: &[Weekday]) -> Moment {
    let found = days(zone, now).find_map(|day| {
        let wanted = on.is_empty() || on.contains(&day.weekday().into());
        let [first, _] = moments(zone, day, time);
        first.filter(|at| wanted && *at > now)
    });
    found.unwrap_or_else(|| now.after(Length::of_hours(24)))
}

fn days(zone: &TimeZone, now: Moment) -> impl Iterator<Item = Date> + use<> {
    let today = local(zone, now).date();
    // A time of yesterday may be left out at midnight, and come today
    (-1..DAYS).filter_map(move |later| today.checked_add(later.days()).ok())
}

/// When quiet hours that hold now end.
pub(super) fn quiet_end(zone: &TimeZone, now: Moment, quiet: QuietHours) -> Moment {
    let ends = days(zone, now).flat_map(|day| moments(zone, day, quiet.to)).flatten();
    let mut ends = ends.filter(|end| *end > now && !quiet.hold(clock(local(zone, *end))));
    ends.next().unwrap_or_else(|| now.after(Length::of_hours(24)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{QuietScope, QuietThen};

    fn at(text: &str) -> Moment {
        Moment(text.parse::<Timestamp>().unwrap().as_millisecond())
    }

    fn next_is(place: &str, now: &str, time: &str, then: &str) {
        let found = next(&zone(place), at(now), time.parse().unwrap(), &[]);
        assert_eq!(stamp(found), then.parse::<Timestamp>().unwrap(), "{place} {now} {time}");
    }

    #[test]
    fn the_next_time_of_day_is_never_now() {
        next_is("UTC", "2026-03-01T09:00:00Z", "09:00", "2026-03-02T09:00:00Z");
        next_is("UTC", "2026-03-01T08:59:59.999Z", "09:00", "2026-03-01T09:00:00Z");
        next_is("Nowhere/Land", "2026-03-01T08:00:00Z", "09:00", "2026-03-01T09:00:00Z");
        next_is("", "2028-02-28T10:00:00Z", "09:00", "2028-02-29T09:00:00Z");
    }

    #[test]
    fn clocks_that_are_set_forward_and_back() {
        // 02:30 is left out in Berlin on 29 March 2026: the clocks say 03:00 at 01:00 UTC
        next_is("Europe/Berlin", "2026-03-28T12:00:00Z", "02:30", "2026-03-29T01:00:00Z");
        // 02:30 comes twice on 25 October 2026: 00:30 and 01:30 UTC
        next_is("Europe/Berlin", "2026-10-24T12:00:00Z", "02:30", "2026-10-25T00:30:00Z");
        next_is("Europe/Berlin", "2026-10-25T00:30:00Z", "02:30", "2026-10-26T01:30:00Z");
        // Midnight is left out in Cairo on 24 April 2026: the day begins at 01:00, 22:00 UTC of the day before
        next_is("Africa/Cairo", "2026-04-23T12:00:00Z", "00:00", "2026-04-23T22:00:00Z");
        // 30 December 2011 was left out in Samoa
        next_is("Pacific/Apia", "2011-12-30T09:30:00Z", "12:00", "2011-12-30T10:00:00Z");
    }

    #[test]
    fn quiet_hours_end_when_the_clocks_say_it_for_the_last_time() {
        let quiet = QuietHours {
            from: "22:00".parse().unwrap(),
            to: "02:30".parse().unwrap(),
            holds: QuietScope::All,
            then: QuietThen::Wait,
        };
        let berlin = zone("Europe/Berlin");
        assert_eq!(quiet_end(&berlin, at("2026-10-24T22:00:00Z"), quiet), at("2026-10-25T00:30:00Z"));
        // 02:15 for the second time is quiet again
        assert_eq!(quiet_end(&berlin, at("2026-10-25T01:15:00Z"), quiet), at("2026-10-25T01:30:00Z"));
        assert_eq!(quiet_end(&berlin, at("2026-03-28T23:00:00Z"), quiet), at("2026-03-29T01:00:00Z"));
    }
}
