//! Every text a customer reads, and where it stands.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::sentence::Sentence;
use super::shown;
use crate::facts::{self, ComponentKind, PropertyFacts, Version};
use crate::flow::{Component, Flow};
use crate::json::{Kind, Node, NodeId, Pointer, Tree};

/// From this version on, a value in backticks is an expression.
const EXPRESSIONS: Version = Version::new(6, 0);

/// A text to translate, with all its places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Text {
    /// As it is written in the Flow. In an expression: its words and bindings, one after the other.
    pub original: String,
    /// Where it stands, in screen order.
    pub places: Vec<TextPlace>,
    /// Most characters where there is least room.
    pub limit: Option<u32>,
    /// What stands between the words and has to stand in every translation: bindings, pictures.
    pub pieces: Vec<String>,
    /// Whether there are letters in it. One without counts as translated as it is.
    pub has_letters: bool,
}

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextPlace {
    /// The string.
    pub at: Pointer,
    /// The screen, as the mirror names it.
    pub screen: String,
    /// The part; none for a screen's own texts.
    pub part: Option<Pointer>,
    /// Meta's name of the part's kind.
    pub component: Option<String>,
    /// Meta's name of the property, or the name of the data.
    pub property: String,
    /// What it is there for.
    pub role: Role,
}

/// What a text is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The title of a screen.
    Title,
    /// Something a part says.
    Part,
    /// Sent along by an action to where it is shown.
    Sent,
    /// An example of data that is shown. Customers get other words; previews, also Meta's, show this one.
    Example,
}

/// One string of the Flow with words in it.
pub(super) struct Found<'t> {
    pub(super) node: Node<'t>,
    pub(super) sentence: Sentence,
    pub(super) place: TextPlace,
    limit: Option<u32>,
}

/// Every text a customer reads, in screen order, each once: screen titles, what the facts call shown, words an
/// answer begins with, and data that is shown as text, both where it is sent from and its examples. Names, ids,
/// addresses, dates and pictures are none.
pub fn texts(tree: &Tree) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for Found { sentence, place, limit, .. } in found(tree) {
        let has_letters = sentence.has_letters();
        let Sentence { text, pieces, .. } = sentence;
        if let Some(text) = known.get(&text).and_then(|index| texts.get_mut(*index)) {
            text.places.push(place);
            text.limit = match (text.limit, limit) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (one, other) => one.or(other),
            };
            continue;
        }
        known.insert(text.clone(), texts.len());
        let mut shown: Vec<String> = Vec::new();
        for piece in pieces {
            if !shown.contains(&piece.shown) {
                shown.push(piece.shown);
            }
        }
        texts.push(Text { original: text, places: vec![place], limit, pieces: shown, has_letters });
    }
    texts
}

/// Every string with words in it, in screen order.
pub(super) fn found(tree: &Tree) -> Vec<Found<'_>> {
    let flow = Flow::of(tree);
    let keys = flow.keys();
    let shown = shown::Shown::of(&flow);
    let has_expressions = flow.version.is_none_or(|version| version >= EXPRESSIONS);
    let mut finder = Finder { has_expressions, found: Vec::new(), seen: HashSet::new() };
    for (screen, key) in flow.screens.iter().zip(keys) {
        let at = Pointer::root().key("screens").index(screen.index);
        let own = |property: &str, role| Where {
            screen: key.clone(),
            part: None,
            component: None,
            property: property.to_owned(),
            role,
        };
        if let Some(title) = screen.node.get("title") {
            finder.strings(title, &at.clone().key("title"), None, &own("title", Role::Title));
        }
        let components = screen.components();
        for component in &components {
            finder.component(component, &components, &key);
            let here = component.node.pointer();
            for (path, value, of) in shown.sent(component.node.id()) {
                let place = Where {
                    part: Some(here.clone()),
                    component: Some(component.type_name().into_owned()),
                    ..own(path, Role::Sent)
                };
                finder.data(*value, &value.pointer(), *of, &place);
            }
        }
        for (name, value, of) in shown.examples(screen.index) {
            finder.data(*value, &value.pointer(), *of, &own(name, Role::Example));
        }
    }
    finder.found
}

