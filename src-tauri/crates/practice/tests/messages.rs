//! Messages to simulated phones: accepted, refused, delivered, priced, as Meta's reference says.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

mod rig;

use cloud::models::Acceptance;
use cloud::{CreateFlow, Error, Outcome};
use practice::account::Pace;
use practice::{Fault, Keep, Moment};
use rig::{ANA, accepted, conversation, names, order, ready, refused, text, values};
use serde_json::{Value, json};

const DAY: i64 = 24 * 3600;
/// Flow JSON with one screen.
const FLOW: &str = r#"{"version":"7.1","screens":[{"id":"BOOK","title":"Book","terminal":true,"success":true,"layout":{"type":"SingleColumnLayout","children":[{"type":"TextInput","name":"name","label":"Your name","required":true},{"type":"Footer","label":"Send","on-click-action":{"name":"complete","payload":{"name":"${form.name}"}}}]}}]}"#;

/// Interactive messages, one of each type.
fn interactive(flow: &str, picture: &str) -> Vec<Value> {
    let body = json!({"text": "Please choose"});
    let product = json!({"catalog_id": "1", "product_retailer_id": "sku-1"});
    let card = |index: usize| {
        json!({"card_index": index, "type": "cta_url", "header": {"type": "image", "image": {"id": picture}},
            "body": {"text": "A cake"}, "action": {"name": "cta_url",
            "parameters": {"display_text": "See", "url": "https://shop.example/cake"}}})
    };
    let reply = |id: &str| json!({"type": "reply", "reply": {"id": id, "title": id}});
    vec![
        json!({"type": "button", "body": body, "action": {"buttons": [reply("yes"), reply("no")]}}),
        json!({"type": "list", "body": body, "action": {"button": "Choose",
            "sections": [{"title": "Cakes", "rows": [{"id": "1", "title": "Apple"}, {"id": "2", "title": "Plum"}]}]}}),
        json!({"type": "cta_url", "body": body, "action": {"name": "cta_url",
            "parameters": {"display_text": "See", "url": "https://shop.example"}}}),
        json!({"type": "flow", "body": body, "action": {"name": "flow", "parameters": {"flow_message_version": "3",
            "flow_id": flow, "flow_cta": "Book", "flow_token": "t", "flow_action": "navigate",
            "flow_action_payload": {"screen": "BOOK"}}}}),
        json!({"type": "location_request_message", "body": body, "action": {"name": "send_location"}}),
        json!({"type": "catalog_message", "body": body, "action": {"name": "catalog_message"}}),
        json!({"type": "product", "body": body, "action": product}),
        json!({"type": "product_list", "header": {"type": "text", "text": "Cakes"}, "body": body,
            "action": {"catalog_id": "1", "sections": [{"title": "Cakes", "product_items": [{"product_retailer_id": "sku-1"}]}]}}),
        json!({"type": "carousel", "body": body, "action": {"cards": [card(0), card(1)]}}),
        json!({"type": "call_permission_request", "body": body, "action": {"name": "call_permission_request"}}),
        json!({"type": "request_contact_info", "body": body, "action": {"name": "request_contact_info"}}),
    ]
}

#[tokio::test]
async fn every_type_of_message_is_delivered_and_read() {
    let rig = ready().await;
    let new = CreateFlow { name: "Booking", categories: &["OTHER"], endpoint_uri: None };
    let flow = rig.graph.create_flow(&rig.waba, &new).await.unwrap().id;
    rig.graph.upload_flow_json(&flow, FLOW).await.unwrap();
    rig.graph.publish_flow(&flow).await.unwrap();
    let picture = rig.upload("cake.png", "image/png", b"png").await.unwrap();
    let video = rig.upload("cake.mp4", "video/mp4", b"mp4").await.unwrap();
    let sound = rig.upload("hello.ogg", "audio/ogg; codecs=opus", b"ogg").await.unwrap();
    let document = rig.upload("menu.pdf", "application/pdf", b"%PDF").await.unwrap();
    let sticker = rig.upload("hi.webp", "image/webp", b"webp").await.unwrap();
    let mut messages = vec![
        text("Hi"),
        json!({"type": "image", "image": {"id": picture, "caption": "A cake"}}),
        json!({"type": "image", "image": {"link": "https://shop.example/cake.jpg"}}),
        json!({"type": "video", "video": {"id": video}}),
        json!({"type": "audio", "audio": {"id": sound, "voice": true}}),
        json!({"type": "document", "document": {"id": document, "filename": "menu.pdf"}}),
        json!({"type": "sticker", "sticker": {"id": sticker}}),
        json!({"type": "location", "location": {"latitude": 48.85, "longitude": 2.35, "name": "Shop", "address": "1 Main Street"}}),
        json!({"type": "contacts", "contacts": [{"name": {"formatted_name": "Ana Lima", "first_name": "Ana"},
            "phones": [{"phone": "+15550100", "type": "WORK"}]}]}),
        json!({"type": "template", "template": {"name": "a", "language": {"code": "en_US"}, "components": values()}}),
    ];
    let interactive = interactive(flow.as_str(), &picture);
    messages.extend(interactive.into_iter().map(|one| json!({"type": "interactive", "interactive": one})));
    let count = messages.len();
    for message in messages {
        let words = message.to_string();
        let id = match rig.send(message).await {
            Outcome::Accepted(sent) => sent.id().unwrap().to_owned(),
            other => panic!("{words}: {other:?}"),
        };
        let statuses = rig.statuses(&id).await;
        assert_eq!(names(&statuses), ["sent", "delivered", "read"], "{words}");
        assert!(statuses[0]["pricing"].is_object() && statuses[1]["pricing"].is_object());
        assert!(statuses[2]["pricing"].is_null(), "{words}");
    }
    let shown = conversation(&rig).await;
    let own = shown["messages"].as_array().unwrap().iter().filter(|message| message["from"] == "business");
    assert_eq!(own.count(), count);
}

