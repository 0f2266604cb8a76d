//! Somebody writes, and the journey says nothing at first.
//!
//! # Why
//!
//! People who write and hear nothing write again or leave. The first reply says that they were heard, and when an
//! answer will come.
//!
//! # Example
//!
//! ```json
//! {"id": "hi", "kind": "first_message", "to": {"next": "wait"}}
//! ```
//!
//! # Fix
//!
//! Send a short reply before anything waits.

use std::collections::BTreeSet;

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::{Body, Role};

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-first-reply-silent",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("journey_first_reply_silent.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for at in cx.nodes() {
        let written = matches!(
            at.node.body,
            Body::FirstMessage(_) | Body::Keyword(_) | Body::AnyMessage(_) | Body::Link(_) | Body::Ad(_)
        );
        if !written || at.node.to.is_empty() {
            continue;
        }
        let mut seen = BTreeSet::new();
        let mut open: Vec<usize> = cx.after(at.index).collect();
        let is_silent = loop {
            let Some(next) = open.pop() else { break false };
            let Some(node) = cx.journey().nodes.get(next).filter(|_| seen.insert(next)) else { continue };
            match node.body.role() {
                Role::Say | Role::Leave => {}
                Role::Wait => break true,
                _ if node.body.outside().is_some() => {}
                _ => open.extend(cx.after(next)),
            }
        };
        if is_silent {
            let headline = format!("After '{}' people hear nothing at first", at.called());
            out.add(&RULE, "", shorten(&headline), &[Spot::value(at.text)]);
        }
    }
}
