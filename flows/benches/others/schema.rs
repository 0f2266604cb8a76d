//! Flow JSON as a JSON Schema (draft 2020-12), made from the same facts as our own checks: what a developer
//! without Waymark could give to a validator from a public registry.
//!
//! It says what JSON Schema can say: what is required and unknown, types, choices, bounds, blanks, bindings by their
//! form, actions by name, and which component may stand where. It can be written in two ways, which say the same.

use flows::facts::{ActionFacts, ComponentFacts, JsonType, PropertyFacts, Version, components};
use serde_json::{Map, Value, json};

/// What holds components.
const HOLDERS: [&str; 4] = ["SingleColumnLayout", "Form", "If", "Switch"];
/// The actions there are.
const ACTIONS: [&str; 5] = ["navigate", "complete", "data_exchange", "open_url", "update_data"];
/// First version whose texts may be expressions in backticks, and whose screens need a layout.
const EXPRESSIONS: Version = Version::new(6, 0);
/// First version whose screen ids need a letter and have no commas.
const STRICT_IDS: Version = Version::new(7, 0);

/// How it is written that a component is one of a kind, an action one of a name.
#[derive(Clone, Copy)]
pub(crate) enum Choice {
    /// As people and generators of schemas write it: `oneOf`, each tried.
    OneOf,
    /// As such validators are fastest with: a chain of `if` looks the `type` up.
    Chain,
}

/// The schema of one version.
pub(crate) fn of(version: Version, choice: Choice) -> Value {
    let known = || components().iter().filter(move |component| component.since <= version);
    let mut definitions: Map<String, Value> =
        known().map(|component| (component.kind.clone(), of_component(component, version))).collect();
    for holder in HOLDERS {
        let allowed = known().filter(|component| component.allowed_in(holder, version));
        let kinds = allowed.map(|component| &component.kind);
        definitions.insert(format!("in-{holder}"), one_of(kinds, "type", choice));
    }
    definitions.insert("action".to_owned(), one_of(ACTIONS.iter(), "name", choice));
    definitions.extend(ACTIONS.map(|name| (name.to_owned(), of_action(name))));
    definitions.insert("declared".to_owned(), json!({"type": "object", "required": ["type", "__example__"]}));
    let ways = json!({"type": "array", "items": {"type": "string"}});
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": definitions,
        "type": "object",
        "required": ["version", "screens"],
        "properties": {
            "version": {"const": version},
            "data_api_version": {"type": "string"},
            "routing_model": {"type": "object", "additionalProperties": ways},
            "meta": true,
            "screens": {"type": "array", "minItems": 1, "items": screen(version)}
        },
        "additionalProperties": false
    })
}

fn screen(version: Version) -> Value {
    let required: &[&str] =
        if version >= EXPRESSIONS { &["id", "title", "layout"] } else { &["id", "title"] };
    let id = if version >= STRICT_IDS { "^[A-Za-z_]*[A-Za-z][A-Za-z_]*$" } else { "^[A-Za-z_,]+$" };
    json!({
        "type": "object",
        "required": required,
        "properties": {
            "id": {"type": "string", "pattern": id},
            "title": {"type": "string", "pattern": r"\S"},
            "terminal": {"type": "boolean"},
            "success": {"type": "boolean"},
            "refresh_on_back": {"type": "boolean"},
            "sensitive": {"type": "array", "minItems": 1, "items": {"type": "string"}},
            "data": {"type": "object", "additionalProperties": {"$ref": "#/$defs/declared"}},
            "layout": {
                "type": "object",
                "required": ["type", "children"],
                "properties": {"type": {"const": "SingleColumnLayout"}, "children": list_in("SingleColumnLayout")},
                "additionalProperties": false
            }
        },
        "additionalProperties": false
    })
}

/// An object that says in `member` which of the definitions it follows.
fn one_of<T: AsRef<str>>(names: impl DoubleEndedIterator<Item = T>, member: &str, choice: Choice) -> Value {
    let follows = |name: &str| json!({"$ref": format!("#/$defs/{name}")});
    if matches!(choice, Choice::OneOf) {
        return json!({"oneOf": names.map(|name| follows(name.as_ref())).collect::<Vec<_>>()});
    }
    let chain = names.rev().fold(Value::Bool(false), |rest, name| {
        let name = name.as_ref();
        json!({"if": {"properties": {member: {"const": name}}}, "then": follows(name), "else": rest})
    });
    let mut schema = json!({"type": "object", "required": [member]});
    if let (Value::Object(schema), Value::Object(chain)) = (&mut schema, chain) {
        schema.extend(chain);
    }
    schema
}

