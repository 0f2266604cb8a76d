//! What documents say of each other by name, and how they say it when the names change.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::ProjectDocument;
use super::write::TESTS;
use crate::check::DocumentKind;
use crate::json::{Kind, Node, TextEdit, Tree, apply_edits, edits};
use crate::template::{MEDIA, media_name};

/// New names by the old ones.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Renames {
    pub(super) flows: BTreeMap<String, String>,
    pub(super) journeys: BTreeMap<String, String>,
    /// Names at Meta.
    pub(super) templates: BTreeMap<String, String>,
    pub(super) media: BTreeMap<String, String>,
    /// All names of journeys become nothing: what is the same then is the same but for them.
    pub(super) blind: bool,
}

/// Names of the pictures and files that a text shows as `media:<name>`.
pub fn media_names(text: &str) -> BTreeSet<String> {
    let tree = Tree::parse(text);
    let mut names = BTreeSet::new();
    strings(tree.root(), &mut Vec::new(), &mut |_, text, _| {
        names.extend(media_name(text).map(str::to_owned));
    });
    names
}

/// A document with the new names wherever it says an old one; everything else stays byte for byte.
pub(super) fn renamed(document: &ProjectDocument, renames: &Renames) -> ProjectDocument {
    let tree = Tree::parse(document.text.as_str());
    let mut changes: Vec<TextEdit> = Vec::new();
    strings(tree.root(), &mut Vec::new(), &mut |way, text, node| {
        if let Some(new) = renames.of(document.kind, way, text) {
            changes.extend(edits::replace_value(node, &Value::from(new)));
        }
    });
    changes.sort_by_key(|change| change.span);
    let mut notes = document.notes.clone();
    for (at, note) in &mut notes {
        if at.tokens().next().is_some_and(|kind| kind == TESTS) {
            in_test(note, renames);
        }
    }
    ProjectDocument { text: apply_edits(tree.text(), &changes), notes, ..document.clone() }
}

/// A step of the way to a text: the member's name, and the object it is of.
type Way<'t> = Vec<(Cow<'t, str>, Node<'t>)>;

/// Every text of a tree, with the way to it.
fn strings<'t>(node: Node<'t>, way: &mut Way<'t>, each: &mut impl FnMut(&Way<'t>, &str, Node<'t>)) {
    match node.kind() {
        Kind::String => {
            if let Some(text) = node.as_str() {
                each(way, &text, node);
            }
        }
        Kind::Array => node.items().for_each(|item| strings(item, way, each)),
        Kind::Object => {
            for member in node.members() {
                way.push((member.key(), node));
                strings(member.value, way, each);
                way.pop();
            }
        }
        _ => {}
    }
}

impl Renames {
    fn journey(&self, name: &str) -> Option<String> {
        if self.blind { Some(String::new()) } else { self.journeys.get(name).cloned() }
    }

    /// The new name for a text, when it is an old one in a place where such a name stands.
    fn of(&self, kind: DocumentKind, way: &Way<'_>, text: &str) -> Option<String> {
        if let Some(new) = media_name(text).and_then(|name| self.media.get(name)) {
            return Some(format!("{MEDIA}{new}"));
        }
        match named(kind, way)? {
            Named::Flow => self.flows.get(text).cloned(),
            Named::Journey => self.journey(text),
            Named::Template => self.templates.get(text).cloned(),
        }
    }
}

/// What a text can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Named {
    Flow,
    Journey,
    /// By its name at Meta.
    Template,
}

/// What a text in some place names; none: it is only a text.
fn named(kind: DocumentKind, way: &Way<'_>) -> Option<Named> {
    let (key, object) = way.last()?;
    let above = way.iter().rev().nth(1).map(|(key, _)| key.as_ref());
    let is_step =
        |kinds: &[&str]| object.get("kind").is_some_and(|kind| kinds.iter().any(|known| kind.is_str(known)));
    match (key.as_ref(), kind) {
        ("flow_name", _) => Some(Named::Flow),
        ("journey", DocumentKind::Journey) if is_step(&["call", "go_to"]) => Some(Named::Journey),
        ("name", DocumentKind::Journey)
            if matches!(above, Some("template" | "if_closed")) || is_step(&["template"]) =>
        {
            Some(Named::Template)
        }
        ("name", DocumentKind::Message) if above == Some("template") => Some(Named::Template),
        ("name", DocumentKind::Template) if way.len() == 1 => Some(Named::Template),
        _ => None,
    }
}

/// What a document names: of a template also itself.
pub(super) fn names(document: &ProjectDocument) -> BTreeSet<(Named, String)> {
    let tree = Tree::parse(document.text.as_str());
    let mut names = BTreeSet::new();
    strings(tree.root(), &mut Vec::new(), &mut |way, text, _| {
        names.extend(named(document.kind, way).map(|named| (named, text.to_owned())));
    });
    names
}

/// A test names journeys where somebody is started by hand, and says both in what has to come.
fn in_test(note: &mut Value, renames: &Renames) {
    in_run(note, renames);
    for other in note.get_mut("others").and_then(Value::as_array_mut).into_iter().flatten() {
        in_run(other, renames);
    }
}

/// What happens to one person of a test.
fn in_run(run: &mut Value, renames: &Renames) {
    let events = run.pointer_mut("/script/events").and_then(Value::as_array_mut);
    for event in events.into_iter().flatten() {
        let Some(event) = event.get_mut(1) else { continue };
        if event.get("event").and_then(Value::as_str) != Some("started") {
            continue;
        }
        if let Some(Value::String(journey)) = event.get_mut("journey")
            && let Some(new) = renames.journey(journey)
        {
            *journey = new;
        }
    }
    for line in run.pointer_mut("/expect").and_then(Value::as_array_mut).into_iter().flatten() {
        let Value::String(line) = line else { continue };
        if let Some(new) = in_line(line, renames) {
            *line = new;
        }
    }
}

/// `ended <journey>: ...` and `sent <node> as template <name> (...`, as [`crate::simulate::seen`] tells them.
fn in_line(line: &str, renames: &Renames) -> Option<String> {
    if let Some((journey, rest)) = line.strip_prefix("ended ").and_then(|rest| rest.rsplit_once(": ")) {
        return renames.journey(journey).map(|new| format!("ended {new}: {rest}"));
    }
    let (sent, rest) = line.strip_prefix("sent ")?.split_once(" as template ")?;
    let (name, rest) = rest.split_once(" (")?;
    renames.templates.get(name).map(|new| format!("sent {sent} as template {new} ({rest}"))
}
