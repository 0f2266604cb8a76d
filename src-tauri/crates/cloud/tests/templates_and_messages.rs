//! Calls for message templates, files and messages: what goes out, what comes back, what is never repeated.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // test code

use std::time::Duration;

use cloud::models::{
    Acceptance, AppId, PhoneNumberId, QualityScore, RejectedReason, TemplateCategory, TemplateId,
    TemplateStatus, WabaId,
};
use cloud::{Error, File, Graph, LibraryFilter, Outcome, Patience, Settings, TemplateFilter};
use secrets::Secret;
use serde_json::json;
use tokio::net::TcpListener;
use wiremock::matchers::{any, body_json, header, method, path, query_param, query_param_is_missing};
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Written as nobody but its author would.
const TEMPLATE: &str =
    "{ \"name\":\"order_update\",\"language\" : \"en\",\n \"category\":\"UTILITY\", \"components\":[ ] }";
const MESSAGE: &str = "{\"to\":\"+15550100\",  \"type\":\"text\",\"messaging_product\":\"whatsapp\",\"text\":{\"body\":\"Hi\\u0021\"}}";

fn waba() -> WabaId {
    WabaId::new("111").unwrap()
}

fn template() -> TemplateId {
    TemplateId::new("222").unwrap()
}

fn number() -> PhoneNumberId {
    PhoneNumberId::new("333").unwrap()
}

fn graph(server: &MockServer) -> Graph {
    let mut settings = Settings::at(&format!("{}/v25.0", server.uri())).unwrap();
    settings.patience = Patience {
        repeats: 2,
        first: Duration::from_millis(1),
        longest: Duration::from_secs(2),
        exchange: Duration::from_millis(300),
    };
    Graph::new(settings, Secret::new("canary-token-0123".to_owned())).unwrap()
}

/// A server that answers exactly this one call, with the token.
async fn answers(verb: &str, at: &str, reply: serde_json::Value) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method(verb))
        .and(path(at))
        .and(header("authorization", "Bearer canary-token-0123"))
        .respond_with(ResponseTemplate::new(200).set_body_json(reply))
        .expect(1)
        .mount(&server)
        .await;
    server
}

async fn always(reply: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(reply).mount(&server).await;
    server
}

async fn seen(server: &MockServer) -> usize {
    server.received_requests().await.unwrap().len()
}

async fn body(server: &MockServer) -> String {
    String::from_utf8(server.received_requests().await.unwrap()[0].body.clone()).unwrap()
}

fn accepted<T>(outcome: Outcome<T>) -> T {
    match outcome {
        Outcome::Accepted(done) => done,
        Outcome::Refused(error) | Outcome::Unknown(error) => panic!("{error}"),
    }
}

#[tokio::test]
async fn payloads_go_out_as_the_bytes_they_are() {
    let reply = json!({"id": "222", "status": "PENDING", "category": "MARKETING"});
    let server = answers("POST", "/v25.0/111/message_templates", reply).await;
    let created = accepted(graph(&server).create_template(&waba(), TEMPLATE).await);
    assert_eq!((created.id, created.status), (template(), Some(TemplateStatus::Pending)));
    assert_eq!(created.category, Some(TemplateCategory::Marketing));
    assert_eq!(body(&server).await, TEMPLATE);

    let server = answers("POST", "/v25.0/222", json!({"success": true})).await;
    assert!(accepted(graph(&server).edit_template(&template(), TEMPLATE).await).success);
    assert_eq!(body(&server).await, TEMPLATE);

    let reply = json!({"messaging_product": "whatsapp", "contacts": [{"input": "+15550100", "wa_id": "15550100"}],
        "messages": [{"id": "wamid.A", "message_status": "held_for_quality_assessment"}]});
    let server = answers("POST", "/v25.0/333/messages", reply).await;
    let sent = accepted(graph(&server).send_message(&number(), MESSAGE).await);
    assert_eq!((sent.id(), sent.contacts[0].wa_id.as_deref()), (Some("wamid.A"), Some("15550100")));
    assert_eq!(sent.messages[0].message_status, Some(Acceptance::HeldForQualityAssessment));
    assert_eq!(body(&server).await, MESSAGE);
}

