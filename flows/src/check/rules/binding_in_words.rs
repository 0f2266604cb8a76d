//! A text has data in the middle of words, without backticks.
//!
//! # Why
//!
//! The phone replaces data only when it stands alone; here people would read `${data.name}` as it is
//! written.
//!
//! # Example
//!
//! ```json
//! {"type": "TextBody", "text": "Hello ${data.name}!"}
//! ```
//!
//! # Fix
//!
//! Put the text into backticks, with the words in quotation marks.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::expr::{binding, nested};
use crate::facts;

pub(in crate::check) static RULE: Rule = Rule {
    id: "binding-in-words",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("binding_in_words.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        let Some(kind) = component.kind else { continue };
        for member in component.node.members() {
            let Some(written) = member.value.as_str().filter(|text| text.contains("${")) else { continue };
            let shown = facts::component(kind).property(&member.key()).is_some_and(|p| p.text_around_binding);
            let mixed = binding::whole(&written).is_none() && binding::all(&written).next().is_some();
            if shown && mixed && !nested::is_expression(&written) {
                let headline = format!("'{}' shows the name of a value, not the value", plain(&member.key()));
                out.add(&RULE, "", headline, &[Spot::value(member.value)]);
            }
        }
    }
}
