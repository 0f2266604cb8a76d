//! A screen has a Form, but a field stands outside of it.
//!
//! # Why
//!
//! With a Form, only what is inside is filled in and sent.
//!
//! # Example
//!
//! ```json
//! [{"type": "Form", "name": "form", "children": []}, {"type": "TextInput", "name": "phone", "label": "Phone"}]
//! ```
//!
//! # Fix
//!
//! Move the field into the Form.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, listed, short};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::{Component, ComponentKind};

pub(in crate::check) static RULE: Rule = Rule {
    id: "input-outside-form",
    severity: Severity::Blocked,
    codes: &["COMPONENTS_OUTSIDE_FORM"],
    checks: &[],
    source: include_str!("input_outside_form.rs"),
    run: Run::Screen(run),
};

/// Meta's validator overlooks these two.
const OVERLOOKED: [ComponentKind; 2] = [ComponentKind::CalendarPicker, ComponentKind::ChipsSelector];

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let Some(form) = cx.of_kind(ComponentKind::Form).next() else { return };
    let outside: Vec<_> =
        cx.components.iter().filter(|c| c.form.is_none() && c.kind.is_some_and(ComponentKind::is_input)).collect();
    let (overlooked, seen): (Vec<&Component<'t>>, Vec<&Component<'t>>) =
        outside.into_iter().partition(|c| c.kind.is_some_and(|kind| OVERLOOKED.contains(&kind)));
    let fix = |fields: &[&Component<'t>]| {
        let length = form.get("children").map_or(0, |children| children.items().count());
        let edits = fields.iter().rev().map(|field| Edit::MoveItem {
            from: field.node.pointer(),
            to: form.node.pointer().key("children"),
            index: u32::try_from(length).unwrap_or(u32::MAX),
        });
        Fix { title: "Move it inside".to_owned(), edits: edits.collect() }
    };
    let headline = |field: &Component<'t>| {
        format!("'{}' stands outside the form part; move it inside", short(&field.name().unwrap_or_default()))
    };
    if let Some(first) = seen.first() {
        let names: Vec<String> = seen.iter().map(|c| format!("'{}'", c.type_name())).collect();
        let message = if names.len() == 1 {
            format!("Component {} is not allowed outside Form when Form component is present.", names.concat())
        } else {
            let names = listed(&names);
            let names = names.trim_matches(['[', ']']);
            format!("Components {names} are not allowed outside Form when Form component is present.")
        };
        let spots: Vec<_> = seen.iter().map(|c| Spot::value(c.node)).collect();
        let finding = out.add(&RULE, message, headline(first), &spots);
        // Moving one in front of the Form would move the Form itself.
        if let [one] = seen.as_slice()
            && one.node.span().start > form.node.span().end
        {
            finding.mended(fix(&seen));
        }
    }
    for field in overlooked {
        out.add(&RULE, "", headline(field), &[Spot::value(field.node)]).only_documented();
    }
}