#[tokio::test]
async fn what_may_have_arrived_is_unknown_and_never_sent_again() {
    let troubles = [
        ResponseTemplate::new(200).set_delay(Duration::from_mins(1)),
        ResponseTemplate::new(500),
        ResponseTemplate::new(200).set_body_string("<html>canary</html>"),
        ResponseTemplate::new(400).set_body_json(json!({"error": {"message": "busy", "code": 131_016}})),
    ];
    for trouble in troubles {
        let server = always(trouble).await;
        let graph = graph(&server);
        let unknown = |error: Option<&Error>| assert!(error.unwrap().may_have_acted());
        let outcome = graph.create_template(&waba(), TEMPLATE).await;
        assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
        unknown(outcome.error());
        let outcome = graph.send_message(&number(), MESSAGE).await;
        assert!(matches!(outcome, Outcome::Unknown(_)), "{outcome:?}");
        assert!(matches!(graph.edit_template(&template(), "{}").await, Outcome::Unknown(_)));
        assert!(matches!(graph.delete_template(&waba(), "a").await, Outcome::Unknown(_)));
        assert!(matches!(
            graph.delete_template_language(&waba(), &template(), "a").await,
            Outcome::Unknown(_)
        ));
        assert_eq!(seen(&server).await, 5);
    }
}

#[tokio::test]
async fn what_was_not_done_is_refused_with_metas_words() {
    let said = json!({"error": {"message": "(#100) Invalid", "code": 100, "error_subcode": 2_388_299,
        "error_data": {"details": "a variable at the end"}}});
    let server = always(ResponseTemplate::new(400).set_body_json(said)).await;
    let Outcome::Refused(error) = graph(&server).create_template(&waba(), TEMPLATE).await else {
        panic!("not refused")
    };
    assert_eq!(error.said().unwrap().subcode, Some(2_388_299));
    assert_eq!(seen(&server).await, 1);
    // Without a connection nothing was sent.
    let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let settings = Settings::at(&format!("http://{address}/v25.0")).unwrap();
    let alone = Graph::new(settings, Secret::new("canary-token-0123".to_owned())).unwrap();
    let outcome = alone.send_message(&number(), MESSAGE).await;
    assert!(matches!(outcome, Outcome::Refused(Error::NotSent(_))), "{outcome:?}");
}

#[tokio::test]
async fn too_many_calls_are_waited_out_as_nothing_was_done() {
    let server = MockServer::start().await;
    let busy = json!({"error": {"message": "slow", "code": 130_429}});
    Mock::given(any())
        .respond_with(ResponseTemplate::new(400).set_body_json(busy))
        .up_to_n_times(2)
        .mount(&server)
        .await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"messages": [{"id": "wamid.A"}]})))
        .mount(&server)
        .await;
    assert_eq!(accepted(graph(&server).send_message(&number(), MESSAGE).await).id(), Some("wamid.A"));
    assert_eq!(seen(&server).await, 3);
}

fn page(id: &str, after: Option<&str>) -> serde_json::Value {
    let next = after.map(|_| "https://elsewhere.example/never-followed");
    json!({"data": [{"id": id, "name": "order", "status": "APPROVED", "category": "UTILITY", "language": "en",
        "quality_score": {"score": "YELLOW", "date": 1_795_000_000}, "rejected_reason": "NONE", "components": []}],
        "paging": {"cursors": {"before": "b", "after": after}, "next": next}})
}

