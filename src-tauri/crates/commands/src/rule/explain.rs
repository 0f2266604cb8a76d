use flows::check::{self, RuleText};

use crate::App;
use crate::wire::{Code, Error};

/// What a rule is about, for people.
pub fn explain(_app: &App, rule: &str) -> Result<RuleText, Error> {
    check::explain(rule)
        .cloned()
        .ok_or_else(|| Error::new(Code::NotFound, format!("Waymark has no rule called '{rule}'.")))
}
