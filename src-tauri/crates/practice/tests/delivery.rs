//! What becomes of messages: how they arrive, what they cost, and what people do about them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

mod rig;

use cloud::Error;
use practice::account::Pace;
use rig::{ANA, accepted, conversation, names, ready, refused, text, values};
use serde_json::{Value, json};

const DAY: i64 = 24 * 3600;

#[tokio::test]
async fn statuses_come_in_their_time_with_the_mark() {
    let rig = rig::with(Pace { deliver_seconds: 100, read_seconds: 1000, ..Pace::instant() }).await;
    rig.writes().await;
    let id = rig
        .sent(json!({"type": "text", "text": {"body": "Hi"}, "biz_opaque_callback_data": "journey:1"}))
        .await;
    assert_eq!(names(&rig.statuses(&id).await), ["sent"]);
    rig.goes_on(101).await;
    assert_eq!(names(&rig.statuses(&id).await), ["sent", "delivered"]);
    rig.goes_on(1001).await;
    let statuses = rig.statuses(&id).await;
    assert_eq!(names(&statuses), ["sent", "delivered", "read"]);
    let at = |index: usize| statuses[index]["timestamp"].as_str().unwrap().parse::<i64>().unwrap();
    assert_eq!((at(1) - at(0), at(2) - at(1)), (100, 1000));
    assert!(statuses.iter().all(|status| status["biz_opaque_callback_data"] == "journey:1"));
    let told = rig.told("messages").await;
    assert_eq!(told[0]["messages"][0]["text"]["body"], "Hello");
    assert_eq!(told[0]["contacts"][0]["wa_id"], ANA.trim_start_matches('+'));
}

#[tokio::test]
async fn prices_are_those_of_the_reference() {
    let rig = ready().await;
    rig.created(&json!({"name": "sale", "language": "en_US", "category": "MARKETING", "components": [
        {"type": "BODY", "text": "Our summer sale begins today: take 20% off everything in the shop until Sunday."}]}))
        .await;
    let pricing = async |id: String| rig.statuses(&id).await[1]["pricing"].clone();
    let of = |kind: &str, category: &str| json!({"billable": kind == "regular", "pricing_model": "PMP", "type": kind, "category": category});
    let template = async |name: &str, components: Value| {
        accepted(rig.send_template(name, components).await).id().unwrap().to_owned()
    };
    // Free messages of the month, then the price of service.
    assert_eq!(pricing(rig.sent(text("Hi")).await).await, of("free_customer_service", "service"));
    rig.done("settings", json!({"service_used": 999})).await;
    assert_eq!(pricing(rig.sent(text("Hi")).await).await, of("free_customer_service", "service"));
    assert_eq!(pricing(rig.sent(text("Hi")).await).await, of("regular", "service"));
    // Templates are charged in the window too.
    assert_eq!(pricing(template("a", values()).await).await, of("regular", "utility"));
    assert_eq!(pricing(template("sale", json!([])).await).await, of("regular", "marketing"));
    // A reaction is free, and only sent.
    let hello = rig.writes().await;
    let reaction =
        rig.sent(json!({"type": "reaction", "reaction": {"message_id": hello, "emoji": "👍"}})).await;
    let statuses = rig.statuses(&reaction).await;
    assert_eq!(
        (names(&statuses), &statuses[0]["pricing"]),
        (vec!["sent"], &of("free_customer_service", "service"))
    );
    // What the rate card says of it is kept beside.
    let shown = conversation(&rig).await;
    let sale = shown["messages"].as_array().unwrap().iter().find(|one| one["kind"] == "marketing").unwrap();
    assert_eq!(sale["charge"]["charge"], "charged");
    assert_eq!(sale["charge"]["market"], "Brazil");
}

#[tokio::test]
async fn an_answer_to_somebody_from_an_ad_makes_everything_free() {
    let rig = ready().await;
    rig.ana(json!({"do": "write", "text": "Hi", "from_ad": true})).await;
    let id = rig.sent(text("Hello")).await;
    let sent = rig.statuses(&id).await[0].clone();
    assert_eq!(sent["pricing"]["type"], "free_entry_point");
    assert_eq!(sent["pricing"]["category"], "referral_conversion");
    let until: i64 = sent["conversation"]["expiration_timestamp"].as_str().unwrap().parse().unwrap();
    let at: i64 = sent["timestamp"].as_str().unwrap().parse().unwrap();
    assert_eq!(until - at, 3 * DAY);
    rig.goes_on(2 * DAY).await;
    assert_eq!(
        refused(rig.send(text("Hi")).await).0,
        131_047,
        "the right to write freely does not last as long"
    );
    let template = accepted(rig.send_template("a", values()).await);
    assert_eq!(rig.statuses(template.id().unwrap()).await[0]["pricing"]["type"], "free_entry_point");
    rig.goes_on(2 * DAY).await;
    let template = accepted(rig.send_template("a", values()).await);
    assert_eq!(rig.statuses(template.id().unwrap()).await[0]["pricing"]["type"], "regular");
}

