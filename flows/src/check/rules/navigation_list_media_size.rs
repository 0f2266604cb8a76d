//! A NavigationList shows large pictures and texts at the end of its items.
//!
//! # Why
//!
//! Beside large pictures there is no room for them.
//!
//! # Example
//!
//! ```json
//! {"type": "NavigationList", "media-size": "large", "list-items": [{"id": "a", "main-content": {"title": "A"}, "end": {"title": "9"}}]}
//! ```
//!
//! # Fix
//!
//! Use regular pictures, or remove the texts at the end.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "navigation-list-media-size",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE_FOR_CONDITION"],
    checks: &["NavigationListV602"],
    source: include_str!("navigation_list_media_size.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in cx.of_kind(ComponentKind::NavigationList) {
        let large = component.get("media-size").is_some_and(|size| size.is_str("large"));
        let ends = component.get("list-items").into_iter().flat_map(Node::items).any(|item| item.get("end").is_some());
        if large && ends {
            let message = "Cannot set property 'media-size' to 'large' when 'end' add-on is present for component \
                           'NavigationList'.";
            let edit = Edit::RemoveProperty { at: component.node.pointer(), key: "media-size".to_owned() };
            out.add(&RULE, message, "Large pictures leave no room for texts at the end", &[Spot::value(component.node)])
                .mended(Fix { title: "Use regular pictures".to_owned(), edits: vec![edit] });
        }
    }
}