#[tokio::test]
async fn without_an_open_window_only_templates_go_out() {
    let rig = rig::instant().await;
    rig.created(&order("a")).await;
    assert_eq!(refused(rig.send(text("Hi")).await).0, 131_047);
    accepted(rig.send_template("a", values()).await);
    assert_eq!(refused(rig.send(text("Hi")).await).0, 131_047, "a template opens nothing");
    rig.ana(json!({"do": "write", "message": {"type": "reaction", "reaction": {"message_id": "wamid.x", "emoji": "👍"}}})).await;
    assert_eq!(refused(rig.send(text("Hi")).await).0, 131_047, "nor does a reaction");
    rig.writes().await;
    rig.sent(text("Hi")).await;
    rig.goes_on(DAY - 60).await;
    rig.sent(text("Still there?")).await;
    rig.goes_on(61).await;
    assert_eq!(refused(rig.send(text("Hi")).await).0, 131_047);
    rig.writes().await;
    rig.sent(text("Hi")).await;
}

#[tokio::test]
async fn what_is_wrong_with_a_message_is_refused_with_metas_code() {
    let rig = ready().await;
    let button = |count: usize| {
        let buttons: Vec<Value> = (0..count)
            .map(|at| json!({"type": "reply", "reply": {"id": at.to_string(), "title": format!("Button {at}")}}))
            .collect();
        json!({"type": "interactive", "interactive": {"type": "button", "body": {"text": "Choose"}, "action": {"buttons": buttons}}})
    };
    for (message, code) in [
        (json!({"type": "text"}), 131_008),
        (text(&"x".repeat(4097)), 100),
        (button(4), 131_009),
        (json!({"type": "poll", "poll": {}}), 131_051),
        (json!({"type": "image", "image": {}}), 131_008),
        (json!({"type": "image", "image": {"id": "123"}}), 131_009),
        (json!({"type": "location", "location": {"latitude": 91, "longitude": 0}}), 131_009),
        (json!({"type": "reaction", "reaction": {"message_id": "wamid.nobody", "emoji": "👍"}}), 131_009),
        (json!({"type": "text", "text": {"body": "Hi"}, "to": "+15550100199"}), 131_021),
        (json!({"type": "text", "text": {"body": "Hi"}, "recipient": "US.13491208655302741918"}), 131_026),
        (json!({"type": "text", "text": {"body": "Hi"}, "to": "abc", "recipient_type": "group"}), 131_020),
        (
            json!({"type": "interactive", "interactive": {"type": "flow", "body": {"text": "Book"}, "action": {"name": "flow",
            "parameters": {"flow_message_version": "3", "flow_id": "1", "flow_cta": "Book"}}}}),
            131_009,
        ),
    ] {
        let words = message.to_string();
        assert_eq!(refused(rig.send(message).await).0, code, "{words}");
    }
    let nothing = rig.running.account().unwrap();
    assert!(nothing.messages.iter().all(|message| message.from == practice::Side::Person));
}

#[tokio::test]
async fn a_template_must_be_there_and_approved() {
    let rig = rig::with(Pace { review_seconds: 60, ..Pace::instant() }).await;
    assert_eq!(refused(rig.send_template("a", values()).await).0, 132_001);
    let id = rig.created(&order("a")).await;
    assert_eq!(refused(rig.send_template("a", values()).await).0, 132_001, "in review");
    rig.act(&id, json!({"do": "approve"})).await;
    let sent = accepted(rig.send_template("a", values()).await);
    assert_eq!(sent.messages[0].message_status, Some(Acceptance::Accepted));
    let other = json!({"type": "template", "template": {"name": "a", "language": {"code": "es"}}});
    assert_eq!(refused(rig.send(other).await).0, 132_001);
    rig.act(&id, json!({"do": "pause"})).await;
    assert_eq!(refused(rig.send_template("a", values()).await).0, 132_015);
    rig.act(&id, json!({"do": "disable"})).await;
    assert_eq!(refused(rig.send_template("a", values()).await).0, 132_016);
}

