//! What actions send along, and whether it fits.

use super::context::ScreenContext;
use super::outline::Field;
use crate::expr::{Reference, Source, Type, binding, nested};
use crate::facts::JsonType;
use crate::flow::{Component, Version};
use crate::json::{Kind, Node};

/// Whether a value is sent as it is written.
pub(super) fn is_fixed(value: Node<'_>, version: Version) -> bool {
    value.as_str().is_none_or(|text| {
        binding::whole(&text).is_none() && !(version >= Version::new(6, 0) && nested::is_expression(&text))
    })
}

/// Whether a data model's type takes a value.
pub(super) fn accepts(expected: &str, value: Node<'_>) -> bool {
    match (expected, value.kind()) {
        ("number", Kind::Number) => true,
        ("integer", Kind::Number) => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        (_, Kind::Number) => false,
        (expected, kind) => expected == super::rules::wrong_type::type_name(kind),
    }
}

/// A value's types as Meta names them in a message: a whole number has two.
pub(super) fn kinds(value: Node<'_>) -> String {
    match value.kind() {
        Kind::Number if value.as_f64().is_some_and(|n| n.fract() == 0.0) => {
            "one of [integer, number]".to_owned()
        }
        kind => format!("'{}'", super::rules::wrong_type::type_name(kind)),
    }
}

/// The photo or document picker whose files a value names.
pub(super) fn picker<'c>(cx: &ScreenContext<'c, '_>, value: Node<'_>) -> Option<&'c Field> {
    let written = value.as_str()?;
    let reference = binding::whole(&written).filter(|r| r.source == Source::Form)?;
    let (_, outline) = cx.other(reference.screen.unwrap_or(&cx.screen.id))?;
    outline.field(reference.name()).filter(|field| field.kind.is_picker())
}

/// The same, as the component it is.
pub(super) fn picker_component<'t>(cx: &ScreenContext<'_, 't>, value: Node<'_>) -> Option<Component<'t>> {
    let field = picker(cx, value)?;
    let written = value.as_str()?;
    let screen = binding::whole(&written)?.screen;
    let own = screen.is_none_or(|id| id == cx.screen.id);
    let components = if own { cx.components.clone() } else { cx.other(screen?)?.0.components() };
    components.into_iter().find(|c| c.name().is_some_and(|name| name == field.name))
}

/// What a reference is declared as: a schema written in the file, or the value of an input.
pub(super) enum Shape<'t> {
    Schema(Node<'t>),
    Input(Type, &'static str),
}

impl<'t> Shape<'t> {
    /// `None` when the reference leads nowhere.
    pub(super) fn of(cx: &ScreenContext<'_, 't>, reference: &Reference<'_>) -> Option<Self> {
        let (screen, outline) = cx.other(reference.screen.unwrap_or(&cx.screen.id))?;
        match reference.source {
            Source::Data => screen.data?.at(reference.keys()).map(Shape::Schema),
            Source::Form => {
                let field = outline.field(reference.name())?;
                let declared = crate::facts::component(field.kind).value.as_deref().unwrap_or_default();
                Some(Shape::Input(field.value, declared))
            }
        }
    }
}

/// How a shape does not fit a schema.
pub(super) enum Misfit<'t> {
    Type { expected: String, found: String },
    Missing { property: &'static str, at: Node<'t> },
}

/// Compares a shape with the schema it should fit, down into items and members.
pub(super) fn misfit<'t>(shape: &Shape<'t>, expected: Node<'t>) -> Option<Misfit<'t>> {
    let kind = |schema: Node<'t>| schema.get("type").and_then(Node::as_str).unwrap_or_default();
    let wanted = kind(expected);
    match shape {
        Shape::Schema(found) => schemas(*found, expected),
        Shape::Input(value, _) if value.to_string() != wanted => {
            Some(Misfit::Type { expected: wanted.into_owned(), found: value.to_string() })
        }
        Shape::Input(Type::Array, declared) => {
            let items = expected.get("items")?;
            let item = kind(items);
            match *declared {
                "array<string>" if item != "string" => Some(Misfit::Type {
                    expected: item.into_owned(),
                    found: JsonType::String.name().to_owned(),
                }),
                "array<media>" if item == "object" && items.get("properties").is_none() => {
                    Some(Misfit::Missing { property: "properties", at: items })
                }
                _ => None,
            }
        }
        Shape::Input(..) => None,
    }
}

fn schemas<'t>(found: Node<'t>, expected: Node<'t>) -> Option<Misfit<'t>> {
    let kind = |schema: Node<'t>| schema.get("type").and_then(Node::as_str).unwrap_or_default();
    let (has, wants) = (kind(found), kind(expected));
    if has != wants {
        return Some(Misfit::Type { expected: wants.into_owned(), found: has.into_owned() });
    }
    match wants.as_ref() {
        "array" => match (found.get("items"), expected.get("items")) {
            (Some(found), Some(expected))
                if found.kind() == Kind::Object && expected.kind() == Kind::Object =>
            {
                schemas(found, expected)
            }
            _ => None,
        },
        "object" => {
            let Some(wanted) = expected.get("properties") else {
                return Some(Misfit::Missing { property: "properties", at: expected });
            };
            let Some(given) = found.get("properties") else {
                return Some(Misfit::Missing { property: "properties", at: found });
            };
            wanted.members().find_map(|member| schemas(given.get(&member.key())?, member.value))
        }
        _ => None,
    }
}
