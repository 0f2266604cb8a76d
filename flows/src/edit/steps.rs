//! Edits of a journey's steps. A step is named by its id.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::Position;
use super::draft::Draft;
use super::error::EditError;
use super::names::free_step_id;
use crate::journey::{Body, Stage, kinds, placeholders};
use crate::json::{Kind, Node, Pointer, Tree};

/// A way out of a step, by the step's id and the output's name.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
pub struct Way {
    /// The step.
    pub from: String,
    /// Its output, for example `next` or `answer:yes`.
    pub output: String,
}

fn nodes_pointer() -> Pointer {
    Pointer::root().key("nodes")
}

/// Id of the step that a pointer lies in.
pub(super) fn step_at(tree: &Tree, at: &Pointer) -> Option<String> {
    let mut tokens = at.tokens();
    if tokens.next()? != "nodes" {
        return None;
    }
    let index: usize = tokens.next()?.parse().ok()?;
    let id = text(tree.root().get("nodes")?.item(index)?, "id");
    (!id.is_empty()).then_some(id)
}

fn nodes(tree: &Tree) -> impl Iterator<Item = Node<'_>> {
    tree.root().get("nodes").into_iter().flat_map(Node::items)
}

/// The step of this id, when it is the only one, and its place.
pub(super) fn only_step<'t>(tree: &'t Tree, id: &str) -> Result<(usize, Node<'t>), EditError> {
    let mut same =
        nodes(tree).enumerate().filter(|(_, node)| node.get("id").is_some_and(|name| name.is_str(id)));
    let first = same.next().ok_or_else(|| EditError::NoStep(id.to_owned()))?;
    if same.next().is_some() { Err(EditError::DoubleStep(id.to_owned())) } else { Ok(first) }
}

fn ids(tree: &Tree) -> BTreeSet<String> {
    nodes(tree).filter_map(|node| node.get("id")?.as_str().map(Into::into)).collect()
}

fn at(draft: &Draft<'_>, id: &str) -> Result<Pointer, EditError> {
    only_step(draft.tree(), id).map(|(index, _)| nodes_pointer().index(index))
}

/// Where a step leads by each of its outputs.
fn ways(node: Node<'_>) -> Vec<(String, String)> {
    let to = node.get("to").into_iter().flat_map(Node::members);
    to.filter_map(|way| Some((way.key().into_owned(), way.value.as_str()?.into_owned()))).collect()
}

/// The output that goes on as a rule: of those that are connected when there is one, else the first there is.
fn main_output(step: &Value) -> Option<String> {
    let kind = step.get("kind").and_then(Value::as_str)?;
    let outputs = Body::outputs_of(kind, step.clone());
    let to = step.get("to");
    let is_connected = |name: &str| to.is_some_and(|to| to.get(name).is_some());
    let connected = outputs.iter().find(|output| is_connected(&output.name));
    connected.or(outputs.first()).map(|output| output.name.clone())
}

/// A new step: the example of its kind, with an id and a title of its own.
pub(super) struct NewStep<'e> {
    pub(super) kind: &'e str,
    pub(super) title: &'e str,
    pub(super) stage: Option<Stage>,
    pub(super) position: Option<Position>,
    pub(super) after: Option<&'e Way>,
}

/// Adds a step. Behind a way that leads somewhere it goes between.
pub(super) fn add(draft: &mut Draft<'_>, new: &NewStep<'_>) -> Result<(), EditError> {
    let text = kinds().iter().find(|kind| kind.name == new.kind);
    let text = text.ok_or_else(|| EditError::UnknownStep(new.kind.to_owned()))?;
    let id = free_step_id(new.title, new.kind, &ids(draft.tree()));
    let mut step = Map::new();
    step.insert("id".to_owned(), json!(id));
    step.insert("kind".to_owned(), json!(new.kind));
    if let Some(stage) = new.stage {
        step.insert("stage".to_owned(), json!(stage));
    }
    step.insert("title".to_owned(), json!(new.title.trim()));
    if let Some(Value::Object(example)) = text.example() {
        step.extend(example);
    }
    let mut step = Value::Object(step);
    let place = match new.after {
        Some(way) => {
            let (index, node) = only_step(draft.tree(), &way.from)?;
            let next = node.get("to").and_then(|to| to.get(&way.output)?.as_str()).map(Into::<String>::into);
            if let (Some(next), Some(output)) = (next, main_output(&step))
                && let Some(members) = step.as_object_mut()
            {
                members.insert("to".to_owned(), json!({ output: next }));
            }
            index + 1
        }
        None => nodes(draft.tree()).count(),
    };
    insert(draft, place, &[step])?;
    if let Some(way) = new.after {
        lead(draft, way, &id)?;
    }
    if new.position.is_some() {
        draft.place(&id, new.position);
    }
    draft.focus_back =
        draft.focus_back.take().or_else(|| new.after.and_then(|way| at(draft, &way.from).ok()));
    draft.focus = Some(at(draft, &id)?);
    Ok(())
}

