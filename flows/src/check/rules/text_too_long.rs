//! A text is longer than the phone shows.
//!
//! # Why
//!
//! Meta takes the form, but the phone cuts the text off.
//!
//! # Example
//!
//! ```json
//! {"type": "Footer", "label": "Send us your order and wait for our answer"}
//! ```
//!
//! # Fix
//!
//! Shorten the text.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::facts::PropertyFacts;
use crate::facts;
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "text-too-long",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("text_too_long.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        if let Some(kind) = component.kind {
            let large = component.get("label-variant").is_some();
            look(component.node, &facts::component(kind).properties, large, out);
        }
    }
}

fn look<'t>(node: Node<'t>, known: &'static [PropertyFacts], large: bool, out: &mut Findings<'t>) {
    for member in node.members() {
        let Some(property) = known.iter().find(|p| member.name.is_str(&p.name)) else { continue };
        for item in member.value.items().filter(|_| !property.item.is_empty()) {
            look(item, &property.item, false, out);
        }
        look(member.value, &property.members, false, out);
        let room = property.max_chars_large.filter(|_| large);
        let Some(most) = room.or(property.most_chars()) else { continue };
        for node in texts(member.value) {
            let written = node.as_str().unwrap_or_default();
            let fixed = !written.starts_with("${") && !written.starts_with('`');
            let length = written.chars().count();
            if fixed && length > most as usize {
                let headline = format!("'{}' has {length} letters; phones show {most}", plain(&property.name));
                out.add(&RULE, "", headline, &[Spot::value(node)]);
            }
        }
    }
}

/// The texts of a value: itself, those of a list, or those of the start and the end of a range of days.
fn texts(value: Node<'_>) -> Vec<Node<'_>> {
    match value.kind() {
        Kind::Array => value.items().filter(|item| item.kind() == Kind::String).collect(),
        Kind::Object => ["start-date", "end-date"].iter().filter_map(|key| value.get(key)).collect(),
        _ => vec![value],
    }
}
