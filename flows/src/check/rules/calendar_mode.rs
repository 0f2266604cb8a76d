//! Settings of a CalendarPicker do not go with its mode: one date, or a first and a last date.
//!
//! # Why
//!
//! For a range, texts and values come in pairs (`start-date`, `end-date`); for one date they do not.
//!
//! # Example
//!
//! ```json
//! {"type": "CalendarPicker", "name": "stay", "label": "Your stay", "mode": "range"}
//! ```
//!
//! # Fix
//!
//! For a range, give both parts; for one date, remove what belongs to ranges.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::flow::{Component, ComponentKind};
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "calendar-mode",
    severity: Severity::Blocked,
    codes: &["INVALID_TYPE", "INVALID_PROPERTY_NAME_FOR_CONDITION", "MISSING_CALENDAR_PICKER_RANGE_MODE_PROP", "UNEXPECTED_CALENDAR_PICKER_RANGE_MODE_PROP", "INVALID_MIN_MAX_DAYS"],
    checks: &["CalendarPickerV601"],
    source: include_str!("calendar_mode.rs"),
    run: Run::Screen(run),
};

/// Properties that come in pairs for a range, with the type of each part.
const PAIRED: [(&str, &str); 5] = [
    ("label", "string"),
    ("helper-text", "string"),
    ("required", "boolean"),
    ("init-value", "string"),
    ("error-message", "string"),
];
const RANGE_ONLY: [&str; 4] = ["title", "description", "min-days", "max-days"];

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in cx.of_kind(ComponentKind::CalendarPicker) {
        // A mode that is worked out on the phone can be either.
        let mode = component.get("mode").and_then(Node::as_str).unwrap_or("single".into());
        match mode.as_ref() {
            "range" => range(component, out),
            "single" => single(component, out),
            _ => {}
        }
    }
}

fn single<'t>(component: &Component<'t>, out: &mut Findings<'t>) {
    for key in RANGE_ONLY {
        if let Some(node) = component.get(key) {
            let message =
                format!("Cannot set property '{key}' when 'mode' is not set to 'range' for component 'CalendarPicker'.");
            let headline = format!("'{}' goes with a range of dates only", plain(key));
            out.add(&RULE, message, headline, &[Spot::value(node)]).coded("INVALID_PROPERTY_NAME_FOR_CONDITION");
        }
    }
    for (key, kind) in PAIRED {
        if let Some(node) = component.get(key).filter(|node| node.kind() == Kind::Object) {
            let message = format!("The value of property '{key}' of component 'CalendarPicker' must be of type '{kind}'.");
            let headline = format!("'{}' has two parts, but one date is asked for", plain(key));
            out.add(&RULE, message, headline, &[Spot::value(node)]);
        }
    }
}

fn range<'t>(component: &Component<'t>, out: &mut Findings<'t>) {
    for (key, kind) in PAIRED {
        let Some(node) = component.get(key) else { continue };
        if node.kind() != Kind::Object {
            let bound = node.as_str().is_some_and(|text| text.starts_with("${") || text.starts_with('`'));
            if !bound {
                let message = format!(
                    "The value of property '{key}' of component 'CalendarPicker' must be of type \
                     '{{\"start-date\": {kind}, \"end-date\": {kind}}}'."
                );
                let headline = format!("'{}' needs a part for each of the two dates", plain(key));
                out.add(&RULE, message, headline, &[Spot::value(node)]);
            }
            continue;
        }
        for part in ["start-date", "end-date"].iter().filter(|part| node.get(part).is_none()) {
            let message = format!(
                "The property '{part}' of component 'CalendarPicker' must be present when the mode is set to 'range'."
            );
            let headline = format!("'{}' lacks its {}", plain(key), plain(part));
            out.add(&RULE, message, headline, &[Spot::value(node)]).coded("MISSING_CALENDAR_PICKER_RANGE_MODE_PROP");
        }
        let extra: Vec<_> = node
            .members()
            .filter(|m| !m.name.is_str("start-date") && !m.name.is_str("end-date"))
            .map(|m| Spot::value(m.value))
            .collect();
        if !extra.is_empty() {
            let message = format!(
                "The property '{key}' of component 'CalendarPicker' only expects properties 'start-date' and \
                 'end-date' when the mode is set to 'range'."
            );
            let headline = format!("'{}' has more parts than the two dates", plain(key));
            let spots: Vec<_> = std::iter::once(Spot::value(node)).chain(extra).collect();
            out.add(&RULE, message, headline, &spots).coded("UNEXPECTED_CALENDAR_PICKER_RANGE_MODE_PROP");
        }
    }
    if let (Some(min), Some(max)) = (component.get("min-days"), component.get("max-days"))
        && let (Some(low), Some(high)) = (min.as_f64(), max.as_f64())
        && low > high
    {
        let name = component.name().unwrap_or_default();
        let message = format!("'min-days' cannot be greater than 'max-days' for CalendarPicker '{name}'.");
        out.add(&RULE, message, "The shortest range is longer than the longest", &[Spot::value(min), Spot::value(max)])
            .coded("INVALID_MIN_MAX_DAYS");
    }
}
