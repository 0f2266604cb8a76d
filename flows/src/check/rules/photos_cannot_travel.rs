//! A button sends photos or documents to another screen, or not as a value of its own.
//!
//! # Why
//!
//! Files can only be sent at the end or to the endpoint, each under a name of its own.
//!
//! # Example
//!
//! ```json
//! {"name": "navigate", "next": {"type": "screen", "name": "THANKS"}, "payload": {"photos": "${form.photos}"}}
//! ```
//!
//! # Fix
//!
//! Do not send them along; name them when the form completes, for example with
//! `${screen.ASK.form.photos}`.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::payload::picker;
use crate::check::rule::{Rule, Run};
use crate::flow::Slot;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "photos-cannot-travel",
    severity: Severity::Blocked,
    codes: &["INVALID_ON_CLICK_ACTION_PAYLOAD"],
    checks: &["OnClickActionPayloadV500", "OnClickActionPayloadV600"],
    source: include_str!("photos_cannot_travel.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for action in cx.actions.iter().filter(|action| action.slot == Slot::Click) {
        let Some(payload) = action.payload() else { continue };
        for member in payload.members() {
            if action.is("navigate") {
                if let Some(field) = picker(cx, member.value) {
                    let message = format!(
                        "The value of {} component is not allowed in the payload of navigate action.",
                        field.kind.name()
                    );
                    let headline = "Photos and documents cannot go to another screen";
                    out.add(&RULE, message, headline, &[Spot::value(member.value)]);
                }
            } else if is_nested(cx, member.value) {
                let message = "The value of following components must be a top-level string in complete and \
                               data_exchange on-click-action payload: [PhotoPicker, DocumentPicker].";
                let headline = "Photos and documents need a name of their own here";
                out.add(&RULE, message, headline, &[Spot::value(member.value)]);
            }
        }
    }
}

fn is_nested<'t>(cx: &ScreenContext<'_, 't>, value: Node<'t>) -> bool {
    let holds = |node: Node<'t>| picker(cx, node).is_some() || is_nested(cx, node);
    value.items().any(holds) || value.members().any(|member| holds(member.value))
}
