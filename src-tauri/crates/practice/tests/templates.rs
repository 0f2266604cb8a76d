//! Message templates: taken in, reviewed, edited, deleted, paused, as Meta's reference says.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

mod rig;

use cloud::models::{QualityScore, RejectedReason, TemplateCategory, TemplateStatus};
use cloud::{Error, TemplateFilter};
use practice::account::Pace;
use rig::{accepted, order, refused};
use serde_json::{Value, json};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

fn says(name: &str, category: &str, text: &str) -> Value {
    json!({"name": name, "language": "en_US", "category": category,
        "components": [{"type": "BODY", "text": text}]})
}

#[tokio::test]
async fn a_template_is_pending_until_its_review_ends_and_says_so() {
    let rig = rig::with(Pace { review_seconds: 60, ..Pace::instant() }).await;
    let created = accepted(rig.create(&order("a")).await);
    assert_eq!(created.status, Some(TemplateStatus::Pending));
    assert_eq!(created.category, Some(TemplateCategory::Utility));
    rig.goes_on(30).await;
    assert_eq!(rig.template(&created.id).await.status, Some(TemplateStatus::Pending));
    rig.goes_on(31).await;
    let read = rig.template(&created.id).await;
    assert_eq!(read.status, Some(TemplateStatus::Approved));
    assert_eq!(read.rejected_reason, Some(RejectedReason::None));
    assert_eq!(read.quality_score.unwrap().score, QualityScore::Unknown);
    assert_eq!(read.components.unwrap(), order("a")["components"]);
    let told = rig.told("message_template_status_update").await;
    assert_eq!(
        (&told[0]["event"], &told[0]["message_template_language"]),
        (&json!("APPROVED"), &json!("en-US"))
    );
    assert_eq!(told[0]["message_template_id"].as_u64().unwrap().to_string(), created.id.as_str());
    assert_eq!(told.len(), 1);
}

#[tokio::test]
async fn what_meta_does_not_take_in_is_refused_with_its_code() {
    let rig = rig::instant().await;
    let mut no_sample = order("a");
    no_sample["components"][0].as_object_mut().unwrap().remove("example");
    let mut long = order("a");
    long["components"].as_array_mut().unwrap().push(json!({"type": "FOOTER", "text": "x".repeat(61)}));
    let few_words = json!({"name": "a", "language": "en_US", "category": "UTILITY", "components": [
        {"type": "BODY", "text": "Hi {{1}} and {{2}} there", "example": {"body_text": [["a", "b"]]}}]});
    let edge = json!({"name": "a", "language": "en_US", "category": "UTILITY", "components": [
        {"type": "BODY", "text": "Your order has left our shop, dear {{1}}", "example": {"body_text": [["Ana"]]}}]});
    let mut name = order("a");
    name["name"] = json!("Not A Name");
    for (payload, code) in [
        (no_sample, (100, None)),
        (name, (100, None)),
        (long, (100, Some(2_388_040))),
        (few_words, (100, Some(2_388_293))),
        (edge, (100, Some(2_388_299))),
        (
            json!({"name": "a", "language": "en_US", "category": "UTILITY", "components": []}),
            (100, Some(2_388_072)),
        ),
    ] {
        assert_eq!(refused(rig.create(&payload).await), code, "{payload}");
    }
    let broken = rig.graph.create_template(&rig.waba, "{\"name\": ").await;
    assert_eq!(refused(broken), (100, None));
    assert!(rig.running.account().unwrap().templates.is_empty());
}

