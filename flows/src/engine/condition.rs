//! What is so at one moment of a run.

use std::cmp::Ordering;

use serde_json::Value;

use super::run::Engine;
use super::{AD_WINDOW, ConsentState, Run, WINDOW, values, zone};
use crate::journey::{Condition, Test};
use crate::template::Category;

/// ISO name of the country to whose numbers no marketing goes.
pub(super) const NO_MARKETING: &str = "US";

impl Engine<'_> {
    /// The 24 hours are not over.
    pub(super) fn window_open(&self) -> bool {
        self.state.person.last_inbound.is_some_and(|last| self.now.since(last) < WINDOW)
    }

    /// Whether a condition holds for a run.
    pub(super) fn holds(&self, run: &Run, condition: &Condition) -> bool {
        let person = &self.state.person;
        let local = || zone::local(&zone::zone(&person.zone), self.now);
        match condition {
            Condition::All(inner) => inner.iter().all(|inner| self.holds(run, inner)),
            Condition::Any(inner) => inner.iter().any(|inner| self.holds(run, inner)),
            Condition::Not(inner) => !self.holds(run, inner),
            Condition::WindowOpen => self.window_open(),
            Condition::AdWindowOpen => person.ad_entry.is_some_and(|ad| self.now.since(ad) < AD_WINDOW),
            Condition::Consent => person.consent == ConsentState::Given,
            Condition::Tag(tag) => person.tags.contains(tag),
            Condition::Stage(stage) => person.stage == Some(*stage),
            Condition::Allowed(category) => {
                *category != Category::Marketing
                    || (person.consent == ConsentState::Given && !self.no_marketing_country())
            }
            Condition::Between(from, to) => {
                let now = zone::clock(local());
                if from <= to { (*from..*to).contains(&now) } else { now >= *from || now < *to }
            }
            Condition::On(days) => days.contains(&local().weekday().into()),
            Condition::Field { name, test } => tests(self.value(run, name), test),
        }
    }

    pub(super) fn no_marketing_country(&self) -> bool {
        self.state.person.country.eq_ignore_ascii_case(NO_MARKETING)
    }
}

/// Whether a value, or none, is as a test wants it.
pub(crate) fn tests(value: Option<&Value>, test: &Test) -> bool {
    let value = value.filter(|value| !value.is_null());
    let order = |other| value.and_then(|value| values::compared(value, other));
    match test {
        Test::Is(other) => value.is_some_and(|value| values::same(value, other)),
        Test::IsNot(other) => value.is_none_or(|value| !values::same(value, other)),
        Test::Contains(part) => value.is_some_and(|value| values::contains(value, part)),
        Test::Above(other) => order(other) == Some(Ordering::Greater),
        Test::Below(other) => order(other) == Some(Ordering::Less),
        Test::Known(known) => value.is_some() == *known,
    }
}
