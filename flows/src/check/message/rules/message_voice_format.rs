//! A voice message is no `.ogg` file, by the end of its name.
//!
//! # Why
//!
//! WhatsApp plays only Opus sound in an `.ogg` file as a voice message.
//!
//! # Example
//!
//! ```json
//! {"type": "audio", "audio": {"link": "https://example.com/hello.mp3", "voice": true}}
//! ```
//!
//! # Fix
//!
//! Send an `.ogg` file, or send it as a sound.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::json::Node;
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-voice-format",
    severity: Severity::Risky,
    codes: &["131053"],
    checks: &[],
    source: include_str!("message_voice_format.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let facts = facts::message();
    let Some(audio) = cx.message.content.filter(|_| cx.message.kind == MessageType::Audio) else { return };
    if audio.get("voice").and_then(Node::as_bool) != Some(true) {
        return;
    }
    let Some(link) = audio.get("link") else { return };
    let Some(ending) = link.as_str().and_then(|link| super::ending(&link)) else { return };
    let is_sound =
        facts.media.iter().any(|known| known.kind == "audio" && known.extensions.contains(&ending));
    if is_sound && ending != facts.limits.voice_extension {
        let headline = format!("A voice message has to be a file '.{}'", facts.limits.voice_extension);
        out.add(&RULE, "", headline, &[Spot::value(link)])
            .mended(mend::fix("Send it as a sound", mend::without(audio, "voice")));
    }
}
