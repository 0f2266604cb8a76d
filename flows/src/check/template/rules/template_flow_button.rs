//! A button that opens a form names none, or several.
//!
//! # Why
//!
//! Meta wants the form by its number, by its name or as its text: exactly one of them.
//!
//! # Example
//!
//! ```json
//! {"type": "FLOW", "text": "Book now"}
//! ```
//!
//! # Fix
//!
//! Choose the form.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::{Fix, mend};
use crate::template::ButtonType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-flow-button",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_flow_button.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Flow) {
        let named: Vec<&str> =
            ["flow_id", "flow_name", "flow_json"].into_iter().filter(|key| button.node.get(key).is_some()).collect();
        if named.is_empty() {
            out.add(&RULE, "", "This button opens no form yet", &[Spot::value(button.node)]);
        }
        if let [_, others @ ..] = named.as_slice()
            && !others.is_empty()
        {
            let finding = out.add(&RULE, "", "This button names its form in several ways", &[Spot::value(button.node)]);
            let edits = others.iter().flat_map(|key| mend::remove(button.node, key).edits).collect();
            finding.mended(Fix { title: "Keep the first".to_owned(), edits });
        }
    }
}
