//! A section of a list has no title.
//!
//! # Why
//!
//! With several sections each needs one, so that people know what is what. With a single one Meta's newer pages ask for
//! it too; older ones do not, and this is a risk only.
//!
//! # Example
//!
//! ```json
//! {"sections": [{"title": "Cakes", "rows": []}, {"rows": []}]}
//! ```
//!
//! # Fix
//!
//! Write a title.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::json::{Kind, Node};
use crate::message::InteractiveType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-section-title",
    severity: Severity::Blocked,
    codes: &["131008"],
    checks: &[],
    source: include_str!("message_section_title.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let list = cx.message.interactive.as_ref().filter(|it| it.kind == InteractiveType::List);
    let Some(list) = list else { return };
    let is_only = list.sections().nth(1).is_none();
    let is_object = |section: &Node<'t>| section.kind() == Kind::Object;
    for section in list.sections().filter(is_object).filter(|section| section.get("title").is_none()) {
        let finding = out.add(&RULE, "", "This section of the list has no title", &[Spot::value(section)]);
        if is_only {
            finding.only_documented();
        }
    }
}
