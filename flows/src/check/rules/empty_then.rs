//! An If shows nothing when its condition holds.
//!
//! # Why
//!
//! An If without content is a mistake, so Meta refuses it. The other branch may be empty.
//!
//! # Example
//!
//! ```json
//! {"type": "If", "condition": "${data.yes}", "then": []}
//! ```
//!
//! # Fix
//!
//! Put parts into it, or delete it.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "empty-then",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &["ConditionalRenderingV500", "ConditionalRenderingV600"],
    source: include_str!("empty_then.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in cx.of_kind(ComponentKind::If) {
        let Some(then) = component.get("then").filter(|then| then.items().next().is_none()) else { continue };
        let edit = Edit::RemoveItems { items: vec![component.node.pointer()] };
        let message = "Expected array to contain at least one component.";
        out.add(&RULE, message, "This condition shows nothing; add a part", &[Spot::value(then)])
            .mended(Fix { title: "Delete the If".to_owned(), edits: vec![edit] });
    }
}