#[tokio::test]
async fn a_list_is_asked_for_as_wanted_and_read_by_cursors() {
    let server = MockServer::start().await;
    let at = || {
        Mock::given(method("GET"))
            .and(path("/v25.0/111/message_templates"))
            .and(query_param("name", "order"))
            .and(query_param("status", "APPROVED"))
            .and(query_param("category", "UTILITY"))
            .and(query_param("language", "en"))
            .and(query_param("fields", "id,name"))
    };
    let reply = |body| ResponseTemplate::new(200).set_body_json(body);
    at().and(query_param_is_missing("after")).respond_with(reply(page("1", Some("A")))).mount(&server).await;
    at().and(query_param("after", "A")).respond_with(reply(page("2", None))).mount(&server).await;
    let filter = TemplateFilter {
        name: Some("order"),
        status: Some("APPROVED"),
        category: Some("UTILITY"),
        language: Some("en"),
        fields: Some("id,name"),
    };
    let listing = graph(&server).templates(&waba(), &filter).await.unwrap();
    assert!(listing.broken.is_none());
    assert_eq!(listing.items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(listing.items[0].quality_score.as_ref().unwrap().score, QualityScore::Yellow);
    assert_eq!(listing.items[0].rejected_reason, Some(RejectedReason::None));
}

#[tokio::test]
async fn a_later_page_that_fails_leaves_what_came() {
    let server = MockServer::start().await;
    let at = || Mock::given(method("GET")).and(path("/v25.0/111/message_templates"));
    at().and(query_param_is_missing("after"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page("1", Some("A"))))
        .mount(&server)
        .await;
    at().and(query_param("after", "A")).respond_with(ResponseTemplate::new(503)).mount(&server).await;
    let listing = graph(&server).templates(&waba(), &TemplateFilter::default()).await.unwrap();
    assert_eq!(listing.items.len(), 1);
    assert!(matches!(listing.broken, Some(Error::Server { status: 503, .. })), "{:?}", listing.broken);
    assert_eq!(seen(&server).await, 4, "one page, and the second tried three times");
    let server = always(ResponseTemplate::new(503)).await;
    assert!(graph(&server).templates(&waba(), &TemplateFilter::default()).await.is_err());
}

#[tokio::test]
async fn one_template_is_read_deleted_and_sent_again() {
    let server = answers("GET", "/v25.0/222", json!({"id": "222", "status": "ON_HOLD", "novelty": 1})).await;
    let read = graph(&server).template(&template(), None).await.unwrap();
    assert_eq!(read.status, Some(TemplateStatus::Other("ON_HOLD".to_owned())));
    let asked = server.received_requests().await.unwrap()[0].url.query().unwrap().to_owned();
    assert!(asked.contains("correct_category") && asked.contains("quality_score"), "{asked}");

    for (id, query) in [(None, "name=order"), (Some(template()), "hsm_id=222&name=order")] {
        let server = answers("DELETE", "/v25.0/111/message_templates", json!({"success": true})).await;
        let outcome = match &id {
            None => graph(&server).delete_template(&waba(), "order").await,
            Some(id) => graph(&server).delete_template_language(&waba(), id, "order").await,
        };
        assert!(accepted(outcome).success);
        assert_eq!(server.received_requests().await.unwrap()[0].url.query(), Some(query));
    }
    let server = answers("POST", "/v25.0/222/unpause", json!({"success": true})).await;
    assert!(graph(&server).unpause_template(&template()).await.unwrap().success);
}

#[tokio::test]
async fn the_library_is_searched_and_two_templates_are_compared() {
    let reply = json!({"data": [{"name": "delivery_update_1", "language": "en_US", "category": "UTILITY",
        "topic": "ORDER_MANAGEMENT", "body": "Hi {{1}}", "body_param_types": ["TEXT"], "id": "9"}]});
    let server = answers("GET", "/v25.0/message_template_library", reply).await;
    let filter =
        LibraryFilter { search: Some("delivery"), language: Some("en_US"), ..LibraryFilter::default() };
    let found = graph(&server).library_templates(&filter).await.unwrap().items;
    assert_eq!((found[0].name.as_str(), &found[0].rest["id"]), ("delivery_update_1", &json!("9")));
    let reply = json!({"data": [
        {"metric": "BLOCK_RATE", "type": "RELATIVE", "order_by_relative_metric": ["5", "222"]},
        {"metric": "MESSAGE_SENDS", "type": "NUMBER_VALUES", "number_values": [{"key": "5", "value": 1273}]},
        {"metric": "TOP_BLOCK_REASON", "type": "STRING_VALUES", "string_values": [{"key": "5", "value": "SPAM"}]}]});
    let server = answers("GET", "/v25.0/222/compare", reply).await;
    let other = TemplateId::new("5").unwrap();
    let compared = graph(&server).compare_templates(&template(), &other, 100, 200).await.unwrap();
    assert_eq!(compared[0].order_by_relative_metric, ["5", "222"]);
    assert_eq!(
        (compared[1].number_values[0].value, compared[2].string_values[0].value.as_str()),
        (1273, "SPAM")
    );
    let asked = server.received_requests().await.unwrap()[0].url.query().unwrap().to_owned();
    assert_eq!(asked, "template_ids=%5B5%5D&start=100&end=200");
}

#[tokio::test]
async fn a_header_is_uploaded_in_a_session() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v25.0/444/uploads"))
        .and(query_param("file_name", "door.png"))
        .and(query_param("file_length", "3"))
        .and(query_param("file_type", "image/png"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"id": "upload:MTph==?sig=ARa"})))
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .and(path("/v25.0/upload:MTph=="))
        .and(query_param("sig", "ARa"))
        .and(header("authorization", "OAuth canary-token-0123"))
        .and(header("file_offset", "0"))
        .and(header("content-type", "image/png"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"h": "4::aW"})))
        .mount(&server)
        .await;
    let file = File { name: "door.png", media_type: "image/png", bytes: vec![0, 255, 7].into() };
    let handle = graph(&server).header_handle(&AppId::new("444").unwrap(), &file).await.unwrap();
    assert_eq!(handle, "4::aW");
    assert_eq!(server.received_requests().await.unwrap()[1].body, [0, 255, 7]);
    let server = always(ResponseTemplate::new(200).set_body_json(json!({"id": "../me"}))).await;
    let error = graph(&server).header_handle(&AppId::new("444").unwrap(), &file).await.unwrap_err();
    assert!(matches!(error, Error::BadAnswer { .. }));
    assert_eq!(seen(&server).await, 1);
}

