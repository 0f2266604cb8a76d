//! Everything that can come back instead of an answer, and what may be done again.
#![allow(clippy::unwrap_used, clippy::panic)] // test code

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cloud::models::{FlowId, WabaId};
use cloud::{CreateFlow, Error, Graph, Patience, Settings};
use secrets::Secret;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

const NEW: CreateFlow<'static> = CreateFlow { name: "Booking", categories: &["OTHER"], endpoint_uri: None };

fn waba() -> WabaId {
    WabaId::new("111").unwrap()
}

fn flow() -> FlowId {
    FlowId::new("222").unwrap()
}

fn graph(base: &str) -> Graph {
    let mut settings = Settings::at(&format!("{base}/v25.0")).unwrap();
    let moment = Duration::from_millis(1);
    settings.patience = Patience {
        repeats: 2,
        first: moment,
        longest: Duration::from_secs(2),
        exchange: Duration::from_millis(300),
    };
    Graph::new(settings, Secret::new("canary-token-0123".to_owned())).unwrap()
}

/// A server that answers everything alike; how many requests it saw is asked with [`seen`].
async fn always(reply: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(reply).mount(&server).await;
    server
}

async fn seen(server: &MockServer) -> usize {
    server.received_requests().await.unwrap().len()
}

fn error(status: u16, body: &serde_json::Value) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(json!({ "error": body }))
}

#[tokio::test]
async fn metas_words_are_all_kept() {
    let server = always(error(
        400,
        &json!({"message": "(#100) Invalid parameter", "type": "OAuthException", "code": 100, "error_subcode": 4_016_019,
            "error_user_title": "Name taken", "error_user_msg": "Choose another name.",
            "error_data": {"messaging_product": "whatsapp", "details": "name"}, "fbtrace_id": "A1"}),
    ))
    .await;
    let error = graph(&server.uri()).create_flow(&waba(), &NEW).await.unwrap_err();
    let said = error.said().unwrap();
    assert!(matches!(error, Error::Refused(_)) && !error.may_have_acted());
    assert_eq!((said.code, said.subcode), (100, Some(4_016_019)));
    assert_eq!(said.user_title.as_deref(), Some("Name taken"));
    assert_eq!(said.words(), "Choose another name.");
    assert_eq!((said.details(), said.trace.as_deref()), (Some("name"), Some("A1")));
    assert_eq!(seen(&server).await, 1);
}

#[tokio::test]
async fn error_data_may_be_text() {
    for data in [json!("{\"details\":\"why\"}"), json!("why")] {
        let server = always(error(400, &json!({"message": "m", "code": 100, "error_data": data}))).await;
        let error = graph(&server.uri()).flow(&flow()).await.unwrap_err();
        assert_eq!(error.said().unwrap().details(), Some("why"));
    }
}

#[tokio::test]
async fn an_expired_token_is_told_apart_and_not_tried_again() {
    for code in [190, 0] {
        let server =
            always(error(401, &json!({"message": "expired", "type": "OAuthException", "code": code}))).await;
        let error = graph(&server.uri()).flow(&flow()).await.unwrap_err();
        assert!(matches!(error, Error::Token(_)), "{error:?}");
        assert_eq!(seen(&server).await, 1);
    }
}

#[tokio::test]
async fn too_many_requests_are_waited_out_even_for_a_creation() {
    for reply in [
        ResponseTemplate::new(429).insert_header("Retry-After", "0"),
        error(400, &json!({"message": "slow", "code": 80007})),
        error(400, &json!({"message": "slow", "code": 4})),
    ] {
        let server = always(reply).await;
        let error = graph(&server.uri()).create_flow(&waba(), &NEW).await.unwrap_err();
        assert!(matches!(error, Error::RateLimited { .. }) && !error.may_have_acted(), "{error:?}");
        assert_eq!(seen(&server).await, 3);
    }
}

#[tokio::test]
async fn a_wait_longer_than_our_patience_is_handed_to_the_caller() {
    let server = always(ResponseTemplate::new(429).insert_header("Retry-After", "3600")).await;
    let error = graph(&server.uri()).flow(&flow()).await.unwrap_err();
    assert!(
        matches!(error, Error::RateLimited { after: Some(after), .. } if after == Duration::from_hours(1))
    );
    assert_eq!(seen(&server).await, 1);
}

