//! A Form fills in photos or documents beforehand.
//!
//! # Why
//!
//! Files can only come from the person.
//!
//! # Example
//!
//! ```json
//! {"type": "Form", "name": "form", "init-values": {"photos": []}, "children": [{"type": "PhotoPicker", "name": "photos", "label": "Photos"}]}
//! ```
//!
//! # Fix
//!
//! Remove it from the values to begin with.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "picker-in-init-values",
    severity: Severity::Blocked,
    codes: &["NATIVE_COMPONENT_IN_FORM_INIT_VALUES"],
    checks: &[],
    source: include_str!("picker_in_init_values.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (index, form) in cx.components.iter().enumerate().filter(|(_, c)| c.is(ComponentKind::Form)) {
        let Some(values) = form.get("init-values") else { continue };
        let named: Vec<_> = cx
            .components
            .iter()
            .filter(|c| c.form == Some(index) && c.kind.is_some_and(ComponentKind::is_picker))
            .filter_map(|c| Some((c.type_name(), values.member(&c.name()?)?)))
            .collect();
        if named.is_empty() {
            continue;
        }
        let kinds: Vec<_> = named.iter().map(|(kind, _)| kind.as_ref()).collect();
        // Two spaces, as Meta writes it.
        let message = format!("Property 'init-values'  should not contain value for components: [{}].", kinds.join(", "));
        let spots: Vec<_> = named.iter().map(|(_, member)| Spot::value(member.value)).collect();
        let edits = named
            .iter()
            .map(|(_, member)| Edit::RemoveProperty { at: values.pointer(), key: member.key().into_owned() })
            .collect();
        out.add(&RULE, message, "Photos and documents cannot be filled in beforehand", &spots)
            .mended(Fix { title: "Remove it".to_owned(), edits });
    }
}
