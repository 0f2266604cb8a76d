//! Days of the calendar: bounds of date inputs and whether a day can be chosen.

use jiff::civil::Date;
use serde_json::Value;

use super::bounds::days;
use super::scene::{Object, Scene};
use super::view::{FieldError, Weekday};

const WEEK: [(&str, Weekday); 7] = [
    ("Mon", Weekday::Mon),
    ("Tue", Weekday::Tue),
    ("Wed", Weekday::Wed),
    ("Thu", Weekday::Thu),
    ("Fri", Weekday::Fri),
    ("Sat", Weekday::Sat),
    ("Sun", Weekday::Sun),
];

/// Reads `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> Option<Date> {
    let plain = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    plain.then(|| text.parse().ok()).flatten()
}

/// What a date input allows.
pub(super) struct Calendar {
    /// First day, `YYYY-MM-DD`.
    pub(super) min: String,
    /// Last day, `YYYY-MM-DD`.
    pub(super) max: String,
    /// Days that cannot be chosen, `YYYY-MM-DD`.
    pub(super) unavailable: Vec<String>,
    /// Days of the week that can be chosen.
    pub(super) weekdays: Vec<Weekday>,
}

impl Calendar {
    /// What a `DatePicker` or `CalendarPicker` allows.
    pub(super) fn of(scene: &Scene<'_>, picker: &Object) -> Self {
        let (earliest, latest) = days();
        let bound = |key: &str, otherwise: &str| {
            scene
                .text(picker, key)
                .filter(|found| day(found).is_some())
                .unwrap_or_else(|| otherwise.to_owned())
        };
        let words = |key: &str| {
            let list = picker.get(key).map(|list| scene.worth(list));
            let items = list.as_deref().and_then(Value::as_array).cloned();
            items.map(|items| {
                items
                    .iter()
                    .filter_map(|item| scene.worth(item).as_str().map(str::to_owned))
                    .collect::<Vec<_>>()
            })
        };
        let included = words("include-days");
        Self {
            min: bound("min-date", &earliest),
            max: bound("max-date", &latest),
            unavailable: words("unavailable-dates").unwrap_or_default(),
            weekdays: WEEK
                .into_iter()
                .filter(|(name, _)| included.as_ref().is_none_or(|days| days.iter().any(|day| day == name)))
                .map(|(_, weekday)| weekday)
                .collect(),
        }
    }

    /// What is wrong with a day.
    pub(super) fn fault(&self, text: &str) -> Option<FieldError> {
        let Some(date) = day(text) else { return Some(FieldError::NotADate) };
        // `YYYY-MM-DD` sorts as the days do.
        if text < self.min.as_str() || text > self.max.as_str() {
            return Some(FieldError::OutOfRange { min: self.min.clone(), max: self.max.clone() });
        }
        let weekday = WEEK.get(usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(0));
        let open = weekday.is_none_or(|(_, weekday)| self.weekdays.contains(weekday));
        (!open || self.unavailable.iter().any(|day| day == text)).then_some(FieldError::Unavailable)
    }
}

/// Days from `start` to `end`.
pub(super) fn days_between(start: &str, end: &str) -> Option<i32> {
    Some(day(start)?.until(day(end)?).ok()?.get_days())
}
