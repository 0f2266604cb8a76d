//! A part uses data or an answer of another kind than it needs.
//!
//! # Why
//!
//! For example a list cannot be shown as a text; Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"type": "TextHeading", "text": "${data.count}"}
//! ```
//!
//! # Fix
//!
//! Use data of the right kind, or describe the data differently.

use crate::check::Severity;
use crate::check::bindings::{Bound, CHECKS, each};
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::expr::Source;
use crate::json::{MetaStyle, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "binding-type-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_SCREEN_DYNAMIC_DATA"],
    checks: CHECKS,
    source: include_str!("binding_type_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    each(cx, |bound| {
        let accepted = &bound.property.binding;
        if accepted.iter().any(|kind| kind == "any") {
            return;
        }
        for message in messages(cx, bound) {
            let headline = format!("This data does not fit '{}'", plain(&bound.property.name));
            out.add(&RULE, message, headline, &[Spot::value(bound.node)]);
        }
    });
}

/// `array<string>` is an array; what is in it is looked at apart.
fn outer(kind: &str) -> &str {
    kind.split('<').next().unwrap_or_default()
}

fn messages(cx: &ScreenContext<'_, '_>, bound: &Bound<'_, '_>) -> Vec<String> {
    let Bound { written, reference, property, .. } = bound;
    let accepted: Vec<&str> = property.binding.iter().map(|kind| outer(kind)).collect();
    let id = reference.screen.unwrap_or(&cx.screen.id);
    if reference.screen == Some(&cx.screen.id) {
        return Vec::new();
    }
    let Some((screen, outline)) = cx.other(id) else { return Vec::new() };
    if reference.source == Source::Form {
        let Some(field) = outline.field(reference.name()).filter(|f| !f.kind.is_picker()) else { return Vec::new() };
        let found = field.value.to_string();
        if accepted.contains(&found.as_str()) {
            return Vec::new();
        }
        return vec![format!("Found invalid form data. Expected '{written}' to be of type '{}'.", accepted.join(","))];
    }
    let Some(schema) = screen.data.and_then(|data| data.at(reference.keys())).filter(|_| !reference.name().contains('-'))
    else {
        return Vec::new();
    };
    let found = schema.get("type").and_then(Node::as_str).unwrap_or_default();
    if !accepted.contains(&found.as_ref()) {
        let path = MetaStyle::Dotted.write(&schema.steps());
        return vec![match accepted.as_slice() {
            [one] => format!("Expected '{path}' to be of type '{one}'."),
            several => format!("Expected '{path}' to be of one of these types: [{}].", several.join(", ")),
        }];
    }
    let items = schema.get("items").and_then(|items| items.get("properties"));
    let shape = property.binding.iter().find_map(|kind| kind.strip_prefix("array<{")?.strip_suffix("}>"));
    let required: Vec<&str> = match shape {
        Some(members) => members.split(',').collect(),
        None if property.binding.iter().any(|kind| kind == "array<list-item>") => vec!["id", "main-content"],
        None => Vec::new(),
    };
    // Each is a text, but what an entry of a list of links is about.
    let declared = |member: &str| {
        let schema = items.and_then(|items| items.get(member));
        schema.is_some_and(|s| member == "main-content" || s.get("type").is_some_and(|t| t.is_str("string")))
    };
    required
        .iter()
        .filter(|member| !declared(member))
        .map(|member| format!("Data model schema is invalid for '{written}'. Missing schema for {member}."))
        .collect()
}
