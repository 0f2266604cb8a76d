//! Phases 1 to 3 of Meta's validator: the text, the version, the schema. What the schema of a version is
//! stands in the facts; here is how it is held against values.

mod action;
mod component;
mod property;

pub(in crate::check) use property::is_a;

use super::findings::Findings;
use super::rules::{
    blank_text, invalid_screen_id, list_too_short, misplaced_success, missing_property, missing_version,
    not_an_object, not_json, removed_property, too_large, unknown_property, unsupported_version,
    wrong_constant, wrong_type,
};
use crate::facts;
use crate::facts::{JsonType, VersionState};
use crate::flow::{Flow, Holder, Screen, Version, is_required_list};
use crate::json::{Kind, Node, SyntaxErrorKind, Tree};

/// Phases 1 and 2. The version, when the next phase can begin.
pub(super) fn text_and_version<'t>(tree: &'t Tree, out: &mut Findings<'t>) -> Option<Version> {
    if let Some(error) = tree.error() {
        match error.kind {
            SyntaxErrorKind::TooLarge => too_large::found(tree, out),
            _ => not_json::found(tree, error, out),
        }
        return None;
    }
    let root = tree.root();
    if root.kind() != Kind::Object {
        not_an_object::found(root, out);
        return None;
    }
    let Some(written) = root.get("version") else {
        missing_version::found(out);
        return None;
    };
    let version: Option<Version> = written.as_str().and_then(|text| text.parse().ok());
    let known = version
        .filter(|v| facts::versions().get(*v).is_some_and(|facts| facts.state != VersionState::Frozen));
    if known.is_none() {
        unsupported_version::found(written, version, out);
    }
    known
}

/// Phase 3 for everything but the screens.
pub(super) fn root<'t>(flow: &Flow<'t>, version: Version, out: &mut Findings<'t>) {
    match flow.root.get("screens") {
        None => missing_property::found(flow.root, "screens", None, out),
        Some(screens) if screens.kind() != Kind::Array => {
            wrong_type::found(screens, "screens", &[JsonType::Array], out);
        }
        Some(screens) if flow.screens.is_empty() => list_too_short::found(screens, "screens", 1, out),
        Some(_) => {}
    }
    for member in flow.root.members() {
        if out.is_full() {
            return;
        }
        match member.key().as_ref() {
            // `meta` passes the schema and is refused later.
            "version" | "screens" | "meta" => {}
            "data_api_version" => data_api_version(member.value, version, out),
            "routing_model" => routing_model(member.value, version, out),
            "data_channel_uri" => removed_property::found(member, out),
            _ => unknown_property::found(member, None, out),
        }
    }
}

fn data_api_version<'t>(value: Node<'t>, version: Version, out: &mut Findings<'t>) {
    let allowed = facts::versions().get(version).map(|facts| facts.data_api.as_slice()).unwrap_or_default();
    if !value.as_str().is_some_and(|text| allowed.iter().any(|a| *a == text)) {
        let first: Vec<&str> = allowed.iter().take(1).map(String::as_str).collect();
        wrong_constant::found(value, "data_api_version", &first, out);
    }
}

fn routing_model<'t>(value: Node<'t>, version: Version, out: &mut Findings<'t>) {
    if value.kind() != Kind::Object {
        wrong_type::found(value, "routing_model", &[JsonType::Object], out);
        return;
    }
    for member in value.members() {
        if out.is_full() {
            return;
        }
        if !invalid_screen_id::is_valid(&member.key(), version) {
            invalid_screen_id::route(member, out);
        }
        if member.value.kind() != Kind::Array {
            wrong_type::found(member.value, &member.key(), &[JsonType::Array], out);
            continue;
        }
        for (index, target) in member.value.items().enumerate() {
            if out.is_full() {
                return;
            }
            if target.kind() != Kind::String {
                wrong_type::found(target, &index.to_string(), &[JsonType::String], out);
            }
        }
    }
}

/// Phase 3 for one screen.
pub(super) fn screen<'t>(screen: &Screen<'t>, version: Version, out: &mut Findings<'t>) {
    let node = screen.node;
    if node.kind() != Kind::Object {
        wrong_type::found(node, &screen.index.to_string(), &[JsonType::Object], out);
        return;
    }
    let layout_required = version >= Version::new(6, 0);
    for required in ["id", "title", "layout"] {
        if (required != "layout" || layout_required) && node.get(required).is_none() {
            missing_property::found(node, required, None, out);
        }
    }
    for member in node.members() {
        if out.is_full() {
            return;
        }
        let value = member.value;
        match member.key().as_ref() {
            "id" => screen_id(value, version, out),
            "title" => match value.as_str() {
                Some(title) if property::is_blank(&title) => blank_text::found(value, "title", out),
                Some(_) => {}
                None => wrong_type::found(value, "title", &[JsonType::String], out),
            },
            "layout" => layout(value, version, out),
            "data" => data(value, out),
            key @ ("terminal" | "refresh_on_back" | "success") => {
                if value.kind() != Kind::Boolean {
                    wrong_type::found(value, key, &[JsonType::Boolean], out);
                } else if key == "success" && !screen.terminal {
                    misplaced_success::found(value, out);
                }
            }
            "sensitive" => sensitive(value, out),
            _ => unknown_property::found(member, None, out),
        }
    }
}

fn screen_id<'t>(value: Node<'t>, version: Version, out: &mut Findings<'t>) {
    let Some(id) = value.as_str() else {
        wrong_type::found(value, "id", &[JsonType::String], out);
        return;
    };
    if id.is_empty() {
        super::rules::empty_text::found(value, "id", 1, out);
    }
    if !invalid_screen_id::is_valid(&id, version) {
        invalid_screen_id::found(value, out);
    }
}

fn layout<'t>(value: Node<'t>, version: Version, out: &mut Findings<'t>) {
    if value.kind() != Kind::Object {
        wrong_type::found(value, "layout", &[JsonType::Object], out);
        return;
    }
    for required in ["type", "children"] {
        if value.get(required).is_none() {
            missing_property::found(value, required, None, out);
        }
    }
    for member in value.members() {
        if out.is_full() {
            return;
        }
        match member.key().as_ref() {
            "type" => {
                if !member.value.is_str(Holder::Layout.name()) {
                    wrong_constant::found(member.value, "type", &[], out);
                }
            }
            "children" => component::list(member.value, "children", Holder::Layout, false, version, out),
            _ => unknown_property::found(member, None, out),
        }
    }
}

fn data<'t>(value: Node<'t>, out: &mut Findings<'t>) {
    if value.kind() != Kind::Object {
        wrong_type::found(value, "data", &[JsonType::Object], out);
        return;
    }
    for member in value.members().filter(|member| !is_required_list(member)) {
        if out.is_full() {
            return;
        }
        if member.value.kind() != Kind::Object {
            wrong_type::found(member.value, &member.key(), &[JsonType::Object], out);
            continue;
        }
        for required in ["type", "__example__"] {
            if member.value.get(required).is_none() {
                missing_property::found(member.value, required, None, out);
            }
        }
    }
}

fn sensitive<'t>(value: Node<'t>, out: &mut Findings<'t>) {
    if value.kind() != Kind::Array {
        wrong_type::found(value, "sensitive", &[JsonType::Array], out);
        return;
    }
    if value.items().next().is_none() {
        list_too_short::found(value, "sensitive", 1, out);
    }
    for (index, item) in value.items().enumerate() {
        if out.is_full() {
            return;
        }
        if item.kind() != Kind::String {
            wrong_type::found(item, &index.to_string(), &[JsonType::String], out);
        }
    }
}
