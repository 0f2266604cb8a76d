//! A day that is closed, or that a Form fills in, is not written as YYYY-MM-DD.
//!
//! # Why
//!
//! Meta takes the form, but the phone cannot read the day and shows an error.
//!
//! # Example
//!
//! ```json
//! {"type": "DatePicker", "name": "day", "label": "Day", "unavailable-dates": ["24/12/2026"]}
//! ```
//!
//! # Fix
//!
//! Write the day as YYYY-MM-DD.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::check::dates::parse;
use crate::expr::{binding, nested};
use crate::facts::Version;
use crate::flow::ComponentKind;
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "date-not-read",
    severity: Severity::Risky,
    codes: &[],
    source: include_str!("date_not_read.rs"),
    checks: &[],
    run: Run::Screen(run),
};

/// Until then days were written as milliseconds.
const WRITTEN_DAYS: Version = Version::new(5, 0);

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.version < WRITTEN_DAYS {
        return;
    }
    let kinds = [ComponentKind::DatePicker, ComponentKind::CalendarPicker];
    for component in cx.components.iter().filter(|component| kinds.iter().any(|kind| component.is(*kind))) {
        for day in component.get("unavailable-dates").into_iter().flat_map(Node::items) {
            look(day, out);
        }
        let form = component.form.and_then(|form| cx.components.get(form));
        let value = form.and_then(|form| form.get("init-values")?.get(&component.name()?));
        match value.map(Node::kind) {
            Some(Kind::Object) => {
                let sides = ["start-date", "end-date"].iter();
                sides.filter_map(|side| value?.get(side)).for_each(|day| look(day, out));
            }
            _ => value.into_iter().for_each(|day| look(day, out)),
        }
    }
}

fn look<'t>(day: Node<'t>, out: &mut Findings<'t>) {
    let Some(written) = day.as_str() else { return };
    if binding::whole(&written).is_none() && !nested::is_expression(&written) && parse(&written).is_none() {
        let headline = format!("'{}' is not a date like 2026-12-24", short(&written));
        out.add(&RULE, "", headline, &[Spot::value(day)]);
    }
}
