//! There are more buttons than Meta takes: ten in all, two on a card, and few of most kinds.
//!
//! # Why
//!
//! Meta refuses the template.
//!
//! # Example
//!
//! ```json
//! {"type": "BUTTONS", "buttons": ["(eleven buttons)"]}
//! ```
//!
//! # Fix
//!
//! Take some out.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use std::collections::BTreeMap;
use crate::check::mend;
use crate::facts;
use crate::template::Button;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-too-many-buttons",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_too_many_buttons.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let facts = facts::template();
    let mut groups: BTreeMap<Option<usize>, Vec<Button<'t>>> = BTreeMap::new();
    for button in &cx.template.buttons {
        groups.entry(button.card).or_default().push(*button);
    }
    for (card, buttons) in groups {
        let most = if card.is_some() { facts.limits.buttons_on_card } else { facts.limits.buttons };
        if let Some(first) = buttons.get(most) {
            let headline = format!("{} buttons; {most} are allowed", buttons.len());
            out.add(&RULE, "", headline, &[Spot::value(first.node)])
                .mended(mend::remove_item(first.node, "Take this one out"));
            continue;
        }
        for kind in &facts.buttons {
            let same: Vec<_> = buttons.iter().filter(|button| button.kind.name() == kind.kind).collect();
            if let Some(first) = same.get(kind.most) {
                let headline = format!("{} of this button: {}; {} allowed", same.len(), kind.words, kind.most);
                out.add(&RULE, "", headline, &[Spot::value(first.node)])
                    .mended(mend::remove_item(first.node, "Take this one out"));
            }
        }
    }
}
