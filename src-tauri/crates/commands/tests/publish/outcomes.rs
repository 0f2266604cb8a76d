//! Every row of plan and report, and what is left at the account.

use cloud::models::FlowStatus;
use commands::publish::plan;
use commands::wire::{Code, Event, Outcome, PlanAction};
use practice::account::Rules;
use practice::{Fault, Moment, Planned};
use serde_json::json;
use wiremock::matchers::{method, path, path_regex};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::rig::{Rig, flow, open};

#[tokio::test]
async fn a_new_flow_is_created_and_published_once() {
    let rig = Rig::new(Rules::default()).await;
    let (plan, report) = rig.publish("Booking", &flow("Send"), false).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Create);
    assert_eq!(plan.rows[0].reason, "Meta does not have it yet.");
    assert!(report.complete && report.rows[0].outcome == Outcome::Published, "{report:?}");
    let flows = rig.flows();
    assert_eq!(flows.len(), 1);
    assert_eq!((flows[0].name.as_str(), &flows[0].status), ("Booking", &FlowStatus::Published));
    assert_eq!(flows[0].text.as_deref(), Some(flow("Send").as_str()));
    assert_eq!(report.rows[0].remote_id.as_deref(), Some(flows[0].id.as_str()));
    let told = rig
        .events
        .lock()
        .unwrap()
        .iter()
        .filter(|event| matches!(event, Event::PublishProgress { .. }))
        .count();
    assert_eq!(told, 4);

    let (plan, report) = rig.publish("Booking", &flow("Send"), false).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Skip);
    assert!(report.complete && report.rows[0].outcome == Outcome::Skipped, "{report:?}");
    assert_eq!(rig.flows().len(), 1);
}

#[tokio::test]
async fn a_change_is_shown_and_published() {
    let rig = Rig::new(Rules::default()).await;
    rig.publish("Booking", &flow("Send"), false).await.unwrap();
    let (plan, report) = rig.publish("Booking", &flow("Book now"), false).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Change);
    assert_eq!(plan.rows[0].reason, "You changed it since it was published.");
    let difference = &plan.rows[0].differences[0];
    assert_eq!(
        (difference.place.as_str(), difference.before.as_deref(), difference.after.as_deref()),
        ("Screen \"Book\", label of \"Book now\"", Some("Send"), Some("Book now"))
    );
    assert!(report.complete);
    assert_eq!(rig.flows()[0].published, [flow("Book now"), flow("Send")]);
}

#[tokio::test]
async fn planning_changes_nothing() {
    let rig = Rig::new(Rules::default()).await;
    rig.plan(&[("Booking", &flow("Send"))]).await.unwrap();
    assert!(rig.flows().is_empty());
    assert!(
        rig.meta.faults().seen().iter().all(|call| call.starts_with("GET ")),
        "{:?}",
        rig.meta.faults().seen()
    );
}

#[tokio::test]
async fn a_flow_with_mistakes_is_blocked_before_anything_is_sent() {
    let rig = Rig::new(Rules::default()).await;
    let (plan, report) = rig.publish("Booking", "{\"version\":", false).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Blocked);
    assert!(!plan.rows[0].blocked.is_empty());
    assert_eq!(report.rows[0].outcome, Outcome::Skipped);
    assert!(rig.flows().is_empty());
}

#[tokio::test]
async fn a_published_flow_that_cannot_be_changed_is_offered_as_a_new_one() {
    let rig = Rig::new(Rules { published_is_final: true }).await;
    rig.publish("Booking", &flow("Send"), false).await.unwrap();
    let (plan, report) = rig.publish("Booking", &flow("Book now"), false).await.unwrap();
    let row = &report.rows[0];
    assert!(row.offer_new && row.outcome == Outcome::Refused && !report.complete, "{row:?}");
    assert_eq!(row.error.as_ref().unwrap().meta.as_ref().unwrap().code, 139_001);
    assert_eq!(rig.flows()[0].text.as_deref(), Some(flow("Send").as_str()));

    let report = rig.apply(&plan, true).await.unwrap();
    assert!(report.complete, "{report:?}");
    let flows = rig.flows();
    assert_eq!(flows.iter().map(|flow| flow.name.as_str()).collect::<Vec<_>>(), ["Booking", "Booking 2"]);
    assert_eq!(flows[1].published, [flow("Book now")]);

    let (plan, report) = rig.publish("Booking", &flow("Book now"), true).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Skip, "{plan:?}");
    assert!(report.complete && rig.flows().len() == 2);
}

#[tokio::test]
async fn one_that_was_ended_is_replaced() {
    let rig = Rig::new(Rules::default()).await;
    let (_, report) = rig.publish("Booking", &flow("Send"), false).await.unwrap();
    let id = report.rows[0].remote_id.clone().unwrap();
    post(&rig, &format!("{id}/deprecate")).await;
    let (plan, report) = rig.publish("Booking", &flow("Send"), false).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Replace);
    assert!(report.complete);
    assert_eq!(rig.flows()[1].name, "Booking 2");
}

