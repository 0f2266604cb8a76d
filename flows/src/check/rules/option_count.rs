//! A list has fewer or more entries than the phone shows.
//!
//! # Why
//!
//! Meta takes the form, but the phone shows an error or leaves entries out.
//!
//! # Example
//!
//! ```json
//! {"type": "ChipsSelector", "name": "extras", "label": "Extras", "data-source": [{"id": "a", "title": "A"}]}
//! ```
//!
//! # Fix
//!
//! Add or remove entries, or use another kind of list.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, part};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::json::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "option-count",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("option_count.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        let Some(kind) = component.kind else { continue };
        let Some(shown) = facts::component(kind).shown_items.as_ref() else { continue };
        let Some(list) = component.get(&shown.property).filter(|list| list.kind() == Kind::Array) else { continue };
        let images = list.items().any(|item| item.get("image").is_some());
        let most = shown.max_with_images.filter(|_| images).unwrap_or(shown.max);
        let count = list.items().count();
        if kind != crate::flow::ComponentKind::ImageCarousel && (count < shown.min as usize || count > most as usize) {
            let headline = format!("'{}' shows {} to {most} entries; here are {count}", part(kind), shown.min);
            out.add(&RULE, "", headline, &[Spot::value(list)]);
        }
    }
}