fn insert(draft: &mut Draft<'_>, index: usize, steps: &[Value]) -> Result<(), EditError> {
    if draft.tree().root().get("nodes").is_none_or(|nodes| nodes.kind() != Kind::Array) {
        return draft.set(&Pointer::root(), "nodes", &json!(steps));
    }
    draft.insert(&nodes_pointer(), index, steps)
}

/// Lets a way lead to a step.
fn lead(draft: &mut Draft<'_>, way: &Way, to: &str) -> Result<(), EditError> {
    let step = at(draft, &way.from)?;
    if draft.at(&step)?.get("to").is_none_or(|to| to.kind() != Kind::Object) {
        return draft.set(&step, "to", &json!({ way.output.clone(): to }));
    }
    draft.set(&step.key("to"), &way.output, &json!(to))
}

/// Lets a way lead to another step.
pub(super) fn connect(draft: &mut Draft<'_>, way: &Way, to: &str) -> Result<(), EditError> {
    let (_, node) = only_step(draft.tree(), &way.from)?;
    let (_, target) = only_step(draft.tree(), to)?;
    let step = node.to_value();
    let kind = text(node, "kind");
    if !Body::outputs_of(&kind, step).iter().any(|output| output.name == way.output) {
        return Err(EditError::NoWay { from: way.from.clone(), output: way.output.clone() });
    }
    if !Body::may_be_led_to(&text(target, "kind")) {
        return Err(EditError::NothingLeadsThere(to.to_owned()));
    }
    lead(draft, way, to)?;
    let here = at(draft, &way.from)?;
    draft.focus_back = Some(here.clone());
    draft.focus = Some(here);
    Ok(())
}

/// Takes the connection of a way away.
pub(super) fn disconnect(draft: &mut Draft<'_>, way: &Way) -> Result<(), EditError> {
    let step = at(draft, &way.from)?;
    let none = || EditError::NoWay { from: way.from.clone(), output: way.output.clone() };
    let to = draft.at(&step)?.get("to").ok_or_else(none)?;
    if to.get(&way.output).is_none() {
        return Err(none());
    }
    unlead(draft, &step, &way.output)?;
    draft.focus_back = Some(step.clone());
    draft.focus = Some(step);
    Ok(())
}

/// Removes one connection, and `to` with the last one.
fn unlead(draft: &mut Draft<'_>, step: &Pointer, output: &str) -> Result<(), EditError> {
    let only = draft.at(step)?.get("to").is_some_and(|to| to.members().count() == 1);
    if only { draft.unset(step, "to") } else { draft.unset(&step.clone().key("to"), output) }
}

/// Deletes steps. What led to one of them leads to what came after it, when `heal` says so and there is one; else that
/// way is open.
pub(super) fn delete(draft: &mut Draft<'_>, steps: &[String], heal: bool) -> Result<(), EditError> {
    let gone: BTreeSet<&str> = steps.iter().map(String::as_str).collect();
    let mut indices = Vec::new();
    let mut after: BTreeMap<String, Option<String>> = BTreeMap::new();
    for id in &gone {
        let (index, node) = only_step(draft.tree(), id)?;
        indices.push(index);
        let step = node.to_value();
        let next =
            main_output(&step).and_then(|output| Some(step.get("to")?.get(output)?.as_str()?.to_owned()));
        after.insert((*id).to_owned(), next);
    }
    indices.sort_unstable();
    let mut leading = Vec::new();
    for node in nodes(draft.tree()) {
        let id = text(node, "id");
        if !gone.contains(id.as_str()) {
            let lost = ways(node).into_iter().filter(|(_, to)| gone.contains(to.as_str()));
            leading.extend(lost.map(|(output, to)| (Way { from: id.clone(), output }, to)));
        }
    }
    for (way, to) in leading {
        let next = if heal { beyond(&after, &to) } else { None };
        if let Some(next) = next.filter(|next| *next != way.from) {
            lead(draft, &way, &next)?;
        } else {
            let step = at(draft, &way.from)?;
            unlead(draft, &step, &way.output)?;
        }
    }
    draft.remove(&nodes_pointer(), &indices)?;
    for id in &gone {
        draft.place(id, None);
    }
    let first = indices.first().copied().unwrap_or_default();
    draft.focus_back = Some(nodes_pointer().index(first));
    let left = nodes(draft.tree()).count();
    draft.focus = left.checked_sub(1).map(|last| nodes_pointer().index(first.min(last)));
    Ok(())
}

