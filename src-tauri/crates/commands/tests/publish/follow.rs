//! All templates of an account followed at once: nothing that was known is lost.

use commands::message;
use commands::wire::{Following, PlanAction, Standing};
use practice::{Fault, Moment, Planned};
use serde_json::{Value, json};
use wiremock::matchers::method;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::rig::Rig;
use crate::template_plans::{order, set, template};

async fn follow(rig: &Rig) -> Following {
    message::follow(&rig.app, &rig.account.id).await.unwrap()
}

fn of<'f>(following: &'f Following, id: &str) -> &'f Standing {
    &following.standings.iter().find(|known| known.message == id).unwrap().standing
}

async fn submit(rig: &Rig, name: &str) -> String {
    let id = template(rig, name, &order(name));
    message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
    id
}

/// The account gets so many templates from elsewhere.
fn filled(rig: &Rig, count: usize) {
    rig.change(|held| {
        let like = held["templates"][0].clone();
        let more = (0..count).map(|number| {
            let mut template = like.clone();
            template["id"] = json!(format!("9{number:07}"));
            template["name"] = json!(format!("other_{number}"));
            template
        });
        let more: Vec<Value> = more.collect();
        held["templates"].as_array_mut().unwrap().extend(more);
    });
}

#[tokio::test]
async fn states_are_followed_with_one_listing() {
    let rig = Rig::reviewing(0).await;
    let (a, b) = (submit(&rig, "Monday").await, submit(&rig, "Tuesday").await);
    set(&rig, &b, "/components/0", "text", order("Sunday").into());
    let listings = rig.asked("GET", "/message_templates");
    let following = follow(&rig).await;
    assert_eq!(rig.asked("GET", "/message_templates"), listings + 1);
    assert!(following.trouble.is_none() && following.asked_at.is_some() && following.others.is_empty());
    assert_eq!((of(&following, &a).status.as_str(), of(&following, &a).is_current), ("APPROVED", true));
    assert_eq!((of(&following, &b).status.as_str(), of(&following, &b).is_current), ("APPROVED", false));
    assert_eq!(of(&following, &a).quality.as_deref(), Some("UNKNOWN"));
}

/// A page of 100 of an account with 6,000 templates, as Meta lists them; the first is ours.
fn page(request: &Request, own: &str) -> ResponseTemplate {
    let after = request.url.query_pairs().find(|(name, _)| name == "after");
    let start: usize = after.map_or(0, |(_, place)| place.parse().unwrap());
    let data: Vec<Value> = (start..start + 100)
        .map(|number| {
            let id = if number == 0 { own.to_owned() } else { format!("9{number:07}") };
            json!({"id": id, "name": format!("other_{number}"), "language": "en_US", "status": "PAUSED"})
        })
        .collect();
    let end = start + 100;
    let next = (end < 6000).then(|| format!("https://graph.facebook.com/next?after={end}"));
    let paging = json!({"cursors": {"after": end.to_string()}, "next": next});
    ResponseTemplate::new(200).set_body_json(json!({"data": data, "paging": paging}))
}

#[tokio::test]
async fn of_an_account_with_6000_templates_all_are_told() {
    let mut rig = Rig::reviewing(0).await;
    let id = submit(&rig, "Monday").await;
    let own = rig.meta.account().unwrap().templates[0].id.to_string();
    rig.restart().await;
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .respond_with(move |request: &Request| page(request, &own))
        .mount(&server)
        .await;
    let account = rig.app.store(|workspace| workspace.accounts()).unwrap().remove(0);
    let elsewhere = store::Account { base_url: Some(format!("{}/v25.0", server.uri())), ..account };
    rig.app.store(|workspace| workspace.put_account(&elsewhere, 0)).unwrap();
    let following = follow(&rig).await;
    assert_eq!(following.trouble, None);
    assert_eq!((following.others.len(), following.standings.len()), (5999, 1));
    assert_eq!(of(&following, &id).status, "PAUSED");
    assert_eq!(server.received_requests().await.unwrap().len(), 60);
}

#[tokio::test]
async fn a_list_that_breaks_off_takes_nothing_for_gone_and_keeps_what_came() {
    let rig = Rig::reviewing(0).await;
    let (first, last) = (submit(&rig, "Monday").await, submit(&rig, "Tuesday").await);
    follow(&rig).await;
    // one on the first page, one on the last
    filled(&rig, 250);
    rig.change(|held| {
        let all = held["templates"].as_array_mut().unwrap();
        let end = all.len() - 1;
        all.swap(1, end);
        for template in all.iter_mut() {
            template["status"] = json!("PAUSED");
        }
    });
    rig.meta.faults().plan(Planned {
        skip: 1,
        times: 9,
        fault: Fault::Server { status: 500, moment: Moment::Before },
    });
    let following = follow(&rig).await;
    assert!(following.trouble.is_some() && following.asked_at.is_some(), "{:?}", following.trouble);
    assert_eq!(of(&following, &first).status, "PAUSED", "it came");
    assert_eq!(of(&following, &last).status, "APPROVED", "as it was last known");
    rig.meta.faults().clear();
    let whole = follow(&rig).await;
    assert_eq!((&whole.trouble, of(&whole, &last).status.as_str()), (&None, "PAUSED"));
}

#[tokio::test]
async fn without_an_answer_what_is_known_is_told() {
    let rig = Rig::reviewing(0).await;
    let id = submit(&rig, "Monday").await;
    follow(&rig).await;
    rig.meta.faults().plan(Planned { skip: 0, times: 9, fault: Fault::Drop { moment: Moment::Before } });
    let following = follow(&rig).await;
    assert!(following.trouble.is_some() && following.asked_at.is_none());
    assert_eq!(of(&following, &id).status, "APPROVED");
}