fn of_action(name: &str) -> Value {
    let next = json!({
        "type": "object",
        "required": ["name", "type"],
        "properties": {"name": {"type": "string"}, "type": {"type": "string"}}
    });
    let payload = json!({"type": "object"});
    let own = json!({"const": name});
    let (required, members) = match name {
        "navigate" => (json!(["name", "next"]), json!({"name": own, "next": next, "payload": payload})),
        "open_url" => (json!(["name", "url"]), json!({"name": own, "url": {"type": "string"}})),
        _ => (json!(["name"]), json!({"name": own, "payload": payload})),
    };
    json!({"type": "object", "required": required, "properties": members, "additionalProperties": false})
}

fn of_component(component: &ComponentFacts, version: Version) -> Value {
    let mut schema = object(&component.properties, &component.kind, version);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("type".to_owned(), json!({"const": component.kind}));
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.push(json!("type"));
    }
    schema
}

fn object(members: &[PropertyFacts], holder: &str, version: Version) -> Value {
    let known = || members.iter().filter(move |member| member.since <= version);
    let properties: Map<String, Value> =
        known().map(|member| (member.name.clone(), property(member, holder, version))).collect();
    let required: Vec<&str> =
        known().filter(|member| member.required).map(|member| member.name.as_str()).collect();
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

fn property(facts: &PropertyFacts, holder: &str, version: Version) -> Value {
    if facts.children {
        let list = list_in(holder);
        return if facts.types == [JsonType::Object] {
            json!({"type": "object", "additionalProperties": list})
        } else {
            list
        };
    }
    if !facts.actions.is_empty() {
        return action(&facts.actions, version);
    }
    let literal = literal(facts, version);
    let any_text = facts.types.contains(&JsonType::String) && facts.choices.is_empty();
    if facts.binding.is_empty() || any_text {
        return literal;
    }
    let dynamic = if version >= EXPRESSIONS { r"^(\$\{.+\}|`.+`)" } else { r"^\$\{.+\}" };
    json!({"anyOf": [literal, {"type": "string", "pattern": dynamic}]})
}

/// A place for an action: one of those that the version allows there.
fn action(allowed: &[ActionFacts], version: Version) -> Value {
    let names: Vec<&str> =
        allowed.iter().filter(|action| action.since <= version).map(|action| action.name.as_str()).collect();
    json!({"$ref": "#/$defs/action", "properties": {"name": {"enum": names}}})
}

fn literal(facts: &PropertyFacts, version: Version) -> Value {
    let mut schema = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            schema.insert(key.to_owned(), value);
        }
    };
    let items = if !facts.item.is_empty() {
        Some(object(&facts.item, "", version))
    } else if !facts.item_choices.is_empty() {
        Some(json!({"enum": facts.item_choices}))
    } else {
        (!facts.item_types.is_empty()).then(|| json!({"type": facts.item_types}))
    };
    let pattern = match facts.format.as_deref() {
        Some("color") => Some("^#[0-9A-Fa-f]{6}$"),
        _ => facts.non_blank_since.filter(|since| *since <= version).map(|_| r"\S"),
    };
    put("type", Some(json!(facts.types)));
    // Meta takes any text there
    let open = facts.name == "media-size" && facts.text_around_binding && version >= EXPRESSIONS;
    put("enum", (!facts.choices.is_empty() && !open).then(|| json!(facts.choices)));
    put("minimum", facts.min.map(Value::from));
    put("maximum", facts.max.map(Value::from));
    put("minItems", facts.min_items.map(Value::from));
    put("maxItems", facts.max_items.map(Value::from));
    put("minLength", facts.min_chars.map(Value::from));
    put("pattern", pattern.map(Value::from));
    put("items", items);
    if !facts.members.is_empty() {
        let members = object(&facts.members, "", version);
        for key in ["properties", "required", "additionalProperties"] {
            put(key, members.get(key).cloned());
        }
    }
    Value::Object(schema)
}

fn list_in(holder: &str) -> Value {
    json!({"type": "array", "items": {"$ref": format!("#/$defs/in-{holder}")}})
}
