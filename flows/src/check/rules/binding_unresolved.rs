//! A part shows or uses data or an answer that does not exist.
//!
//! # Why
//!
//! There would be nothing to show, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "TextBody", "text": "${data.nmae}"}
//! ```
//!
//! # Fix
//!
//! Choose data or a field that exists, or add it.

use crate::check::Severity;
use crate::check::bindings::{Bound, CHECKS, each};
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::expr::{Reference, Source};
use crate::flow::DataModel;

pub(in crate::check) static RULE: Rule = Rule {
    id: "binding-unresolved",
    severity: Severity::Blocked,
    codes: &["INVALID_SCREEN_DYNAMIC_DATA"],
    checks: CHECKS,
    source: include_str!("binding_unresolved.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    each(cx, |bound| {
        if let Some((message, headline)) = missing(cx, bound) {
            out.add(&RULE, message, headline, &[Spot::value(bound.node)]);
        }
    });
}

fn missing(cx: &ScreenContext<'_, '_>, bound: &Bound<'_, '_>) -> Option<(String, String)> {
    let Bound { written, reference, component, property, .. } = bound;
    let own = cx.screen.id.as_ref();
    if let Some(id) = reference.screen {
        let used = format!(
            "Global dynamic data '{written}' used on screen '{own}' for {component} property '{}' is invalid since",
            property.name
        );
        if id == own {
            return Some((
                format!(
                    "{used} screen '{own}' represents current screen. Convert expression to local referencing of the \
                     form ${{data.<property>}}."
                ),
                "This names the screen it stands on; leave the screen out".to_owned(),
            ));
        }
        if cx.other(id).is_none() {
            return Some((
                format!("{used} screen '{id}' is missing in the Flow JSON."),
                format!("There is no screen {} to take this from", short(id)),
            ));
        }
    }
    match reference.source {
        Source::Data => data(cx, bound),
        Source::Form => form(cx, written, reference),
    }
}

/// Whether a path goes on behind a list.
fn leads_into_list(data: DataModel<'_>, reference: &Reference<'_>) -> bool {
    let keys: Vec<&str> = reference.keys().collect();
    (1..keys.len()).any(|length| {
        let schema = data.at(keys.iter().take(length));
        schema.is_some_and(|s| s.get("type").is_some_and(|t| t.is_str("array")) && s.get("items").is_some())
    })
}

fn data(cx: &ScreenContext<'_, '_>, bound: &Bound<'_, '_>) -> Option<(String, String)> {
    let Bound { written, reference, .. } = bound;
    let id = reference.screen.unwrap_or(&cx.screen.id);
    let (screen, _) = cx.other(id)?;
    let name = reference.name();
    if name.contains('-') {
        let message = format!(
            "Invalid format of dynamic data '{written}' in the screen data model. Please avoid \"-\", \" \", \"`\" or \"'\"."
        );
        return Some((message, format!("'{}' has a hyphen, so it cannot be used here", short(name))));
    }
    let headline = match reference.screen {
        Some(id) => format!("Screen {} has no data called '{}'", short(id), short(name)),
        None => format!("This screen has no data called '{}'", short(name)),
    };
    if screen.data.is_none_or(|data| data.schema(name).is_none()) {
        return Some((format!("Missing dynamic data '{written}' in the screen data model."), headline));
    }
    if screen.data?.at(reference.keys()).is_none() {
        let message = if leads_into_list(screen.data?, reference) {
            format!(
                "{written} on screen '{id}' for {} property '{}' is invalid as 'items' is defined in an array schema in \
                 the data model.",
                bound.component, bound.property.name
            )
        } else {
            format!("Dynamic data '{written}' is invalid as its schema is missing in the data model of screen '{id}'.")
        };
        return Some((message, format!("'{}' has no such part", short(name))));
    }
    None
}

fn form(cx: &ScreenContext<'_, '_>, written: &str, reference: &Reference<'_>) -> Option<(String, String)> {
    let own = cx.screen.id.as_ref();
    let id = reference.screen.unwrap_or(own);
    let (_, outline) = cx.other(id)?;
    let name = reference.name();
    let Some(field) = outline.field(name) else {
        let kind = if reference.screen.is_some() { "Global Dynamic" } else { "Dynamic" };
        let message =
            format!("{kind} data '{written}' from screen '{id}' does not exist, but is used on screen '{own}'.");
        return Some((message, format!("There is no field called '{}'", short(name))));
    };
    if field.kind.is_picker() {
        let message = format!("Value of '{}' component cannot be used in form binding.", field.kind.name());
        return Some((message, "Photos and documents cannot be shown here".to_owned()));
    }
    None
}
