//! A NavigationList does something as a whole and per item, or does nothing at all.
//!
//! # Why
//!
//! A tap has to lead to one place: either every item has its own, or the list has one for all.
//!
//! # Example
//!
//! ```json
//! {"type": "NavigationList", "name": "menu", "list-items": [{"id": "a", "main-content": {"title": "A"}}]}
//! ```
//!
//! # Fix
//!
//! Say where a tap leads, either for the list or for each item.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::flow::ComponentKind;
use crate::json::Kind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "navigation-list-action",
    severity: Severity::Blocked,
    codes: &["DUPLICATE_PROPETY_FOR_CONDITION", "MISSING_REQUIRED_PROPERTY"],
    checks: &["NavigationListV602"],
    source: include_str!("navigation_list_action.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in cx.of_kind(ComponentKind::NavigationList) {
        let Some(items) = component.get("list-items") else { continue };
        let own = component.get("on-click-action");
        let of_items: Vec<_> = items.items().filter_map(|item| item.get("on-click-action")).collect();
        if let Some(own) = own.filter(|_| !of_items.is_empty()) {
            let message = "For the 'NavigationList' component, 'on-click-action' can only be defined at either root \
                           level or within the 'list-items', but not both.";
            let spots: Vec<_> = std::iter::once(own).chain(of_items).map(Spot::value).collect();
            out.add(&RULE, message, "Both the list and an item say where a tap leads", &spots);
        } else if own.is_none() && items.kind() == Kind::Array {
            let message = "Required property 'on-click-action' is missing.";
            for item in items.items().filter(|item| item.get("on-click-action").is_none()) {
                let node = if of_items.is_empty() { component.node } else { item };
                out.add(&RULE, message, "A tap on this list leads nowhere", &[Spot::value(node)])
                    .coded("MISSING_REQUIRED_PROPERTY");
                if of_items.is_empty() {
                    break;
                }
            }
        }
    }
}