/// A place without its pointer.
#[derive(Clone)]
struct Where {
    screen: String,
    part: Option<Pointer>,
    component: Option<String>,
    property: String,
    role: Role,
}

struct Finder<'t> {
    has_expressions: bool,
    found: Vec<Found<'t>>,
    /// Data can be shown in several places and stands in the Flow once.
    seen: HashSet<NodeId>,
}

impl<'t> Finder<'t> {
    fn component(&mut self, component: &Component<'t>, all: &[Component<'t>], screen: &str) {
        let Some(kind) = component.kind else { return };
        let place = Where {
            screen: screen.to_owned(),
            part: Some(component.node.pointer()),
            component: Some(component.type_name().into_owned()),
            property: String::new(),
            role: Role::Part,
        };
        let at = place.part.clone().unwrap_or_default();
        for member in component.node.members() {
            let Some(property) = facts::component(kind).property(&member.key()) else { continue };
            let (at, place) =
                (at.clone().key(&property.name), Where { property: property.name.clone(), ..place.clone() });
            match property.name.as_str() {
                "init-values" => {
                    for preset in member.value.members() {
                        let field =
                            all.iter().find(|other| other.name().is_some_and(|name| name == preset.key()));
                        if field.is_some_and(takes_words) {
                            self.strings(preset.value, &at.clone().key(&preset.key()), None, &place);
                        }
                    }
                }
                "init-value" if !takes_words(component) => {}
                // A large label has room of its own.
                "label" if component.get("label-variant").is_some() => {
                    self.strings(member.value, &at, None, &place);
                }
                _ => self.property(member.value, &at, property, &place),
            }
        }
    }

    fn property(&mut self, value: Node<'t>, at: &Pointer, property: &'static PropertyFacts, place: &Where) {
        if property.shown {
            self.strings(value, at, property.most_chars(), place);
        } else if !property.item.is_empty() {
            for (index, item) in value.items().enumerate() {
                self.members(item, &at.clone().index(index), &property.item, place);
            }
        } else if !property.members.is_empty() {
            self.members(value, at, &property.members, place);
        }
    }

    fn members(&mut self, object: Node<'t>, at: &Pointer, known: &'static [PropertyFacts], place: &Where) {
        for member in object.members() {
            let Some(property) = known.iter().find(|property| member.name.is_str(&property.name)) else {
                continue;
            };
            let place = Where { property: property.name.clone(), ..place.clone() };
            self.property(member.value, &at.clone().key(&property.name), property, &place);
        }
    }

    /// A value of data that is shown: as text, or as what a property holds.
    fn data(&mut self, value: Node<'t>, at: &Pointer, of: Option<&'static PropertyFacts>, place: &Where) {
        match of {
            None => self.strings(value, at, None, place),
            Some(property) => {
                let name = place.property.clone();
                let before = self.found.len();
                self.property(value, at, property, place);
                for found in self.found.iter_mut().skip(before) {
                    found.place.property.clone_from(&name);
                }
            }
        }
    }

    /// Every string in a value.
    fn strings(&mut self, value: Node<'t>, at: &Pointer, limit: Option<u32>, place: &Where) {
        match value.kind() {
            Kind::Array => {
                for (index, item) in value.items().enumerate() {
                    self.strings(item, &at.clone().index(index), limit, place);
                }
            }
            Kind::Object => {
                for member in value.members() {
                    self.strings(member.value, &at.clone().key(&member.key()), limit, place);
                }
            }
            _ => {
                let Some(text) = value.as_str() else { return };
                let Some(sentence) = Sentence::read(&text, self.has_expressions) else { return };
                if !self.seen.insert(value.id()) {
                    return;
                }
                let Where { screen, part, component, property, role } = place.clone();
                // What the phone computes has a length of its own.
                let limit = limit.filter(|_| !text.starts_with('`') && !text.starts_with("${"));
                let place = TextPlace { at: at.clone(), screen, part, component, property, role };
                self.found.push(Found { node: value, sentence, place, limit });
            }
        }
    }
}

/// Whether an answer is written in words, so that what it begins with is text too.
fn takes_words(component: &Component<'_>) -> bool {
    let kind = component.get("input-type");
    component.is(ComponentKind::TextArea)
        || component.is(ComponentKind::TextInput) && kind.is_none_or(|kind| kind.is_str("text"))
}
