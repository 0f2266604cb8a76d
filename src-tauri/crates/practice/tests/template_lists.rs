//! Lists, the library, comparisons, sample files and what is kept of message templates.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

mod rig;

use cloud::models::{TemplateId, TemplateStatus};
use cloud::{Error, LibraryFilter, Outcome, TemplateFilter};
use practice::{Fault, Keep, Moment};
use rig::{accepted, order, refused};
use serde_json::{Value, json};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

#[tokio::test]
async fn lists_are_filtered_come_in_pages_and_keep_what_came() {
    let rig = rig::instant().await;
    rig.done("settings", json!({"is_verified": true})).await;
    let mut ids: Vec<TemplateId> = Vec::new();
    for number in 0..100 {
        ids.push(rig.created(&order(&format!("t{number}"))).await);
    }
    rig.goes_on(HOUR).await;
    for number in 100..130 {
        ids.push(rig.created(&order(&format!("t{number}"))).await);
    }
    let all = rig.graph.templates(&rig.waba, &TemplateFilter::default()).await.unwrap();
    assert_eq!(all.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>(), ids);
    rig.act(&ids[3], json!({"do": "pause"})).await;
    for (filter, count) in [
        (TemplateFilter { status: Some("PAUSED"), ..TemplateFilter::default() }, 1),
        (TemplateFilter { status: Some("PAUSED,APPROVED"), ..TemplateFilter::default() }, 130),
        (TemplateFilter { name: Some("t77"), ..TemplateFilter::default() }, 1),
        (TemplateFilter { name: Some("t7"), ..TemplateFilter::default() }, 11),
        (TemplateFilter { language: Some("es"), ..TemplateFilter::default() }, 0),
        (TemplateFilter { category: Some("UTILITY"), ..TemplateFilter::default() }, 130),
    ] {
        assert_eq!(rig.graph.templates(&rig.waba, &filter).await.unwrap().items.len(), count, "{filter:?}");
    }
    let some = TemplateFilter { fields: Some("id,status"), name: Some("t77"), ..TemplateFilter::default() };
    let read = rig.graph.templates(&rig.waba, &some).await.unwrap().items;
    assert!(read[0].name.is_none() && read[0].status == Some(TemplateStatus::Approved));
    rig.running.faults().after(1, Fault::Drop { moment: Moment::Before });
    let cut = rig.graph.templates(&rig.waba, &TemplateFilter::default()).await.unwrap();
    assert_eq!(cut.items.len(), 100);
    assert!(matches!(cut.broken, Some(Error::NoAnswer(_))), "{:?}", cut.broken);
}

#[tokio::test]
async fn an_answer_that_is_lost_is_unknown_and_nothing_is_done_twice() {
    let rig = rig::instant().await;
    for (fault, count) in [(Moment::Before, 0), (Moment::After, 1)] {
        rig.running.faults().after(0, Fault::Drop { moment: fault });
        let outcome = rig.create(&order("a")).await;
        assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
        assert_eq!(rig.running.account().unwrap().templates.len(), count);
    }
    let calls = rig.running.faults().seen();
    assert_eq!(calls.iter().filter(|call| call.starts_with("POST")).count(), 2);
}

#[tokio::test]
async fn a_header_takes_a_file_that_was_uploaded_for_it() {
    let rig = rig::instant().await;
    let with = |handle: &str| {
        let mut payload = order("a");
        let header = json!({"type": "HEADER", "format": "IMAGE", "example": {"header_handle": [handle]}});
        payload["components"].as_array_mut().unwrap().insert(0, header);
        payload
    };
    assert_eq!(refused(rig.create(&with("4::nobody")).await), (100, None));
    let handle = rig.handle("door.png", "image/png").await.unwrap();
    rig.created(&with(&handle)).await;
    assert!(matches!(rig.handle("a.gif", "image/gif").await, Err(Error::Refused(said)) if said.code == 100));
}

#[tokio::test]
async fn a_template_of_the_library_is_approved_at_once() {
    let rig = rig::instant().await;
    let filter = LibraryFilter {
        topic: Some("ORDER_MANAGEMENT"),
        language: Some("en_US"),
        ..LibraryFilter::default()
    };
    let found = rig.graph.library_templates(&filter).await.unwrap().items;
    let one = found.iter().find(|one| one.buttons.is_some()).unwrap();
    let mut payload = json!({"name": "mine", "language": "en_US", "category": "UTILITY", "library_template_name": one.name});
    assert_eq!(refused(rig.create(&payload).await), (100, None), "its button has no address");
    payload["library_template_button_inputs"] =
        json!([{"type": "URL", "url": {"base_url": "https://shop.example/orders"}}]);
    let created = accepted(rig.create(&payload).await);
    assert_eq!(created.status, Some(TemplateStatus::Approved));
    let parts = rig.template(&created.id).await.components.unwrap();
    assert_eq!(parts[0]["text"].as_str(), one.body.as_deref());
    assert_eq!(parts[1]["buttons"][0]["url"], "https://shop.example/orders");
    payload["library_template_name"] = json!("nothing");
    assert_eq!(refused(rig.create(&payload).await), (100, None));
}

#[tokio::test]
async fn two_templates_are_compared_when_both_were_sent_often() {
    let rig = rig::instant().await;
    let (one, other) = (rig.created(&order("a")).await, rig.created(&order("b")).await);
    let (_, clock) = rig.control("GET", "clock", Value::Null).await;
    let now = clock["now"].as_i64().unwrap();
    let compare = async |days: i64| rig.graph.compare_templates(&one, &other, now - days * DAY, now).await;
    assert!(compare(7).await.is_err(), "sent too seldom");
    rig.act(&one, json!({"do": "count", "sends": 2000, "blocks": 40})).await;
    rig.act(&other, json!({"do": "count", "sends": 1000, "blocks": 5})).await;
    assert!(compare(8).await.is_err(), "no span that Meta takes");
    let compared = compare(7).await.unwrap();
    assert_eq!(compared[0].order_by_relative_metric, [other.as_str(), one.as_str()]);
    assert_eq!(compared[1].number_values.iter().map(|value| value.value).collect::<Vec<_>>(), [2000, 1000]);
}

#[tokio::test]
async fn templates_webhooks_and_what_is_to_come_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let keep = Keep::File(folder.path().join("practice.json"));
    let id = {
        let rig = rig::kept(keep.clone()).await;
        rig.done("settings", json!({"review_seconds": 60})).await;
        rig.created(&order("a")).await
    };
    let rig = rig::kept(keep).await;
    assert_eq!(rig.template(&id).await.status, Some(TemplateStatus::Pending));
    rig.goes_on(61).await;
    assert_eq!(rig.template(&id).await.status, Some(TemplateStatus::Approved));
    let (_, first) = rig.control("GET", "webhooks?limit=1", Value::Null).await;
    let after = first["after"].as_u64().unwrap();
    let (_, rest) = rig.control("GET", &format!("webhooks?after={after}"), Value::Null).await;
    assert_eq!((after, rest["data"].as_array().unwrap().len()), (1, 0));
}