#[tokio::test]
async fn marketing_fails_later_for_those_who_do_not_get_it() {
    let rig = ready().await;
    let sale = json!({"name": "sale", "language": "en_US", "category": "MARKETING", "components": [
        {"type": "BODY", "text": "Our summer sale begins today: take 20% off everything in the shop until Sunday."}]});
    rig.created(&sale).await;
    let failed = async |to: &str| {
        let message = json!({"to": to, "type": "template", "template": {"name": "sale", "language": {"code": "en_US"}}});
        let id = rig.sent(message).await;
        let statuses = rig.statuses(&id).await;
        assert_eq!(names(&statuses), ["failed"]);
        statuses[0]["errors"][0]["code"].as_i64().unwrap()
    };
    rig.ana(json!({"do": "stop_marketing"})).await;
    assert_eq!(failed(ANA).await, 131_050);
    accepted(rig.send_template("a", values()).await);
    rig.ana(json!({"do": "resume_marketing"})).await;
    let told = rig.told("user_preferences").await;
    let told: Vec<&str> =
        told.iter().map(|told| told["user_preferences"][0]["value"].as_str().unwrap()).collect();
    assert_eq!(told, ["stop", "resume"]);
    rig.ana(json!({"do": "cap_marketing", "capped": true})).await;
    assert_eq!(failed(ANA).await, 131_049);
    assert_eq!(failed("+12125550100").await, 131_049, "a number of the United States");
    rig.ana(json!({"do": "leave"})).await;
    let id = rig.sent(text("Hi")).await;
    assert_eq!(rig.statuses(&id).await[0]["errors"][0]["code"], 131_026);
}

#[tokio::test]
async fn people_are_reached_late_read_late_block_and_are_blocked() {
    let rig = ready().await;
    rig.ana(json!({"do": "unreachable"})).await;
    let waits = rig.sent(text("One")).await;
    assert_eq!(names(&rig.statuses(&waits).await), ["sent"]);
    rig.goes_on(60).await;
    rig.ana(json!({"do": "reachable"})).await;
    assert_eq!(names(&rig.statuses(&waits).await), ["sent", "delivered", "read"]);
    rig.ana(json!({"do": "unreachable"})).await;
    let lost = rig.sent(text("Two")).await;
    rig.goes_on(30 * DAY + 1).await;
    rig.ana(json!({"do": "reachable"})).await;
    assert_eq!(names(&rig.statuses(&lost).await), ["sent"], "it has waited too long");

    rig.writes().await;
    rig.ana(json!({"do": "read", "after_seconds": 3600})).await;
    let late = rig.sent(text("Three")).await;
    assert_eq!(names(&rig.statuses(&late).await), ["sent", "delivered"]);
    rig.goes_on(3601).await;
    assert_eq!(names(&rig.statuses(&late).await), ["sent", "delivered", "read"]);
    rig.ana(json!({"do": "read"})).await;
    let never = rig.sent(text("Four")).await;
    rig.goes_on(3600).await;
    assert_eq!(names(&rig.statuses(&never).await), ["sent", "delivered"]);

    rig.ana(json!({"do": "block"})).await;
    let id = rig.sent(text("Five")).await;
    assert_eq!(names(&rig.statuses(&id).await), ["sent"]);
    rig.ana(json!({"do": "unblock"})).await;
    rig.ana(json!({"do": "be_blocked", "blocked": true})).await;
    assert_eq!(refused(rig.send(text("Six")).await).0, 130_403);
    let (status, _) = rig.control("POST", "phones/12", json!({"do": "block"})).await;
    assert_eq!(status, 400, "no number");
}

#[tokio::test]
async fn too_many_messages_to_one_person_are_slowed_down() {
    let rig = ready().await;
    for _ in 0..45 {
        rig.sent(text("Hi")).await;
    }
    assert_eq!(refused(rig.send(text("Hi")).await).0, 131_056);
    rig.goes_on(6).await;
    rig.sent(text("Hi")).await;
}

#[tokio::test]
async fn what_people_write_can_be_marked_as_read() {
    let rig = ready().await;
    let id = rig.writes().await;
    assert!(rig.graph.mark_read(&rig.number, &id, true).await.unwrap().success);
    let account = rig.running.account().unwrap();
    assert!(account.messages.iter().all(|message| message.is_read));
    let own = rig.sent(text("Hi")).await;
    assert!(
        matches!(rig.graph.mark_read(&rig.number, &own, false).await, Err(Error::Refused(said)) if said.code == 100)
    );
    let tap = json!({"do": "write", "context": own,
        "message": {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": {"id": "y", "title": "Yes"}}}});
    rig.ana(tap).await;
    let told = rig.told("messages").await;
    let last = &told.last().unwrap()["messages"][0];
    assert_eq!(
        (&last["context"]["id"], &last["interactive"]["button_reply"]["id"]),
        (&json!(own), &json!("y"))
    );
}
