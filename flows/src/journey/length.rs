//! Lengths of time as people write them: `24h`, `2d 3h`, `90m`.

use std::fmt;
use std::str::FromStr;

use jiff::{SignedDuration, Span, SpanRelativeTo};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A length of time in milliseconds, never negative. A day is 24 hours, a week seven of them; months and years are not
/// lengths. Written as `1d 2h 30m`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Length(i64);

/// The longest, about ten years. Ours: sums of many stay far from the end of the numbers.
const MAX: i64 = 3_660 * 24 * 3_600_000;

impl Length {
    /// No time.
    pub const ZERO: Self = Self(0);

    /// Of so many milliseconds, at least none and at most ten years.
    pub const fn of_millis(millis: i64) -> Self {
        Self(if millis < 0 {
            0
        } else if millis > MAX {
            MAX
        } else {
            millis
        })
    }

    /// Of so many minutes.
    pub const fn of_minutes(minutes: i64) -> Self {
        Self::of_millis(minutes.saturating_mul(60_000))
    }

    /// Of so many hours.
    pub const fn of_hours(hours: i64) -> Self {
        Self::of_minutes(hours.saturating_mul(60))
    }

    /// In milliseconds.
    pub const fn millis(self) -> i64 {
        self.0
    }
}

impl FromStr for Length {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("'{text}' is no length of time; write it like '24h' or '2d 3h'");
        let span: Span = text.parse().map_err(|_| wrong())?;
        if span.get_years() != 0 || span.get_months() != 0 {
            return Err(format!("'{text}' has months or years, which are not equally long; write days"));
        }
        let length: SignedDuration =
            span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|_| wrong())?;
        let millis = i64::try_from(length.as_millis()).map_err(|_| wrong())?;
        if !(0..=MAX).contains(&millis) {
            return Err(format!("'{text}' is not between nothing and ten years"));
        }
        Ok(Self(millis))
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        let mut first = true;
        for (unit, millis) in [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)] {
            let count = rest / millis;
            rest %= millis;
            if count > 0 {
                write!(f, "{}{count}{unit}", if first { "" } else { " " })?;
                first = false;
            }
        }
        if first { f.write_str("0s") } else { Ok(()) }
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lengths_are_read_as_people_write_them() {
        let millis = |text: &str| text.parse::<Length>().map(Length::millis);
        assert_eq!(millis("24h"), Ok(86_400_000));
        assert_eq!(millis("1d"), Ok(86_400_000));
        assert_eq!(millis("2d 3h"), Ok(51 * 3_600_000));
        assert_eq!(millis("1w"), Ok(7 * 86_400_000));
        assert_eq!(millis("PT90M"), Ok(90 * 60_000));
        assert_eq!(millis("0s"), Ok(0));
        for wrong in ["", "soon", "1mo", "-3h", "24", "9999999d"] {
            assert!(wrong.parse::<Length>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(millis in 0..MAX) {
            let length = Length::of_millis(millis);
            prop_assert_eq!(length.to_string().parse(), Ok(length));
        }
    }
}
