//! A link does not begin with https://.
//!
//! # Why
//!
//! Phones open secure addresses only.
//!
//! # Example
//!
//! ```json
//! {"type": "EmbeddedLink", "text": "Our prices", "on-click-action": {"name": "open_url", "url": "http://example.com"}}
//! ```
//!
//! # Fix
//!
//! Write https:// at the beginning.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;

pub(in crate::check) static RULE: Rule = Rule {
    id: "insecure-link",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("insecure_link.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for url in cx.actions.iter().filter(|a| a.is("open_url")).filter_map(|a| a.node.get("url")) {
        let written = url.as_str().unwrap_or_default();
        if written.starts_with("https://") || written.starts_with("${") || written.starts_with('`') {
            continue;
        }
        let finding = out.add(&RULE, "", "Phones only open addresses that start with https://", &[Spot::value(url)]);
        if let Some(rest) = written.strip_prefix("http://") {
            let edit = Edit::ReplaceValue { at: url.pointer(), value: format!("https://{rest}").into() };
            finding.mended(Fix { title: "Use https://".to_owned(), edits: vec![edit] });
        }
    }
}
