//! Times of day and days of the week, in the zone of whoever is written to.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A time of day on a 24-hour clock: `09:00`. From 00:00 to 23:59.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Clock(u16);

impl Clock {
    /// So many minutes after midnight; a day later is the same time.
    pub const fn of_minutes(minutes: u16) -> Self {
        Self(minutes % 1440)
    }

    /// Minutes after midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// As a civil time.
    pub fn time(self) -> jiff::civil::Time {
        let part = |value: u16| i8::try_from(value).unwrap_or_default();
        jiff::civil::time(part(self.0 / 60), part(self.0 % 60), 0, 0)
    }
}

impl FromStr for Clock {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let read = || {
            let (hours, minutes) = text.split_once(':')?;
            let number = |digits: &str| {
                let is_number = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
                is_number.then(|| digits.parse::<u16>().ok()).flatten()
            };
            let (hours, minutes) = (number(hours)?, number(minutes)?);
            (hours < 24 && minutes < 60).then_some(Self(hours * 60 + minutes))
        };
        read().ok_or_else(|| format!("'{text}' is no time of day; write it like '09:00'"))
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for Clock {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "they say what they are")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<jiff::civil::Weekday> for Weekday {
    fn from(day: jiff::civil::Weekday) -> Self {
        match day {
            jiff::civil::Weekday::Monday => Self::Monday,
            jiff::civil::Weekday::Tuesday => Self::Tuesday,
            jiff::civil::Weekday::Wednesday => Self::Wednesday,
            jiff::civil::Weekday::Thursday => Self::Thursday,
            jiff::civil::Weekday::Friday => Self::Friday,
            jiff::civil::Weekday::Saturday => Self::Saturday,
            jiff::civil::Weekday::Sunday => Self::Sunday,
        }
    }
}

/// When nobody is written to, in the person's own zone. Never holds back what answers somebody who wrote within the
/// last quarter of an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// From this time of day.
    pub from: Clock,
    /// Up to this one; the next day's when it is earlier. The same: no quiet hours.
    pub to: Clock,
    /// What is held back.
    #[serde(default)]
    pub holds: QuietScope,
    /// What becomes of it.
    #[serde(default)]
    pub then: QuietThen,
}

/// What quiet hours hold back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuietScope {
    /// Templates of the category marketing.
    #[default]
    Marketing,
    /// Every message.
    All,
}

/// What becomes of a message that is due in quiet hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuietThen {
    /// It goes when they end.
    #[default]
    Wait,
    /// It is left out.
    Skip,
}

impl QuietHours {
    /// Whether a time of day lies in them.
    pub fn hold(self, at: Clock) -> bool {
        if self.from <= self.to {
            (self.from..self.to).contains(&at)
        } else {
            at >= self.from || at < self.to
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_may_go_over_midnight() {
        let clock = |text: &str| text.parse::<Clock>().unwrap();
        let quiet = |from, to| QuietHours {
            from: clock(from),
            to: clock(to),
            holds: QuietScope::All,
            then: QuietThen::Wait,
        };
        let night = quiet("21:00", "09:00");
        assert!(night.hold(clock("21:00")) && night.hold(clock("00:00")) && night.hold(clock("08:59")));
        assert!(!night.hold(clock("09:00")) && !night.hold(clock("20:59")));
        let noon = quiet("12:00", "14:00");
        assert!(noon.hold(clock("12:00")) && !noon.hold(clock("14:00")));
        assert!(!quiet("09:00", "09:00").hold(clock("09:00")));
        for wrong in ["24:00", "9:00", "09:60", "", "+9:00"] {
            assert!(wrong.parse::<Clock>().is_err(), "{wrong}");
        }
    }
}
