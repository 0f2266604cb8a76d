//! The practice account obeys what Meta's reference says, asked with our own client.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // test code

use cloud::models::{FlowId, FlowStatus, MessagingLimit, PhoneNumberId, WabaId};
use cloud::{CreateFlow, Error, Graph, Patience, Settings, UpdateFlow};
use practice::account::Rules;
use practice::{Fault, Keep, Moment, Running};
use secrets::Secret;
use std::time::Duration;

/// Legal Flow JSON with one screen.
const GOOD: &str = r#"{"version":"7.1","screens":[{"id":"BOOK","title":"Book","terminal":true,"success":true,"layout":{"type":"SingleColumnLayout","children":[{"type":"TextInput","name":"name","label":"Your name","required":true},{"type":"Footer","label":"Send","on-click-action":{"name":"complete","payload":{"name":"${form.name}"}}}]}}]}"#;
/// Not even JSON.
const BAD: &str = r#"{"version":"7.1","screens":["#;

async fn practice(rules: Rules) -> Running {
    practice::start(practice::Settings { rules, ..practice::Settings::default() }).await.unwrap()
}

fn graph_with(running: &Running, token: &str) -> Graph {
    let mut settings = Settings::at(&format!("{}/v25.0", running.base_url())).unwrap();
    settings.patience = Patience {
        repeats: 0,
        first: Duration::from_millis(1),
        longest: Duration::from_secs(1),
        exchange: Duration::from_millis(300),
    };
    Graph::new(settings, Secret::new(token.to_owned())).unwrap()
}

fn graph(running: &Running) -> Graph {
    graph_with(running, running.token())
}

fn waba(running: &Running) -> WabaId {
    WabaId::new(running.waba_id()).unwrap()
}

async fn create(running: &Running, name: &str) -> Result<FlowId, Error> {
    let new = CreateFlow { name, categories: &["OTHER"], endpoint_uri: None };
    graph(running).create_flow(&waba(running), &new).await.map(|created| created.id)
}

async fn published(running: &Running, name: &str) -> FlowId {
    let id = create(running, name).await.unwrap();
    graph(running).upload_flow_json(&id, GOOD).await.unwrap();
    graph(running).publish_flow(&id).await.unwrap();
    id
}

async fn status(running: &Running, id: &FlowId) -> FlowStatus {
    graph(running).flow(id).await.unwrap().status.unwrap()
}

#[tokio::test]
async fn a_flow_goes_from_draft_to_published_to_deprecated() {
    let running = practice(Rules::default()).await;
    let graph = graph(&running);
    let id = create(&running, "Booking").await.unwrap();
    assert_eq!(status(&running, &id).await, FlowStatus::Draft);
    assert!(graph.flow_json(&id).await.unwrap().is_none());
    assert_eq!(graph.upload_flow_json(&id, GOOD).await.unwrap().validation_errors, []);
    assert_eq!(graph.flow_json(&id).await.unwrap().as_deref(), Some(GOOD));
    assert!(graph.publish_flow(&id).await.unwrap().success);
    assert_eq!(status(&running, &id).await, FlowStatus::Published);
    assert_eq!(graph.publish_flow(&id).await.unwrap_err().code(), Some(139_002));
    assert_eq!(graph.delete_flow(&id).await.unwrap_err().code(), Some(139_004));
    graph.deprecate_flow(&id).await.unwrap();
    assert_eq!(graph.deprecate_flow(&id).await.unwrap_err().code(), Some(139_003));
    assert_eq!(graph.upload_flow_json(&id, GOOD).await.unwrap_err().code(), Some(139_001));
    assert_eq!(graph.flow(&id).await.unwrap().json_version.as_deref(), Some("7.1"));
}

#[tokio::test]
async fn names_are_unique_and_required() {
    let running = practice(Rules::default()).await;
    let id = create(&running, "Booking").await.unwrap();
    let other = create(&running, "Survey").await.unwrap();
    assert_eq!(create(&running, "Booking").await.unwrap_err().code(), Some(100));
    assert_eq!(create(&running, " ").await.unwrap_err().code(), Some(100));
    let rename = |name| UpdateFlow { name: Some(name), ..UpdateFlow::default() };
    assert_eq!(graph(&running).update_flow(&other, &rename("Booking")).await.unwrap_err().code(), Some(100));
    graph(&running).update_flow(&id, &rename("Booking")).await.unwrap();
    graph(&running).update_flow(&id, &rename("Visits")).await.unwrap();
    create(&running, "Booking").await.unwrap();
    let names: Vec<_> =
        graph(&running).flows(&waba(&running)).await.unwrap().into_iter().map(|f| f.name.unwrap()).collect();
    assert_eq!(names, ["Visits", "Survey", "Booking"]);
}

