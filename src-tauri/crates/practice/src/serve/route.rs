//! Which path means what.

use axum::http::Method;
use axum::response::Response;
use serde_json::{Map, Value, json};

use super::asked::Asked;
use super::fields::{self, Field};
use super::list::page;
use super::{Server, digest, media, qr_codes, respond, templates};
use crate::account::{Account, Change, NewFlow, StoredFlow};
use crate::refusal::{Refusal, Trouble};
use crate::validate::validate;

/// Days a preview link lasts. Source: Flows API, preview.
const PREVIEW_DAYS: i64 = 30;

/// What can be had with the link alone: a Flow's file and its preview.
pub(crate) fn open(server: &Server, asked: &Asked) -> Option<Response> {
    let segments: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let (kind, id, key) = match segments.as_slice() {
        [kind @ ("files" | "preview"), id, key] => (*kind, *id, *key),
        _ => return None,
    };
    let flow = server.kept.read(|account| account.flow(id).ok().cloned()).ok().flatten();
    Some(match flow {
        Some(flow) if asked.method == Method::GET && key == link_key(server, kind, &flow) => {
            match (kind, flow.text) {
                ("files", Some(text)) => respond::file(text),
                ("files", None) => respond::not_found(),
                _ => respond::text(format!(
                    "{}\n\nOpen this Flow in Waymark to see it on the phone.",
                    flow.name
                )),
            }
        }
        _ => respond::not_found(),
    })
}

/// Links carry a key nobody can guess, as Meta's do.
fn link_key(server: &Server, kind: &str, flow: &StoredFlow) -> String {
    let known = [server.token.as_slice(), kind.as_bytes(), flow.id.as_str().as_bytes()].concat();
    digest(&known)
        .first_chunk()
        .map_or_else(String::new, |half| format!("{:032x}", u128::from_be_bytes(*half)))
}

