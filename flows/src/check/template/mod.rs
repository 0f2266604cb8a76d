//! What Meta would say about a message template, and what a shop owner should know before it is sent in.
//!
//! Rules are files in [`rules`]; what a template is made of stands in the facts. Texts are counted in code points.

mod context;
mod rules;

pub(in crate::check) use context::TemplateContext;
pub(in crate::check) use rules::ALL;

use super::{Diagnostic, check};
use super::findings::{Findings, keep_sure_buttons, keep_the_worst, sort};
use super::rule::{DocumentKind, Run};
use super::rules::{not_an_object, not_json, too_large};
use crate::json::{Kind, MetaStyle, SyntaxErrorKind, Tree};
use crate::template::Template;

/// Checks a text as what it is: a Flow or a message template.
pub fn check_document(tree: &Tree) -> Vec<Diagnostic> {
    match DocumentKind::of(tree) {
        DocumentKind::Flow => check(tree),
        DocumentKind::Template => check_template(tree),
    }
}

/// Checks a message template: the payload that creates it. Findings are sorted by place, then rule.
pub fn check_template(tree: &Tree) -> Vec<Diagnostic> {
    let mut out = Findings::new(tree, MetaStyle::Dotted);
    match tree.error() {
        Some(error) if error.kind == SyntaxErrorKind::TooLarge => too_large::found(tree, &mut out),
        Some(error) => not_json::found(tree, error, &mut out),
        None if tree.root().kind() != Kind::Object => not_an_object::found(tree.root(), &mut out),
        None => {
            let context = TemplateContext::of(Template::of(tree));
            for rule in ALL {
                if let Run::Template(run) = rule.run {
                    run(&context, &mut out);
                }
            }
        }
    }
    let mut found = out.list;
    keep_the_worst(&mut found);
    keep_sure_buttons(tree, &mut found);
    sort(&mut found);
    found
}
