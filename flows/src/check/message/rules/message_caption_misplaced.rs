//! A sound or a sticker has a caption.
//!
//! # Why
//!
//! WhatsApp shows words only below pictures, films and files.
//!
//! # Example
//!
//! ```json
//! {"type": "audio", "audio": {"id": "1", "caption": "Listen"}}
//! ```
//!
//! # Fix
//!
//! Take the caption out and send the words as a message of their own.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-caption-misplaced",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("message_caption_misplaced.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    if !matches!(cx.message.kind, MessageType::Audio | MessageType::Sticker) {
        return;
    }
    let Some(content) = cx.message.content else { return };
    if let Some(caption) = content.member("caption") {
        let headline = format!("{} cannot have a caption", capital(cx.content_words()));
        out.add(&RULE, "", headline, &[Spot::name(caption)])
            .mended(mend::fix("Take the caption out", mend::without(content, "caption")));
    }
}
