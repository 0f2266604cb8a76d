//! One property's value held against the facts.

use super::super::findings::Findings;
use super::super::patterns::{is_paragraph, is_regex};
use super::super::rules::{
    blank_text, dynamic_name, echo, empty_text, list_too_long, list_too_short, missing_property,
    not_a_binding, not_a_choice, number_too_large, number_too_small, unknown_property, wrong_format,
    wrong_type,
};
use super::action;
use crate::expr::binding;
use crate::facts::{JsonType, PropertyFacts};
use crate::flow::Version;
use crate::json::{Kind, Node};

/// From this version on, a whole value in backticks is an expression.
const EXPRESSIONS: Version = Version::new(6, 0);

pub(super) fn check<'t>(
    value: Node<'t>,
    property: &'static PropertyFacts,
    version: Version,
    out: &mut Findings<'t>,
) {
    if !property.actions.is_empty() {
        action::check(value, property, version, out);
        return;
    }
    let Some(matching) = property.types.iter().copied().find(|t| is_a(value, *t)) else {
        other_type(value, property, version, out);
        return;
    };
    let count = out.list.len();
    match matching {
        JsonType::String => text(value, property, version, out),
        JsonType::Number | JsonType::Integer => number(value, property, out),
        JsonType::Array => array(value, property, version, out),
        JsonType::Object => members(value, &property.members, version, out),
        JsonType::Boolean | JsonType::Null => {}
    }
    if out.list.len() > count {
        refused_alternatives(value, property, matching, out);
    }
}

/// What Meta's schema says about the other forms a value could have had.
fn refused_alternatives<'t>(
    value: Node<'t>,
    property: &PropertyFacts,
    matching: JsonType,
    out: &mut Findings<'t>,
) {
    for other in property.types.iter().filter(|t| **t != matching) {
        echo::wrong_type(value, &property.name, *other, out);
    }
    // Lists of items are not given a choice between a list and a binding; all else is.
    if matching != JsonType::String && property.item_is_free() && !property.binding.is_empty() {
        echo::wrong_type(value, &property.name, JsonType::String, out);
    }
}

impl PropertyFacts {
    /// Whether it is not a list of options or of links.
    fn item_is_free(&self) -> bool {
        self.name != "data-source" && self.name != "list-items"
    }
}

/// Whether a value is of a type.
pub(in crate::check) fn is_a(value: Node<'_>, kind: JsonType) -> bool {
    match kind {
        JsonType::String => value.kind() == Kind::String,
        JsonType::Number => value.kind() == Kind::Number,
        JsonType::Integer => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        JsonType::Boolean => value.kind() == Kind::Boolean,
        JsonType::Array => value.kind() == Kind::Array,
        JsonType::Object => value.kind() == Kind::Object,
        JsonType::Null => value.kind() == Kind::Null,
    }
}

/// The value has none of the property's types. A binding or an expression may stand for one.
fn other_type<'t>(
    value: Node<'t>,
    property: &'static PropertyFacts,
    version: Version,
    out: &mut Findings<'t>,
) {
    let bindable = !property.binding.is_empty();
    let Some(written) = value.as_str().filter(|_| bindable) else {
        wrong_type::found(value, &property.name, &property.types, out);
        if bindable && property.item_is_free() && value.kind() != Kind::String {
            echo::wrong_type(value, &property.name, JsonType::String, out);
        }
        return;
    };
    let stands_for_it = if property.format.as_deref() == Some("binding") {
        binding::alone(&written)
    } else {
        is_dynamic(&written, version)
    };
    if stands_for_it {
        return;
    }
    if property.types == [JsonType::Array] {
        not_a_binding::found(value, &property.name, out);
    } else {
        wrong_type::found(value, &property.name, &property.types, out);
        echo::not_a_binding(value, &property.name, out);
    }
}

fn text<'t>(value: Node<'t>, property: &'static PropertyFacts, version: Version, out: &mut Findings<'t>) {
    let Some(written) = value.as_str() else { return };
    let name = property.name.as_str();
    let dynamic = is_dynamic(&written, version);
    if !property.choices.is_empty() {
        choice(value, &written, dynamic, property, version, out);
        return;
    }
    if property.static_only {
        if binding::prefix(&written).is_some() {
            dynamic_name::binding(value, name, out);
        } else if version >= EXPRESSIONS && is_quoted(&written) {
            dynamic_name::expression(value, name, out);
        }
    }
    if property.min_chars.is_some_and(|least| written.chars().count() < least as usize) {
        empty_text::found(value, name, property.min_chars.unwrap_or(1), out);
    }
    if property.non_blank_since.is_some_and(|since| since <= version) && is_blank(&written) {
        blank_text::found(value, name, out);
    }
    // Nothing but a binding or an expression makes sense where a Switch looks.
    if name == "value" && !dynamic {
        not_a_binding::found(value, name, out);
    }
    match property.format.as_deref() {
        Some("regex") if !dynamic && !is_regex(&written) => {
            wrong_format::found(value, name, "regex", out);
        }
        Some("color") if !wrong_format::is_color(&written) => wrong_format::pattern(value, name, out),
        _ => {}
    }
}

