//! Variables are not numbered 1, 2, 3 in the order they come.
//!
//! # Why
//!
//! Meta refuses gaps and other orders.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Hello {{2}}, your order is ready"}
//! ```
//!
//! # Fix
//!
//! Number them anew.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use std::fmt::Write as _;
use serde_json::Value;
use crate::check::{Fix, mend};
use crate::check::template::context::Text;
use crate::edit::Edit;
use crate::json::Node;
use crate::template::{Name, Variables};
use super::samples;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-variable-numbering",
    severity: Severity::Blocked,
    codes: &["INVALID_FORMAT"],
    checks: &[],
    source: include_str!("template_variable_numbering.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in &cx.texts {
        let found = &text.variables;
        let mut order: Vec<u32> = Vec::new();
        for variable in &found.list {
            if let Name::Position(position) = variable.name
                && !order.contains(&position)
            {
                order.push(position);
            }
        }
        if order.iter().zip(1..).any(|(position, expected)| *position != expected) {
            let headline = format!("{}: its variables are not numbered 1, 2, 3", text.words());
            let finding = out.add(&RULE, "", headline, &[Spot::value(text.node)]);
            let edits = renumbered(text, found, &order);
            finding.mended(Fix { title: "Number them anew".to_owned(), edits });
        }
    }
}

/// The text with its variables numbered as they come, and the samples in the same order.
fn renumbered(text: &Text<'_, '_>, found: &Variables<'_>, order: &[u32]) -> Vec<Edit> {
    let mut new = String::new();
    let mut from = 0;
    for variable in &found.list {
        new.push_str(text.written.get(from..variable.at.start).unwrap_or_default());
        match variable.name {
            Name::Position(position) => {
                let place = order.iter().position(|known| *known == position).unwrap_or_default() + 1;
                let _ = write!(new, "{{{{{place}}}}}");
            }
            _ => new.push_str(text.written.get(variable.at.clone()).unwrap_or_default()),
        }
        from = variable.at.end;
    }
    new.push_str(text.written.get(from..).unwrap_or_default());
    let mut edits = vec![mend::replace(text.node, new.into())];
    if let Some(list) = samples::positional(&text.component) {
        let values: Vec<Value> = list.items().map(Node::to_value).collect();
        let moved: Option<Vec<Value>> =
            order.iter().map(|position| values.get(*position as usize - 1).cloned()).collect();
        if let Some(moved) = moved.filter(|moved| *moved != values) {
            edits.push(mend::replace(list, moved.into()));
        }
    }
    edits
}
