//! A NavigationList shares its screen with other parts, or there are more than two.
//!
//! # Why
//!
//! A list to navigate by fills the screen; Meta allows two of them and nothing else.
//!
//! # Example
//!
//! ```json
//! [{"type": "TextBody", "text": "Choose"}, {"type": "NavigationList", "name": "menu", "list-items": []}]
//! ```
//!
//! # Fix
//!
//! Move the other parts to another screen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::{ComponentKind, Version};

pub(in crate::check) static RULE: Rule = Rule {
    id: "navigation-list-placement",
    severity: Severity::Blocked,
    codes: &["INVALID_COMPONENT_PLACEMENT"],
    checks: &[],
    source: include_str!("navigation_list_placement.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let kind = ComponentKind::NavigationList;
    let most = facts::component(kind).max_per_screen.unwrap_or(u32::MAX) as usize;
    let lists: Vec<_> = cx.of_kind(kind).filter_map(|c| c.get("type")).map(Spot::value).collect();
    let others = cx.components.iter().any(|c| !c.is(kind) && !c.is(ComponentKind::Form));
    if cx.version >= Version::new(6, 2) && !lists.is_empty() && (others || lists.len() > most) {
        let message =
            format!("Only up to {most} NavigationList components can be used per screen. Please remove other components.");
        out.add(&RULE, message, "Other parts cannot share a screen with this list", &lists);
    }
}
