//! The form has a property `meta`.
//!
//! # Why
//!
//! Meta keeps it for its own tools and refuses it in forms that others make.
//!
//! # Example
//!
//! ```json
//! {"version": "7.3", "meta": {}, "screens": []}
//! ```
//!
//! # Fix
//!
//! Remove it.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Pointer;

pub(in crate::check) static RULE: Rule = Rule {
    id: "meta-property",
    severity: Severity::Blocked,
    codes: &["INVALID_FLOW_JSON"],
    checks: &[],
    source: include_str!("meta_property.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    if let Some(meta) = cx.flow.root.get("meta") {
        let edit = Edit::RemoveProperty { at: Pointer::root(), key: "meta".to_owned() };
        out.add(&RULE, "Property 'meta' is not allowed.", "'meta' is kept for Meta's own tools; remove it", &[Spot::value(meta)])
            .mended(Fix { title: "Remove 'meta'".to_owned(), edits: vec![edit] });
    }
}