#[tokio::test]
async fn the_values_of_a_template_must_fit() {
    let rig = ready().await;
    let value = |text: &str| json!({"type": "text", "text": text});
    let body = |values: Vec<Value>| json!([{"type": "body", "parameters": values}]);
    for (components, code) in [
        (json!([]), 132_000),
        (body(vec![value("Ana")]), 132_000),
        (body(vec![value("Ana"), value("Friday"), value("noon")]), 132_000),
        (body(vec![value("Ana"), value("Friday\nnoon")]), 132_018),
        (body(vec![value("Ana"), value(&"x".repeat(1024))]), 132_005),
        (
            body(vec![
                value("Ana"),
                json!({"type": "image", "image": {"link": "https://shop.example/a.png"}}),
            ]),
            132_012,
        ),
        (json!([values()[0], {"type": "header", "parameters": [value("Hello")]}]), 132_000),
        (
            json!([values()[0], {"type": "button", "sub_type": "quick_reply", "index": "0",
            "parameters": [{"type": "payload", "payload": "a"}]}]),
            132_012,
        ),
    ] {
        assert_eq!(refused(rig.send_template("a", components.clone()).await).0, code, "{components}");
    }
    accepted(rig.send_template("a", values()).await);
    let shown = conversation(&rig).await;
    let last = shown["messages"].as_array().unwrap().last().unwrap();
    assert_eq!(
        last["shown"][0]["text"],
        "Hi Ana, your order a has left our shop and will be with you on Friday as you asked."
    );
}

#[tokio::test]
async fn names_headers_and_buttons_are_filled_in() {
    let rig = rig::instant().await;
    let handle = rig.handle("door.png", "image/png").await.unwrap();
    rig.created(&json!({"name": "rich", "language": "en_US", "category": "UTILITY", "parameter_format": "NAMED", "components": [
        {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": [handle]}},
        {"type": "BODY", "text": "Hi {{first_name}}, your order {{order_id}} has left our shop and will be with you tomorrow.",
            "example": {"body_text_named_params": [{"param_name": "first_name", "example": "Ana"}, {"param_name": "order_id", "example": "7"}]}},
        {"type": "BUTTONS", "buttons": [
            {"type": "QUICK_REPLY", "text": "Thanks"},
            {"type": "URL", "text": "Follow it", "url": "https://shop.example/orders/{{1}}", "example": ["https://shop.example/orders/7"]}]}]}))
        .await;
    let picture = rig.upload("door.png", "image/png", b"png").await.unwrap();
    let named = |name: &str, text: &str| json!({"type": "text", "parameter_name": name, "text": text});
    let header = json!({"type": "header", "parameters": [{"type": "image", "image": {"id": picture}}]});
    let body = json!({"type": "body", "parameters": [named("order_id", "A-1"), named("first_name", "Ana")]});
    let url = json!({"type": "button", "sub_type": "url", "index": "1", "parameters": [{"type": "text", "text": "A-1"}]});
    let wrong_name = json!({"type": "body", "parameters": [named("order_id", "A-1"), named("name", "Ana")]});
    let no_index = json!({"type": "button", "sub_type": "url", "index": "5", "parameters": [{"type": "text", "text": "A-1"}]});
    let other_kind = json!({"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": "A-1"}]});
    for (components, code) in [
        (json!([body, url]), 132_012),
        (json!([header, wrong_name, url]), 132_012),
        (json!([header, body]), 132_000),
        (json!([header, body, url, no_index]), 132_012),
        (json!([header, body, url, other_kind]), 132_012),
        (
            json!([{"type": "header", "parameters": [{"type": "video", "video": {"link": "https://shop.example/a.mp4"}}]}, body, url]),
            132_012,
        ),
    ] {
        assert_eq!(refused(rig.send_template("rich", components.clone()).await).0, code, "{components}");
    }
    accepted(rig.send_template("rich", json!([header, body, url])).await);
    let shown = conversation(&rig).await["messages"][0]["shown"].clone();
    assert_eq!(shown[0]["image"]["id"], picture);
    assert_eq!(shown[1]["text"], "Hi Ana, your order A-1 has left our shop and will be with you tomorrow.");
    assert_eq!(shown[2]["buttons"][1]["url"], "https://shop.example/orders/A-1");
}

