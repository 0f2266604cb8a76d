//! A choice changes data that its screen does not have.
//!
//! # Why
//!
//! Only data that the screen names can be changed.
//!
//! # Example
//!
//! ```json
//! {"name": "update_data", "payload": {"unknown": "x"}}
//! ```
//!
//! # Fix
//!
//! Add it to the data of the screen, or remove it here.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::json::Member;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "update-key-unknown",
    severity: Severity::Blocked,
    codes: &["INVALID_UPDATE_DATA_ACTION_PAYLOAD"],
    checks: &["UpdateDataActionPayloadFieldsV600"],
    source: include_str!("update_key_unknown.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for payload in super::updates(cx) {
        let Some(data) = cx.screen.data else {
            if payload.members().next().is_some() {
                let message = format!("No data model is defined in the screen '{}'.", cx.screen.id);
                out.add(&RULE, message, "This screen has no data to change", &[Spot::value(payload)]);
            }
            continue;
        };
        let extra: Vec<_> = payload.members().filter(|m| data.schema(&m.key()).is_none()).collect();
        if let Some(first) = extra.first() {
            let keys: Vec<_> = extra.iter().map(Member::key).collect();
            let message = format!(
                "Following fields are missing in the screen '{}' data model: [{}].",
                cx.screen.id,
                keys.join(", ")
            );
            let headline = format!("This screen has no data called '{}'", short(&first.key()));
            let spots: Vec<_> = extra.iter().map(|m| Spot::name(*m)).collect();
            let at = payload.pointer();
            let remove = |key| Edit::RemoveProperty { at: at.clone(), key };
            let edits = keys.iter().map(|key| remove(key.to_string())).collect();
            out.add(&RULE, message, headline, &spots)
                .mended(Fix { title: format!("Do not set '{}'", short(&first.key())), edits });
        }
    }
}
