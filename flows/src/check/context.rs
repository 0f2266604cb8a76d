//! What rules may look at.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::outline::Outline;
use crate::expr::{Reference, Scope, Source, Type};
use crate::facts;
use crate::flow::{Action, Component, ComponentKind, Flow, Screen, Version};

/// One screen, with its surroundings.
pub(super) struct ScreenContext<'c, 't> {
    pub(super) flow: &'c Flow<'t>,
    pub(super) screen: &'c Screen<'t>,
    pub(super) version: Version,
    pub(super) components: Vec<Component<'t>>,
    pub(super) actions: Vec<Action<'t>>,
    pub(super) outlines: &'c [Outline],
    /// Ids of other screens that were asked for: what was found depends on them.
    pub(super) asked: RefCell<BTreeSet<String>>,
}

/// A screen of more values and names than this is not looked into: a Flow of 100 full screens has 1,500 a screen.
pub(super) const MOST_VALUES: usize = 50_000;

impl<'c, 't> ScreenContext<'c, 't> {
    /// Whether the screen is so large that looking into it would keep the window waiting.
    pub(super) fn is_huge(&self) -> bool {
        self.screen.node.count() > MOST_VALUES
    }

    /// Whether one of these checks of Meta's validator runs in this version.
    pub(super) fn runs(&self, checks: &[&str]) -> bool {
        facts::check_runs(checks, self.version)
    }

    /// Components of a kind, in file order.
    pub(super) fn of_kind(&self, kind: ComponentKind) -> impl Iterator<Item = &Component<'t>> {
        self.components.iter().filter(move |component| component.is(kind))
    }

    /// The component an action belongs to.
    pub(super) fn owner(&self, action: &Action<'t>) -> Option<&Component<'t>> {
        self.components.get(action.owner)
    }

    /// The screen of that id, seen from outside. Also the own one.
    pub(super) fn other(&self, id: &str) -> Option<(&'c Screen<'t>, &'c Outline)> {
        let screen = self.flow.screen(id);
        if screen.is_none_or(|screen| screen.index != self.screen.index) {
            let mut asked = self.asked.borrow_mut();
            if !asked.contains(id) {
                asked.insert(id.to_owned());
            }
        }
        let screen = screen?;
        Some((screen, self.outlines.get(screen.index)?))
    }

    /// The own screen, seen from outside.
    pub(super) fn own(&self) -> Option<&'c Outline> {
        self.outlines.get(self.screen.index)
    }

    /// What expressions on the screen can name. `from` is the screen they are read on: the own one, but
    /// for payloads the one they go to.
    pub(super) fn scope<'s>(&'s self, from: &'s str) -> ScreenScope<'s, 't> {
        ScreenScope { context: self, from }
    }
}

/// Names as expressions see them on a screen.
pub(super) struct ScreenScope<'c, 't> {
    context: &'c ScreenContext<'c, 't>,
    from: &'c str,
}

impl Scope for ScreenScope<'_, '_> {
    fn screen(&self) -> &str {
        self.from
    }

    fn declared(&self, reference: &Reference<'_>) -> Result<Type, String> {
        let id = reference.screen.unwrap_or(self.from);
        let missing = || Err(id.to_owned());
        let Some((screen, outline)) = self.context.other(id) else { return missing() };
        // Meta makes a place for a screen's data and one for its inputs only when it has any.
        if screen.data.is_none() && outline.fields.is_empty() {
            return missing();
        }
        match reference.source {
            Source::Data => {
                let Some(data) = screen.data else { return Err("data".to_owned()) };
                let mut schema = None;
                for key in reference.keys() {
                    schema = match schema {
                        None => data.schema(key),
                        Some(node) => crate::json::Node::get(node, "properties").and_then(|p| p.get(key)),
                    };
                    if schema.is_none() {
                        return Err(key.to_owned());
                    }
                }
                let kind = schema.and_then(|s| s.get("type")).and_then(|t| Type::named(&t.as_str()?));
                Ok(kind.unwrap_or(Type::Unknown))
            }
            Source::Form => match outline.field(reference.name()) {
                Some(field) => Ok(field.value),
                None if outline.fields.is_empty() => Err("form".to_owned()),
                None => Err(reference.name().to_owned()),
            },
        }
    }
}

/// All screens.
pub(super) struct FlowContext<'c, 't> {
    pub(super) flow: &'c Flow<'t>,
    pub(super) version: Version,
    pub(super) outlines: &'c [Outline],
}

impl FlowContext<'_, '_> {
    /// Whether there are ways between screens at all: Meta looks at no routes of a single screen.
    pub(super) fn has_ways(&self) -> bool {
        self.flow.screens.len() > 1
    }

    /// Whether one of these checks of Meta's validator runs in this version.
    pub(super) fn runs(&self, checks: &[&str]) -> bool {
        facts::check_runs(checks, self.version)
    }
}
