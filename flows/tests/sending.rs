//! The message that sends a template.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use flows::chat::{ChatView, SampleValue, of_sent_template, of_template};
use flows::check::{Severity, check_message, check_template};
use flows::gallery::template_starters;
use flows::json::Tree;
use flows::sending::{BlankKind, Filled, fill};
use serde_json::{Value, json};

/// Milliseconds since 1970.
const OFFER_ENDS: i64 = 1_900_000_000_000;

fn message(filled: &Filled) -> Tree {
    let message = json!({"messaging_product": "whatsapp", "to": "+15550100", "type": "template",
        "template": filled.template});
    Tree::parse(message.to_string())
}

fn blocked(message: &Tree) -> Vec<String> {
    let found = check_message(message).into_iter().filter(|found| found.severity == Severity::Blocked);
    found.map(|found| format!("{} at {:?}", found.rule, found.place.pointer)).collect()
}

/// Filled with its samples, and with what it has none of.
fn complete(template: &Tree) -> Filled {
    let given = |kind| match kind {
        BlankKind::FileAddress => "https://www.example.com/file",
        BlankKind::Latitude | BlankKind::Longitude => "12.5",
        _ => "12",
    };
    let bare = fill(template, &[], OFFER_ENDS);
    let values: Vec<SampleValue> = bare
        .missing()
        .map(|blank| SampleValue {
            at: blank.at.clone(),
            name: blank.name.clone(),
            text: given(blank.kind).to_owned(),
        })
        .collect();
    let filled = fill(template, &values, OFFER_ENDS);
    assert_eq!(filled.missing().count(), 0, "{:?}", filled.blanks);
    filled
}

/// Words of a bubble, its title, cards and buttons.
fn words(view: &ChatView) -> Value {
    let mut bubble = serde_json::to_value(&view.bubble).unwrap();
    // A file has its own name here and Meta's number there; a place comes with the message.
    walk(&mut bubble, &mut |object| {
        for own in ["file", "name", "latitude", "longitude"] {
            object.remove(own);
        }
    });
    bubble
}

fn walk(value: &mut Value, visit: &mut impl FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values_mut().for_each(|inner| walk(inner, visit));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| walk(inner, visit)),
        _ => {}
    }
}

#[test]
fn every_starter_is_sent_as_it_was_shown() {
    let mut sent = 0;
    for starter in template_starters() {
        for language in starter.languages() {
            let name = format!("{}/{language}", starter.id);
            let template = Tree::parse(starter.source(language));
            let filled = complete(&template);
            let message = message(&filled);
            assert_eq!(blocked(&message), Vec::<String>::new(), "{name}");
            let shown = of_sent_template(&template, &message);
            assert_eq!(words(&shown), words(&of_template(&template, &[])), "{name}");
            sent += 1;
        }
    }
    assert!(sent >= 120, "{sent}");
}

#[test]
fn real_templates_can_be_sent_once_what_is_missing_is_given() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/conformance/payloads/templates");
    let mut sent = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("index.json") {
            continue;
        }
        let template = Tree::parse(std::fs::read_to_string(&path).unwrap());
        if check_template(&template).iter().any(|found| found.severity == Severity::Blocked) {
            continue;
        }
        let filled = complete(&template);
        assert_eq!(blocked(&message(&filled)), Vec::<String>::new(), "{}", path.display());
        sent += 1;
    }
    assert_eq!(sent, 23);
}

