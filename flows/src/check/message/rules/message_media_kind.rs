//! The link leads to a file that this kind of message cannot be, by the end of its name.
//!
//! # Why
//!
//! Meta fetches the file when the message is sent, and refuses other kinds.
//!
//! # Example
//!
//! ```json
//! {"type": "image", "image": {"link": "https://example.com/cake.gif"}}
//! ```
//!
//! # Fix
//!
//! Send a file of a kind that WhatsApp takes, or choose the kind of message that fits.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts::{self, MediaFacts};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-media-kind",
    severity: Severity::Risky,
    codes: &["131053"],
    checks: &[],
    source: include_str!("message_media_kind.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let facts = facts::message();
    // A file for reading can be nearly anything.
    for media in cx.media().filter(|media| media.kind != "document") {
        let Some(value) = media.node.get("link") else { continue };
        let Some(ending) = value.as_str().and_then(|link| super::ending(&link)) else { continue };
        let has = |known: &MediaFacts| known.extensions.contains(&ending);
        let own = |known: &&MediaFacts| known.kind == media.kind;
        let is_file = facts.media.iter().any(has) || facts.limits.refused_extensions.contains(&ending);
        if is_file && !facts.media.iter().filter(own).any(has) {
            let headline = format!("A file '.{ending}' cannot be {}", media.words);
            out.add(&RULE, "", headline, &[Spot::value(value)]);
        }
    }
}