#[tokio::test]
async fn a_file_is_uploaded_as_a_form_with_its_name_and_type() {
    let server = answers("POST", "/v25.0/333/media", json!({"id": "777"})).await;
    let file = File { name: "menü.pdf", media_type: "application/pdf", bytes: "%PDF".into() };
    let media = graph(&server).upload_media(&number(), &file).await.unwrap().id;
    assert_eq!(media.as_str(), "777");
    let sent = body(&server).await;
    for part in
        ["name=\"messaging_product\"\r\n\r\nwhatsapp\r\n", "Content-Type: application/pdf\r\n\r\n%PDF\r\n"]
    {
        assert!(sent.contains(part), "{sent}");
    }
    let wrong = File { media_type: "no\nkind", ..file };
    let error = graph(&server).upload_media(&number(), &wrong).await.unwrap_err();
    assert!(matches!(error, Error::NotSent(_)), "{error:?}");

    let server = MockServer::start().await;
    let link = format!("{}/files/7", server.uri());
    let described =
        json!({"id": "777", "url": link, "mime_type": "application/pdf", "sha256": "a", "file_size": 4});
    Mock::given(path("/v25.0/777"))
        .respond_with(ResponseTemplate::new(200).set_body_json(described))
        .mount(&server)
        .await;
    Mock::given(path("/files/7"))
        .respond_with(ResponseTemplate::new(200).set_body_string("%PDF"))
        .mount(&server)
        .await;
    let described = graph(&server).media(&media).await.unwrap();
    assert_eq!(graph(&server).download_media(&described, 100).await.unwrap(), "%PDF");
    let server = answers("DELETE", "/v25.0/777", json!({"success": true})).await;
    assert!(accepted(graph(&server).delete_media(&media).await).success);
}

#[tokio::test]
async fn a_message_is_marked_as_read() {
    let receipt = json!({"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A"});
    let typing = json!({"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.A",
        "typing_indicator": {"type": "text"}});
    for (is_typing, expected) in [(false, receipt), (true, typing)] {
        let server = MockServer::start().await;
        Mock::given(method("POST"))
            .and(path("/v25.0/333/messages"))
            .and(body_json(expected))
            .respond_with(ResponseTemplate::new(200).set_body_json(json!({"success": true})))
            .expect(1)
            .mount(&server)
            .await;
        assert!(graph(&server).mark_read(&number(), "wamid.A", is_typing).await.unwrap().success);
    }
}
