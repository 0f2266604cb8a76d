//! What is checked as one object whose members are known from the facts: templates and messages.

use super::Diagnostic;
use super::findings::{Findings, keep_sure_buttons, keep_the_worst, sort};
use super::rules::{not_an_object, not_json, too_large};
use crate::facts::{MemberFacts, VariantFacts};
use crate::json::{Kind, MetaStyle, Node, SyntaxErrorKind, Tree};

/// Looks at a text that has to be one object. Findings are sorted by place, then rule.
pub(super) fn checked(
    tree: &Tree,
    look: impl for<'t> FnOnce(&'t Tree, &mut Findings<'t>),
) -> Vec<Diagnostic> {
    let mut out = Findings::new(tree, MetaStyle::Dotted);
    match tree.error() {
        Some(error) if error.kind == SyntaxErrorKind::TooLarge => too_large::found(tree, &mut out),
        Some(error) => not_json::found(tree, error, &mut out),
        None if tree.root().kind() != Kind::Object => not_an_object::found(tree.root(), &mut out),
        None => look(tree, &mut out),
    }
    let mut found = out.list;
    keep_the_worst(&mut found);
    keep_sure_buttons(tree, &mut found);
    sort(&mut found);
    found
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
