//! A screen hides an answer that it does not ask for.
//!
//! # Why
//!
//! Names in `sensitive` must be names of fields on the same screen.
//!
//! # Example
//!
//! ```json
//! {"id": "ASK", "title": "Question", "sensitive": ["pin"]}
//! ```
//!
//! # Fix
//!
//! Correct the name, or remove it.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "sensitive-field-unknown",
    severity: Severity::Blocked,
    codes: &["INVALID_SENSITIVE_FIELD"],
    checks: &[],
    source: include_str!("sensitive_field_unknown.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let listed = cx.screen.node.get("sensitive").into_iter().flat_map(Node::items);
    let names: Vec<_> = cx.components.iter().filter_map(crate::flow::Component::name).collect();
    let unknown: Vec<_> = listed
        .filter_map(|node| Some((node.as_str()?, node)))
        .filter(|(name, _)| !names.contains(name))
        .collect();
    let Some((first, _)) = unknown.first() else { return };
    let quoted: Vec<String> = unknown.iter().map(|(name, _)| format!("'{name}'")).collect();
    let fields = if quoted.len() == 1 { "field" } else { "fields" };
    let message = format!(
        "No component corresponding to the sensitive {fields} {} can be found in screen '{}'.",
        quoted.join(", "),
        cx.screen.id
    );
    let spots: Vec<_> = unknown.iter().map(|(_, node)| Spot::value(*node)).collect();
    let items: Vec<_> = unknown.iter().map(|(_, node)| node.pointer()).collect();
    let all = cx.screen.node.get("sensitive").is_some_and(|list| list.items().count() == items.len());
    let at = cx.screen.node.pointer();
    let edit = if all {
        Edit::RemoveProperty { at, key: "sensitive".to_owned() }
    } else {
        Edit::RemoveItems { items }
    };
    out.add(&RULE, message, format!("There is no field '{}' to hide", short(first)), &spots)
        .mended(mend::fix(format!("Take '{}' off the list", short(first)), edit));
}
