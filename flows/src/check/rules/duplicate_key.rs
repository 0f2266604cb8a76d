//! A part names the same setting twice.
//!
//! # Why
//!
//! Only the last one counts; the other one is easily taken for what holds.
//!
//! # Example
//!
//! ```json
//! {"type": "TextBody", "text": "Hello", "text": "Good morning"}
//! ```
//!
//! # Fix
//!
//! Remove one of them.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::json::Node;
use std::collections::HashSet;

pub(in crate::check) static RULE: Rule = Rule {
    id: "duplicate-key",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("duplicate_key.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    look(cx.screen.node, out);
}

fn look<'t>(node: Node<'t>, out: &mut Findings<'t>) {
    let mut seen = HashSet::new();
    for member in node.members() {
        if !seen.insert(member.key()) {
            let headline = format!("'{}' is set twice; the last one counts", plain(&member.key()));
            out.add(&RULE, "", headline, &[Spot::name(member)]);
        }
        look(member.value, out);
    }
    for item in node.items() {
        look(item, out);
    }
}
