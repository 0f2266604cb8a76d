//! A question has to be answered but does not react.
//!
//! # Why
//!
//! People cannot fill it in, and the button at the bottom stays grey until they do.
//!
//! # Example
//!
//! ```json
//! {"type": "TextInput", "name": "name", "label": "Name", "required": true, "enabled": false}
//! ```
//!
//! # Fix
//!
//! Let it react, or make it optional.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::rules::asks;
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "required-but-disabled",
    severity: Severity::Risky,
    codes: &[],
    source: include_str!("required_but_disabled.rs"),
    checks: &[],
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        let (Some(required), Some(enabled)) = (component.get("required"), component.get("enabled")) else { continue };
        if !asks(required) || enabled.as_bool() != Some(false) {
            continue;
        }
        let edits = vec![Edit::ReplaceValue { at: enabled.pointer(), value: true.into() }];
        out.add(&RULE, "", "This has to be answered, but it does not react", &[Spot::value(enabled)])
            .mended(Fix { title: "Let it react".to_owned(), edits });
    }
}