#[tokio::test]
async fn one_that_is_deleted_there_stays_here_and_its_name_is_kept_back() {
    let rig = Rig::reviewing(0).await;
    let id = submit(&rig, "Monday").await;
    let seen: i64 = of(&follow(&rig).await, &id).at.parse().unwrap();
    // What was seen in the very moment it is asked for is not taken for gone
    rig.goes_on(1);
    rig.change(|held| held["templates"] = json!([]));
    let gone = follow(&rig).await;
    assert_eq!((of(&gone, &id).status.as_str(), of(&gone, &id).at.parse()), ("DELETED", Ok(seen)));
    assert_eq!(of(&follow(&rig).await, &id).status, "DELETED", "and does not disappear");
    let row = commands::publish::plan(&rig.app, &[id], &rig.account.id).await.unwrap().rows.remove(0);
    assert_eq!(row.action, PlanAction::Wait, "{row:?}");
    assert_eq!(row.wait_until, Some((seen + 30 * 24 * 3_600_000).to_string()), "{row:?}");
}

#[tokio::test]
async fn what_meta_posts_is_written_down_as_if_it_had_been_asked() {
    let rig = Rig::reviewing(3600).await;
    let id = submit(&rig, "Monday").await;
    let held = rig.meta.account().unwrap();
    let template: u64 = held.templates[0].id.as_str().parse().unwrap();
    let posted = |seconds: i64, field: &str, mut value: Value| {
        value["message_template_id"] = json!(template);
        let time = rig.app.host().now() / 1000 + seconds;
        let change = json!({"field": field, "value": value});
        let payload = json!({"object": "whatsapp_business_account", "entry": [{"id": "1", "time": time, "changes": [change]}]});
        message::hear(&rig.app, &rig.account.id, &payload.to_string()).unwrap()
    };
    let known = || rig.app.store(|workspace| workspace.live(&id, &rig.account.id)).unwrap().unwrap();
    let rejected = json!({"event": "REJECTED", "reason": "INVALID_FORMAT", "rejection_info": {"reason": "Side by side.", "recommendation": "Add words."}});
    assert_eq!(
        posted(-3600, "message_template_status_update", rejected.clone()),
        0,
        "older than what is known"
    );
    assert_eq!(posted(1, "message_template_status_update", rejected), 1);
    assert_eq!(known().status, "REJECTED");
    assert!(known().detail.contains("Side by side. Add words."), "{}", known().detail);
    posted(2, "message_template_status_update", json!({"event": "APPROVED", "reason": "NONE"}));
    assert!(known().status == "APPROVED" && !known().detail.contains("INVALID_FORMAT"), "{}", known().detail);
    posted(3, "message_template_status_update", json!({"event": "FLAGGED", "reason": "NONE"}));
    assert_eq!(known().status, "APPROVED");
    posted(
        3,
        "message_template_quality_update",
        json!({"previous_quality_score": "GREEN", "new_quality_score": "RED"}),
    );
    posted(
        4,
        "template_category_update",
        json!({"new_category": "UTILITY", "correct_category": "MARKETING"}),
    );
    posted(
        5,
        "template_category_update",
        json!({"previous_category": "UTILITY", "new_category": "MARKETING"}),
    );
    let detail: Value = serde_json::from_str(&known().detail).unwrap();
    assert_eq!((&detail["quality"], &detail["category"]), (&json!("RED"), &json!("MARKETING")));
    assert_eq!(detail["correct_category"], Value::Null);
    posted(6, "message_template_status_update", json!({"event": "DELETED", "reason": "NONE"}));
    assert!(known().status == "DELETED" && known().text.is_some(), "it stays");
    assert_eq!(posted(7, "messages", json!({"metadata": {}})), 0);
    assert!(message::hear(&rig.app, &rig.account.id, "[]").is_err());
}

#[tokio::test]
async fn one_of_the_account_is_taken_in_once_and_is_the_same() {
    let rig = Rig::reviewing(0).await;
    let id = submit(&rig, "Monday").await;
    message::delete(&rig.app, &id).unwrap();
    let others = follow(&rig).await.others;
    assert_eq!((others.len(), others[0].name.as_str()), (1, "monday"));
    let taken = message::take(&rig.app, &rig.account.id, &others[0].id).await.unwrap();
    assert_eq!(message::take(&rig.app, &rig.account.id, &others[0].id).await.unwrap(), taken);
    let following = follow(&rig).await;
    assert!(following.others.is_empty() && of(&following, &taken).is_current, "{following:?}");
    let plan = commands::publish::plan(&rig.app, &[taken], &rig.account.id).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Skip, "{plan:?}");
}

#[tokio::test]
async fn one_with_the_name_of_an_unsent_one_here_is_that_one() {
    let rig = Rig::reviewing(0).await;
    let elsewhere = submit(&rig, "Monday").await;
    message::delete(&rig.app, &elsewhere).unwrap();
    rig.change(|held| held["templates"][0]["name"] = json!("tuesday"));
    let id = template(&rig, "Tuesday", &order("Tuesday"));
    let following = follow(&rig).await;
    assert!(following.others.is_empty(), "{following:?}");
    assert_eq!((of(&following, &id).status.as_str(), of(&following, &id).is_current), ("APPROVED", false));
}
