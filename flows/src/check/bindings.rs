//! Values of component properties that are one binding.

use std::borrow::Cow;

use super::context::ScreenContext;
use crate::expr::{Reference, binding};
use crate::facts;
use crate::facts::PropertyFacts;
use crate::flow::{ComponentKind, Version};
use crate::json::Node;

/// The checks of Meta's validator that look at them.
pub(super) const CHECKS: &[&str] = &["ScreenDynamicDataV500", "ScreenDynamicDataV600"];

/// A property whose value is one binding.
pub(super) struct Bound<'r, 't> {
    pub(super) node: Node<'t>,
    /// As written.
    pub(super) written: &'r str,
    pub(super) reference: Reference<'r>,
    /// Type of the component.
    pub(super) component: &'static str,
    pub(super) property: &'static PropertyFacts,
}

/// Calls back for each of them on the screen.
pub(super) fn each<'t>(cx: &ScreenContext<'_, 't>, mut found: impl FnMut(&Bound<'_, 't>)) {
    for component in &cx.components {
        let Some(kind) = component.kind else { continue };
        for member in component.node.members() {
            // Most values are texts without any; only those that begin like a binding are read.
            let Some(written) = member.value.as_str().filter(|text| text.starts_with("${")) else { continue };
            let Some(property) = facts::component(kind).property(&member.key()) else { continue };
            let Some(reference) = binding::whole(&written) else { continue };
            if property.binding.is_empty() || is_read_elsewhere(kind, property, cx.version) {
                continue;
            }
            let written: &str = match &written {
                Cow::Borrowed(text) => text,
                Cow::Owned(text) => text,
            };
            found(&Bound { node: member.value, written, reference, component: kind.name(), property });
        }
    }
}

/// Conditions are read as a whole; a Form's values are not looked at from 6.0 on.
fn is_read_elsewhere(kind: ComponentKind, property: &PropertyFacts, version: Version) -> bool {
    let any = property.binding.iter().any(|accepted| accepted == "any");
    kind == ComponentKind::If || any && version >= Version::new(6, 0)
}
