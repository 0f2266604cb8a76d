//! What Meta posts: real webhooks and those of the reference are read and written back equal, whatever else is in them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use cloud::facts::graph_api;
use cloud::models::webhook::{
    ChangeValue, Content, Digits, InteractiveKind, Message, NotAWebhook, Signature, StatusKind,
    TemplateEvent, Webhook, verify,
};
use cloud::models::{RejectedReason, TemplateCategory};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared").join(path)
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn reference() -> Value {
    read(&shared("reference/cloud-api.json"))["webhooks"].clone()
}

/// Webhooks of the reference, by name.
fn samples() -> Map<String, Value> {
    reference()["samples"].as_object().unwrap().clone()
}

fn parsed(value: &Value) -> Webhook {
    Webhook::parse(&value.to_string()).unwrap_or_else(|error| panic!("{error}\n{value}"))
}

/// One change under an account.
fn hook(field: &str, value: &Value) -> Value {
    json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [{"field": field, "value": value}]}]})
}

/// The one message of a webhook.
fn message(content: &Value) -> Message {
    let value = hook("messages", &json!({"messages": [content]}));
    let webhook = parsed(&value);
    assert_eq!(serde_json::to_value(&webhook).unwrap(), value);
    let Some(ChangeValue::Messaging(told)) = &webhook.entry[0].changes.as_ref().unwrap()[0].value else {
        panic!("{webhook:?}")
    };
    told.messages.as_ref().unwrap()[0].clone()
}

/// What the model does not name in real webhooks, and why. None is refused.
const UNKNOWN: [(&str, &str, &str); 5] = [
    (
        "W023.json",
        "/entry/0/changes/0/value/messages/0/reaction/messsage_id",
        "three letters s; W006 has the right name",
    ),
    (
        "W026.json",
        "/entry/0/changes/0/value/statuses/0/status",
        "a placeholder: '<captured | failed | pending>'",
    ),
    (
        "W027.json",
        "/entry/0/changes/0/value/messages/0/order/product_items/0/quantity",
        "words in place of a number; W001 has one",
    ),
    ("W027.json", "/entry/0/changes/0/value/messages/0/order/product_items/0/item_price", "the same"),
    (
        "W098.json",
        "/all",
        "the test it is from keeps two webhooks in one file; what it calls \"all\" is the other",
    ),
];

#[test]
fn real_webhooks_are_read_and_written_back_equal() {
    let folder = shared("conformance/payloads/webhooks");
    let index = read(&folder.join("index.json"));
    let (mut unknown, mut refused) = (Vec::new(), Vec::new());
    let files: Vec<&str> =
        index.as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap()).collect();
    assert_eq!(files.len(), 104);
    for file in &files {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        match Webhook::parse(&text) {
            Ok(webhook) => {
                let value: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(serde_json::to_value(&webhook).unwrap(), value, "{file}");
                unknown.extend(webhook.unknown().into_iter().map(|pointer| ((*file).to_owned(), pointer)));
            }
            Err(error) => refused.push(format!("{file}: {error}")),
        }
    }
    println!(
        "{} of {} read, {} places unknown: {unknown:?}",
        files.len() - refused.len(),
        files.len(),
        unknown.len()
    );
    assert_eq!(refused, Vec::<String>::new());
    let pinned: Vec<(String, String)> =
        UNKNOWN.iter().map(|(file, at, _)| ((*file).to_owned(), (*at).to_owned())).collect();
    assert_eq!(unknown, pinned);
}

#[test]
fn the_reference_is_known_whole() {
    for (name, sample) in samples() {
        let webhook = parsed(&sample);
        assert_eq!(serde_json::to_value(&webhook).unwrap(), sample, "{name}");
        assert_eq!(webhook.unknown(), Vec::<String>::new(), "{name}");
    }
}

/// Fields that the reference names without saying what is in them; their values are kept as they are.
const UNDESCRIBED: [&str; 7] = [
    "account_settings_update",
    "automatic_events",
    "tracking_events",
    "payment_configuration_update",
    "messaging_handovers",
    "consumer_profile",
    "business_username_updates",
];

#[test]
fn every_field_of_the_reference_is_described_or_kept() {
    let reference = reference();
    let fields = reference["fields"].as_array().unwrap().iter().map(|field| field.as_str().unwrap());
    let undescribed: Vec<&str> = fields
        .filter(|field| {
            let value = hook(field, &json!({"new": [1, null]}));
            let webhook = parsed(&value);
            assert_eq!(serde_json::to_value(&webhook).unwrap(), value, "{field}");
            webhook.unknown() == ["/entry/0/changes/0/value"]
        })
        .collect();
    assert_eq!(undescribed, UNDESCRIBED);
}

