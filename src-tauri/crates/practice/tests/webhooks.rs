//! What Meta would post: whatever happens to people, messages and templates, it is told as the reference tells it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

mod rig;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cloud::models::webhook::{ChangeValue, StatusKind, TemplateEvent, Webhook};
use rig::{Rig, accepted, order, text, values};
use serde_json::{Value, json};

const HOUR: i64 = 3600;

/// Everything told so far.
async fn told(rig: &Rig) -> Vec<Value> {
    let (_, answer) = rig.control("GET", "webhooks?limit=1000", Value::Null).await;
    answer["data"].as_array().unwrap().iter().map(|one| one["payload"].clone()).collect()
}

/// Writes as a person can: everything a phone may send.
async fn write_everything(rig: &Rig, sent: &str) {
    let media = json!({"id": "1", "mime_type": "image/jpeg", "sha256": "a", "url": "https://a.example"});
    let messages = [
        json!({"type": "text", "text": {"body": "Hi"}}),
        json!({"type": "image", "image": media}),
        json!({"type": "video", "video": media}),
        json!({"type": "audio", "audio": media}),
        json!({"type": "document", "document": media}),
        json!({"type": "sticker", "sticker": media}),
        json!({"type": "location", "location": {"latitude": 1.5, "longitude": 2}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Bo"}}]}),
        json!({"type": "button", "button": {"payload": "STOP", "text": "Stop"}}),
        json!({"type": "interactive", "interactive":
            {"type": "button_reply", "button_reply": {"id": "b", "title": "Yes"}}}),
        json!({"type": "interactive", "interactive":
            {"type": "list_reply", "list_reply": {"id": "r", "title": "9:00", "description": "Early"}}}),
        json!({"type": "interactive", "interactive":
            {"type": "nfm_reply", "nfm_reply": {"name": "flow", "body": "Sent", "response_json": "{}"}}}),
        json!({"type": "interactive", "interactive":
            {"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}}}),
        json!({"type": "reaction", "reaction": {"message_id": sent, "emoji": "👍"}}),
        json!({"type": "order", "order": {"catalog_id": "1", "product_items":
            [{"product_retailer_id": "a", "quantity": 1, "item_price": 9.5, "currency": "EUR"}]}}),
        json!({"type": "edit", "edit": {"original_message_id": "wamid.A", "message":
            {"type": "text", "text": {"body": "Hello"}}}}),
        json!({"type": "system", "system": {"type": "user_changed_number", "wa_id": "15550100", "body": "Moved"}}),
        json!({"type": "revoke", "revoke": {"original_message_id": "wamid.A"}}),
        json!({"type": "unsupported", "unsupported": {"type": "poll"}, "errors": [{"code": 131_051}]}),
    ];
    for message in messages {
        rig.ana(json!({"do": "write", "message": message, "context": sent})).await;
    }
}

/// Everything that can happen, once.
async fn everything() -> Rig {
    let rig = rig::instant().await;
    // Templates: reviewed well and badly, taken for another category, scored, paused, disabled, filed anew, deleted.
    let ids =
        [rig.created(&order("a")).await, rig.created(&order("b")).await, rig.created(&order("c")).await];
    let mut twin = order("d");
    twin["components"] = order("a")["components"].clone();
    rig.created(&twin).await;
    rig.act(&ids[0], json!({"do": "quality", "score": "YELLOW"})).await;
    rig.act(&ids[1], json!({"do": "quality", "score": "RED"})).await;
    rig.goes_on(4 * HOUR).await;
    rig.act(&ids[1], json!({"do": "pause"})).await;
    rig.act(&ids[1], json!({"do": "unpause"})).await;
    rig.act(&ids[1], json!({"do": "pause"})).await;
    rig.act(&ids[2], json!({"do": "recategorize", "category": "MARKETING"})).await;
    rig.goes_on(48 * HOUR).await;
    accepted(rig.graph.delete_template_language(&rig.waba, &ids[2], "c").await);

    // Messages: in the window of an ad, in a window, outside of one; taken, read and failed.
    rig.ana(json!({"do": "write", "text": "Hi", "from_ad": true})).await;
    let sent =
        rig.sent(json!({"type": "text", "text": {"body": "Hi"}, "biz_opaque_callback_data": "mark"})).await;
    write_everything(&rig, &sent).await;
    accepted(rig.send(json!({"type": "reaction", "reaction": {"message_id": sent, "emoji": "👍"}})).await);
    rig.goes_on(100 * HOUR).await;
    accepted(rig.send_template("a", values()).await);
    rig.writes().await;
    accepted(rig.send(text("Hi")).await);
    rig.ana(json!({"do": "leave"})).await;
    accepted(rig.send(text("Hi")).await);
    rig.ana(json!({"do": "return"})).await;
    rig.ana(json!({"do": "stop_marketing"})).await;
    rig.ana(json!({"do": "resume_marketing"})).await;
    rig
}

#[tokio::test]
async fn everything_that_happens_is_told_as_the_model_has_it() {
    let rig = everything().await;
    let (mut statuses, mut events, mut types) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut prices = BTreeSet::new();
    for payload in told(&rig).await {
        let webhook = Webhook::parse(&payload.to_string()).unwrap();
        assert_eq!(serde_json::to_value(&webhook).unwrap(), payload);
        assert_eq!(webhook.unknown(), Vec::<String>::new(), "{payload}");
        match webhook.changes().next().unwrap().value.as_ref().unwrap() {
            ChangeValue::Messaging(told) => {
                let all = told.statuses.iter().flatten().filter_map(|status| status.status.as_ref());
                statuses.extend(all.map(|status| status.name().to_owned()));
                let all =
                    told.statuses.iter().flatten().filter_map(|status| status.pricing.as_ref()?.kind.clone());
                prices.extend(all);
                let all = told.messages.iter().flatten().filter_map(|message| message.kind.as_ref());
                types.extend(all.map(|kind| kind.name().to_owned()));
            }
            ChangeValue::Template(update) => {
                events.extend(update.event.as_ref().map(|event| event.name().to_owned()));
            }
            other => panic!("{other:?}"),
        }
    }
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let expected = [StatusKind::Sent, StatusKind::Delivered, StatusKind::Read, StatusKind::Failed];
    assert_eq!(statuses, named(&expected.each_ref().map(StatusKind::name)));
    let expected = [
        TemplateEvent::Approved,
        TemplateEvent::Rejected,
        TemplateEvent::Paused,
        TemplateEvent::Disabled,
        TemplateEvent::Deleted,
    ];
    assert_eq!(events, named(&expected.each_ref().map(TemplateEvent::name)));
    assert_eq!(prices, named(&["free_customer_service", "free_entry_point", "regular"]));
    assert_eq!(types.len(), 16, "{types:?}");
}

/// What kind of value stands where, with the places of lists left out.
fn shapes(value: &Value, at: &str, found: &mut BTreeSet<(String, &'static str)>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| shapes(member, &format!("{at}.{key}"), found));
        }
        Value::Array(items) => items.iter().for_each(|item| shapes(item, at, found)),
        Value::String(_) => drop(found.insert((at.to_owned(), "text"))),
        Value::Number(_) => drop(found.insert((at.to_owned(), "number"))),
        Value::Bool(_) => drop(found.insert((at.to_owned(), "yes or no"))),
        Value::Null => drop(found.insert((at.to_owned(), "null"))),
    }
}

/// Shapes by the field they are told under.
fn by_field(payloads: &[Value]) -> BTreeMap<String, BTreeSet<(String, &'static str)>> {
    let mut all = BTreeMap::<_, BTreeSet<_>>::new();
    for payload in payloads {
        let field = payload["entry"][0]["changes"][0]["field"].as_str().unwrap().to_owned();
        shapes(payload, "", all.entry(field).or_default());
    }
    all
}

#[tokio::test]
async fn nothing_is_told_that_the_reference_does_not_have() {
    let rig = everything().await;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/reference/cloud-api.json");
    let reference: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let samples = reference["webhooks"]["samples"].as_object().unwrap().values().cloned().collect::<Vec<_>>();
    let known = by_field(&samples);
    // What people write is the test's own.
    let mut told = told(&rig).await;
    told.retain(|payload| {
        let message = &payload["entry"][0]["changes"][0]["value"]["messages"][0];
        message.is_null() || message["type"] == "text"
    });
    let told = by_field(&told);
    let fields = [
        "message_template_quality_update",
        "message_template_status_update",
        "messages",
        "template_category_update",
        "user_preferences",
    ];
    assert_eq!(told.keys().collect::<Vec<_>>(), fields);
    let filed = &told["template_category_update"];
    for member in ["previous_category", "correct_category", "category_update_timestamp"] {
        let at = format!(".entry.changes.value.{member}");
        assert!(filed.iter().any(|(place, _)| *place == at), "{member}");
    }
    for (field, shapes) in told {
        let odd: Vec<_> = shapes.difference(&known[&field]).collect();
        assert!(odd.is_empty(), "{field}: {odd:?}");
    }
}
