//! Components held against the facts.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::findings::Findings;
use super::super::rules::{
    caption_clash, caption_pair, component_too_new, echo, misplaced_component, missing_property,
    pattern_needs_hint, unknown_component, unknown_property, wrong_type,
};
use super::property;
use crate::edit::Edit;
use crate::facts;
use crate::facts::{ComponentFacts, JsonType, PropertyFacts};
use crate::flow::{ComponentKind, Holder, Version};
use crate::json::{Kind, Member, MetaStyle, Node, Span, Tree};

/// A place for components.
#[derive(Clone, Copy)]
pub(super) struct Site {
    pub(super) holder: Holder,
    pub(super) in_form: bool,
    pub(super) version: Version,
    /// A button's change is tried on it: nothing else is to be mended.
    on_trial: bool,
}

impl Site {
    /// A property of the component, when this place and version have it.
    fn property(self, component: &'static ComponentFacts, name: &str) -> Option<&'static PropertyFacts> {
        component.property(name).filter(|p| p.since <= self.version && !(p.outside_form_only && self.in_form))
    }
}

/// An array of components.
pub(super) fn list<'t>(
    value: Node<'t>,
    name: &str,
    holder: Holder,
    in_form: bool,
    version: Version,
    out: &mut Findings<'t>,
) {
    if value.kind() != Kind::Array {
        wrong_type::found(value, name, &[JsonType::Array], out);
        return;
    }
    let site = Site { holder, in_form: in_form || holder == Holder::Form, version, on_trial: false };
    for (index, node) in value.items().enumerate() {
        if out.is_full() {
            return;
        }
        if node.kind() == Kind::Object {
            component(node, site, out);
        } else {
            wrong_type::found(node, &index.to_string(), &[JsonType::Object], out);
        }
    }
}

fn component<'t>(node: Node<'t>, site: Site, out: &mut Findings<'t>) {
    let Some(written) = node.get("type") else {
        missing_property::found(node, "type", None, out);
        // Without a type Meta holds the names against a Footer.
        let footer = facts::component(ComponentKind::Footer);
        for member in node.members().filter(|m| site.property(footer, &m.key()).is_none()) {
            echo::unknown_property(member, &footer.kind, out);
        }
        return;
    };
    let Some(kind) = written.as_str().and_then(|name| ComponentKind::from_name(&name)) else {
        let before = out.list.len();
        unknown_component::found(written, out);
        keep_what_holds(node, before, site, out);
        return;
    };
    let facts = facts::component(kind);
    if !facts.allowed_in(site.holder.name(), site.version) {
        match facts.parents.iter().find(|parent| parent.kind == site.holder.name()) {
            Some(later) => component_too_new::found(node, written, kind, later.since, site.version, out),
            None => misplaced_component::found(node, written, kind, site.holder, out),
        }
        for member in node.members().filter(|m| !m.name.is_str("type")) {
            echoes(member, kind, site, out);
        }
        return;
    }
    for required in facts.properties.iter().filter(|p| p.required && p.since <= site.version) {
        if node.get(&required.name).is_none() {
            missing_property::found(node, &required.name, Some(kind), out);
        }
    }
    for member in node.members() {
        if out.is_full() {
            return;
        }
        let key = member.key();
        if key == "type" {
            continue;
        }
        let count = out.list.len();
        match site.property(facts, &key) {
            Some(property) if property.children => holder(member, kind, site, out),
            Some(property) => {
                property::check(member.value, property, site.version, out);
            }
            None => unknown_property::found(member, Some(kind), out),
        }
        let holds_components = facts.property(&key).is_some_and(|p| p.children);
        if out.list.len() > count && !holds_components {
            keep_what_holds(node, count, site, out);
            echoes(member, kind, site, out);
        }
    }
    if kind == ComponentKind::Footer {
        caption_pair::found(node, out);
        caption_clash::found(node, out);
    }
    if kind == ComponentKind::TextInput {
        pattern_needs_hint::found(node, written, site.version, out);
    }
}

/// Of the buttons of the findings from one on, those that put another name or value there stay only where the
/// component then has less wrong, and nothing that it had not before: what is known, Meta looks into.
fn keep_what_holds<'t>(component: Node<'t>, from: usize, site: Site, out: &mut Findings<'t>) {
    let tree = out.tree();
    let mut before = None;
    for fix in out.list.iter_mut().skip(from).map(|finding| &mut finding.fixes) {
        fix.retain(|fix| {
            let changed = match fix.edits.as_slice() {
                [Edit::RenameProperty { at, key, to }] => {
                    let name = tree.at(at).and_then(|object| object.member(key)).map(|member| member.name);
                    name.map(|name| (name, Value::from(to.as_str())))
                }
                [Edit::ReplaceValue { at, value }] => tree.at(at).map(|node| (node, value.clone())),
                _ => return true,
            };
            let text = changed
                .filter(|_| !site.on_trial && component.count() <= MOST_TRIED)
                .and_then(|(node, new)| with(component, node.span(), &new));
            text.is_some_and(|text| {
                let before = before.get_or_insert_with(|| tried(component.raw().to_owned(), site));
                let after = tried(text, site);
                after.len() < before.len() && after.is_subset(before)
            })
        });
    }
}

/// Larger components are not tried with other values.
const MOST_TRIED: usize = 2_000;

/// The text of a component with another value in place of one.
fn with(component: Node<'_>, place: Span, new: &Value) -> Option<String> {
    let start = place.start.checked_sub(component.span().start)? as usize;
    let raw = component.raw();
    Some([raw.get(..start)?, &new.to_string(), raw.get(start + place.len() as usize..)?].concat())
}

/// What the schema finds in the text of a component: rule, path and message.
fn tried(text: String, site: Site) -> BTreeSet<(String, String, String)> {
    let tree = Tree::parse(text);
    let mut out = Findings::new(&tree, MetaStyle::Quoted);
    component(tree.root(), Site { on_trial: true, ..site }, &mut out);
    out.list.into_iter().map(|found| (found.rule, found.place.path, found.message)).collect()
}

fn holder<'t>(member: Member<'t>, kind: ComponentKind, site: Site, out: &mut Findings<'t>) {
    let inside = match kind {
        ComponentKind::If => Holder::If,
        ComponentKind::Switch => Holder::Switch,
        _ => Holder::Form,
    };
    if kind != ComponentKind::Switch {
        list(member.value, &member.key(), inside, site.in_form, site.version, out);
    } else if member.value.kind() == Kind::Object {
        for case in member.value.members() {
            if out.is_full() {
                return;
            }
            super::super::rules::invalid_case::found(case, out);
            list(case.value, &case.key(), inside, site.in_form, site.version, out);
        }
    } else {
        wrong_type::found(member.value, &member.key(), &[JsonType::Object], out);
    }
}

/// What Meta adds: its schema tries every component that may stand here, and what the others have to say
/// about the same property is reported with it.
fn echoes<'t>(member: Member<'t>, kind: ComponentKind, site: Site, out: &mut Findings<'t>) {
    let key = member.key();
    let mut others = Findings::new(out.tree(), MetaStyle::Quoted);
    for other in facts::components() {
        // What a CheckboxGroup or a ChipsSelector would have said was not seen in Meta's answers.
        let silent = other.property("max-selected-items").is_some();
        if silent || other.kind == kind.name() || !other.allowed_in(site.holder.name(), site.version) {
            continue;
        }
        if let Some(property) = site.property(other, &key).filter(|p| !p.children) {
            property::check(member.value, property, site.version, &mut others);
        }
    }
    echo::found(others.list, out);
}
