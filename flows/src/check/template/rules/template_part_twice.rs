//! A part stands twice in one message.
//!
//! # Why
//!
//! Meta takes one of each.
//!
//! # Example
//!
//! ```json
//! {"components": [{"type": "BODY", "text": "Hello"}, {"type": "BODY", "text": "again"}]}
//! ```
//!
//! # Fix
//!
//! Put what they say into one of them.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use std::collections::BTreeSet;
use crate::check::mend;
use crate::check::template::context::part as part_facts;
use crate::template::ComponentType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-part-twice",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_part_twice.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let mut seen = BTreeSet::new();
    for part in cx.template.components.iter().filter(|part| part.kind != ComponentType::Other) {
        if !seen.insert((part.card, part.kind)) {
            let words = part_facts(part.kind.name()).map_or("this part", |facts| facts.words.as_str());
            let headline = format!("There can be only one of this: {words}");
            out.add(&RULE, "", headline, &[Spot::value(part.node)])
                .mended(mend::remove_item(part.node, "Take this one out"));
        }
    }
}