/// Does what the Graph API would do.
pub(crate) fn act(server: &Server, asked: &Asked) -> Result<Value, Refusal> {
    let segments: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let is_waba = |id: &str| {
        server.kept.read(|account| account.waba.id.as_str() == id).map_err(|_| Refusal::internal())
    };
    let has_template =
        |id: &str| server.kept.read(|account| account.has_template(id)).map_err(|_| Refusal::internal());
    let is_media = |id: &str| {
        server.kept.read(|account| account.media.iter().any(|media| media.id.as_str() == id)).unwrap_or(false)
    };
    match (asked.method.as_str(), segments.as_slice()) {
        ("GET", ["debug_token"]) => debug_token(server, asked),
        ("GET", ["me"]) => Ok(json!({"id": "400000000000001", "name": "Practice"})),
        ("GET", [waba, "phone_numbers"]) if is_waba(waba)? => {
            server.read(|account, _| page(server, asked, &[to_value(&account.phone_number)]))
        }
        ("GET", [waba, "flows"]) if is_waba(waba)? => server.read(|account, _| {
            let wanted = wanted(asked, "id,name,status,categories,validation_errors");
            let flows: Vec<Value> =
                account.flows.iter().map(|flow| describe(server, account, flow, &wanted)).collect();
            page(server, asked, &flows)
        }),
        ("POST", [waba, "flows"]) if is_waba(waba)? => {
            let new = NewFlow {
                name: asked.text("name"),
                categories: asked.list("categories"),
                text: asked.text("flow_json"),
                publish: asked.text("publish").as_deref() == Some("true"),
                clone_of: asked.text("clone_flow_id"),
                endpoint_uri: asked.text("endpoint_uri"),
            };
            server.change(|account, now| {
                let flow = account.create(new, now, validate)?;
                Ok(json!({"id": flow.id, "success": true, "validation_errors": flow.validation_errors}))
            })
        }
        ("POST", [number, "messages"]) => {
            let text = asked.payload();
            server.change(|account, now| {
                account.is_own_number(number)?;
                account.send(&text, now)
            })
        }
        ("GET", [number, "message_history"]) => server.read(|account, _| {
            account.is_own_number(number)?;
            let history = account.history(asked.text("message_id").as_deref());
            page(server, asked, &history.iter().map(to_value).collect::<Vec<_>>())
        }),
        (_, [number, "message_qrdls"]) => qr_codes::of_number(server, asked, number),
        (_, [number, "message_qrdls", code]) => qr_codes::one(server, asked, number, code),
        ("POST", [number, "media"]) => media::upload(server, asked, number),
        ("POST", [app, "uploads"]) => media::begin_upload(server, asked, app),
        ("POST", [upload]) if upload.starts_with("upload:") => media::end_upload(server, asked, upload),
        (_, [waba, "message_templates"]) if is_waba(waba)? => templates::of_account(server, asked),
        ("GET", ["message_template_library"]) => templates::library(server, asked),
        ("GET", [id, "compare"]) => templates::compare(server, asked, id),
        ("POST", [id, "unpause"]) => {
            server.change(|account, now| account.unpause_template(id, now).map(|()| done()))
        }
        ("POST", [id]) if has_template(id)? => {
            server.change(|account, now| {
                account.edit_template(id, &asked.payload(), now)?;
                let template = account.template(id)?;
                Ok(json!({"success": true, "id": template.id, "name": template.name, "category": template.category}))
            })
        }
        ("DELETE", [id]) if is_media(id) => media::delete(server, id),
        ("GET", [flow, "assets"]) => server.read(|account, _| {
            let flow = account.flow(flow)?;
            let link = format!("{}/files/{}/{}", server.base_url(), flow.id, link_key(server, "files", flow));
            let asset = json!({"name": "flow.json", "asset_type": "FLOW_JSON", "download_url": link});
            page(server, asked, if flow.text.is_some() { std::slice::from_ref(&asset) } else { &[] })
        }),
        ("POST", [flow, "assets"]) => {
            let text = uploaded(asked)?;
            server.change(|account, now| {
                let errors = account.upload(flow, text, now, server.rules, validate)?;
                Ok(json!({"success": true, "validation_errors": errors}))
            })
        }
        ("POST", [flow, "publish"]) => {
            server.change(|account, now| account.publish(flow, now).map(|()| done()))
        }
        ("POST", [flow, "deprecate"]) => {
            server.change(|account, now| account.deprecate(flow, now).map(|()| done()))
        }
        ("DELETE", [flow]) => server.change(|account, _| account.delete(flow).map(|()| done())),
        ("POST", [flow]) => {
            let new = Change {
                name: asked.text("name"),
                categories: asked.list("categories"),
                endpoint_uri: asked.text("endpoint_uri"),
            };
            server.change(|account, now| account.change(flow, new, now, server.rules).map(|()| done()))
        }
        ("GET", [id]) => server.read(|account, now| object(server, account, id, asked, now)),
        _ => Err(Refusal::of(Trouble::Parameter, "The practice account does not know this call.")),
    }
}

pub(super) fn done() -> Value {
    json!({"success": true})
}

