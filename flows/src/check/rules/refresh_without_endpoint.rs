//! A screen should be refreshed when people come back to it, but the form has no endpoint to ask.
//!
//! # Why
//!
//! Only an endpoint can give fresh data.
//!
//! # Example
//!
//! ```json
//! {"id": "TIMES", "title": "Free times", "refresh_on_back": true}
//! ```
//!
//! # Fix
//!
//! Remove `refresh_on_back`, or connect the form to an endpoint.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "refresh-without-endpoint",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &[],
    source: include_str!("refresh_without_endpoint.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(node) = cx.screen.node.get("refresh_on_back").filter(|node| node.as_bool() == Some(true)) else { return };
    if cx.flow.data_api_version.is_none() {
        let message = "Property 'refresh_on_back' can be true only when property 'data_api_version' is set.";
        let edit = Edit::RemoveProperty { at: cx.screen.node.pointer(), key: "refresh_on_back".to_owned() };
        out.add(&RULE, message, "This asks your own system on the way back, but there is none", &[Spot::value(node)])
            .mended(Fix { title: "Do not refresh it".to_owned(), edits: vec![edit] });
    }
}
