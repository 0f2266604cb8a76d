//! Actions held against the facts.

use super::super::findings::Findings;
use super::super::rules::{
    action_member_clash, echo, missing_property, not_a_choice, unknown_property, wrong_constant,
    wrong_format, wrong_type,
};
use super::property::is_dynamic;
use crate::facts::{JsonType, PropertyFacts};
use crate::flow::{Slot, Version};
use crate::json::{Kind, Node};

pub(super) fn check<'t>(
    value: Node<'t>,
    property: &'static PropertyFacts,
    version: Version,
    out: &mut Findings<'t>,
) {
    if value.kind() != Kind::Object {
        wrong_type::found(value, &property.name, &[JsonType::Object], out);
        return;
    }
    let allowed: Vec<&str> =
        property.actions.iter().filter(|a| a.since <= version).map(|a| a.name.as_str()).collect();
    for member in value.members() {
        if out.is_full() {
            return;
        }
        match member.key().as_ref() {
            "payload" if member.value.kind() != Kind::Object => {
                wrong_type::found(member.value, "payload", &[JsonType::Object], out);
            }
            "name" | "next" | "url" | "payload" => {}
            _ => unknown_property::found(member, None, out),
        }
    }
    let Some(written) = value.get("name") else {
        missing_property::found(value, "name", None, out);
        if property.name == Slot::Click.name() && version >= Version::new(6, 0) {
            echo::nameless_action(value, out);
        }
        return;
    };
    let name = written.as_str().unwrap_or_default();
    if !allowed.contains(&name.as_ref()) {
        if property.name == Slot::Click.name() {
            not_a_choice::action(written, &allowed, out);
        } else {
            wrong_constant::found(written, "name", &allowed, out);
        }
        return;
    }
    let needs = |key: &str, out: &mut Findings<'t>| {
        if value.get(key).is_none() {
            missing_property::found(value, key, None, out);
        }
    };
    match name.as_ref() {
        "navigate" => needs("next", out),
        "open_url" => needs("url", out),
        _ if property.name != Slot::Click.name() => needs("payload", out),
        _ => {}
    }
    for member in value.members() {
        if out.is_full() {
            return;
        }
        let fits = match member.key().as_ref() {
            "next" => name == "navigate",
            "url" => name == "open_url",
            "payload" => name != "open_url",
            _ => true,
        };
        if !fits {
            action_member_clash::found(value, member, &name, &property.name, out);
        } else if member.name.is_str("next") {
            next(member.value, out);
        } else if member.name.is_str("url") {
            url(member.value, version, out);
        }
    }
}

fn next<'t>(value: Node<'t>, out: &mut Findings<'t>) {
    if value.kind() != Kind::Object {
        wrong_type::found(value, "next", &[JsonType::Object], out);
        return;
    }
    for required in ["name", "type"] {
        match value.get(required) {
            None => missing_property::found(value, required, None, out),
            Some(node) if node.kind() != Kind::String => {
                wrong_type::found(node, required, &[JsonType::String], out);
            }
            Some(_) => {}
        }
    }
}

fn url<'t>(value: Node<'t>, version: Version, out: &mut Findings<'t>) {
    match value.as_str() {
        None => wrong_type::found(value, "url", &[JsonType::String], out),
        Some(text) if !is_dynamic(&text, version) && !wrong_format::is_url(&text) => {
            wrong_format::found(value, "url", "uri", out);
        }
        Some(_) => {}
    }
}