/// Every part that takes a value.
#[test]
fn each_part_takes_its_values_where_meta_wants_them() {
    let template = Tree::parse(
        json!({"name": "all", "language": "en_US", "category": "MARKETING", "parameter_format": "NAMED",
            "components": [
                {"type": "HEADER", "format": "DOCUMENT", "example": {"header_handle": ["media:menu.pdf"]}},
                {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "Ends soon", "has_expiration": true}},
                {"type": "BODY", "text": "Hi {{first_name}}, {{code}} for you, {{first_name}}.",
                    "example": {"body_text_named_params": [{"param_name": "first_name", "example": "Ada"}]}},
                {"type": "BUTTONS", "buttons": [
                    {"type": "COPY_CODE", "example": "SPRING"},
                    {"type": "URL", "text": "See", "url": "https://www.example.com/o/{{1}}",
                        "example": ["https://www.example.com/o/77"]},
                    {"type": "MPM", "text": "View items"}]},
                {"type": "CAROUSEL", "cards": [
                    {"components": [{"type": "HEADER", "format": "PRODUCT"}]},
                    {"components": [{"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["4::x"]}}]}]},
            ]})
        .to_string(),
    );
    let given = SampleValue {
        at: template
            .root()
            .get("components")
            .unwrap()
            .item(3)
            .unwrap()
            .get("buttons")
            .unwrap()
            .item(2)
            .unwrap()
            .pointer(),
        name: "products".to_owned(),
        text: "p1, p2".to_owned(),
    };
    let filled = fill(&template, &[given], OFFER_ENDS);
    let missing: Vec<_> = filled.missing().map(|blank| (blank.name.as_str(), blank.kind)).collect();
    assert_eq!(
        missing,
        [
            ("code", BlankKind::Text),
            ("product", BlankKind::Product),
            ("catalog", BlankKind::Catalog),
            ("link", BlankKind::FileAddress)
        ]
    );
    assert_eq!(
        filled.template,
        json!({"name": "all", "language": {"code": "en_US"}, "components": [
            {"type": "header", "parameters": [
                {"type": "document", "document": {"id": "media:menu.pdf", "filename": "menu.pdf"}}]},
            {"type": "limited_time_offer", "parameters": [
                {"type": "limited_time_offer", "limited_time_offer": {"expiration_time_ms": OFFER_ENDS}}]},
            {"type": "body", "parameters": [
                {"type": "text", "text": "Ada", "parameter_name": "first_name"},
                {"type": "text", "text": "", "parameter_name": "code"}]},
            {"type": "button", "sub_type": "copy_code", "index": "0", "parameters": [
                {"type": "coupon_code", "coupon_code": "SPRING"}]},
            {"type": "button", "sub_type": "url", "index": "1", "parameters": [{"type": "text", "text": "77"}]},
            {"type": "button", "sub_type": "mpm", "index": "2", "parameters": [{"type": "action", "action": {
                "thumbnail_product_retailer_id": "p1",
                "sections": [{"product_items": [{"product_retailer_id": "p1"}, {"product_retailer_id": "p2"}]}]}}]},
            {"type": "carousel", "cards": [
                {"card_index": 0, "components": [{"type": "header", "parameters": [
                    {"type": "product", "product": {"product_retailer_id": "", "catalog_id": ""}}]}]},
                {"card_index": 1, "components": [{"type": "header", "parameters": [
                    {"type": "image", "image": {"link": ""}}]}]}]}]})
    );
}

/// The same code stands in the text and behind the button.
#[test]
fn a_one_time_code_is_given_once_and_sent_twice() {
    let template = Tree::parse(
        r#"{"name": "c", "language": "en", "category": "AUTHENTICATION", "components": [
            {"type": "BODY", "add_security_recommendation": true},
            {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE"}]}]}"#,
    );
    let code = SampleValue {
        at: template.root().get("components").unwrap().item(0).unwrap().pointer(),
        name: "1".to_owned(),
        text: "4711".to_owned(),
    };
    let filled = fill(&template, &[code], OFFER_ENDS);
    assert_eq!(filled.blanks.len(), 1);
    let codes: Vec<_> = filled.template["components"]
        .as_array()
        .unwrap()
        .iter()
        .map(|part| &part["parameters"][0]["text"])
        .collect();
    assert_eq!(codes, ["4711", "4711"]);
    assert_eq!(blocked(&message(&filled)), Vec::<String>::new());
}