#[tokio::test]
async fn categories_and_endpoints_are_checked() {
    let running = practice(Rules::default()).await;
    for (categories, endpoint_uri) in
        [(vec![], None), (vec!["HOBBY"], None), (vec!["OTHER"], Some("http://a.example"))]
    {
        let new = CreateFlow { name: "Booking", categories: &categories, endpoint_uri };
        let error = graph(&running).create_flow(&waba(&running), &new).await.unwrap_err();
        assert_eq!(error.code(), Some(100), "{categories:?}");
    }
    assert!(running.account().unwrap().flows.is_empty());
}

#[tokio::test]
async fn errors_in_flow_json_come_back_and_stop_publishing() {
    let running = practice(Rules::default()).await;
    let id = create(&running, "Booking").await.unwrap();
    assert_eq!(
        graph(&running).publish_flow(&id).await.unwrap_err().code(),
        Some(139_002),
        "nothing uploaded yet"
    );
    let errors = graph(&running).upload_flow_json(&id, BAD).await.unwrap().validation_errors;
    assert!(!errors.is_empty());
    assert_eq!(errors[0].error_type, "FLOW_JSON_ERROR");
    assert_eq!(graph(&running).flow(&id).await.unwrap().validation_errors, Some(errors));
    assert_eq!(graph(&running).publish_flow(&id).await.unwrap_err().code(), Some(139_002));
    graph(&running).upload_flow_json(&id, GOOD).await.unwrap();
    graph(&running).publish_flow(&id).await.unwrap();
}

#[tokio::test]
async fn a_flow_with_an_endpoint_needs_its_address() {
    let running = practice(Rules::default()).await;
    let id = create(&running, "Booking").await.unwrap();
    let text = GOOD.replacen(
        "{\"version\":\"7.1\",",
        "{\"version\":\"7.1\",\"data_api_version\":\"3.0\",\"routing_model\":{\"BOOK\":[]},",
        1,
    );
    assert_eq!(graph(&running).upload_flow_json(&id, &text).await.unwrap().validation_errors, []);
    assert_eq!(graph(&running).publish_flow(&id).await.unwrap_err().code(), Some(139_002));
    let change = UpdateFlow { endpoint_uri: Some("https://salon.example/flow"), ..UpdateFlow::default() };
    graph(&running).update_flow(&id, &change).await.unwrap();
    graph(&running).publish_flow(&id).await.unwrap();
}

#[tokio::test]
async fn changing_a_published_flow_makes_it_a_draft_and_keeps_what_was_published() {
    let running = practice(Rules::default()).await;
    let id = published(&running, "Booking").await;
    let newer = GOOD.replace("Send", "Book now");
    graph(&running).upload_flow_json(&id, &newer).await.unwrap();
    assert_eq!(status(&running, &id).await, FlowStatus::Draft);
    assert_eq!(running.account().unwrap().flows[0].published, [GOOD]);
    assert_eq!(graph(&running).delete_flow(&id).await.unwrap_err().code(), Some(139_004));
    graph(&running).publish_flow(&id).await.unwrap();
    assert_eq!(running.account().unwrap().flows[0].published, [newer.as_str(), GOOD]);
}

#[tokio::test]
async fn where_published_is_final_changing_is_refused() {
    let running = practice(Rules { published_is_final: true }).await;
    let id = published(&running, "Booking").await;
    assert_eq!(graph(&running).upload_flow_json(&id, GOOD).await.unwrap_err().code(), Some(139_001));
    let rename = UpdateFlow { name: Some("Visits"), ..UpdateFlow::default() };
    assert_eq!(graph(&running).update_flow(&id, &rename).await.unwrap_err().code(), Some(139_001));
    assert_eq!(status(&running, &id).await, FlowStatus::Published);
}

#[tokio::test]
async fn only_drafts_are_deleted_and_what_is_gone_is_unknown() {
    let running = practice(Rules::default()).await;
    let id = create(&running, "Booking").await.unwrap();
    graph(&running).delete_flow(&id).await.unwrap();
    let error = graph(&running).flow(&id).await.unwrap_err();
    assert_eq!((error.code(), error.said().unwrap().subcode), (Some(100), Some(33)));
    assert!(running.account().unwrap().flows.is_empty());
}