#[test]
fn every_type_of_the_reference_has_its_content() {
    let reference = reference();
    let types = reference["inbound_types"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    for name in types.filter(|name| *name != "errors") {
        let (kind, among) = name.split_once('(').unwrap_or((name, ""));
        let empty = if kind == "contacts" { json!([]) } else { json!({}) };
        let found = message(&json!({"type": kind, kind: empty, "id": "wamid.A"}));
        assert_ne!(found.content(), Content::Unknown, "{name}");
        // Without the member there is nothing.
        let found = message(&json!({"type": kind}));
        assert_eq!(found.content() == Content::Unknown, kind != "unsupported", "{name}");
        for among in
            among.trim_end_matches(')').split('|').filter(|_| matches!(kind, "interactive" | "system"))
        {
            let value = hook("messages", &json!({"messages": [{"type": kind, kind: {"type": among}}]}));
            assert_eq!(parsed(&value).unknown(), Vec::<String>::new(), "{among}");
        }
    }
    assert_eq!(message(&json!({"type": "poll", "poll": {"question": "?"}})).content(), Content::Unknown);
    assert_eq!(message(&json!({"text": {"body": "?"}})).content(), Content::Unknown);
}

#[test]
fn statuses_and_events_of_the_reference_are_known() {
    for status in reference()["statuses"]["values"].as_array().unwrap() {
        let kind = StatusKind::from(status.as_str().unwrap().to_owned());
        assert!(!matches!(kind, StatusKind::Other(_)), "{status}");
    }
    let templates = read(&shared("reference/cloud-api.json"))["templates"].clone();
    for event in templates["webhook_events"]["value"].as_array().unwrap() {
        let event = TemplateEvent::from(event.as_str().unwrap().to_owned());
        assert!(!matches!(event, TemplateEvent::Other(_)), "{event:?}");
    }
}

#[test]
fn what_is_told_can_be_got_at() {
    let samples = samples();
    let first = |name: &str| {
        let webhook = parsed(&samples[name]);
        webhook.changes().next().unwrap().value.clone().unwrap()
    };
    let ChangeValue::Messaging(told) = first("flow_reply") else { panic!() };
    let message = &told.messages.as_ref().unwrap()[0];
    assert_eq!(message.timestamp.as_ref().and_then(Digits::number), Some(1_795_000_000));
    let Content::Interactive(reply) = message.content() else { panic!("{message:?}") };
    assert_eq!(reply.kind, Some(InteractiveKind::NfmReply));
    let json = reply.nfm_reply.as_ref().unwrap().response_json.as_deref().unwrap();
    assert_eq!(json, r#"{"flow_token":"tok","field":"value"}"#);

    let ChangeValue::Messaging(told) = first("status_failed") else { panic!() };
    let status = &told.statuses.as_ref().unwrap()[0];
    assert_eq!(status.status, Some(StatusKind::Failed));
    assert_eq!(status.errors.as_ref().unwrap()[0].code, Some(131_049));

    let ChangeValue::Template(update) = first("template_rejected") else { panic!() };
    assert_eq!(update.event, Some(TemplateEvent::Rejected));
    assert_eq!(update.reason, Some(RejectedReason::InvalidFormat));
    let ChangeValue::Template(update) = first("template_category_impending") else { panic!() };
    assert_eq!(update.correct_category, Some(TemplateCategory::Marketing));
    assert_eq!(update.id, Some(Digits::Number(1)));
}

#[test]
fn what_is_no_webhook_is_said_clearly() {
    let said = |text: &str| Webhook::parse(text).unwrap_err().to_string();
    assert_eq!(said(""), "This cannot be read as JSON: line 1, column 0.");
    assert_eq!(said("{\n\"a\": }"), "This cannot be read as JSON: line 2, column 6.");
    assert_eq!(said("[]"), "A webhook is a JSON object.");
    let about = "This is not about WhatsApp: its \"object\" is";
    let not = ", not \"whatsapp_business_account\".";
    assert_eq!(said("{}"), format!("{about} missing{not}"));
    assert_eq!(said(r#"{"object":"page","entry":[]}"#), format!("{about} \"page\"{not}"));
    assert_eq!(said(r#"{"object":7}"#), format!("{about} 7{not}"));
    for entry in ["null", "{}", "\"\"", "[1]", "[[]]"] {
        let text = format!(r#"{{"object":"whatsapp_business_account","entry":{entry}}}"#);
        assert_eq!(Webhook::parse(&text), Err(NotAWebhook::NoEntries), "{entry}");
    }
    assert_eq!(Webhook::parse(r#"{"object":"whatsapp_business_account"}"#), Err(NotAWebhook::NoEntries));
    let deep = format!(r#"{{"object":"whatsapp_business_account","entry":{}"#, "[".repeat(100_000));
    assert!(matches!(Webhook::parse(&deep), Err(NotAWebhook::NotJson { .. })));

    let most = graph_api().unwrap().webhook_max_bytes;
    let full = r#"{"object":"whatsapp_business_account","entry":[]}"#;
    let padded = |bytes: usize| format!("{full}{}", " ".repeat(bytes - full.len()));
    assert!(Webhook::parse(&padded(most)).is_ok());
    assert_eq!(Webhook::parse(&padded(most + 1)), Err(NotAWebhook::TooLarge { bytes: most + 1, most }));
}

#[test]
fn only_metas_posts_are_taken() {
    let reference = reference();
    for vector in reference["post_signature"]["test_vectors"].as_array().unwrap() {
        let [secret, body, hex] = ["secret", "body", "hex"].map(|key| vector[key].as_str().unwrap());
        let right = format!("sha256={hex}");
        assert_eq!(verify(Some(&right), body.as_bytes(), secret), Signature::Right);
        let wrong = [
            String::new(),
            "sha256=".to_owned(),
            hex.to_owned(),
            format!("sha1={hex}"),
            format!("SHA256={hex}"),
            format!("sha256={}", hex.to_uppercase()),
            format!("sha256= {hex}"),
            right[..right.len() - 1].to_owned(),
            right[..right.len() - 2].to_owned(),
            format!("{right}0"),
            format!("{right}00"),
            format!("{}é", &right[..right.len() - 2]),
            format!("sha256={}", "0".repeat(64)),
        ];
        for wrong in &wrong {
            assert_eq!(verify(Some(wrong), body.as_bytes(), secret), Signature::Wrong, "{wrong}");
        }
        assert_eq!(verify(None, body.as_bytes(), secret), Signature::Wrong);
        assert_eq!(verify(Some(&right), format!("{body} ").as_bytes(), secret), Signature::Wrong);
        assert_eq!(verify(Some(&right), body.as_bytes(), "another"), Signature::Wrong);
        assert_eq!(verify(Some(&right), body.as_bytes(), ""), Signature::NoSecret);
    }
    // Worked out with Python's hmac, of the bytes as they came.
    let body = "{\"text\":\"🎂 día\"}".as_bytes();
    let right = "sha256=7bb6a88619155c78bfa933f97ab32b49921f1d10260f1b298704a3f89afb376d";
    assert_eq!(verify(Some(right), body, "test_app_secret"), Signature::Right);
    let escaped = br#"{"text":"\ud83c\udf82 d\u00eda"}"#;
    assert_eq!(verify(Some(right), escaped, "test_app_secret"), Signature::Wrong);
    let no_text = b"\xff\xfe";
    assert_eq!(
        verify(
            Some("sha256=09b7f507a7eb193415015d85932d0ffac3686a6120230e81ec3bce5153c929a8"),
            no_text,
            "test_app_secret"
        ),
        Signature::Right
    );
}

/// Pointers of everything in a value.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                pointers(member, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// Any JSON, often with names and words of webhooks.
fn anything() -> impl Strategy<Value = Value> {
    let mut words = BTreeSet::new();
    for sample in samples().values() {
        let mut found = Vec::new();
        pointers(sample, "", &mut found);
        words.extend(found.iter().filter_map(|at| at.rsplit('/').next()).map(str::to_owned));
        words.extend(found.iter().filter_map(|at| sample.pointer(at)?.as_str()).map(str::to_owned));
    }
    let words: Vec<String> = words.into_iter().collect();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(words.clone()).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, move |inner| {
        let key = prop_oneof![prop::sample::select(words.clone()), any::<String>()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

/// A webhook of the reference.
fn sample() -> impl Strategy<Value = Value> {
    prop::sample::select(samples().into_iter().map(|(_, sample)| sample).collect::<Vec<_>>())
}

/// As it is read: a number with many digits may be the next one.
fn as_read(value: &Value) -> Value {
    serde_json::from_str(&value.to_string()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_member_of_metas_future_survives_and_is_told(
        sample in sample(), at in any::<prop::sample::Index>(), key in "new[a-z/~é]{0,4}", value in anything()
    ) {
        let mut all = Vec::new();
        pointers(&sample, "", &mut all);
        all.retain(|at| sample.pointer(at).is_some_and(Value::is_object));
        let at = at.get(&all);
        let mut changed = sample.clone();
        changed.pointer_mut(at).unwrap().as_object_mut().unwrap().insert(key.clone(), value);
        let webhook = parsed(&changed);
        prop_assert_eq!(serde_json::to_value(&webhook).unwrap(), as_read(&changed));
        let told = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        prop_assert_eq!(webhook.unknown(), [told]);
    }

    #[test]
    fn whatever_stands_anywhere_is_written_back_equal(
        sample in sample(), changes in prop::collection::vec((any::<prop::sample::Index>(), anything()), 1..5)
    ) {
        let mut changed = sample;
        for (at, value) in changes {
            let mut all = Vec::new();
            pointers(&changed, "", &mut all);
            all.retain(|at| !at.is_empty() && at != "/object");
            *changed.pointer_mut(at.get(&all).as_str()).unwrap() = value;
        }
        match Webhook::parse(&changed.to_string()) {
            Ok(webhook) => prop_assert_eq!(serde_json::to_value(&webhook).unwrap(), as_read(&changed)),
            Err(error) => {
                prop_assert_eq!(error, NotAWebhook::NoEntries);
                let entries = changed["entry"].as_array();
                prop_assert!(entries.is_none_or(|entries| !entries.iter().all(Value::is_object)));
            }
        }
    }

    #[test]
    fn any_text_gets_an_answer(text in any::<String>(), value in anything()) {
        prop_assert!(Webhook::parse(&text).is_err());
        let _ = Webhook::parse(&value.to_string());
    }
}
