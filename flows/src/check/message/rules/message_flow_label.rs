//! The words of the button that opens a form are long, or have an emoji.
//!
//! # Why
//!
//! Meta advises 30 letters without emoji; some of its pages say 20. What is longer may be cut or refused. Up to 30
//! letters this is advice.
//!
//! # Example
//!
//! ```json
//! {"flow_cta": "Book your table for this weekend now 🎉"}
//! ```
//!
//! # Fix
//!
//! Write fewer words, without emoji.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-flow-label",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("message_flow_label.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let limits = &facts::message().limits;
    let Some(value) = super::flow_parameters(cx).and_then(|parameters| parameters.get("flow_cta")) else {
        return;
    };
    let Some(label) = value.as_str() else { return };
    let length = label.chars().count();
    if length > limits.flow_label_advised {
        let most = if length > limits.flow_label { limits.flow_label } else { limits.flow_label_advised };
        let headline = format!("The button has {length} letters; {most} are advised");
        let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
        if length <= limits.flow_label {
            finding.severity = Severity::Advice;
        }
    }
    if limits.emoji_pattern.is_match(&label) {
        let is_part = |letter: char| {
            "\u{fe0f}\u{200d}".contains(letter)
                || limits.emoji_pattern.is_match(letter.encode_utf8(&mut [0; 4]))
        };
        let words: String = label.chars().filter(|letter| !is_part(*letter)).collect();
        let finding = out.add(&RULE, "", "The button that opens a form has an emoji", &[Spot::value(value)]);
        if !words.trim().is_empty() {
            finding.mended(mend::fix("Take the emoji out", mend::replace(value, words.trim().into())));
        }
    }
}
