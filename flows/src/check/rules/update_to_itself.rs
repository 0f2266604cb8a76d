//! A choice sets data to the value it already has.
//!
//! # Why
//!
//! It changes nothing, so Meta refuses it.
//!
//! # Example
//!
//! ```json
//! {"name": "update_data", "payload": {"name": "${data.name}"}}
//! ```
//!
//! # Fix
//!
//! Remove it, or set another value.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::expr::{Source, binding};

pub(in crate::check) static RULE: Rule = Rule {
    id: "update-to-itself",
    severity: Severity::Blocked,
    codes: &["INVALID_UPDATE_DATA_ACTION_PAYLOAD"],
    checks: &["UpdateDataActionRedundantSelfUpdateV600"],
    source: include_str!("update_to_itself.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for payload in super::updates(cx) {
        for member in payload.members() {
            let written = member.value.as_str().unwrap_or_default();
            let key = member.key();
            let itself = binding::whole(&written).is_some_and(|reference| {
                reference.screen.is_none_or(|id| id == cx.screen.id)
                    && reference.source == Source::Data
                    && reference.path == key
            });
            if itself {
                let message = "Attempting to update a key with its own value is redundant and not allowed.";
                let headline = format!("'{}' is set to the value it has", short(&key));
                let edit = Edit::RemoveProperty { at: payload.pointer(), key: key.to_string() };
                out.add(&RULE, message, headline, &[Spot::value(member.value)])
                    .mended(Fix { title: "Remove it".to_owned(), edits: vec![edit] });
            }
        }
    }
}
