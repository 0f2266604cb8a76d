//! Meta's published description of its API takes the messages that leave [`Graph::send_message`]: it was written by
//! others, so it finds what our own rules and the practice account would both get wrong.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

#[path = "../../../../flows/tests/messages/filled.rs"]
#[allow(dead_code, reason = "what is a placeholder is for the test of the rules")]
mod filled;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use cloud::models::PhoneNumberId;
use cloud::{Graph, Outcome, Patience, Settings};
use filled::filled;
use flows::check::{Severity, check_message};
use flows::facts;
use flows::json::Tree;
use jsonschema::Validator;
use secrets::Secret;
use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

fn root(at: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").join(at)
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What a description says of a message, mended by the patch that lies beside it.
fn description() -> Value {
    let folder = root("../shared/conformance/openapi");
    let scratch = tempfile::tempdir().unwrap();
    let mended = scratch.path().join("mended.yaml");
    let python = |arguments: &[&std::ffi::OsStr]| {
        let done = Command::new("python3").args(arguments).output().unwrap();
        assert!(done.status.success(), "python3 with PyYAML: {}", String::from_utf8_lossy(&done.stderr));
        done.stdout
    };
    let source = folder.join("business-messaging-api_v23.0.yaml");
    python(&[folder.join("patch.py").as_os_str(), source.as_os_str(), mended.as_os_str()]);
    let as_json =
        "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout, default=str)";
    let all = python(&["-c".as_ref(), as_json.as_ref(), mended.as_os_str()]);
    let all: Value = serde_json::from_slice(&all).unwrap();
    json!({"$ref": "#/components/schemas/Message", "components": {"schemas": all["components"]["schemas"]}})
}

fn validator() -> Validator {
    jsonschema::options().should_validate_formats(true).build(&description()).unwrap()
}

/// A message with what each has.
fn whole(name: &str, message: &Value) -> (String, String) {
    let mut whole = json!({"messaging_product": "whatsapp", "recipient_type": "individual"});
    if message.get("recipient").is_none() {
        whole["to"] = json!("+16505551234");
    }
    whole.as_object_mut().unwrap().extend(message.as_object().unwrap().clone());
    (name.to_owned(), whole.to_string())
}

/// Messages of every type there is: those that the limits are tried on, and more.
fn own() -> Vec<(String, String)> {
    let more = read(&root("src-tauri/crates/cloud/tests/openapi/messages.json"));
    let bases = read(&root("flows/tests/messages/limits.json"))["bases"].clone();
    let all = [bases, more].into_iter().flat_map(|all| all.as_object().unwrap().clone());
    all.map(|(name, message)| whole(&name, &message)).collect()
}

/// Real messages, from documentation and from tests of other programs; where only placeholders are wrong, with values in
/// their place.
fn real() -> Vec<(String, String)> {
    let folder = root("../shared/conformance/payloads/messages");
    let index = read(&folder.join("index.json"));
    let files = index.as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap().to_owned());
    let read = files.map(|file| (std::fs::read_to_string(folder.join(&file)).unwrap(), file));
    read.filter_map(|(text, file)| {
        let with_values = filled(&serde_json::from_str(&text).unwrap(), "").to_string();
        [text, with_values].into_iter().find(|text| passes(text)).map(|text| (file, text))
    })
    .collect()
}

fn passes(text: &str) -> bool {
    check_message(&Tree::parse(text)).iter().all(|finding| finding.severity != Severity::Blocked)
}

/// Sends each as the app does and gives the bodies that arrived.
async fn sent(messages: &[(String, String)]) -> Vec<Value> {
    let server = MockServer::start().await;
    let accepted = ResponseTemplate::new(200).set_body_json(json!({"messages": [{"id": "wamid.A"}]}));
    Mock::given(method("POST")).and(path("/v25.0/1/messages")).respond_with(accepted).mount(&server).await;
    let mut settings = Settings::at(&format!("{}/v25.0", server.uri())).unwrap();
    settings.patience = Patience { repeats: 0, ..settings.patience };
    let graph = Graph::new(settings, Secret::new("token-0123456789".to_owned())).unwrap();
    let number = PhoneNumberId::new("1").unwrap();
    for (name, text) in messages {
        let outcome = graph.send_message(&number, text).await;
        assert!(matches!(outcome, Outcome::Accepted(_)), "{name}: {outcome:?}");
    }
    graph.mark_read(&number, "wamid.A", true).await.unwrap_err(); // answered as a message is
    let requests = server.received_requests().await.unwrap();
    requests.iter().map(|request| serde_json::from_slice(&request.body).unwrap()).collect()
}

/// Why the description refuses what the reference allows. Each but the last is proved by mending it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Why {
    /// It wants `recipient_type`, which the reference lets out, as Meta's own examples do.
    NoRecipientType,
    /// It wants `type`; the reference takes a message without one for a text.
    NoType,
    /// It wants places on earth and places of buttons as texts; the reference takes numbers too.
    Number,
    /// It wants the type of a button in small letters; the reference takes both.
    Capitals,
    /// The kind of a phone, an address or a page is a placeholder, which real.rs fills with a word of no list.
    Placeholder,
    /// It does not list messages about orders, which Meta writes about on pages of their own.
    NotListed,
}

use Why::{Capitals, NoRecipientType, NoType, NotListed, Number, Placeholder};

