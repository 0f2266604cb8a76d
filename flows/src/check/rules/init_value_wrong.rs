//! A Form fills in a field that does not exist, or with a value of another kind.
//!
//! # Why
//!
//! The phone could not fill it in, so Meta refuses the form (from version 7.0 on).
//!
//! # Example
//!
//! ```json
//! {"type": "Form", "name": "form", "init-values": {"phone": 5}, "children": [{"type": "TextInput", "name": "phone", "label": "Phone"}]}
//! ```
//!
//! # Fix
//!
//! Correct the name or the value.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, short};
use crate::check::payload::Shape;
use crate::check::rule::{Rule, Run};
use crate::check::rules::wrong_type::type_name;
use crate::expr::{Type, binding, nested};
use crate::flow::ComponentKind;
use crate::json::{Kind, Node};

pub(in crate::check) static RULE: Rule = Rule {
    id: "init-value-wrong",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &["FormComponentAttributesV700"],
    source: include_str!("init_value_wrong.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for (index, form) in cx.components.iter().enumerate().filter(|(_, c)| c.is(ComponentKind::Form)) {
        let fields: Vec<_> = cx.components.iter().filter(|c| c.form == Some(index)).collect();
        let field = |name: &str| {
            let component = fields.iter().find(|c| c.name().is_some_and(|n| n == name))?;
            cx.own()?.field(&component.name()?)
        };
        if let Some(values) = form.get("init-values").filter(|node| node.kind() == Kind::Object) {
            for member in values.members() {
                let key = member.key();
                let message = match field(&key) {
                    None => format!("The property '{key}' is declared but not used in the init-values'."),
                    Some(field) => match found_type(cx, member.value) {
                        Some(found) if found != field.value.to_string() && !field.kind.is_picker() => format!(
                            "Expected property '{key}' to be of type '{}' but found '{found}'.",
                            field.value
                        ),
                        _ => continue,
                    },
                };
                let headline = format!("'{}' cannot be filled in like this", short(&key));
                out.add(&RULE, message, headline, &[Spot::value(values)]);
            }
        }
        if let Some(messages) = form.get("error-messages").filter(|node| node.kind() == Kind::Object) {
            for member in messages.members().filter(|m| field(&m.key()).is_some()) {
                if let Some(found) = found_type(cx, member.value).filter(|found| found != "string" && found != "object") {
                    let key = member.key();
                    let message = format!("Expected property '{key}' to be of type 'string' but found '{found}'.");
                    let headline = format!("The error sentence of '{}' is not a text", short(&key));
                    out.add(&RULE, message, headline, &[Spot::value(messages)]);
                }
            }
        }
    }
}

/// The type a value has or will have; `None` when that cannot be told.
fn found_type(cx: &ScreenContext<'_, '_>, value: Node<'_>) -> Option<String> {
    let Some(written) = value.as_str() else { return Some(type_name(value.kind()).to_owned()) };
    if let Some(reference) = binding::whole(&written) {
        return match Shape::of(cx, &reference)? {
            Shape::Schema(schema) => Some(schema.get("type")?.as_str()?.into_owned()),
            Shape::Input(kind, _) => Some(kind.to_string()),
        };
    }
    if nested::is_expression(&written) {
        let kind = nested::check(&written, super::ANY_TYPE, &cx.scope(&cx.screen.id)).ok();
        return kind.filter(|kind| *kind != Type::Unknown).map(|kind| kind.to_string());
    }
    Some("string".to_owned())
}
