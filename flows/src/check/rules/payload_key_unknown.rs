//! A button sends something that the next screen does not expect.
//!
//! # Why
//!
//! Meta allows only what the next screen names in its data.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "THANKS"}, "payload": {"unexpected": "x"}}
//! ```
//!
//! # Fix
//!
//! Remove it, or add it to the data of the next screen.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Member;

pub(in crate::check) static RULE: Rule = Rule {
    id: "payload-key-unknown",
    severity: Severity::Blocked,
    codes: &["INVALID_NAVIGATE_ACTION_PAYLOAD"],
    checks: &["NavigateActionPayloadFieldsV500"],
    source: include_str!("payload_key_unknown.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (action, target) in super::ways(cx) {
        let Some(payload) = action.payload() else { continue };
        let Some(data) = target.data else {
            if payload.members().next().is_some() {
                let message = format!("No data model is defined in the next screen '{}'.", target.id);
                let headline = format!("Screen {} expects no data", short(&target.id));
                let edit = Edit::ReplaceValue { at: payload.pointer(), value: serde_json::json!({}) };
                out.add(&RULE, message, headline, &[Spot::value(payload)])
                    .mended(Fix { title: "Send nothing".to_owned(), edits: vec![edit] });
            }
            continue;
        };
        let extra: Vec<_> = payload.members().filter(|m| data.schema(&m.key()).is_none()).collect();
        if let Some(first) = extra.first() {
            let keys: Vec<_> = extra.iter().map(Member::key).collect();
            let message = format!("Following fields are missing in the next screen's data model: [{}].", keys.join(", "));
            let headline = format!("Screen {} does not expect '{}'", short(&target.id), short(&first.key()));
            let at = payload.pointer();
            let edits = keys
                .iter()
                .map(|key| Edit::RemoveProperty { at: at.clone(), key: key.to_string() })
                .collect();
            let spots: Vec<_> = extra.iter().map(|m| Spot::name(*m)).collect();
            out.add(&RULE, message, headline, &spots)
                .mended(Fix { title: "Do not send it".to_owned(), edits });
        }
    }
}
