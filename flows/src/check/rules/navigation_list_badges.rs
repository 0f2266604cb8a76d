//! More than one item of a NavigationList has a badge.
//!
//! # Why
//!
//! A badge marks the one item that matters most.
//!
//! # Example
//!
//! ```json
//! {"type": "NavigationList", "list-items": [{"id": "a", "badge": "New"}, {"id": "b", "badge": "Hot"}]}
//! ```
//!
//! # Fix
//!
//! Keep one badge.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::facts;
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "navigation-list-badges",
    severity: Severity::Blocked,
    codes: &["MAX_ITEMS_REQUIRED"],
    checks: &["NavigationListV602"],
    source: include_str!("navigation_list_badges.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::limits().badges_per_navigation_list as usize;
    for component in cx.of_kind(ComponentKind::NavigationList) {
        let items = component.get("list-items").into_iter().flat_map(Node::items);
        if items.filter(|item| item.get("badge").is_some()).count() > most {
            let message = format!("Property 'list-items' should have at most '{most}' badge item.");
            let items = component.get("list-items").into_iter().flat_map(Node::items);
            let surplus = items.filter(|item| item.get("badge").is_some()).skip(most);
            let remove =
                |item: Node<'_>| Edit::RemoveProperty { at: item.pointer(), key: "badge".to_owned() };
            let fix = Fix { title: "Keep the first badge".to_owned(), edits: surplus.map(remove).collect() };
            out.add(
                &RULE,
                message,
                "Only one item of a list can have a badge",
                &[Spot::value(component.node)],
            )
            .mended(fix);
        }
    }
}
