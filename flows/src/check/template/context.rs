//! What rules about templates may look at.

use std::borrow::Cow;

use crate::facts::{self, MemberFacts, PartFacts};
use crate::json::Node;
use crate::template::{Category, Component, ComponentType, Template, Variables, variables};

/// A template and its texts.
pub(in crate::check) struct TemplateContext<'t> {
    pub(super) template: Template<'t>,
    /// Headers, texts and footers, in file order.
    pub(super) texts: Vec<Text<'t>>,
}

/// A header, a text or a footer.
pub(super) struct Text<'t> {
    pub(super) component: Component<'t>,
    /// The string.
    pub(super) node: Node<'t>,
    /// What it says, escapes resolved.
    pub(super) written: Cow<'t, str>,
}

impl<'t> TemplateContext<'t> {
    pub(super) fn of(template: Template<'t>) -> Self {
        let texts = template.components.iter().filter_map(|component| {
            let node = component.node.get("text")?;
            Some(Text { component: *component, node, written: node.as_str()? })
        });
        Self { texts: texts.collect(), template }
    }

    pub(super) fn is(&self, category: Category) -> bool {
        self.template.category == Some(category)
    }

    /// Every object whose members are known, with them and what people call it.
    pub(super) fn known(&self) -> Vec<Known<'t>> {
        let facts = facts::template();
        let mut known =
            vec![Known { node: self.template.root, members: &facts.members, words: "the template" }];
        for component in &self.template.components {
            if let Some(part) = part(component.kind.name()) {
                known.push(Known { node: component.node, members: &part.members, words: &part.words });
            }
        }
        for button in &self.template.buttons {
            if let Some(part) = facts.buttons.iter().find(|part| part.kind == button.kind.name()) {
                known.push(Known { node: button.node, members: &part.members, words: &part.words });
            }
        }
        let mut at = 0;
        while let Some(object) = known.get(at).copied() {
            for member in object.members {
                let Some(value) = object.node.get(&member.name) else { continue };
                let words = &member.words;
                if !member.members.is_empty() {
                    known.push(Known { node: value, members: &member.members, words });
                }
                if !member.item.is_empty() {
                    known.extend(value.items().map(|node| Known { node, members: &member.item, words }));
                }
            }
            at += 1;
        }
        known
    }

    /// Texts of a kind of part.
    pub(super) fn texts_of(&self, kind: ComponentType) -> impl Iterator<Item = &Text<'t>> {
        self.texts.iter().filter(move |text| text.component.kind == kind)
    }
}

impl Text<'_> {
    pub(super) fn variables(&self) -> Variables<'_> {
        variables(&self.written)
    }

    /// What people call it.
    pub(super) fn words(&self) -> &'static str {
        match self.component.kind {
            ComponentType::Header => "The header",
            ComponentType::Footer => "The footer",
            _ if self.component.card.is_some() => "A card's text",
            _ => "The text",
        }
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

/// What is known of a part.
pub(super) fn part(kind: &str) -> Option<&'static PartFacts> {
    facts::template().components.iter().find(|part| part.kind == kind)
}
