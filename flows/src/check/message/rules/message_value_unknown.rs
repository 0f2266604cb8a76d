//! A value is none of those that Meta knows for it, for example the country of an address.
//!
//! # Why
//!
//! Meta refuses what it does not know.
//!
//! # Example
//!
//! ```json
//! {"type": "address_message", "action": {"name": "address_message", "parameters": {"country": "BR"}}}
//! ```
//!
//! # Fix
//!
//! Choose one of the values.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-value-unknown",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_value_unknown.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (known, member, value) in cx.values() {
        let Some(written) = value.as_str().filter(|written| !written.trim().is_empty()) else { continue };
        let is_known = |choice: &String| choice.eq_ignore_ascii_case(&written);
        if member.open || member.choices.is_empty() || member.choices.iter().any(is_known) {
            continue;
        }
        let headline = format!("'{}' cannot be {}", short(&written), member.words);
        // A form that asks the server is given no screen.
        let fits =
            |choice: &&String| *choice != "data_exchange" || known.node.get("flow_action_payload").is_none();
        let choices: Vec<&String> = member.choices.iter().filter(fits).collect();
        out.add(&RULE, "", headline, &[Spot::value(value)]).mended_by(mend::choose(value, &choices));
    }
}
