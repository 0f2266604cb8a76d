//! All sections of a list together have more choices than Meta takes.
//!
//! # Why
//!
//! Meta refuses the message.
//!
//! # Example
//!
//! ```json
//! {"sections": [{"title": "Cakes", "rows": ["(eleven choices)"]}]}
//! ```
//!
//! # Fix
//!
//! Take some out, or ask in two steps.

use crate::check::Severity;
use crate::check::findings::Findings;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::message::InteractiveType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-rows-too-many",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_rows_too_many.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(interactive) = &cx.message.interactive else { return };
    if interactive.kind == InteractiveType::List {
        super::too_many_in_all(&RULE, interactive, "rows", facts::message().limits.rows, out);
    }
}
