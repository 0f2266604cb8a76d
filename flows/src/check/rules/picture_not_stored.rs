//! A picture is given as a web address, or is no picture.
//!
//! # Why
//!
//! Pictures have to stand in the file as base64 text; the phone shows nothing for an address.
//!
//! # Example
//!
//! ```json
//! {"type": "Image", "src": "https://example.com/picture.png"}
//! ```
//!
//! # Fix
//!
//! Drop the picture in again, so that it is stored in the file.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::flow::ComponentKind;
use super::carousel_limits::is_base64;

pub(in crate::check) static RULE: Rule = Rule {
    id: "picture-not-stored",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("picture_not_stored.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for source in cx.of_kind(ComponentKind::Image).filter_map(|c| c.get("src")) {
        let written = source.as_str().unwrap_or_default();
        let data = written.split_once(";base64,").map_or(written.as_ref(), |(_, data)| data);
        if !written.starts_with("${") && !written.starts_with('`') && !is_base64(data) {
            out.add(&RULE, "", "This picture is not stored in the form; choose a file", &[Spot::value(source)]);
        }
    }
}
