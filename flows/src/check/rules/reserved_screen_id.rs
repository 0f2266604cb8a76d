//! A screen has the id SUCCESS.
//!
//! # Why
//!
//! Endpoints use this id to say that the form is finished, so no screen can have it.
//!
//! # Example
//!
//! ```json
//! {"id": "success", "title": "Thank you"}
//! ```
//!
//! # Fix
//!
//! Give the screen another id, for example DONE.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::{Edit, mending};

pub(in crate::check) static RULE: Rule = Rule {
    id: "reserved-screen-id",
    severity: Severity::Blocked,
    codes: &["SCREEN_ID_IS_RESERVED_KEYWORD"],
    checks: &[],
    source: include_str!("reserved_screen_id.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(node) = cx.screen.node.get("id") else { return };
    // Meta's validator compares with the small letters only; the documentation reserves the capital ones.
    if cx.screen.id.eq_ignore_ascii_case("success") {
        let message = format!("Screen id cannot be '{}' since it is a reserved keyword.", cx.screen.id);
        let to = mending::valid_screen_id(out.tree(), &cx.screen.id);
        let finding = out.add(&RULE, message, "SUCCESS cannot be a screen's id", &[Spot::value(node)]);
        if cx.screen.id != "success" {
            finding.only_documented();
        }
        let title = format!("Change it to {}", short(&to));
        finding.mended(mend::fix(title, Edit::RenameScreen { from: cx.screen.id.to_string(), to }));
    }
}