pub(super) fn to_value(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn debug_token(server: &Server, asked: &Asked) -> Result<Value, Refusal> {
    let valid = asked.text("input_token").is_some_and(|token| server.knows(&token));
    if !valid {
        return Ok(
            json!({"data": {"is_valid": false, "scopes": [], "error": {"code": 190, "message": "Invalid token"}}}),
        );
    }
    server.read(|account, _| {
        let scopes = ["whatsapp_business_management", "whatsapp_business_messaging"];
        let granular: Vec<Value> =
            scopes.iter().map(|scope| json!({"scope": scope, "target_ids": [account.waba.id]})).collect();
        Ok(
            json!({"data": {"app_id": "500000000000001", "application": "Waymark practice", "type": "SYSTEM_USER",
            "is_valid": true, "expires_at": 0, "scopes": scopes, "granular_scopes": granular}}),
        )
    })
}

fn uploaded(asked: &Asked) -> Result<String, Refusal> {
    let wrong = |what: &str| Err(Refusal::of(Trouble::Parameter, what));
    if asked.text("asset_type").as_deref() != Some("FLOW_JSON") {
        return wrong("asset_type must be FLOW_JSON.");
    }
    if asked.text("name").as_deref() != Some("flow.json") {
        return wrong("name must be flow.json.");
    }
    let Some(file) = asked.file.clone() else { return wrong("file is missing.") };
    String::from_utf8(file.bytes).or_else(|_| wrong("file is not UTF-8 text."))
}

pub(super) fn wanted(asked: &Asked, default: &str) -> Vec<Field> {
    fields::parse(&asked.text("fields").unwrap_or_else(|| default.to_owned()))
}

/// A single object by its id: a Flow, a template, a file, the account or its phone number.
fn object(server: &Server, account: &Account, id: &str, asked: &Asked, now: i64) -> Result<Value, Refusal> {
    if let Ok(template) = account.template(id) {
        return Ok(templates::describe(template, &wanted(asked, templates::FIELDS)));
    }
    if let Ok(file) = account.media(id, now) {
        return Ok(media::describe(server, file, now));
    }
    let plain = if id == account.waba.id.as_str() {
        to_value(&account.waba)
    } else if id == account.phone_number.id.as_str() {
        to_value(&account.phone_number)
    } else {
        let wanted = wanted(asked, "id,name,status,categories,validation_errors");
        return Ok(describe(server, account, account.flow(id)?, &wanted));
    };
    let Some(fields) = asked.text("fields") else { return Ok(plain) };
    let wanted = fields::parse(&fields);
    let Value::Object(all) = plain else { return Ok(plain) };
    Ok(Value::Object(
        all.into_iter()
            .filter(|(name, _)| name == "id" || wanted.iter().any(|field| field.name == *name))
            .collect(),
    ))
}

/// A Flow with the fields that are asked for; those it does not have are left out.
fn describe(server: &Server, account: &Account, flow: &StoredFlow, wanted: &[Field]) -> Value {
    let mut out = Map::new();
    for field in wanted {
        let value = match field.name.as_str() {
            "name" => Some(json!(flow.name)),
            "status" => Some(json!(flow.status)),
            "categories" => Some(json!(flow.categories)),
            "validation_errors" => Some(json!(flow.validation_errors)),
            "json_version" => flow.json_version().map(Value::from),
            "data_api_version" => flow.data_api_version().map(Value::from),
            "endpoint_uri" => flow.endpoint_uri.clone().map(Value::from),
            "preview" => Some(json!({
                "preview_url": format!("{}/preview/{}/{}", server.base_url(), flow.id, link_key(server, "preview", flow)),
                "expires_at": time(jiff::Timestamp::now() + jiff::SignedDuration::from_hours(24 * PREVIEW_DAYS)),
            })),
            "updated_at" => jiff::Timestamp::from_second(flow.updated_at).ok().map(time).map(Value::from),
            "whatsapp_business_account" => Some(to_value(&account.waba)),
            "application" => {
                Some(json!({"id": "500000000000001", "name": "Waymark practice", "link": server.base_url()}))
            }
            "health_status" => Some(json!({"can_send_message": "AVAILABLE", "entities": [
                {"entity_type": "FLOW", "id": flow.id, "can_send_message": "AVAILABLE"},
                {"entity_type": "WABA", "id": account.waba.id, "can_send_message": "AVAILABLE"},
            ]})),
            _ => None,
        };
        if let Some(value) = value {
            out.insert(field.name.clone(), value);
        }
    }
    out.insert("id".to_owned(), json!(flow.id));
    Value::Object(out)
}

/// As the Graph API writes a time.
fn time(then: jiff::Timestamp) -> String {
    then.strftime("%Y-%m-%dT%H:%M:%S+0000").to_string()
}
