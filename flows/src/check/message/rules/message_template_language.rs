//! The template is asked for in a language that templates do not have.
//!
//! # Why
//!
//! Meta finds no such template.
//!
//! # Example
//!
//! ```json
//! {"name": "order_ready", "language": {"code": "english"}}
//! ```
//!
//! # Fix
//!
//! Choose the language in which the template was approved.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-template-language",
    severity: Severity::Blocked,
    codes: &["132001"],
    checks: &[],
    source: include_str!("message_template_language.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let template = cx.message.content.filter(|_| cx.message.kind == MessageType::Template);
    let Some(value) = template.and_then(|template| template.get("language")?.get("code")) else { return };
    let Some(code) = value.as_str().filter(|code| !code.trim().is_empty()) else { return };
    let known = || facts::template().languages.iter().map(|language| language.code.as_str());
    if known().any(|language| language == code) {
        return;
    }
    let headline = format!("Templates do not have the language '{}'", short(&code));
    let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
    if let Some(meant) = mend::meant(&code, known()) {
        finding.mended(mend::fix(format!("Change it to '{meant}'"), mend::replace(value, meant.into())));
    }
}
