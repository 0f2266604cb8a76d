//! Where and when clocks are set on the way of a run, at each of the hours and on each of the days of the week at which they
//! are: zones of the time zone database.

use jiff::civil::{Date, date};

use crate::engine::{Moment, zone_named};

/// A place in which a run is played.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clocks {
    pub(super) zone: &'static str,
    /// The first day of the run, or the day on which the clocks are set.
    day: Date,
    /// By how many hours they are set forward; nothing: not at all.
    pub(super) set: i64,
    /// The full hour that they would say when they are set.
    pub(super) hour: i64,
}

const fn at(zone: &'static str, day: Date, set: i64, hour: i64) -> Clocks {
    Clocks { zone, day, set, hour }
}

/// A Monday without.
const NEVER: [Clocks; 1] = [at("UTC", date(2027, 6, 7), 0, 0)];
const FORWARD: [Clocks; 7] = [
    at("Europe/Berlin", date(2027, 3, 28), 1, 2),
    at("Europe/London", date(2027, 3, 28), 1, 1),
    at("Europe/Athens", date(2027, 3, 28), 1, 3),
    at("America/Santiago", date(2027, 9, 5), 1, 0),
    at("Asia/Jerusalem", date(2027, 3, 26), 1, 2),
    at("Africa/Cairo", date(2027, 4, 30), 1, 0),
    at("Asia/Gaza", date(2027, 3, 27), 1, 2),
];
const BACK: [Clocks; 7] = [
    at("Europe/Berlin", date(2027, 10, 31), -1, 3),
    at("Europe/London", date(2027, 10, 31), -1, 2),
    at("Europe/Athens", date(2027, 10, 31), -1, 4),
    at("Atlantic/Azores", date(2027, 10, 31), -1, 1),
    at("America/Santiago", date(2027, 4, 4), -1, 0),
    at("Africa/Cairo", date(2027, 10, 29), -1, 0),
    at("Asia/Gaza", date(2027, 10, 30), -1, 2),
];

/// Where clocks are set so.
pub(super) fn clocks(set: i64) -> &'static [Clocks] {
    match set {
        0 => &NEVER,
        1.. => &FORWARD,
        _ => &BACK,
    }
}

impl Clocks {
    /// The day of the week at that midnight, from Monday on.
    pub(super) fn weekday(&self) -> i64 {
        self.day.weekday().to_monday_zero_offset().into()
    }

    /// Midnight before they are set, also where that is when they are set.
    pub(super) fn midnight(&self) -> Option<Moment> {
        let noon = self.day.yesterday().ok()?.at(12, 0, 0, 0).to_zoned(zone_named(self.zone)).ok()?;
        Some(Moment(noon.timestamp().as_millisecond() + 12 * 3_600_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_are_set_at_their_hour() {
        for clocks in FORWARD.iter().chain(&BACK) {
            let set = clocks.midnight().unwrap().0 + clocks.hour * 3_600_000;
            let says = |moment: i64| {
                let at = jiff::Timestamp::from_millisecond(moment).unwrap();
                at.to_zoned(zone_named(clocks.zone)).datetime()
            };
            let told = says(set).duration_since(says(set - 1));
            let expected = clocks.set * 3_600_000 + 1;
            assert_eq!(told.as_millis(), i128::from(expected), "{clocks:?}");
        }
    }

    /// What is taken for granted of clocks, against the time zone database: where they are set by an hour at a full hour, it
    /// is from 00:00 to 04:00 on a Friday, Saturday or Sunday, but for a few small places.
    #[test]
    fn clocks_are_set_in_the_nights_that_are_looked_at() {
        let else_where = [
            "America/Godthab",
            "America/Nuuk",
            "America/Scoresbysund",
            "Chile/EasterIsland",
            "Pacific/Easter",
        ];
        let all = jiff::tz::TimeZoneDatabase::bundled();
        let [from, to] =
            [date(2026, 1, 1), date(2038, 1, 1)].map(|day| day.to_zoned(jiff::tz::TimeZone::UTC).unwrap());
        let mut seen = 0;
        for name in all.available() {
            let zone = all.get(name.as_str()).unwrap();
            let sets = zone.following(from.timestamp()).take_while(|set| set.timestamp() < to.timestamp());
            for set in sets {
                let before = zone.to_datetime(set.timestamp() - jiff::SignedDuration::from_millis(1));
                let by = zone.to_datetime(set.timestamp()).duration_since(before).as_millis() - 1;
                // The clock says it, were it not set
                let says = before.checked_add(jiff::SignedDuration::from_millis(1)).unwrap();
                if by.abs() != 3_600_000 || says.minute() != 0 || else_where.contains(&name.as_str()) {
                    continue;
                }
                seen += 1;
                let days = [
                    jiff::civil::Weekday::Friday,
                    jiff::civil::Weekday::Saturday,
                    jiff::civil::Weekday::Sunday,
                ];
                assert!(days.contains(&says.weekday()) && says.hour() <= 4, "{name} {says}");
            }
        }
        assert!(seen > 1_000, "{seen}");
    }
}
