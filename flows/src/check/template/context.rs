//! What rules about templates may look at.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::adviser::{self, Advice};
use crate::check::object::{Known, add_inner};
use crate::facts::{self, PartFacts};
use crate::json::Node;
use crate::template::{Category, Component, ComponentType, Template, Variables, variables};

/// A template and its texts, read once for all rules.
pub(in crate::check) struct TemplateContext<'c, 't> {
    pub(super) template: &'c Template<'t>,
    /// Headers, texts and footers, in file order.
    pub(super) texts: Vec<Text<'c, 't>>,
    /// Every object whose members are known.
    pub(super) known: Vec<Known<'t>>,
    advice: OnceCell<Advice>,
}

/// A header, a text or a footer.
pub(super) struct Text<'c, 't> {
    pub(super) component: Component<'t>,
    /// The string.
    pub(super) node: Node<'t>,
    /// What it says, escapes resolved.
    pub(super) written: &'c str,
    pub(super) variables: Variables<'c>,
}

/// What the parts of a template say, escapes resolved.
pub(super) fn written<'t>(template: &Template<'t>) -> Vec<Option<Cow<'t, str>>> {
    template.components.iter().map(|component| component.node.get("text")?.as_str()).collect()
}

impl<'c, 't> TemplateContext<'c, 't> {
    /// `written` is what the parts say, one for each.
    pub(super) fn of(template: &'c Template<'t>, written: &'c [Option<Cow<'t, str>>]) -> Self {
        let texts = template.components.iter().zip(written).filter_map(|(component, written)| {
            let written = written.as_deref()?;
            let node = component.node.get("text")?;
            Some(Text { component: *component, node, written, variables: variables(written) })
        });
        Self { texts: texts.collect(), known: known(template), advice: OnceCell::new(), template }
    }

    pub(super) fn is(&self, category: Category) -> bool {
        self.template.category == Some(category)
    }

    /// Which category its words speak for, judged when first asked.
    pub(super) fn advice(&self) -> &Advice {
        self.advice.get_or_init(|| adviser::advise(self.template))
    }

    /// Texts of a kind of part.
    pub(super) fn texts_of(&self, kind: ComponentType) -> impl Iterator<Item = &Text<'c, 't>> {
        self.texts.iter().filter(move |text| text.component.kind == kind)
    }
}

fn known<'t>(template: &Template<'t>) -> Vec<Known<'t>> {
    let facts = facts::template();
    let mut known = vec![Known { node: template.root, members: &facts.members, words: "the template" }];
    let mut add = |node: Node<'t>, part: Option<&'static PartFacts>| {
        known.extend(part.map(|part| Known { node, members: &part.members, words: &part.words }));
    };
    for component in &template.components {
        add(component.node, part(component.kind.name()));
    }
    for button in &template.buttons {
        add(button.node, facts.buttons.iter().find(|part| part.kind == button.kind.name()));
    }
    add_inner(&mut known, |_, _| None);
    known
}

impl Text<'_, '_> {
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
