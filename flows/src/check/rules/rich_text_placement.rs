//! A RichText shares its screen with other parts.
//!
//! # Why
//!
//! RichText fills the whole screen. From version 6.3 on a button may stand below it, nothing else.
//!
//! # Example
//!
//! ```json
//! [{"type": "RichText", "text": "# Terms"}, {"type": "TextBody", "text": "Please read"}]
//! ```
//!
//! # Fix
//!
//! Move the other parts to another screen, or use TextBody.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::flow::{ComponentKind, Version};

pub(in crate::check) static RULE: Rule = Rule {
    id: "rich-text-placement",
    severity: Severity::Blocked,
    codes: &["INVALID_COMPONENT_PLACEMENT", "INVALID_RICHTEXT_PLACEMENT"],
    checks: &[],
    source: include_str!("rich_text_placement.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let texts: Vec<_> = cx.of_kind(ComponentKind::RichText).filter_map(|c| c.get("type")).map(Spot::value).collect();
    let footer = cx.version >= Version::new(6, 3);
    let others = cx
        .components
        .iter()
        .filter(|c| !(c.is(ComponentKind::RichText) || footer && c.is(ComponentKind::Footer)))
        .count();
    let alone = texts.len() == 1 && others == 0;
    if texts.is_empty() || alone {
        return;
    }
    let (code, message) = if footer {
        (
            "INVALID_COMPONENT_PLACEMENT",
            "RichText can either be the only component on the screen or it can be paired exclusively with the  Footer \
             component. Please remove all components other than  Footer from the same screen to use RichText.",
        )
    } else if cx.version >= Version::new(6, 0) {
        (
            "INVALID_COMPONENT_PLACEMENT",
            "Only one RichText component can be used per screen. Please remove other components.",
        )
    } else {
        (
            "INVALID_RICHTEXT_PLACEMENT",
            "RichText cannot be used with other components on the same screen. Please either remove RichText or ensure \
             that it is the only component on the screen.",
        )
    };
    out.add(&RULE, message, "Other parts cannot share a screen with this text", &texts).coded(code);
}
