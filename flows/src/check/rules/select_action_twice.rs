//! A list of choices does something when one is chosen, and so does one of its choices.
//!
//! # Why
//!
//! It would not be clear which of the two happens, so Meta refuses it.
//!
//! # Example
//!
//! ```json
//! {"type": "Dropdown", "on-select-action": {"name": "update_data", "payload": {}}, "data-source": [{"id": "a", "title": "A", "on-select-action": {"name": "update_data", "payload": {}}}]}
//! ```
//!
//! # Fix
//!
//! Keep either the one on the list or those on its choices.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::flow::Slot;

pub(in crate::check) static RULE: Rule = Rule {
    id: "select-action-twice",
    severity: Severity::Blocked,
    codes: &["INVALID_UPDATE_DATA_ACTION_PAYLOAD"],
    checks: &["OnSelectActionExclusiveV600"],
    source: include_str!("select_action_twice.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for slot in [Slot::Select, Slot::Unselect] {
        for action in cx.actions.iter().filter(|a| a.slot == slot && a.item.is_some()) {
            let both = cx.actions.iter().any(|a| a.slot == slot && a.item.is_none() && a.owner == action.owner);
            if both {
                let message = format!(
                    "The '{}' property cannot be used at both the component and data-source levels.",
                    slot.name()
                );
                let headline = "Both the list and this choice do something when chosen";
                out.add(&RULE, message, headline, &[Spot::value(action.node)]);
            }
        }
    }
}