/// A call somebody else makes with the account's token.
async fn post(rig: &Rig, at: &str) {
    let mut settings = cloud::Settings::at(&format!("{}/v25.0", rig.meta.base_url())).unwrap();
    settings.patience.repeats = 0;
    let graph = cloud::Graph::new(settings, secrets::Secret::new(rig.meta.token().to_owned())).unwrap();
    let (id, verb) = at.split_once('/').unwrap();
    let id = cloud::models::FlowId::new(id).unwrap();
    match verb {
        "deprecate" => graph.deprecate_flow(&id).await.unwrap(),
        "delete" => graph.delete_flow(&id).await.unwrap(),
        text => graph.upload_flow_json(&id, text).await.unwrap(),
    };
}

#[tokio::test]
async fn what_somebody_else_changed_is_said() {
    let rig = Rig::new(Rules::default()).await;
    let (_, report) = rig.publish("Booking", &flow("Send"), false).await.unwrap();
    let id = report.rows[0].remote_id.clone().unwrap();
    post(&rig, &format!("{id}/{}", flow("Go"))).await;
    let plan = rig.plan(&[("Booking", &flow("Send"))]).await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Change);
    assert!(plan.rows[0].reason.contains("newer draft"), "{}", plan.rows[0].reason);
    assert_eq!(plan.rows[0].differences[0].before.as_deref(), Some("Go"));
}

#[tokio::test]
async fn several_flows_go_in_one_run_and_an_error_stops_the_rest() {
    let rig = Rig::new(Rules::default()).await;
    let texts = [("One", flow("1")), ("Two", flow("2")), ("Three", flow("3"))];
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let plan = rig.plan(&texts).await.unwrap();
    // The second creation meets an expired token.
    let posts = rig.meta.faults().seen().len();
    assert!(posts > 0);
    rig.meta.faults().plan(Planned { skip: 4, times: 1, fault: Fault::TokenExpired });
    let report = rig.apply(&plan, false).await.unwrap();
    let outcomes: Vec<_> = report.rows.iter().map(|row| row.outcome).collect();
    assert!(outcomes.contains(&Outcome::Unfinished) && !report.complete, "{outcomes:?}");
    let error = report.rows.iter().find_map(|row| row.error.as_ref()).unwrap();
    assert_eq!(error.code, Code::TokenNeeded);
    assert!(report.rows.last().unwrap().sentence.contains("Not begun"), "{report:?}");
    let report = rig.apply(&plan, false).await.unwrap();
    assert!(report.complete, "{report:?}");
    let mut names: Vec<_> = rig.flows().into_iter().map(|flow| flow.name).collect();
    names.sort();
    assert_eq!(names, ["One", "Three", "Two"]);
}

#[tokio::test]
async fn trouble_is_told_by_its_code() {
    for (fault, code) in [
        (Fault::RateLimited { retry_after: Some(3600), regain_minutes: 0 }, Code::RateLimited),
        (Fault::TokenExpired, Code::TokenNeeded),
        (Fault::NotJson, Code::BadAnswer),
        (Fault::Server { status: 503, moment: Moment::Before }, Code::BadAnswer),
        (Fault::Drop { moment: Moment::Before }, Code::TimedOut),
    ] {
        let rig = Rig::new(Rules::default()).await;
        rig.meta.faults().plan(Planned { skip: 0, times: 9, fault: fault.clone() });
        let error = rig.plan(&[("Booking", &flow("Send"))]).await.unwrap_err();
        assert_eq!(error.code, code, "{fault:?}");
        assert!(error.sentence.ends_with('.'), "{}", error.sentence);
    }
}

#[tokio::test]
async fn only_one_run_at_a_time_for_an_account() {
    let rig = Rig::new(Rules::default()).await;
    let plan = rig.plan(&[("Booking", &flow("Send"))]).await.unwrap();
    rig.meta.faults().after(0, Fault::Silence { moment: Moment::Before });
    let first = rig.apply(&plan, false);
    let second = async {
        rig.meta.faults().silent().await;
        rig.apply(&plan, false).await
    };
    tokio::select! {
        _ = first => panic!("the first is held"),
        second = second => assert_eq!(second.unwrap_err().code, Code::Locked),
    }
    let (other, _) = open(rig.folder.path());
    commands::account::token(&other, &rig.account.id, rig.meta.token().to_owned()).await.unwrap();
    assert!(rig.apply(&plan, false).await.unwrap().complete, "a run that was dropped lets go");
}

