//! A date is not written as YYYY-MM-DD, does not exist, or lies outside the dates that can be chosen.
//!
//! # Why
//!
//! The phone could not show the calendar, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "DatePicker", "name": "day", "label": "Day", "min-date": "24/12/2026"}
//! ```
//!
//! # Fix
//!
//! Write the date as YYYY-MM-DD, between the first and the last date that can be chosen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::dates::{Date, parse};
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::expr::binding;
use crate::flow::{Component, ComponentKind};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "date-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_DATE_RANGE", "INVALID_DATE_SINGLE_INIT_VALUE_FORMAT"],
    checks: &[],
    source: include_str!("date_wrong.rs"),
    run: Run::Screen(run),
};

const FORMAT: &str = "The date field must be in the format \"YYYY-MM-DD\".";
const CALENDAR: &[&str] = &["CalendarPickerV601"];

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let calendars = cx.of_kind(ComponentKind::CalendarPicker).filter(|_| cx.runs(CALENDAR));
    for component in cx.of_kind(ComponentKind::DatePicker).chain(calendars) {
        check(component, out);
    }
}

fn check<'t>(component: &Component<'t>, out: &mut Findings<'t>) {
    let calendar = component.is(ComponentKind::CalendarPicker);
    let kind = component.type_name();
    let mut bound = |key: &str| fixed(component.get(key)?).and_then(|node| date(node, key, "INVALID_DATE_RANGE", out));
    let (first, last) = (bound("min-date"), bound("max-date"));
    if let (Some((node, from)), Some((_, to))) = (first, last)
        && from > to
    {
        let name = component.name().unwrap_or_default();
        let message = format!("'min-date' cannot be greater than 'max-date' for {kind} '{name}'.");
        out.add(&RULE, message, "The first date is later than the last", &[Spot::value(node)]);
        return;
    }
    let range = first.zip(last).map(|((_, from), (_, to))| (from, to));
    let inside = |key: &str, node: Node<'t>, value: Date, out: &mut Findings<'t>| {
        if let Some((from, to)) = range.filter(|(from, to)| value < *from || *to < value) {
            let message =
                format!("The value of property '{key}' of component '{kind}' must be in the range of [{from}, {to}].");
            let headline = format!("'{}' lies outside the dates that can be chosen", plain(key));
            out.add(&RULE, message, headline, &[Spot::value(node)]);
        }
    };
    if let Some(dates) = component.get("unavailable-dates") {
        // Meta does not look at how these are written.
        for node in dates.items() {
            if let Some(value) = node.as_str().and_then(|text| parse(&text)) {
                inside("unavailable-dates", node, value, out);
            }
        }
    }
    let Some(init) = component.get("init-value") else { return };
    let code = if calendar { "INVALID_DATE_SINGLE_INIT_VALUE_FORMAT" } else { "INVALID_DATE_RANGE" };
    let range_mode = component.get("mode").is_some_and(|mode| mode.is_str("range"));
    let nodes: Vec<_> = if range_mode {
        ["start-date", "end-date"].iter().filter_map(|key| init.get(key)).collect()
    } else {
        vec![init]
    };
    for node in nodes.into_iter().filter_map(fixed) {
        if let Some((node, value)) = date(node, "init-value", code, out) {
            inside("init-value", node, value, out);
        }
    }
}

/// A text that is not data. Expressions in backticks are not worked out here.
fn fixed(node: Node<'_>) -> Option<Node<'_>> {
    binding::prefix(&node.as_str()?).is_none().then_some(node)
}

fn date<'t>(node: Node<'t>, key: &str, code: &'static str, out: &mut Findings<'t>) -> Option<(Node<'t>, Date)> {
    let value = node.as_str().and_then(|text| parse(&text));
    if value.is_none() {
        let headline = format!("'{}' is not a date like 2026-12-24", plain(key));
        out.add(&RULE, FORMAT, headline, &[Spot::value(node)]).coded(code);
    }
    value.map(|value| (node, value))
}