fn choice<'t>(
    value: Node<'t>,
    written: &str,
    dynamic: bool,
    property: &'static PropertyFacts,
    version: Version,
    out: &mut Findings<'t>,
) {
    // From 6.0 on Meta drops what its schema says about the size of pictures beside options.
    let options = property.name == "media-size" && property.text_around_binding;
    if options && version >= EXPRESSIONS || property.choices.iter().any(|choice| choice == written) {
        return;
    }
    let bindable = !property.binding.is_empty() && !options;
    let stands_for_one = dynamic && (!property.expression.is_empty() || binding::prefix(written).is_some());
    if !(bindable && stands_for_one) {
        not_a_choice::found(value, &property.name, &property.choices, out);
        if bindable {
            echo::not_a_binding(value, &property.name, out);
        }
    }
}

fn number<'t>(value: Node<'t>, property: &PropertyFacts, out: &mut Findings<'t>) {
    let Some(n) = value.as_f64() else { return };
    if let Some(min) = property.min.filter(|min| n < *min) {
        number_too_small::found(value, &property.name, min, out);
    }
    if let Some(max) = property.max.filter(|max| n > *max) {
        number_too_large::found(value, &property.name, max, out);
    }
}

fn array<'t>(value: Node<'t>, property: &'static PropertyFacts, version: Version, out: &mut Findings<'t>) {
    let length = value.items().count();
    if let Some(least) = property.min_items.filter(|least| length < *least as usize) {
        list_too_short::found(value, &property.name, least, out);
    }
    if let Some(most) = property.max_items.filter(|most| length > *most as usize) {
        list_too_long::found(value, &property.name, most, out);
    }
    for (index, item) in value.items().enumerate() {
        if out.is_full() {
            return;
        }
        if !property.item.is_empty() {
            if item.kind() == Kind::Object {
                members(item, &property.item, version, out);
            } else {
                wrong_type::found(item, &index.to_string(), &[JsonType::Object], out);
            }
        }
        let listed = property.item_choices.iter().any(|choice| item.is_str(choice));
        if !property.item_choices.is_empty() && !listed {
            not_a_choice::found(item, &property.name, &property.item_choices, out);
        }
        if property.format.as_deref() == Some("paragraphs")
            && item.as_str().is_some_and(|text| !is_paragraph(&text))
        {
            wrong_format::paragraph(item, &index.to_string(), out);
        }
        if !property.item_types.is_empty() && !property.item_types.iter().any(|t| is_a(item, *t)) {
            wrong_type::found(item, &index.to_string(), &property.item_types, out);
        }
    }
}

/// Members of an item or of a nested object. An object of which nothing is known may hold anything.
fn members<'t>(object: Node<'t>, known: &'static [PropertyFacts], version: Version, out: &mut Findings<'t>) {
    if known.is_empty() {
        return;
    }
    for required in known.iter().filter(|p| p.required && p.since <= version) {
        if object.get(&required.name).is_none() {
            missing_property::found(object, &required.name, None, out);
        }
    }
    for member in object.members() {
        if out.is_full() {
            return;
        }
        match known.iter().find(|p| member.name.is_str(&p.name) && p.since <= version) {
            Some(property) => check(member.value, property, version, out),
            None => unknown_property::found(member, None, out),
        }
    }
}

/// Whether Meta takes a text for something that is worked out on the phone.
pub(super) fn is_dynamic(text: &str, version: Version) -> bool {
    binding::prefix(text).is_some() || version >= EXPRESSIONS && starts_quoted(text)
}

/// Meta's pattern has no end anchor: a backtick, something, a backtick.
fn starts_quoted(text: &str) -> bool {
    text.strip_prefix('`').is_some_and(|rest| rest.chars().skip(1).any(|c| c == '`'))
}

fn is_quoted(text: &str) -> bool {
    text.len() >= 2 && text.starts_with('`') && text.ends_with('`')
}

/// Nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}
