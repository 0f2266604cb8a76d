//! A file is named by neither or by both of its number and its link.
//!
//! # Why
//!
//! Meta wants exactly one of them.
//!
//! # Example
//!
//! ```json
//! {"type": "image", "image": {"caption": "Our cake"}}
//! ```
//!
//! # Fix
//!
//! Choose the file.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-media-source",
    severity: Severity::Blocked,
    codes: &["131008", "131009"],
    checks: &[],
    source: include_str!("message_media_source.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for media in cx.media() {
        match (media.node.get("id"), media.node.get("link")) {
            (None, None) => {
                let headline = format!("Choose the file: {} has none yet", media.words);
                out.add(&RULE, "", headline, &[Spot::value(media.node)]);
            }
            (Some(_), Some(link)) => {
                let headline = format!("{} is named by a number and by a link", capital(media.words));
                out.add(&RULE, "", headline, &[Spot::value(link)])
                    .coded("131009")
                    .mended(mend::fix("Keep the number", mend::without(media.node, "link")));
            }
            _ => {}
        }
    }
}