#[tokio::test]
async fn a_code_stands_in_the_text_and_in_the_button() {
    let rig = rig::instant().await;
    rig.created(&json!({"name": "code", "language": "en_US", "category": "AUTHENTICATION", "components": [
        {"type": "BODY", "add_security_recommendation": true},
        {"type": "FOOTER", "code_expiration_minutes": 10},
        {"type": "BUTTONS", "buttons": [{"type": "OTP", "otp_type": "COPY_CODE", "text": "Copy code"}]}]}))
        .await;
    let with = |code: &str| {
        json!([{"type": "body", "parameters": [{"type": "text", "text": code}]},
            {"type": "button", "sub_type": "url", "index": "0", "parameters": [{"type": "text", "text": code}]}])
    };
    let sent = accepted(rig.send_template("code", with("123456")).await);
    let statuses = rig.statuses(sent.id().unwrap()).await;
    assert_eq!(
        statuses[0]["pricing"],
        json!({"billable": true, "pricing_model": "PMP", "type": "regular", "category": "authentication"})
    );
    assert_eq!(refused(rig.send_template("code", json!([with("123456")[0]])).await).0, 132_000);
    assert_eq!(refused(rig.send_template("code", with("1234567890123456")).await).0, 132_005);
    let ana = rig.running.account().unwrap().people[ANA.trim_start_matches('+')].user_id.clone();
    let to_user = json!({"recipient": ana, "type": "template",
        "template": {"name": "code", "language": {"code": "en_US"}, "components": with("1")}});
    assert_eq!(refused(rig.send(to_user).await).0, 131_062);
}

#[tokio::test]
async fn a_message_whose_answer_is_lost_is_unknown_and_sent_once() {
    let rig = ready().await;
    for (moment, count) in [(Moment::Before, 0), (Moment::After, 1)] {
        rig.running.faults().after(0, Fault::Drop { moment });
        let outcome = rig.send(text("Hi")).await;
        assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
        let own = rig.running.account().unwrap().messages;
        assert_eq!(own.iter().filter(|message| message.from == practice::Side::Business).count(), count);
    }
}

#[tokio::test]
async fn files_are_kept_for_their_time_and_only_where_they_fit() {
    let rig = ready().await;
    let code = |error: Error| error.code().unwrap();
    assert_eq!(code(rig.upload("a.gif", "image/gif", b"gif").await.unwrap_err()), 131_053);
    assert_eq!(
        code(rig.upload("a.png", "image/png", &vec![0; 5 * 1024 * 1024 + 1]).await.unwrap_err()),
        131_053
    );
    let id = rig.upload("a.png", "image/png", &vec![7; 5 * 1024 * 1024]).await.unwrap();
    let media = rig.graph.media(&cloud::models::MediaId::new(&*id).unwrap()).await.unwrap();
    assert_eq!((media.mime_type.as_str(), media.file_size), ("image/png", Some(5 * 1024 * 1024)));
    assert_eq!(rig.graph.download_media(&media, 6 * 1024 * 1024).await.unwrap().len(), 5 * 1024 * 1024);
    assert_eq!(refused(rig.send(json!({"type": "video", "video": {"id": id}})).await).0, 131_053);
    rig.sent(json!({"type": "image", "image": {"id": id}})).await;
    rig.goes_on(301).await;
    assert!(rig.graph.download_media(&media, 6 * 1024 * 1024).await.is_err(), "the address has ended");
    rig.goes_on(30 * DAY).await;
    rig.writes().await;
    assert_eq!(refused(rig.send(json!({"type": "image", "image": {"id": id}})).await).0, 131_009);
    let other = rig.upload("b.png", "image/png", b"png").await.unwrap();
    let other = cloud::models::MediaId::new(other).unwrap();
    assert!(accepted(rig.graph.delete_media(&other).await).success);
    assert!(rig.graph.media(&other).await.is_err());
}

#[tokio::test]
async fn conversations_and_files_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let keep = Keep::File(folder.path().join("practice.json"));
    let (id, file) = {
        let rig = rig::kept(keep.clone()).await;
        rig.writes().await;
        let file = rig.upload("a.png", "image/png", b"a picture").await.unwrap();
        (rig.sent(json!({"type": "image", "image": {"id": file}})).await, file)
    };
    let rig = rig::kept(keep).await;
    assert_eq!(names(&rig.statuses(&id).await), ["sent", "delivered", "read"]);
    let media = rig.graph.media(&cloud::models::MediaId::new(file).unwrap()).await.unwrap();
    assert_eq!(rig.graph.download_media(&media, 100).await.unwrap(), "a picture");
    let shown = conversation(&rig).await;
    assert_eq!(shown["messages"].as_array().unwrap().len(), 2);
    assert_eq!(shown["is_window_open"], true);
    let (_, phones) = rig.control("GET", "phones", Value::Null).await;
    assert_eq!(phones["data"][0]["number"], ANA.trim_start_matches('+'));
}