#[tokio::test]
async fn without_a_network_the_plan_says_so() {
    let rig = Rig::new(Rules::default()).await;
    let Rig { folder, meta, app, account, .. } = rig;
    drop(meta);
    let local = commands::publish::Local::of_file("Booking", flow("Send"));
    let error = commands::publish::plan_texts(&app, vec![local], &account.id).await.unwrap_err();
    assert!(matches!(error.code, Code::Offline | Code::TimedOut), "{error:?}");
    drop(folder);
}

#[tokio::test]
async fn an_account_or_a_flow_that_is_not_there_is_said() {
    let rig = Rig::new(Rules::default()).await;
    assert_eq!(plan(&rig.app, &[], "nobody").await.unwrap_err().code, Code::NotFound);
    assert_eq!(plan(&rig.app, &["none".to_owned()], &rig.account.id).await.unwrap_err().code, Code::NotFound);
    assert_eq!(commands::publish::apply(&rig.app, "none", &[], &[]).await.unwrap_err().code, Code::NotFound);
}

#[tokio::test]
async fn the_practice_account_is_there_without_being_connected() {
    let folder = tempfile::tempdir().unwrap();
    let (app, _) = open(folder.path());
    let local = || commands::publish::Local::of_file("Booking", flow("Send"));
    let plan = commands::publish::plan_texts(&app, vec![local()], "practice").await.unwrap();
    assert_eq!(plan.rows[0].reason, "The practice account does not have it yet.");
    assert!(commands::publish::apply(&app, &plan.id, &[], &[]).await.unwrap().complete);
    drop(app);
    let (app, _) = open(folder.path());
    let plan = commands::publish::plan_texts(&app, vec![local()], "practice").await.unwrap();
    assert_eq!(plan.rows[0].action, PlanAction::Skip, "it is kept over a restart");
}

#[tokio::test]
async fn metas_validation_errors_stand_at_their_places_as_metas_word() {
    let server = MockServer::start().await;
    let reply = |body: serde_json::Value| ResponseTemplate::new(200).set_body_json(body);
    Mock::given(path("/v25.0/debug_token"))
        .respond_with(reply(json!({"data": {"is_valid": true, "scopes": ["whatsapp_business_management"]}})))
        .mount(&server)
        .await;
    Mock::given(path("/v25.0/1/phone_numbers"))
        .respond_with(reply(json!({"data": [{"id": "2"}]})))
        .mount(&server)
        .await;
    Mock::given(method("GET"))
        .and(path("/v25.0/1/flows"))
        .respond_with(reply(json!({"data": []})))
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .and(path("/v25.0/1/flows"))
        .respond_with(reply(json!({"id": "3"})))
        .mount(&server)
        .await;
    let text = flow("Send");
    let column = u32::try_from(text.find("\"Send\"").unwrap()).unwrap() + 1;
    let error = json!({"error": "INVALID_PROPERTY_VALUE", "error_type": "FLOW_JSON_ERROR", "message": "Meta's own sentence.",
        "line_start": 1, "line_end": 1, "column_start": column, "column_end": column + 6, "pointers": [
            {"line_start": 1, "line_end": 1, "column_start": column, "column_end": column + 6, "path": "screens[0].layout.children[1].label"}]});
    Mock::given(method("POST"))
        .and(path("/v25.0/3/assets"))
        .respond_with(reply(json!({"success": true, "validation_errors": [error]})))
        .mount(&server)
        .await;
    Mock::given(path_regex("publish$"))
        .respond_with(ResponseTemplate::new(500))
        .expect(0)
        .mount(&server)
        .await;

    let folder = tempfile::tempdir().unwrap();
    let (app, _) = open(folder.path());
    let connect = commands::wire::ConnectAccount {
        name: "Salon".to_owned(),
        waba_id: "1".to_owned(),
        phone_number_id: "2".to_owned(),
        token: "canary-token-0123".to_owned(),
        base_url: Some(format!("{}/v25.0", server.uri())),
    };
    let account = commands::account::connect(&app, connect).await.unwrap();
    let local = commands::publish::Local::of_file("Booking", text.clone());
    let plan = commands::publish::plan_texts(&app, vec![local], &account.id).await.unwrap();
    let report = commands::publish::apply(&app, &plan.id, &[], &[]).await.unwrap();
    let row = &report.rows[0];
    assert_eq!(row.outcome, Outcome::Refused);
    assert!(row.sentence.contains("nothing is live yet"), "{}", row.sentence);
    let finding = &row.validation[0];
    assert_eq!(
        (finding.rule.as_str(), finding.meta_code.as_deref()),
        ("meta-says", Some("INVALID_PROPERTY_VALUE"))
    );
    assert_eq!(finding.place.span.of(&text), "\"Send\"");
    assert_eq!(finding.place.pointer.0, "/screens/0/layout/children/1/label");
    assert_eq!(finding.message, "Meta's own sentence.");
}
