//! What Meta would say about a message template, and what a shop owner should know before it is sent in.
//!
//! Rules are files in [`rules`]; what a template is made of stands in the facts. Texts are counted in code points.

mod context;
mod rules;

use std::collections::BTreeMap;

pub(in crate::check) use context::TemplateContext;
use context::written;
pub(in crate::check) use rules::ALL;

use super::findings::{Findings, keep_sure_buttons, keep_the_worst, sort};
use super::rule::{DocumentKind, Rule, Run};
use super::rules::{not_an_object, not_json, too_large};
use super::{Diagnostic, Severity, check};
use crate::edit::{Document, Edit, apply};
use crate::json::{Kind, MetaStyle, SyntaxErrorKind, Tree};
use crate::template::Template;

/// Checks a text as what it is: a Flow or a message template.
pub fn check_document(tree: &Tree) -> Vec<Diagnostic> {
    match DocumentKind::of(tree) {
        DocumentKind::Flow => check(tree),
        DocumentKind::Template => check_template(tree),
    }
}

/// Buttons that are tried; nobody presses more.
const MOST_TRIED: usize = 100;

/// Checks a message template: the payload that creates it. Findings are sorted by place, then rule; each button was
/// tried and keeps its word.
pub fn check_template(tree: &Tree) -> Vec<Diagnostic> {
    let mut found = findings(tree, |_| true);
    keep_the_worst(&mut found);
    keep_sure_buttons(tree, &mut found);
    keep_tried_buttons(tree, &mut found);
    sort(&mut found);
    found
}

/// Keeps the buttons after which their finding is gone and no more than before is refused.
fn keep_tried_buttons(tree: &Tree, found: &mut [Diagnostic]) {
    if found.iter().all(|finding| finding.fixes.is_empty()) {
        return;
    }
    let document = Document::new("", tree.text(), BTreeMap::new());
    let refused = |list: &[Diagnostic]| list.iter().filter(|f| f.severity == Severity::Blocked).count();
    let of_rule = |list: &[Diagnostic], rule: &str| list.iter().filter(|f| f.rule == rule).count();
    let (refused_before, mut tried) = (refused(found), 0);
    let before: Vec<usize> = found.iter().map(|finding| of_rule(found, &finding.rule)).collect();
    for (finding, before) in found.iter_mut().zip(before) {
        let Diagnostic { fixes, rule, .. } = finding;
        fixes.retain(|fix| {
            tried += 1;
            let batch = Edit::Batch { name: None, edits: fix.edits.clone() };
            tried <= MOST_TRIED
                && apply(&document, &batch).is_ok_and(|applied| {
                    let counts =
                        |other: &Rule| other.severity == Severity::Blocked || other.id == rule.as_str();
                    let after = findings(applied.document.tree(), counts);
                    of_rule(&after, rule) < before && refused(&after) <= refused_before
                })
        });
    }
}

/// What the rules say that are asked.
fn findings(tree: &Tree, is_asked: impl Fn(&Rule) -> bool) -> Vec<Diagnostic> {
    let mut out = Findings::new(tree, MetaStyle::Dotted);
    match tree.error() {
        Some(error) if error.kind == SyntaxErrorKind::TooLarge => too_large::found(tree, &mut out),
        Some(error) => {
            not_json::found(tree, error, &mut out);
            // What the rule quotes is said of Flows.
            out.list.iter_mut().for_each(|finding| {
                finding.message.clear();
                finding.meta_code = None;
            });
        }
        None if tree.root().kind() != Kind::Object => not_an_object::found(tree.root(), &mut out),
        None => {
            let template = Template::of(tree);
            let written = written(&template);
            let context = TemplateContext::of(&template, &written);
            for rule in ALL.iter().filter(|rule| is_asked(rule)) {
                if let Run::Template(run) = rule.run {
                    run(&context, &mut out);
                }
            }
        }
    }
    out.list
}
