//! Two fields of a screen have the same name, also when only one of them can be seen at a time.
//!
//! # Why
//!
//! Answers arrive under their names; one would overwrite the other.
//!
//! # Example
//!
//! ```json
//! [{"type": "TextInput", "name": "phone", "label": "Phone"}, {"type": "TextInput", "name": "phone", "label": "Mobile"}]
//! ```
//!
//! # Fix
//!
//! Give one of them another name.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::edit::mending;
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "duplicate-field-name",
    severity: Severity::Blocked,
    codes: &["DUPLICATE_FORM_COMPONENT_NAMES"],
    checks: &[],
    source: include_str!("duplicate_field_name.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let fields = cx.components.iter().filter(|c| c.kind.is_some_and(ComponentKind::is_input));
    let mut names: Vec<(std::borrow::Cow<'t, str>, Vec<Node<'t>>)> = Vec::new();
    for component in fields {
        let (Some(name), Some(node)) = (component.name(), component.get("name")) else { continue };
        match names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, nodes)) => nodes.push(node),
            None => names.push((name, vec![node])),
        }
    }
    for (name, nodes) in names.into_iter().filter(|(_, nodes)| nodes.len() > 1) {
        let message = format!("Duplicate name found for Form components: '{name}'.");
        let headline = format!("{} fields are called '{}'", nodes.len(), short(&name));
        let spots: Vec<_> = nodes.iter().copied().map(Spot::value).collect();
        let title =
            format!("Give the {} a name of its own", if nodes.len() == 2 { "second" } else { "others" });
        let new = mending::other_names(out.tree(), &cx.screen.node.pointer(), &name);
        let later = nodes.iter().skip(1).zip(new);
        let edits = later.map(|(node, new)| mend::replace(*node, new.into())).collect();
        out.add(&RULE, message, headline, &spots).mended(Fix { title, edits });
    }
}
