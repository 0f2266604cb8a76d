//! Data that is shown as text: where it comes from.
//!
//! A text that is bound to data does not stand at the part that shows it. It stands in the payload of the
//! action that leads there, and in the data's example.

use std::collections::{HashMap, HashSet};

use crate::expr::{Reference, Source, binding};
use crate::facts::{self, PropertyFacts};
use crate::flow::{Action, Component, Flow};
use crate::json::{Kind, Node, NodeId};

/// How data is shown: as text, or as what this property holds.
type Shape = Option<&'static PropertyFacts>;

/// Values that are shown somewhere, with the name of the data.
pub(super) struct Shown<'t> {
    examples: HashMap<usize, Vec<(String, Node<'t>, Shape)>>,
    sent: HashMap<NodeId, Vec<(String, Node<'t>, Shape)>>,
}

/// Data of a screen: its place in `screens`, and the names on the way to the value.
type Datum = (usize, Vec<String>);

impl<'t> Shown<'t> {
    pub(super) fn of(flow: &Flow<'t>) -> Self {
        let mut search = Search { flow, waiting: Vec::new(), seen: HashSet::new(), compared: HashSet::new() };
        let screens: Vec<_> = flow.screens.iter().map(|screen| (screen, screen.components())).collect();
        for (screen, components) in &screens {
            for component in components {
                search.compared_in(screen.index, component);
            }
        }
        let mut sends = Vec::new();
        for (screen, components) in &screens {
            for component in components {
                let Some(kind) = component.kind else { continue };
                for member in component.node.members() {
                    let Some(property) = facts::component(kind).property(&member.key()) else { continue };
                    search.in_property(screen.index, member.value, property);
                }
            }
            for action in crate::flow::Screen::actions(components) {
                let Some(owner) = components.get(action.owner) else { continue };
                let to = if action.is("update_data") { Some(screen.index) } else { target(flow, &action) };
                if let (Some(to), Some(payload)) = (to, action.payload()) {
                    sends.push((screen.index, owner.node.id(), to, payload));
                }
            }
        }
        let mut shown = Self { examples: HashMap::new(), sent: HashMap::new() };
        while let Some(((screen, path), shape)) = search.waiting.pop() {
            let Some((name, rest)) = path.split_first() else { continue };
            let data = flow.screens.get(screen).and_then(|screen| screen.data);
            let example = data.and_then(|data| data.schema(name)?.get("__example__"));
            if let Some(value) = example.and_then(|example| descend(example, rest)) {
                shown.examples.entry(screen).or_default().push((name.clone(), value, shape));
            }
            for (from, owner, _, payload) in sends.iter().filter(|(_, _, to, _)| *to == screen) {
                let Some(sent) = payload.get(name) else { continue };
                if let Some(text) = sent.as_str().filter(|text| binding::prefix(text).is_some()) {
                    search.passed_on(*from, &text, rest, shape);
                } else if let Some(value) = descend(sent, rest) {
                    shown.sent.entry(*owner).or_default().push((name.clone(), value, shape));
                }
            }
        }
        // In the order of the file, whichever way they were found.
        let lists = shown.examples.values_mut().chain(shown.sent.values_mut());
        lists.for_each(|list| list.sort_by_key(|(_, value, _)| value.span()));
        shown
    }

    /// Values that a component's actions send to where they are shown.
    pub(super) fn sent(&self, component: NodeId) -> impl Iterator<Item = (&str, &Node<'t>, &Shape)> {
        self.sent
            .get(&component)
            .into_iter()
            .flatten()
            .map(|(name, value, shape)| (name.as_str(), value, shape))
    }

    /// Examples of a screen's data that is shown.
    pub(super) fn examples(&self, screen: usize) -> impl Iterator<Item = (&str, &Node<'t>, &Shape)> {
        self.examples
            .get(&screen)
            .into_iter()
            .flatten()
            .map(|(name, value, shape)| (name.as_str(), value, shape))
    }
}

struct Search<'f, 't> {
    flow: &'f Flow<'t>,
    waiting: Vec<(Datum, Shape)>,
    seen: HashSet<(Datum, Option<*const PropertyFacts>)>,
    /// Data that is used for something else than to be read. It is a code, whatever else it is.
    compared: HashSet<Datum>,
}

impl Search<'_, '_> {
    fn in_property(&mut self, screen: usize, value: Node<'_>, property: &'static PropertyFacts) {
        if property.shown {
            self.in_texts(screen, value);
        } else if !property.item.is_empty() {
            if let Some(reference) = value.as_str().as_deref().and_then(binding::whole) {
                self.add(screen, &reference, &[], Some(property));
            }
            for item in value.items() {
                for member in item.members() {
                    let known = property.item.iter().find(|known| member.name.is_str(&known.name));
                    if let Some(known) = known {
                        self.in_property(screen, member.value, known);
                    }
                }
            }
        } else if !property.members.is_empty() {
            for member in value.members() {
                let known = property.members.iter().find(|known| member.name.is_str(&known.name));
                if let Some(known) = known {
                    self.in_property(screen, member.value, known);
                }
            }
        }
    }

    /// What a part uses other than to show it, such as in a condition or as what is chosen at first.
    fn compared_in(&mut self, screen: usize, component: &Component<'_>) {
        let Some(kind) = component.kind else { return };
        for member in component.node.members() {
            let property = facts::component(kind).property(&member.key());
            let is_list = property.is_some_and(|property| !property.item.is_empty());
            if property.is_none_or(|property| property.shown) || is_list {
                continue;
            }
            let text = member.value.as_str().unwrap_or_default();
            for (_, reference) in binding::all(&text) {
                let datum = self.datum(screen, &reference, &[]);
                self.compared.extend(datum);
            }
        }
    }

    fn in_texts(&mut self, screen: usize, value: Node<'_>) {
        match value.kind() {
            Kind::Array => value.items().for_each(|item| self.in_texts(screen, item)),
            Kind::Object => value.members().for_each(|member| self.in_texts(screen, member.value)),
            _ => {
                let text = value.as_str().unwrap_or_default();
                if text.starts_with("${") || text.starts_with('`') {
                    binding::all(&text).for_each(|(_, reference)| self.add(screen, &reference, &[], None));
                }
            }
        }
    }

    /// Data that comes from other data.
    fn passed_on(&mut self, screen: usize, text: &str, rest: &[String], shape: Shape) {
        if let Some(reference) = binding::whole(text) {
            self.add(screen, &reference, rest, shape);
        }
    }

    fn add(&mut self, screen: usize, reference: &Reference<'_>, rest: &[String], shape: Shape) {
        let Some(datum) = self.datum(screen, reference, rest) else { return };
        let known = (datum.clone(), shape.map(std::ptr::from_ref));
        // Longer ways than any data has are circles.
        if datum.1.len() <= 16 && !self.compared.contains(&datum) && self.seen.insert(known) {
            self.waiting.push((datum, shape));
        }
    }

    fn datum(&self, screen: usize, reference: &Reference<'_>, rest: &[String]) -> Option<Datum> {
        if reference.source != Source::Data {
            return None;
        }
        let screen = match reference.screen {
            Some(id) => self.flow.screen(id)?.index,
            None => screen,
        };
        Some((screen, reference.keys().map(str::to_owned).chain(rest.iter().cloned()).collect()))
    }
}

fn target(flow: &Flow<'_>, action: &Action<'_>) -> Option<usize> {
    let name = action.target()?.as_str()?;
    Some(flow.screen(&name)?.index)
}

fn descend<'t>(value: Node<'t>, path: &[String]) -> Option<Node<'t>> {
    path.iter().try_fold(value, |value, key| match value.kind() {
        Kind::Array => value.item(key.parse().ok()?),
        _ => value.get(key),
    })
}
