//! Which path means what.

use axum::http::Method;
use axum::response::Response;
use cloud::models::{Cursors, Page, Paging};
use serde_json::{Map, Value, json};

use super::asked::Asked;
use super::fields::{self, Field};
use super::{Server, digest, respond};
use crate::account::{Account, Change, NewFlow, StoredFlow};
use crate::fault::Planned;
use crate::refusal::{Refusal, Trouble};
use crate::validate::validate;

/// Items on a page of a list when the request does not say.
const PAGE: usize = 25;
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

/// The account's own controls, which Meta does not have.
pub(crate) fn control(server: &Server, asked: &Asked) -> Option<Response> {
    let segments: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    if segments != ["practice", "faults"] {
        return None;
    }
    Some(match asked.method {
        Method::POST => match serde_json::from_value::<Planned>(asked.json()) {
            Ok(planned) => {
                server.faults.plan(planned);
                respond::json(200, &json!({"success": true}))
            }
            Err(error) => respond::refused(&Refusal::of(Trouble::Parameter, error.to_string())),
        },
        Method::DELETE => {
            server.faults.clear();
            respond::json(200, &json!({"success": true}))
        }
        _ => respond::json(200, &json!({"seen": server.faults.seen()})),
    })
}

/// Does what the Graph API would do.
pub(crate) fn act(server: &Server, asked: &Asked) -> Result<Value, Refusal> {
    let segments: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let is_waba = |id: &str| {
        server.kept.read(|account| account.waba.id.as_str() == id).map_err(|_| Refusal::internal())
    };
    let now = jiff::Timestamp::now().as_second();
    match (asked.method.as_str(), segments.as_slice()) {
        ("GET", ["debug_token"]) => debug_token(server, asked),
        ("GET", ["me"]) => Ok(json!({"id": "400000000000001", "name": "Practice"})),
        ("GET", [waba, "phone_numbers"]) if is_waba(waba)? => {
            read(server, |account| page(server, asked, &[to_value(&account.phone_number)]))
        }
        ("GET", [waba, "flows"]) if is_waba(waba)? => read(server, |account| {
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
            change(server, |account| {
                let flow = account.create(new, now, validate)?;
                Ok(json!({"id": flow.id, "success": true, "validation_errors": flow.validation_errors}))
            })
        }
        ("GET", [flow, "assets"]) => read(server, |account| {
            let flow = account.flow(flow)?;
            let link = format!("{}/files/{}/{}", server.base_url(), flow.id, link_key(server, "files", flow));
            let asset = json!({"name": "flow.json", "asset_type": "FLOW_JSON", "download_url": link});
            page(server, asked, if flow.text.is_some() { std::slice::from_ref(&asset) } else { &[] })
        }),
        ("POST", [flow, "assets"]) => {
            let text = uploaded(asked)?;
            change(server, |account| {
                let errors = account.upload(flow, text, now, server.rules, validate)?;
                Ok(json!({"success": true, "validation_errors": errors}))
            })
        }
        ("POST", [flow, "publish"]) => change(server, |account| account.publish(flow, now).map(|()| done())),
        ("POST", [flow, "deprecate"]) => {
            change(server, |account| account.deprecate(flow, now).map(|()| done()))
        }
        ("DELETE", [flow]) => change(server, |account| account.delete(flow).map(|()| done())),
        ("POST", [flow]) => {
            let new = Change {
                name: asked.text("name"),
                categories: asked.list("categories"),
                endpoint_uri: asked.text("endpoint_uri"),
            };
            change(server, |account| account.change(flow, new, now, server.rules).map(|()| done()))
        }
        ("GET", [id]) => read(server, |account| object(server, account, id, asked)),
        _ => Err(Refusal::of(Trouble::Parameter, "The practice account does not know this call.")),
    }
}

fn done() -> Value {
    json!({"success": true})
}

fn to_value(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn read(server: &Server, look: impl FnOnce(&Account) -> Result<Value, Refusal>) -> Result<Value, Refusal> {
    server.kept.read(look).map_err(|_| Refusal::internal())?
}

fn change(
    server: &Server,
    act: impl FnOnce(&mut Account) -> Result<Value, Refusal>,
) -> Result<Value, Refusal> {
    server.kept.change(act).map_err(|error| {
        tracing::error!(target: "practice", %error, "the state was not kept");
        Refusal::internal()
    })?
}

fn debug_token(server: &Server, asked: &Asked) -> Result<Value, Refusal> {
    let valid = asked.text("input_token").is_some_and(|token| server.knows(&token));
    if !valid {
        return Ok(
            json!({"data": {"is_valid": false, "scopes": [], "error": {"code": 190, "message": "Invalid token"}}}),
        );
    }
    read(server, |account| {
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
    String::from_utf8(file).or_else(|_| wrong("file is not UTF-8 text."))
}

fn wanted(asked: &Asked, default: &str) -> Vec<Field> {
    fields::parse(&asked.text("fields").unwrap_or_else(|| default.to_owned()))
}

/// A single object by its id: a Flow, the account or its phone number.
fn object(server: &Server, account: &Account, id: &str, asked: &Asked) -> Result<Value, Refusal> {
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

/// One page of a list. Cursors are places in the list.
fn page(server: &Server, asked: &Asked, all: &[Value]) -> Result<Value, Refusal> {
    let number = |name: &str| match asked.text(name) {
        Some(text) => text
            .parse::<usize>()
            .map(Some)
            .map_err(|_| Refusal::of(Trouble::Parameter, format!("{name} is not valid."))),
        None => Ok(None),
    };
    let limit = number("limit")?.unwrap_or(PAGE).clamp(1, 1000);
    let start = match (number("after")?, number("before")?) {
        (Some(after), _) => after,
        (None, Some(before)) => before.saturating_sub(limit),
        (None, None) => 0,
    };
    let data: Vec<Value> = all.iter().skip(start).take(limit).cloned().collect();
    let end = start + data.len();
    // A link repeats what was asked, the place apart.
    let link = |name: &str, cursor: usize| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("limit", &limit.to_string()).append_pair(name, &cursor.to_string());
        for kept in
            asked.parameters.keys().filter(|key| !["limit", "after", "before"].contains(&key.as_str()))
        {
            query.append_pair(kept, &asked.text(kept).unwrap_or_default());
        }
        format!("{}{}/{}?{}", server.base_url(), asked.version, asked.path.join("/"), query.finish())
    };
    let paging = (!data.is_empty()).then(|| Paging {
        cursors: Some(Cursors { before: Some(start.to_string()), after: Some(end.to_string()) }),
        next: (end < all.len()).then(|| link("after", end)),
        previous: (start > 0).then(|| link("before", start)),
    });
    Ok(to_value(&Page { data, paging }))
}
