//! A question has to be answered but never shows.
//!
//! # Why
//!
//! Nobody sees it, so nobody answers it: the form goes on without the answer.
//!
//! # Example
//!
//! ```json
//! {"type": "TextInput", "name": "name", "label": "Name", "required": true, "visible": false}
//! ```
//!
//! # Fix
//!
//! Show it, or make it optional.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::rules::asks;

pub(in crate::check) static RULE: Rule = Rule {
    id: "required-but-hidden",
    severity: Severity::Advice,
    codes: &[],
    source: include_str!("required_but_hidden.rs"),
    checks: &[],
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        let (Some(required), Some(visible)) = (component.get("required"), component.get("visible")) else { continue };
        if asks(required) && visible.as_bool() == Some(false) {
            out.add(&RULE, "", "This has to be answered, but it never shows", &[Spot::value(visible)]);
        }
    }
}
