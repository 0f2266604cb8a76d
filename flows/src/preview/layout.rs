//! What stands on a screen now: Form, If and Switch are replaced by what they show, hidden parts left out.

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

/// The parts that show, top to bottom. `screen` is the scene's own JSON.
pub(super) fn parts<'v>(scene: &Scene<'_>, screen: &'v Value) -> Vec<Part<'v>> {
    let mut found = Vec::new();
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
    found: &mut Vec<Part<'v>>,
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
            Some(ComponentKind::If) => {
                let holds = component.get("condition").is_some_and(|condition| scene.holds(condition));
                let branch = if holds { "then" } else { "else" };
                if let Some(parts) = component.get(branch) {
                    walk(scene, parts, &pointer.key(branch), form, levels, found);
                }
            }
            Some(ComponentKind::Switch) => {
                let value = scene.text(component, "value").unwrap_or_default();
                let Some(cases) = component.get("cases").and_then(Value::as_object) else { continue };
                let case = if cases.contains_key(&value) { value.as_str() } else { "default" };
                if let Some(parts) = cases.get(case) {
                    walk(scene, parts, &pointer.key("cases").key(case), form, levels, found);
                }
            }
            _ => found.push(Part { pointer, kind, component, form }),
        }
    }
}