#[tokio::test]
async fn lists_come_in_pages() {
    let running = practice(Rules::default()).await;
    let graph = graph(&running);
    let all: Vec<String> = (0..205).map(|number| format!("Flow {number}")).collect();
    for name in &all {
        let new = CreateFlow { name, categories: &["OTHER"], endpoint_uri: None };
        graph.create_flow(&waba(&running), &new).await.unwrap();
    }
    let flows = graph.flows(&waba(&running)).await.unwrap();
    assert_eq!(flows.into_iter().map(|flow| flow.name.unwrap()).collect::<Vec<_>>(), all);
    let pages = running.faults().seen().iter().filter(|line| line.starts_with("GET")).count();
    assert_eq!(pages, 3);
}

#[tokio::test]
async fn token_account_and_number_are_described() {
    let running = practice(Rules::default()).await;
    let token = graph(&running).debug_token().await.unwrap();
    assert!(token.is_valid && token.scopes.contains(&"whatsapp_business_management".to_owned()));
    assert_eq!(graph(&running).waba(&waba(&running)).await.unwrap().name, "Practice account");
    let number = PhoneNumberId::new(running.phone_number_id()).unwrap();
    let listed = graph(&running).phone_numbers(&waba(&running)).await.unwrap();
    assert_eq!(listed, [graph(&running).phone_number(&number).await.unwrap()]);
    assert_eq!(listed[0].whatsapp_business_manager_messaging_limit, Some(MessagingLimit::Tier250));
    let id = create(&running, "Booking").await.unwrap();
    let preview = graph(&running).flow_preview(&id, false).await.unwrap().unwrap();
    assert!(preview.preview_url.starts_with(&running.base_url()));
}

#[tokio::test]
async fn a_wrong_token_is_refused_as_meta_does() {
    let running = practice(Rules::default()).await;
    let error = graph_with(&running, "PRACTICE-wrong").flows(&waba(&running)).await.unwrap_err();
    assert!(matches!(error, Error::Token(_)));
    assert_eq!(running.faults().seen(), Vec::<String>::new());
}

#[tokio::test]
async fn a_file_keeps_the_account_across_runs_and_is_shared() {
    let folder = tempfile::tempdir().unwrap();
    let keep = Keep::File(folder.path().join("practice.json"));
    let start =
        || practice::start(practice::Settings { keep: keep.clone(), ..practice::Settings::default() });
    let first = start().await.unwrap();
    let id = published(&first, "Booking").await;
    let second = start().await.unwrap();
    assert_eq!(second.waba_id(), first.waba_id());
    assert_eq!(status(&second, &id).await, FlowStatus::Published);
    create(&second, "Survey").await.unwrap();
    assert_eq!(create(&first, "Survey").await.unwrap_err().code(), Some(100), "both see both");
    let text = std::fs::read_to_string(folder.path().join("practice.json")).unwrap();
    assert!(!text.contains(first.token()) && !text.contains(second.token()));
}

#[tokio::test]
async fn it_fails_when_told_to() {
    let running = practice(Rules::default()).await;
    let faults = running.faults();
    let flows = || running.account().unwrap().flows.len();

    faults.after(0, Fault::RateLimited { retry_after: Some(30), regain_minutes: 0 });
    let error = create(&running, "A").await.unwrap_err();
    assert!(
        matches!(&error, Error::RateLimited { after: Some(after), .. } if *after == Duration::from_secs(30))
    );
    faults.after(0, Fault::TokenExpired);
    assert!(matches!(create(&running, "A").await.unwrap_err(), Error::Token(_)));
    for (fault, effect) in [
        (Fault::Server { status: 503, moment: Moment::Before }, 0),
        (Fault::Drop { moment: Moment::Before }, 0),
        (Fault::Silence { moment: Moment::Before }, 0),
        (Fault::Server { status: 500, moment: Moment::After }, 1),
        (Fault::Drop { moment: Moment::After }, 1),
        (Fault::Silence { moment: Moment::After }, 1),
        (Fault::NotJson, 1),
        (Fault::CutReply { bytes: 0 }, 1),
        (Fault::CutReply { bytes: 100 }, 1),
    ] {
        let before = flows();
        faults.after(0, fault.clone());
        let error = create(&running, &format!("{fault:?}")).await.unwrap_err();
        assert!(error.may_have_acted(), "{fault:?}: {error:?}");
        assert_eq!(flows() - before, effect, "{fault:?}");
    }
    create(&running, "at last").await.unwrap();
}

#[tokio::test]
async fn a_fault_can_be_due_later_and_last() {
    let running = practice(Rules::default()).await;
    running.faults().plan(practice::Planned { skip: 1, times: 2, fault: Fault::TokenExpired });
    let tries = [
        create(&running, "A").await,
        create(&running, "B").await,
        create(&running, "C").await,
        create(&running, "D").await,
    ];
    assert_eq!(tries.map(|result| result.is_ok()), [true, false, false, true]);
}
