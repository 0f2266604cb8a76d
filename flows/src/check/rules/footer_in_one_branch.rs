//! A button at the foot is there in some cases only.
//!
//! # Why
//!
//! Meta's documentation asks for it in every branch: otherwise people may stand before a screen without
//! a button.
//!
//! # Example
//!
//! ```json
//! {"type": "If", "condition": "${data.yes}", "then": [{"type": "Footer", "label": "Go"}]}
//! ```
//!
//! # Fix
//!
//! Add a Footer to the other branches, or move it out of the condition.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "footer-in-one-branch",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("footer_in_one_branch.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (index, component) in cx.components.iter().enumerate() {
        let lists: Vec<_> = match component.kind {
            Some(ComponentKind::If) => vec![component.get("then"), component.get("else")],
            Some(ComponentKind::Switch) => {
                component.get("cases").into_iter().flat_map(|cases| cases.members().map(|m| Some(m.value))).collect()
            }
            _ => continue,
        };
        let has = |list: &Option<crate::json::Node<'t>>| {
            let id = list.map(crate::json::Node::id);
            cx.of_kind(ComponentKind::Footer).any(|f| f.parent == Some(index) && Some(f.list.id()) == id)
        };
        let with = lists.iter().filter(|list| has(list)).count();
        if with > 0 && with < lists.len() {
            let headline = "The button is missing in one of the cases";
            out.add(&RULE, "", headline, &[Spot::value(component.node)]);
        }
    }
}