#[tokio::test]
async fn while_meta_takes_no_calls_none_is_made() {
    let usage = r#"{"111":[{"type":"whatsapp_business_management","call_count":100,"estimated_time_to_regain_access":7}]}"#;
    let server = always(
        ResponseTemplate::new(200)
            .insert_header("X-Business-Use-Case-Usage", usage)
            .insert_header("X-App-Usage", r#"{"call_count":91}"#)
            .set_body_json(json!({"id": "222"})),
    )
    .await;
    let graph = graph(&server.uri());
    graph.flow(&flow()).await.unwrap();
    assert_eq!(graph.usage().app.unwrap().call_count, 91);
    for _ in 0..1000 {
        let error = graph.flow(&flow()).await.unwrap_err();
        assert!(
            matches!(error, Error::RateLimited { after: Some(after), .. } if after > Duration::from_mins(6))
        );
    }
    assert_eq!(seen(&server).await, 1);
}

#[tokio::test]
async fn server_trouble_is_tried_again_for_reads_and_uploads_and_never_for_creations() {
    for reply in [
        ResponseTemplate::new(500),
        ResponseTemplate::new(503).set_body_string("<html>down</html>"),
        error(500, &json!({"message": "oops", "code": 131_000})),
        error(400, &json!({"message": "oops", "code": 2, "is_transient": true})),
        error(400, &json!({"message": "processing", "code": 139_001, "is_transient": true})),
    ] {
        let server = always(reply).await;
        let graph = graph(&server.uri());
        let failed = graph.flow(&flow()).await.unwrap_err();
        assert!(matches!(failed, Error::Server { .. }) && failed.may_have_acted(), "{failed:?}");
        assert_eq!(seen(&server).await, 3);
        graph.upload_flow_json(&flow(), "{}").await.unwrap_err();
        assert_eq!(seen(&server).await, 6);
        graph.create_flow(&waba(), &NEW).await.unwrap_err();
        graph.publish_flow(&flow()).await.unwrap_err();
        graph.delete_flow(&flow()).await.unwrap_err();
        assert_eq!(seen(&server).await, 9);
    }
}

#[tokio::test]
async fn it_works_again_after_trouble() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(500)).up_to_n_times(2).mount(&server).await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"id": "222"})))
        .mount(&server)
        .await;
    assert_eq!(graph(&server.uri()).flow(&flow()).await.unwrap().id, flow());
}

#[tokio::test]
async fn what_is_not_json_or_not_whole_is_a_bad_answer_without_its_text() {
    for body in ["<html>canary</html>", "", "{\"id\": \"22", "[]", "{\"id\": \"canary\"}", "null"] {
        let server = always(ResponseTemplate::new(200).set_body_string(body)).await;
        let error = graph(&server.uri()).create_flow(&waba(), &NEW).await.unwrap_err();
        assert!(
            matches!(error, Error::BadAnswer { status: 200, .. }) && error.may_have_acted(),
            "{body}: {error:?}"
        );
        assert!(!format!("{error:?} {error}").contains("canary"), "{error:?}");
        assert_eq!(seen(&server).await, 1);
    }
    for status in [302, 404, 418] {
        let server = always(ResponseTemplate::new(status).set_body_string("no json")).await;
        let error = graph(&server.uri()).flow(&flow()).await.unwrap_err();
        assert!(matches!(error, Error::BadAnswer { status: at, .. } if at == status), "{error:?}");
    }
}

#[tokio::test]
async fn an_error_under_a_good_status_is_an_error() {
    let server = always(error(200, &json!({"message": "no", "code": 139_004}))).await;
    let error = graph(&server.uri()).delete_flow(&flow()).await.unwrap_err();
    assert_eq!(error.code(), Some(139_004));
}

#[tokio::test]
async fn a_time_out_leaves_it_open_and_only_reads_are_repeated() {
    let server = always(ResponseTemplate::new(200).set_delay(Duration::from_mins(1))).await;
    let graph = graph(&server.uri());
    let error = graph.create_flow(&waba(), &NEW).await.unwrap_err();
    assert!(matches!(error, Error::NoAnswer(outbound::Error::TimedOut)) && error.may_have_acted());
    graph.flow(&flow()).await.unwrap_err();
    let begun = seen(&server).await;
    assert_eq!(begun, 4);
}

/// A server that reads a request and closes the connection after writing `reply`.
async fn breaks_after(reply: &'static [u8]) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let counter = count.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counter.fetch_add(1, Ordering::SeqCst);
            let mut head = [0; 4096];
            let _ = stream.read(&mut head).await;
            let _ = stream.write_all(reply).await;
        }
    });
    (base, count)
}

#[tokio::test]
async fn a_connection_that_drops_leaves_it_open_and_only_reads_are_repeated() {
    for reply in [&b""[..], b"HTTP/1.1 2", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"id\": \"2"] {
        let (base, count) = breaks_after(reply).await;
        let graph = graph(&base);
        let error = graph.create_flow(&waba(), &NEW).await.unwrap_err();
        assert!(
            matches!(error, Error::NoAnswer(outbound::Error::Broken(_))) && error.may_have_acted(),
            "{error:?}"
        );
        assert_eq!(count.load(Ordering::SeqCst), 1);
        graph.flow(&flow()).await.unwrap_err();
        assert_eq!(count.load(Ordering::SeqCst), 4);
    }
}

#[tokio::test]
async fn without_a_network_nothing_was_done() {
    let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = graph(&format!("http://{address}")).create_flow(&waba(), &NEW).await.unwrap_err();
    assert!(
        matches!(error, Error::NotSent(outbound::Error::Unreachable(_))) && !error.may_have_acted(),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_token_that_cannot_be_sent_is_refused_without_being_shown() {
    let graph = Graph::new(Settings::meta().unwrap(), Secret::new("canary\r\nX: y".to_owned())).unwrap();
    let error = graph.flow(&flow()).await.unwrap_err();
    assert!(matches!(error, Error::NotSent(outbound::Error::Invalid(_))));
    assert!(!format!("{error:?} {error}").contains("canary"));
}