#[tokio::test]
async fn judgement_calls_are_left_to_the_review() {
    let rig = rig::instant().await;
    let side_by_side = json!({"name": "b", "language": "en_US", "category": "UTILITY", "components": [
        {"type": "BODY", "text": "Hello, your order {{1}}{{2}} has left our shop and will be with you tomorrow.",
            "example": {"body_text": [["A", "7"]]}}]});
    let asks = says(
        "c",
        "UTILITY",
        "Your payment for order 7 failed. Please reply with your card number and CVV to confirm it.",
    );
    let code = says(
        "d",
        "UTILITY",
        "Your one-time code is 123456. Do not share this verification code with anybody.",
    );
    for (payload, reason) in [
        (side_by_side, RejectedReason::InvalidFormat),
        (asks, RejectedReason::AbusiveContent),
        (code, RejectedReason::IncorrectCategory),
    ] {
        let id = rig.created(&payload).await;
        let read = rig.template(&id).await;
        assert_eq!(
            (read.status, read.rejected_reason),
            (Some(TemplateStatus::Rejected), Some(reason)),
            "{payload}"
        );
    }
    let told = rig.told("message_template_status_update").await;
    assert_eq!(told[0]["event"], "REJECTED");
    assert_eq!(told[0]["reason"], "INVALID_FORMAT");
    assert!(
        told[0]["rejection_info"]["reason"].is_string()
            && told[0]["rejection_info"]["recommendation"].is_string()
    );
}

#[tokio::test]
async fn the_same_words_twice_are_rejected() {
    let rig = rig::instant().await;
    rig.created(&order("a")).await;
    let mut twin = order("a");
    twin["name"] = json!("b");
    let id = rig.created(&twin).await;
    assert_eq!(rig.template(&id).await.rejected_reason, Some(RejectedReason::InvalidFormat));
}

#[tokio::test]
async fn utility_that_promotes_is_approved_as_marketing() {
    let rig = rig::instant().await;
    let text = "Your order 7 is packed. Take 20% off your next order with the code SAVE20, this week only!";
    let id = rig.created(&says("promo", "UTILITY", text)).await;
    let read = rig.template(&id).await;
    assert_eq!(
        (read.status, read.category),
        (Some(TemplateStatus::Approved), Some(TemplateCategory::Marketing))
    );
    let told = rig.told("message_template_status_update").await;
    assert_eq!(told[0]["message_template_category"], "MARKETING");
    let told = rig.told("template_category_update").await;
    assert_eq!(
        (&told[0]["previous_category"], &told[0]["new_category"]),
        (&json!("UTILITY"), &json!("MARKETING"))
    );
}

#[tokio::test]
async fn a_name_is_unique_in_its_language_and_stays_taken_after_it_was_deleted() {
    let rig = rig::instant().await;
    let id = rig.created(&order("a")).await;
    assert_eq!(refused(rig.create(&order("a")).await), (100, Some(2_388_024)));
    let mut spanish = order("a");
    spanish["language"] = json!("es");
    spanish["components"][0]["text"] =
        json!("Hola {{1}}, tu pedido ya ha salido de nuestra tienda y llega el {{2}} como pediste.");
    let other = rig.created(&spanish).await;
    // One language alone.
    assert_eq!(refused(rig.graph.delete_template_language(&rig.waba, &id, "b").await), (100, None));
    assert!(accepted(rig.graph.delete_template_language(&rig.waba, &id, "a").await).success);
    assert!(
        matches!(rig.graph.template(&id, None).await, Err(Error::Refused(said)) if said.subcode == Some(33))
    );
    assert_eq!(rig.template(&other).await.language.as_deref(), Some("es"));
    assert_eq!(refused(rig.create(&order("a")).await), (100, Some(2_388_023)));
    rig.goes_on(30 * DAY + 1).await;
    rig.created(&order("a")).await;
    // All languages.
    assert!(accepted(rig.graph.delete_template(&rig.waba, "a").await).success);
    assert!(rig.running.account().unwrap().templates.is_empty());
    assert_eq!(refused(rig.graph.delete_template(&rig.waba, "a").await), (100, None));
    let events = rig.told("message_template_status_update").await;
    assert_eq!(events.iter().filter(|told| told["event"] == "DELETED").count(), 3);
}

