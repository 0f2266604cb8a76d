//! There are more than three line breaks in a row.
//!
//! # Why
//!
//! Meta asks to leave that out, and on a phone it looks like the end of the message.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Hello\\n\\n\\n\\nYour order is ready"}
//! ```
//!
//! # Fix
//!
//! Take some out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts;
use crate::template::ComponentType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-blank-lines",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_blank_lines.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::template().limits.blank_lines;
    for text in cx.texts_of(ComponentType::Body) {
        let plain = text.written.replace("\r\n", "\n");
        let many = "\n".repeat(most + 1);
        if plain.contains(&many) {
            let mut fewer = plain;
            while fewer.contains(&many) {
                fewer = fewer.replace(&many, &"\n".repeat(2));
            }
            let headline = format!("More than {most} line breaks in a row");
            out.add(&RULE, "", headline, &[Spot::value(text.node)])
                .mended(mend::fix("Leave one empty line", mend::replace(text.node, fewer.into())));
        }
    }
}
