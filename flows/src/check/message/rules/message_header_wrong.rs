//! The header is of a kind that this message cannot have.
//!
//! # Why
//!
//! A list has only words above it, a product nothing; with buttons there may be a picture, a film or a file too.
//!
//! # Example
//!
//! ```json
//! {"type": "list", "header": {"type": "image", "image": {"id": "1"}}}
//! ```
//!
//! # Fix
//!
//! Choose another header, or take it out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-header-wrong",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_header_wrong.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some((facts, node)) = cx.interactive() else { return };
    let (Some(allowed), Some(header)) = (&facts.headers, node.get("header")) else { return };
    let kind = header.get("type");
    let fits = kind.is_none_or(|kind| allowed.iter().any(|known| kind.is_str_ignoring_case(known)));
    let headline = if allowed.is_empty() {
        format!("{} cannot have a header", capital(&facts.words))
    } else if fits {
        return;
    } else {
        format!("{} cannot have this header", capital(&facts.words))
    };
    let spot = kind.filter(|_| !allowed.is_empty()).unwrap_or(header);
    let finding = out.add(&RULE, "", headline, &[Spot::value(spot)]);
    if !facts.members.iter().any(|member| member.name == "header" && member.required) {
        finding.mended(mend::fix("Take the header out", mend::without(node, "header")));
    }
}