#[tokio::test]
async fn one_that_was_never_approved_leaves_its_name_and_a_disabled_one_stays() {
    let rig = rig::with(Pace { review_seconds: 60, ..Pace::instant() }).await;
    let id = rig.created(&order("a")).await;
    rig.act(&id, json!({"do": "reject", "reason": "SCAM"})).await;
    assert_eq!(rig.template(&id).await.rejected_reason, Some(RejectedReason::Scam));
    accepted(rig.graph.delete_template(&rig.waba, "a").await);
    let id = rig.created(&order("a")).await;
    rig.act(&id, json!({"do": "approve"})).await;
    rig.act(&id, json!({"do": "disable"})).await;
    assert_eq!(rig.template(&id).await.status, Some(TemplateStatus::Disabled));
    assert_eq!(refused(rig.graph.delete_template(&rig.waba, "a").await), (100, None));
    rig.goes_on(61).await;
    assert_eq!(rig.template(&id).await.status, Some(TemplateStatus::Disabled), "the review was over");
}

#[tokio::test]
async fn an_account_has_so_many_templates_and_creates_so_many_in_an_hour() {
    let rig = rig::instant().await;
    for number in 0..100 {
        rig.created(&order(&format!("t{number}"))).await;
    }
    assert_eq!(refused(rig.create(&order("over")).await).0, 80_008);
    rig.goes_on(HOUR).await;
    for number in 100..200 {
        rig.created(&order(&format!("t{number}"))).await;
    }
    rig.goes_on(HOUR).await;
    for number in 200..250 {
        rig.created(&order(&format!("t{number}"))).await;
    }
    assert_eq!(refused(rig.create(&order("over")).await), (100, Some(2_388_019)));
    rig.done("settings", json!({"is_verified": true})).await;
    rig.created(&order("over")).await;
    let listing = rig.graph.templates(&rig.waba, &TemplateFilter::default()).await.unwrap();
    assert!(listing.broken.is_none() && listing.items.len() == 251);
}

#[tokio::test]
async fn an_approved_template_is_edited_once_a_day_and_ten_times_in_thirty() {
    let rig = rig::instant().await;
    let id = rig.created(&order("a")).await;
    rig.template(&id).await;
    let parts = |number: usize| json!({"components": order(&format!("n{number}"))["components"]}).to_string();
    accepted(rig.graph.edit_template(&id, &parts(0)).await);
    assert_eq!(rig.template(&id).await.components.unwrap(), order("n0")["components"]);
    assert_eq!(refused(rig.graph.edit_template(&id, &parts(1)).await), (100, Some(2_388_039)));
    for number in 1..10 {
        rig.goes_on(DAY + 1).await;
        accepted(rig.graph.edit_template(&id, &parts(number)).await);
    }
    rig.goes_on(DAY + 1).await;
    assert_eq!(refused(rig.graph.edit_template(&id, &parts(10)).await), (100, Some(2_388_039)));
    rig.goes_on(30 * DAY).await;
    accepted(rig.graph.edit_template(&id, &parts(10)).await);
}

