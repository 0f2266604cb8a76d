//! What is checked as one object whose members are known from the facts: templates and messages.

use std::collections::BTreeMap;

use super::findings::{Effort, Findings, keep_sure_buttons, keep_the_worst, sort};
use super::rule::Rule;
use super::rules::{not_an_object, not_json, too_large};
use super::{Diagnostic, Severity};
use crate::edit::{Document, Edit, apply};
use crate::facts::{MemberFacts, VariantFacts};
use crate::json::{Kind, MetaStyle, Node, SyntaxErrorKind, Tree};

/// Buttons that are tried; nobody presses more.
const MOST_TRIED: usize = 100;

/// How the rules about such an object look at it; only those that are asked.
type Look<'l> = &'l dyn for<'t> Fn(&'t Tree, &dyn Fn(&Rule) -> bool, &mut Findings<'t>);

/// The same findings as [`checked`] gives, without buttons: to try them takes a check for each.
pub(super) fn looked_at(tree: &Tree, look: Look<'_>) -> Vec<Diagnostic> {
    let mut found = findings(tree, look, &|_| true, Effort::Whole);
    keep_the_worst(&mut found);
    for finding in &mut found {
        finding.fixes.clear();
    }
    sort(&mut found);
    found
}

/// Looks at a text that has to be one object. Findings are sorted by place, then rule; each button was tried and keeps
/// its word.
pub(super) fn checked(tree: &Tree, effort: Effort, look: Look<'_>) -> Vec<Diagnostic> {
    let mut found = findings(tree, look, &|_| true, effort);
    keep_the_worst(&mut found);
    keep_sure_buttons(tree, &mut found);
    keep_tried_buttons(tree, look, &mut found);
    sort(&mut found);
    found
}

fn findings(
    tree: &Tree,
    look: Look<'_>,
    is_asked: &dyn Fn(&Rule) -> bool,
    effort: Effort,
) -> Vec<Diagnostic> {
    let mut out = Findings::new(tree, MetaStyle::Dotted);
    out.effort = effort;
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
        None => look(tree, is_asked, &mut out),
    }
    out.list
}

/// Keeps the buttons after which their finding is gone and no more than before is refused.
fn keep_tried_buttons(tree: &Tree, look: Look<'_>, found: &mut [Diagnostic]) {
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
                    let after = findings(applied.document.tree(), look, &counts, Effort::None);
                    of_rule(&after, rule) < before && refused(&after) <= refused_before
                })
        });
    }
}

/// An object whose members are known.
#[derive(Clone, Copy)]
pub(super) struct Known<'t> {
    pub(super) node: Node<'t>,
    pub(super) members: &'static [MemberFacts],
    /// What people call it.
    pub(super) words: &'static str,
}

/// Adds the objects that lie in those that are there already, and in them. `variant` gives what is known of an
/// object of a set by its `type`.
pub(super) fn add_inner(
    known: &mut Vec<Known<'_>>,
    variant: impl Fn(&str, &str) -> Option<&'static VariantFacts>,
) {
    let mut at = 0;
    while let Some(object) = known.get(at).copied() {
        for member in object.members {
            let Some(value) = object.node.get(&member.name) else { continue };
            let words = &member.words;
            if !member.members.is_empty() && value.kind() == Kind::Object {
                known.push(Known { node: value, members: &member.members, words });
            }
            if !member.item.is_empty() {
                let objects = value.items().filter(|item| item.kind() == Kind::Object);
                known.extend(objects.map(|node| Known { node, members: &member.item, words }));
            }
            let Some(set) = &member.variants else { continue };
            let items = value.items().filter(|_| !member.item.is_empty());
            for node in std::iter::once(value).filter(|_| member.item.is_empty()).chain(items) {
                let kind = node.get("type").and_then(Node::as_str).unwrap_or_default();
                if let Some(variant) = variant(set, &kind) {
                    known.push(Known { node, members: &variant.members, words: &variant.words });
                }
            }
        }
        at += 1;
    }
}
