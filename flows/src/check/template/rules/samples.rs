//! Sample values of variables.

use serde_json::{Map, Value, json};

use crate::check::{Fix, mend};
use crate::edit::Edit;
use crate::facts::template_words as words;
use crate::json::{Kind, Node};
use crate::template::{Component, ComponentType, Name, ParameterFormat, Variable};

/// The list of samples for numbered variables: of a header the first level, of a text the first of its lists.
pub(super) fn positional<'t>(component: &Component<'t>) -> Option<Node<'t>> {
    let example = component.node.get("example")?;
    if component.kind == ComponentType::Header {
        return example.get("header_text");
    }
    // Meta's own pages have both: a list of lists, and one list.
    let list = example.get("body_text")?;
    Some(list.items().next().filter(|first| first.kind() == Kind::Array).unwrap_or(list))
}

fn named<'t>(component: &Component<'t>) -> Option<Node<'t>> {
    component.node.get("example")?.get(key_of_named(component))
}

fn key_of_named(component: &Component<'_>) -> &'static str {
    if component.kind == ComponentType::Header {
        "header_text_named_params"
    } else {
        "body_text_named_params"
    }
}

/// The sample of a variable.
pub(super) fn value(component: &Component<'_>, name: &Name<'_>) -> Option<String> {
    let sample = match name {
        Name::Position(position) => positional(component)?.item((*position as usize).checked_sub(1)?)?,
        Name::Name(name) => {
            let mut entries = named(component)?.items();
            let entry = entries.find(|entry| entry.get("param_name").is_some_and(|n| n.is_str(name)))?;
            entry.get("example")?
        }
        Name::Wrong(_) => return None,
    };
    Some(sample.as_str()?.into_owned()).filter(|text| !text.trim().is_empty())
}

/// Variables of a text without a sample, each once, that are written as the template writes them.
pub(super) fn missing(
    component: &Component<'_>,
    list: &[Variable<'_>],
    format: ParameterFormat,
) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    for variable in list.iter().filter(|variable| fits(&variable.name, format)) {
        let name = variable.name.to_string();
        if value(component, &variable.name).is_none() && !missing.contains(&name) {
            missing.push(name);
        }
    }
    missing
}

fn fits(name: &Name<'_>, format: ParameterFormat) -> bool {
    match format {
        ParameterFormat::Positional => matches!(name, Name::Position(_)),
        ParameterFormat::Named => matches!(name, Name::Name(_)),
    }
}

/// Samples that fit the names, where there are none at all.
pub(super) fn filled(component: &Component<'_>, list: &[Variable<'_>], format: ParameterFormat) -> Vec<Fix> {
    if component.node.get("example").is_some() {
        return Vec::new();
    }
    let all = missing(component, list, format);
    let is_counted = list
        .iter()
        .zip(1..)
        .all(|(variable, n)| format == ParameterFormat::Named || variable.name == Name::Position(n));
    if !is_counted {
        return Vec::new();
    }
    let mut example = Map::new();
    match format {
        ParameterFormat::Positional => {
            let values: Vec<&str> = all.iter().map(|_| words::sample("")).collect();
            if component.kind == ComponentType::Header {
                example.insert("header_text".to_owned(), json!(values));
            } else {
                example.insert("body_text".to_owned(), json!([values]));
            }
        }
        ParameterFormat::Named => {
            let values: Vec<Value> =
                all.iter().map(|name| json!({"param_name": name, "example": words::sample(name)})).collect();
            example.insert(key_of_named(component).to_owned(), json!(values));
        }
    }
    let edit: Edit = mend::set(component.node, "example", Value::Object(example));
    vec![mend::fix("Fill in samples", edit)]
}
