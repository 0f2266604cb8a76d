//! A part or a button is of a kind that is not known here.
//!
//! # Why
//!
//! It is kept and sent as it is; nothing can be said about it.
//!
//! # Example
//!
//! ```json
//! {"type": "HOLOGRAM"}
//! ```
//!
//! # Fix
//!
//! If it was written by mistake, choose one of the known kinds.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::check::mend;
use crate::facts::{self, PartFacts};
use crate::template::{ButtonType, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-part-unknown",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("template_part_unknown.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let kinds = |parts: &'static [PartFacts]| parts.iter().map(|part| part.kind.as_str()).collect::<Vec<_>>();
    let facts = facts::template();
    let parts = cx.template.components.iter().filter(|part| part.kind == ComponentType::Other);
    let buttons = cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Other);
    let unknown = parts
        .map(|part| (part.node, &facts.components))
        .chain(buttons.map(|button| (button.node, &facts.buttons)));
    for (node, parts) in unknown {
        let Some(kind) = node.get("type") else { continue };
        let written = kind.as_str().unwrap_or_default();
        let finding =
            out.add(&RULE, "", format!("'{}' is not known here; it is kept", short(&written)), &[Spot::value(kind)]);
        if let Some(meant) = mend::meant(&written, kinds(parts).into_iter()) {
            finding.mended(mend::fix(format!("Change it to '{meant}'"), mend::replace(kind, meant.into())));
        }
    }
}
