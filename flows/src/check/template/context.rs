//! What rules about templates may look at.

use std::borrow::Cow;

use crate::check::object::{Known, add_inner};
use crate::facts::{self, PartFacts};
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
        add_inner(&mut known, |_, _| None);
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

/// What is known of a part.
pub(super) fn part(kind: &str) -> Option<&'static PartFacts> {
    facts::template().components.iter().find(|part| part.kind == kind)
}
