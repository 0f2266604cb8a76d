//! The end of a list item has no text, or three.
//!
//! # Why
//!
//! There is room for one or two texts at the end of an item.
//!
//! # Example
//!
//! ```json
//! {"id": "a", "main-content": {"title": "A"}, "end": {}}
//! ```
//!
//! # Fix
//!
//! Keep one or two of title, description and metadata.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "navigation-list-end",
    severity: Severity::Blocked,
    codes: &["DUPLICATE_PROPETY_FOR_CONDITION"],
    checks: &["NavigationListV602"],
    source: include_str!("navigation_list_end.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let limits = facts::limits();
    let fits = limits.end_fields_min as usize..=limits.end_fields_max as usize;
    let lists = cx.of_kind(ComponentKind::NavigationList).filter_map(|c| c.get("list-items"));
    for end in lists.flat_map(Node::items).filter_map(|item| item.get("end")) {
        let fields = ["title", "description", "metadata"].iter().filter(|key| end.get(key).is_some()).count();
        if !fits.contains(&fields) {
            let message = "For the 'NavigationList' component, 'end' add-on should have at least 1 and at most 2 of \
                           'title', 'metadata' or 'description.'";
            out.add(&RULE, message, "The end of an item has room for one or two texts", &[Spot::value(end)]);
        }
    }
}