const REFUSED: [(&str, &[Why]); 24] = [
    ("template", &[Number]),
    ("location in numbers", &[Number]),
    ("M011.json", &[NoRecipientType]),
    ("M012.json", &[NoRecipientType]),
    ("M014.json", &[NotListed]),
    ("M023.json", &[Number, Capitals]),
    ("M024.json", &[NoRecipientType, Placeholder]),
    ("M026.json", &[NoRecipientType]),
    ("M028.json", &[NoRecipientType]),
    ("M031.json", &[NoRecipientType]),
    ("M034.json", &[NoRecipientType]),
    ("M042.json", &[NoRecipientType, Placeholder]),
    ("M044.json", &[NotListed]),
    ("M046.json", &[NoRecipientType, NoType]),
    ("M048.json", &[NoRecipientType, Number]),
    ("M054.json", &[Number]),
    ("M062.json", &[NotListed]),
    ("M068.json", &[Number]),
    ("M072.json", &[NotListed]),
    ("M073.json", &[NotListed]),
    ("M076.json", &[Number, Capitals]),
    ("M078.json", &[NotListed]),
    ("M081.json", &[NoRecipientType, NoType]),
    ("M082.json", &[NoRecipientType]),
];

/// The same without what the description does not take.
fn mended(body: &Value, why: Why) -> Value {
    fn change(value: &mut Value, key: &str, change_one: &dyn Fn(&str, &mut Value)) {
        match value {
            Value::Object(members) => {
                members.iter_mut().for_each(|(key, member)| change(member, key, change_one));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| change(item, key, change_one)),
            leaf => change_one(key, leaf),
        }
    }
    let mut body = body.clone();
    match why {
        NoRecipientType => body["recipient_type"] = json!("individual"),
        NoType => body["type"] = json!("text"),
        Number => change(&mut body, "", &|key, leaf| {
            if leaf.is_number() && ["index", "latitude", "longitude"].contains(&key) {
                *leaf = json!(leaf.to_string());
            }
        }),
        Capitals => change(&mut body, "", &|key, leaf| {
            if key == "sub_type" {
                *leaf = json!(leaf.as_str().unwrap().to_lowercase());
            }
        }),
        Placeholder => change(&mut body["contacts"], "", &|key, leaf| match key {
            "type" => *leaf = json!("HOME"),
            "email" => *leaf = json!("ana@example.com"),
            _ => {}
        }),
        NotListed => {}
    }
    body
}

#[tokio::test]
async fn metas_description_takes_what_the_app_sends() {
    let mut messages = own();
    for (name, text) in &messages {
        let found = check_message(&Tree::parse(text.as_str()));
        let blocked: Vec<_> = found
            .iter()
            .filter(|f| f.severity == Severity::Blocked)
            .map(|f| (&f.rule, &f.place.path))
            .collect();
        assert!(blocked.is_empty(), "{name}: {blocked:?}");
    }
    let count = messages.len();
    messages.extend(real());
    println!("{count} of our own, {} real ones that pass our rules", messages.len() - count);
    let bodies = sent(&messages).await;
    messages.push(("a receipt".to_owned(), String::new()));
    assert_eq!(bodies.len(), messages.len());

    let validator = validator();
    let mut refused = Vec::new();
    for ((name, _), body) in messages.iter().zip(&bodies).filter(|(_, body)| !validator.is_valid(body)) {
        let (_, reasons) =
            REFUSED.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("{name}: {body}"));
        let without = |left: Option<&Why>| {
            reasons
                .iter()
                .filter(|why| Some(*why) != left)
                .fold(body.clone(), |body, why| mended(&body, *why))
        };
        if reasons == &[NotListed] {
            let kind = body["interactive"]["type"].as_str().unwrap();
            assert!(["order_status", "order_details"].contains(&kind), "{name}: {kind}");
        } else {
            assert!(validator.is_valid(&without(None)), "{name}: {body}");
            for why in *reasons {
                assert!(!validator.is_valid(&without(Some(why))), "{name}: {why:?} is no reason");
            }
        }
        refused.push(name.as_str());
    }
    println!("{} of {} are taken as they are", messages.len() - refused.len(), messages.len());
    assert_eq!(refused, REFUSED.map(|(name, _)| name));
}

/// Every word that stands under a key.
fn words(value: &Value, key: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get(key).and_then(Value::as_str).map(str::to_lowercase));
            members.values().for_each(|member| words(member, key, found));
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, key, found)),
        _ => {}
    }
}

#[test]
fn every_type_there_is_is_among_them() {
    let mut types = BTreeSet::new();
    for (_, text) in own() {
        words(&serde_json::from_str(&text).unwrap(), "type", &mut types);
    }
    for (set, variants) in &facts::message().variants {
        for variant in variants {
            assert!(types.contains(&variant.kind.to_lowercase()), "{set}: {}", variant.kind);
        }
    }
}

#[test]
fn the_description_refuses_what_is_wrong() {
    let validator = validator();
    let wrong = [
        json!({"type": "text", "text": {}}),
        json!({"type": "text", "text": {"body": 7}}),
        json!({"type": "text", "text": {"body": "a".repeat(4097)}}),
        json!({"type": "image", "text": {"body": "Hi"}}),
        json!({"type": "reaction", "reaction": "🎂"}),
        json!({"type": "interactive", "interactive": {"type": "quiz", "body": {"text": "?"}, "action": {}}}),
        json!({"type": "template", "template": {"language": {"code": "en_US"}}}),
    ];
    for message in wrong {
        let (_, text) = whole("", &message);
        assert!(!validator.is_valid(&serde_json::from_str(&text).unwrap()), "{text}");
    }
    let (_, text) = whole("", &json!({"type": "text", "text": {"body": "Hi"}}));
    assert!(validator.is_valid(&serde_json::from_str(&text).unwrap()));
}