/// The first step after a deleted one that stays.
fn beyond(after: &BTreeMap<String, Option<String>>, gone: &str) -> Option<String> {
    let mut seen = BTreeSet::new();
    let mut next = gone.to_owned();
    while let Some(then) = after.get(&next) {
        if !seen.insert(next) {
            return None;
        }
        next = then.clone()?;
    }
    Some(next)
}

/// Each of them once.
fn once(steps: &[String]) -> Vec<&String> {
    let mut seen = BTreeSet::new();
    steps.iter().filter(|id| seen.insert(*id)).collect()
}

/// Copies steps to behind the last of them; ways among them are kept, those to others too.
pub(super) fn duplicate(
    draft: &mut Draft<'_>,
    steps: &[String],
    offset: Option<Position>,
) -> Result<(), EditError> {
    let mut copied = Vec::new();
    let mut places = BTreeMap::new();
    let mut last = 0;
    for id in once(steps) {
        let (index, node) = only_step(draft.tree(), id)?;
        last = last.max(index + 1);
        copied.push(node.to_value());
        if let (Some(at), Some(offset)) = (draft.position(id), offset) {
            places.insert(id.clone(), Position { x: at.x + offset.x, y: at.y + offset.y });
        }
    }
    put_copies(draft, copied, last, &places, true)
}

/// What the clipboard has of steps: their text, and where their cards stand.
pub(super) fn copied(tree: &Tree, steps: &[String]) -> Vec<Value> {
    let found = once(steps).into_iter().filter_map(|id| only_step(tree, id).ok());
    found.map(|(_, node)| node.to_value()).collect()
}

/// Puts copies of steps in, with ids of their own. Ways to steps that are not copied are kept when `outside`, else left open.
pub(super) fn put_copies(
    draft: &mut Draft<'_>,
    mut steps: Vec<Value>,
    index: usize,
    places: &BTreeMap<String, Position>,
    outside: bool,
) -> Result<(), EditError> {
    let mut taken = ids(draft.tree());
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for step in &steps {
        let id = step.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let free = free_step_id(&id, "step", &taken);
        taken.insert(free.clone());
        renamed.insert(id, free);
    }
    for step in &mut steps {
        let Some(members) = step.as_object_mut() else { continue };
        if let Some(id) = members.get("id").and_then(Value::as_str).and_then(|id| renamed.get(id)) {
            members.insert("id".to_owned(), json!(id));
        }
        if let Some(to) = members.get_mut("to").and_then(Value::as_object_mut) {
            to.retain(|_, target| {
                let Some(id) = target.as_str() else { return outside };
                if let Some(copy) = renamed.get(id) {
                    *target = json!(copy);
                    return true;
                }
                outside
            });
            if to.is_empty() {
                members.remove("to");
            }
        }
    }
    let index = index.min(nodes(draft.tree()).count());
    insert(draft, index, &steps)?;
    for (id, at) in places {
        if let Some(copy) = renamed.get(id) {
            draft.place(copy, Some(*at));
        }
    }
    draft.focus_back.get_or_insert_with(nodes_pointer);
    draft.focus = Some(nodes_pointer().index(index));
    Ok(())
}

/// What a journey knows of the values that some steps name.
pub(super) fn values_of(tree: &Tree, steps: &[Value]) -> Map<String, Value> {
    let texts: Vec<String> = steps.iter().map(Value::to_string).collect();
    let mentioned = |name: &str| {
        let quoted = format!("\"{name}\"");
        texts.iter().any(|text| text.contains(&quoted) || placeholders(text).any(|found| found == name))
    };
    let data = tree.root().get("data").into_iter().flat_map(Node::members);
    let used = data.filter(|member| mentioned(&member.key()));
    used.map(|member| (member.key().into_owned(), member.value.to_value())).collect()
}

/// Adds values that are not known yet.
pub(super) fn add_values(draft: &mut Draft<'_>, data: Map<String, Value>) -> Result<(), EditError> {
    let at = Pointer::root().key("data");
    for (name, value) in data {
        match draft.tree().root().get("data") {
            Some(known) if known.get(&name).is_some() => {}
            Some(known) if known.kind() == Kind::Object => draft.set(&at, &name, &value)?,
            _ => draft.set(&Pointer::root(), "data", &json!({ name: value }))?,
        }
    }
    Ok(())
}

fn text(node: Node<'_>, key: &str) -> String {
    node.get(key).and_then(Node::as_str).unwrap_or_default().into_owned()
}
