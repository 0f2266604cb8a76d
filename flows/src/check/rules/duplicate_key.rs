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
use crate::json::{Kind, Node};
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
    match node.kind() {
        Kind::Object => {
            for member in node.repeated() {
                let headline = format!("'{}' is set twice; the last one counts", plain(&member.key()));
                out.add(&RULE, "", headline, &[Spot::name(member)]);
            }
            node.members().for_each(|member| look(member.value, out));
        }
        Kind::Array => node.items().for_each(|item| look(item, out)),
        _ => {}
    }
}
