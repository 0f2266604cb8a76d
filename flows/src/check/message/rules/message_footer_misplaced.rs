//! There is small print where WhatsApp shows none.
//!
//! # Why
//!
//! Cards have no footer below them.
//!
//! # Example
//!
//! ```json
//! {"type": "carousel", "footer": {"text": "Until Sunday"}}
//! ```
//!
//! # Fix
//!
//! Take it out, or write it in the text.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-footer-misplaced",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_footer_misplaced.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some((facts, node)) = cx.interactive() else { return };
    if let Some(footer) = node.get("footer").filter(|_| facts.footer == Some(false)) {
        let headline = format!("{} cannot have a footer", capital(&facts.words));
        out.add(&RULE, "", headline, &[Spot::value(footer)])
            .mended(mend::fix("Take the footer out", mend::without(node, "footer")));
    }
}
