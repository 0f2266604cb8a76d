//! A RichText mixes fixed words with data.
//!
//! # Why
//!
//! RichText shows either fixed words or data, not both in one text.
//!
//! # Example
//!
//! ```json
//! {"type": "RichText", "text": "Hello ${data.name}"}
//! ```
//!
//! # Fix
//!
//! Put the whole text into the data, or use TextBody with an expression.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::expr::{binding, nested};
use crate::flow::{ComponentKind, Version};

pub(in crate::check) static RULE: Rule = Rule {
    id: "rich-text-interpolation",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &[],
    source: include_str!("rich_text_interpolation.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.version < Version::new(6, 0) {
        return;
    }
    for component in cx.of_kind(ComponentKind::RichText) {
        let Some(member) = component.node.member("text") else { continue };
        let Some(written) = member.value.as_str() else { continue };
        let mixed = binding::whole(&written).is_none() && binding::all(&written).next().is_some();
        if mixed || nested::is_expression(&written) {
            let message = "String interpolation is not supported by RichText component. Either use static value (e.g. \
                           \"# Title\") or dynamic only (e.g. \"${data.title}\").";
            let spot = Spot::value(member.value).shown_at(member.name);
            out.add(&RULE, message, "Words and data cannot be mixed here", &[spot]);
        }
    }
}
