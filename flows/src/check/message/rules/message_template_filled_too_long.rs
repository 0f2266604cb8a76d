//! The values alone are longer than the template's text may be once they are filled in.
//!
//! # Why
//!
//! Meta refuses the message, whatever the template says.
//!
//! # Example
//!
//! ```json
//! {"type": "body", "parameters": [{"type": "text", "text": "(1,025 letters)"}]}
//! ```
//!
//! # Fix
//!
//! Send shorter values.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::json::Node;
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-template-filled-too-long",
    severity: Severity::Blocked,
    codes: &["132005"],
    checks: &[],
    source: include_str!("message_template_filled_too_long.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let most = facts::template().limits.filled_body;
    let template = cx.message.content.filter(|_| cx.message.kind == MessageType::Template);
    let parts = template.and_then(|template| template.get("components")).into_iter().flat_map(Node::items);
    let bodies = parts.filter(|part| part.get("type").is_some_and(|kind| kind.is_str_ignoring_case("body")));
    for parameters in bodies.filter_map(|body| body.get("parameters")) {
        let texts = parameters.items().filter_map(|value| value.get("text")?.as_str());
        let length: usize = texts.map(|text| text.chars().count()).sum();
        if length > most {
            let headline = format!("The values have {length} letters; the filled text may have {most}");
            out.add(&RULE, "", headline, &[Spot::value(parameters)]);
        }
    }
}
