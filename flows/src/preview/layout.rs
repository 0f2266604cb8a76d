//! What stands on a screen now: Form, If and Switch are replaced by what they show, hidden parts left out.

use std::ops::Range;

use serde_json::Value;

use super::scene::{Object, Scene};
use crate::facts::ComponentKind;
use crate::json::Pointer;

/// Levels of Form, If and Switch inside each other that are followed. Meta allows 3 of If.
const MAX_LEVELS: u8 = 32;

/// A part that shows.
pub(super) struct Part<'v> {
    pub(super) pointer: Pointer,
    /// None: a component that is not known here.
    pub(super) kind: Option<ComponentKind>,
    pub(super) component: &'v Object,
    /// The Form around it.
    pub(super) form: Option<&'v Object>,
}

impl Part<'_> {
    /// `type` as written; empty when missing.
    pub(super) fn type_name(&self) -> &str {
        self.component.get("type").and_then(Value::as_str).unwrap_or_default()
    }

    /// `name` as written; empty when missing.
    pub(super) fn name(&self) -> &str {
        self.component.get("name").and_then(Value::as_str).unwrap_or_default()
    }
}

/// An If or Switch that was reached.
pub(super) struct Branching {
    pub(super) pointer: Pointer,
    /// Its lists of parts.
    pub(super) branches: Vec<Pointer>,
    /// The one of them that shows.
    pub(super) shown: Option<Pointer>,
    /// Which of the parts it shows.
    pub(super) parts: Range<usize>,
}

/// What stands on a screen.
#[derive(Default)]
pub(super) struct Layout<'v> {
    /// The parts that show, top to bottom.
    pub(super) parts: Vec<Part<'v>>,
    /// Outer ones before those inside.
    pub(super) branchings: Vec<Branching>,
}

/// The parts that show, top to bottom. `screen` is the scene's own JSON.
pub(super) fn parts<'v>(scene: &Scene<'_>, screen: &'v Value) -> Vec<Part<'v>> {
    layout(scene, screen).parts
}

/// The parts that show, with every If and Switch among them. `screen` is the scene's own JSON.
pub(super) fn layout<'v>(scene: &Scene<'_>, screen: &'v Value) -> Layout<'v> {
    let mut found = Layout::default();
    if let Some(children) = screen.get("layout").and_then(|layout| layout.get("children")) {
        let pointer = Pointer::root().key("screens").index(scene.at).key("layout").key("children");
        walk(scene, children, &pointer, None, MAX_LEVELS, &mut found);
    }
    found
}

fn walk<'v>(
    scene: &Scene<'_>,
    list: &'v Value,
    pointer: &Pointer,
    form: Option<&'v Object>,
    levels: u8,
    found: &mut Layout<'v>,
) {
    let Some(levels) = levels.checked_sub(1) else { return };
    for (index, part) in list.as_array().into_iter().flatten().enumerate() {
        let Some(component) = part.as_object() else { continue };
        let pointer = pointer.clone().index(index);
        if !scene.visible(component) {
            continue;
        }
        let kind = component.get("type").and_then(Value::as_str).and_then(ComponentKind::from_name);
        match kind {
            Some(ComponentKind::Form) => {
                if let Some(children) = component.get("children") {
                    walk(scene, children, &pointer.key("children"), Some(component), levels, found);
                }
            }
            Some(ComponentKind::If | ComponentKind::Switch) => {
                let (branches, decided) = if kind == Some(ComponentKind::If) {
                    either(scene, component, &pointer)
                } else {
                    cases(scene, component, &pointer)
                };
                let pointers: Vec<Pointer> = branches.iter().map(|(pointer, _)| pointer.clone()).collect();
                let shown = revealed(scene, &pointers).or(decided);
                let place = found.branchings.len();
                let start = found.parts.len();
                found.branchings.push(Branching {
                    pointer,
                    shown: shown.and_then(|shown| pointers.get(shown).cloned()),
                    branches: pointers,
                    parts: start..start,
                });
                if let Some((branch, Some(parts))) = shown.and_then(|shown| branches.get(shown)) {
                    walk(scene, parts, branch, form, levels, found);
                }
                let end = found.parts.len();
                if let Some(branching) = found.branchings.get_mut(place) {
                    branching.parts.end = end;
                }
            }
            _ => found.parts.push(Part { pointer, kind, component, form }),
        }
    }
}

/// Lists of parts with their places; none for one that is not written.
type Branches<'v> = Vec<(Pointer, Option<&'v Value>)>;

/// The branches of an If, and which of them its condition decides for.
fn either<'v>(scene: &Scene<'_>, component: &'v Object, pointer: &Pointer) -> (Branches<'v>, Option<usize>) {
    let holds = component.get("condition").is_some_and(|condition| scene.holds(condition));
    let branches = ["then", "else"].map(|key| (pointer.clone().key(key), component.get(key)));
    (branches.into(), Some(usize::from(!holds)))
}

/// The branches of a Switch, and which of them its value decides for.
fn cases<'v>(scene: &Scene<'_>, component: &'v Object, pointer: &Pointer) -> (Branches<'v>, Option<usize>) {
    let value = scene.text(component, "value").unwrap_or_default();
    let Some(cases) = component.get("cases").and_then(Value::as_object) else { return (Vec::new(), None) };
    let place = |wanted: &str| cases.keys().position(|case| case == wanted);
    let at = pointer.clone().key("cases");
    let branches = cases.iter().map(|(case, parts)| (at.clone().key(case), Some(parts))).collect();
    (branches, place(&value).or_else(|| place("default")))
}

/// Which of the branches is to be shown whatever is decided.
fn revealed(scene: &Scene<'_>, branches: &[Pointer]) -> Option<usize> {
    let lies_in = |wanted: &Pointer, branch: &Pointer| {
        wanted.0.strip_prefix(&branch.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let wanted = |wanted: &Pointer| branches.iter().position(|branch| lies_in(wanted, branch));
    scene.state.revealed.iter().rev().find_map(wanted)
}