#[tokio::test]
async fn what_can_be_edited_depends_on_where_it_stands() {
    let rig = rig::with(Pace { review_seconds: 60, ..Pace::instant() }).await;
    let id = rig.created(&order("a")).await;
    let edit = |change: Value| {
        let (rig, id) = (&rig, &id);
        async move { rig.graph.edit_template(id, &change.to_string()).await }
    };
    let marketing = json!({"category": "MARKETING"});
    assert_eq!(refused(edit(marketing.clone()).await), (100, Some(2_388_039)), "in review");
    rig.act(&id, json!({"do": "reject", "reason": "PROMOTIONAL"})).await;
    assert_eq!(refused(edit(json!({"name": "b"})).await), (100, None));
    assert_eq!(refused(edit(json!({})).await), (100, None));
    assert_eq!(refused(edit(json!({"components": []})).await), (100, Some(2_388_072)));
    accepted(edit(marketing).await);
    let read = rig.template(&id).await;
    assert_eq!(
        (read.status, read.category),
        (Some(TemplateStatus::Pending), Some(TemplateCategory::Marketing))
    );
    rig.act(&id, json!({"do": "approve"})).await;
    assert_eq!(refused(edit(json!({"category": "UTILITY"})).await), (100, None), "approved");
    rig.act(&id, json!({"do": "pause"})).await;
    accepted(edit(json!({"components": order("new")["components"]})).await);
    assert_eq!(rig.template(&id).await.status, Some(TemplateStatus::Pending));
    rig.goes_on(4 * HOUR).await;
    let events = rig.told("message_template_status_update").await;
    let events: Vec<&str> = events.iter().map(|told| told["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["REJECTED", "APPROVED", "PAUSED", "APPROVED"], "the pause ends with the edit");
}

#[tokio::test]
async fn bad_quality_pauses_for_three_hours_then_six_then_for_good() {
    let rig = rig::instant().await;
    let id = rig.created(&order("a")).await;
    rig.template(&id).await;
    let stands = async || rig.template(&id).await.status.unwrap();
    rig.act(&id, json!({"do": "quality", "score": "GREEN"})).await;
    rig.act(&id, json!({"do": "quality", "score": "RED"})).await;
    assert_eq!(stands().await, TemplateStatus::Paused);
    rig.goes_on(3 * HOUR - 60).await;
    assert_eq!(stands().await, TemplateStatus::Paused);
    rig.goes_on(61).await;
    assert_eq!(stands().await, TemplateStatus::Approved);
    rig.act(&id, json!({"do": "pause"})).await;
    rig.goes_on(3 * HOUR + 1).await;
    assert_eq!(stands().await, TemplateStatus::Paused);
    assert!(rig.graph.unpause_template(&id).await.unwrap().success);
    assert_eq!(stands().await, TemplateStatus::Approved);
    assert!(rig.graph.unpause_template(&id).await.is_err());
    rig.act(&id, json!({"do": "pause"})).await;
    assert_eq!(stands().await, TemplateStatus::Disabled);
    rig.goes_on(DAY).await;
    assert_eq!(stands().await, TemplateStatus::Disabled);
    let told = rig.told("message_template_quality_update").await;
    assert_eq!(told[1]["previous_quality_score"], "GREEN");
    assert_eq!(told[1]["new_quality_score"], "RED");
    let events = rig.told("message_template_status_update").await;
    let told: Vec<(&str, Option<&str>)> = events
        .iter()
        .map(|told| (told["event"].as_str().unwrap(), told["other_info"]["title"].as_str()))
        .collect();
    let expected = [
        ("APPROVED", None),
        ("PAUSED", Some("FIRST_PAUSE")),
        ("APPROVED", None),
        ("PAUSED", Some("SECOND_PAUSE")),
        ("APPROVED", None),
        ("DISABLED", None),
    ];
    assert_eq!(told, expected);
}

#[tokio::test]
async fn another_category_is_announced_a_day_ahead() {
    let rig = rig::instant().await;
    let id = rig.created(&order("a")).await;
    rig.template(&id).await;
    rig.act(&id, json!({"do": "recategorize", "category": "MARKETING"})).await;
    let read = rig.template(&id).await;
    assert_eq!(
        (read.category, read.correct_category),
        (Some(TemplateCategory::Utility), Some(TemplateCategory::Marketing))
    );
    rig.goes_on(DAY).await;
    let read = rig.template(&id).await;
    assert_eq!((read.category, read.correct_category), (Some(TemplateCategory::Marketing), None));
    let told = rig.told("template_category_update").await;
    assert_eq!(
        (&told[0]["correct_category"], &told[0]["new_category"]),
        (&json!("MARKETING"), &json!("UTILITY"))
    );
    assert_eq!(
        (&told[1]["previous_category"], &told[1]["new_category"]),
        (&json!("UTILITY"), &json!("MARKETING"))
    );
    rig.act(&id, json!({"do": "recategorize", "category": "UTILITY", "after_seconds": 0})).await;
    assert_eq!(rig.template(&id).await.category, Some(TemplateCategory::Utility));
}

#[tokio::test]
async fn what_does_not_fit_where_a_template_stands_is_no_control() {
    let rig = rig::instant().await;
    let id = rig.created(&order("a")).await;
    rig.template(&id).await;
    for act in [json!({"do": "approve"}), json!({"do": "unpause"}), json!({"do": "dance"}), json!({})] {
        let (status, _) = rig.control("POST", &format!("templates/{id}"), act.clone()).await;
        assert_eq!(status, 400, "{act}");
    }
    let (status, _) = rig.control("POST", "clock", json!({"advance": -1})).await;
    assert_eq!(status, 400);
}
