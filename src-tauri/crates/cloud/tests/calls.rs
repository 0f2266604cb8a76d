//! What goes out and what is made of what comes back, call by call.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // test code

use cloud::models::{FlowId, FlowStatus, MessagingLimit, PhoneNumberId, QrCodeId, WabaId};
use cloud::{CreateFlow, Graph, Settings, UpdateFlow};
use secrets::Secret;
use serde_json::json;
use wiremock::matchers::{body_json, header, method, path, query_param, query_param_is_missing};
use wiremock::{Mock, MockServer, ResponseTemplate};

fn waba() -> WabaId {
    WabaId::new("111").unwrap()
}

fn flow() -> FlowId {
    FlowId::new("222").unwrap()
}

fn graph(server: &MockServer) -> Graph {
    let settings = Settings::at(&format!("{}/v25.0", server.uri())).unwrap();
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

#[tokio::test]
async fn debug_token_tells_what_the_token_may_do() {
    let server = answers(
        "GET",
        "/v25.0/debug_token",
        json!({"data": {"is_valid": true, "expires_at": 0, "type": "SYSTEM_USER", "scopes": ["whatsapp_business_management"],
            "granular_scopes": [{"scope": "whatsapp_business_management", "target_ids": ["111"]}], "app_id": "9", "novelty": 1}}),
    )
    .await;
    let token = graph(&server).debug_token().await.unwrap();
    assert!(token.is_valid && token.kind == "SYSTEM_USER" && token.scopes.len() == 1);
    assert_eq!(token.granular_scopes[0].target_ids.as_deref(), Some(&["111".to_owned()][..]));
}

#[tokio::test]
async fn the_account_and_its_numbers_are_read() {
    let server = answers("GET", "/v25.0/111", json!({"id": "111", "name": "Salon Aurora"})).await;
    assert_eq!(graph(&server).waba(&waba()).await.unwrap().name, "Salon Aurora");
    let number = json!({"id": "333", "display_phone_number": "+1 555 0100", "verified_name": "Salon Aurora"});
    let server = answers("GET", "/v25.0/333", number.clone()).await;
    let read = graph(&server).phone_number(&PhoneNumberId::new("333").unwrap()).await.unwrap();
    assert_eq!(read.display_phone_number, "+1 555 0100");
    let server = answers("GET", "/v25.0/111/phone_numbers", json!({"data": [number]})).await;
    assert_eq!(graph(&server).phone_numbers(&waba()).await.unwrap(), [read]);
}

#[tokio::test]
async fn the_messaging_limit_of_a_number_is_asked_for_and_read() {
    use MessagingLimit::{NotSet, Other, Tier2K, Tier10K, Tier50, Tier100K, Tier250, Unlimited};
    let tiers = [
        (Some("TIER_50"), Some(Tier50)),
        (Some("TIER_250"), Some(Tier250)),
        (Some("TIER_2K"), Some(Tier2K)),
        (Some("TIER_10K"), Some(Tier10K)),
        (Some("TIER_100K"), Some(Tier100K)),
        (Some("TIER_UNLIMITED"), Some(Unlimited)),
        (Some("TIER_NOT_SET"), Some(NotSet)),
        (Some("TIER_1M"), Some(Other("TIER_1M".to_owned()))),
        (None, None),
    ];
    for (said, read) in tiers {
        let mut number = json!({"id": "333", "display_phone_number": "+1 555 0100"});
        if let Some(said) = said {
            number["whatsapp_business_manager_messaging_limit"] = json!(said);
        }
        let server = MockServer::start().await;
        Mock::given(path("/v25.0/333"))
            .and(query_param("fields", "id,display_phone_number,verified_name,quality_rating,status,whatsapp_business_manager_messaging_limit"))
            .respond_with(ResponseTemplate::new(200).set_body_json(&number))
            .expect(1)
            .mount(&server)
            .await;
        let found = graph(&server).phone_number(&PhoneNumberId::new("333").unwrap()).await.unwrap();
        assert_eq!(found.whatsapp_business_manager_messaging_limit, read);
        assert_eq!(serde_json::to_value(&found).unwrap(), number, "it is written back as it was");
    }
}

#[tokio::test]
async fn a_list_is_read_to_its_last_page_by_cursors() {
    let server = MockServer::start().await;
    let page = |id: &str, after: Option<&str>| {
        let next = after.map(|_| "https://elsewhere.example/never-followed");
        json!({"data": [{"id": id, "name": format!("Flow {id}"), "status": "DRAFT", "categories": ["OTHER"]}],
            "paging": {"cursors": {"before": "b", "after": after}, "next": next}})
    };
    let at = || Mock::given(method("GET")).and(path("/v25.0/111/flows"));
    at().and(query_param_is_missing("after"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page("1", Some("A"))))
        .expect(1)
        .mount(&server)
        .await;
    at().and(query_param("after", "A"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page("2", Some("B"))))
        .expect(1)
        .mount(&server)
        .await;
    at().and(query_param("after", "B"))
        .respond_with(ResponseTemplate::new(200).set_body_json(page("3", None)))
        .expect(1)
        .mount(&server)
        .await;
    let flows = graph(&server).flows(&waba()).await.unwrap();
    assert_eq!(flows.iter().map(|flow| flow.id.as_str()).collect::<Vec<_>>(), ["1", "2", "3"]);
    assert_eq!(flows[0].status, Some(FlowStatus::Draft));
}

#[tokio::test]
async fn a_list_whose_cursor_stands_still_ends() {
    let stuck = json!({"data": [{"id": "1"}], "paging": {"cursors": {"after": "A"}, "next": "x"}});
    let server = MockServer::start().await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(200).set_body_json(stuck))
        .expect(2)
        .mount(&server)
        .await;
    assert_eq!(graph(&server).flows(&waba()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_flow_is_created_with_name_and_categories() {
    let server = MockServer::start().await;
    Mock::given(method("POST"))
        .and(path("/v25.0/111/flows"))
        .and(body_json(json!({"name": "Booking", "categories": ["APPOINTMENT_BOOKING"]})))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"id": "222", "success": true})))
        .expect(1)
        .mount(&server)
        .await;
    let new = CreateFlow { name: "Booking", categories: &["APPOINTMENT_BOOKING"], endpoint_uri: None };
    assert_eq!(graph(&server).create_flow(&waba(), &new).await.unwrap().id, flow());
}

#[tokio::test]
async fn a_flow_is_read_renamed_published_ended_and_deleted() {
    let server = answers(
        "GET",
        "/v25.0/222",
        json!({"id": "222", "name": "Booking", "status": "PUBLISHED", "json_version": "7.1", "validation_errors": [],
            "whatsapp_business_account": {"id": "111"}}),
    )
    .await;
    let read = graph(&server).flow(&flow()).await.unwrap();
    assert_eq!((read.status, read.json_version.as_deref()), (Some(FlowStatus::Published), Some("7.1")));

    let done = || json!({"success": true});
    let server = answers("POST", "/v25.0/222", done()).await;
    let change = UpdateFlow { name: Some("New"), ..UpdateFlow::default() };
    assert!(graph(&server).update_flow(&flow(), &change).await.unwrap().success);
    assert_eq!(server.received_requests().await.unwrap()[0].body, br#"{"name":"New"}"#);
    let server = answers("POST", "/v25.0/222/publish", done()).await;
    assert!(graph(&server).publish_flow(&flow()).await.unwrap().success);
    let server = answers("POST", "/v25.0/222/deprecate", done()).await;
    assert!(graph(&server).deprecate_flow(&flow()).await.unwrap().success);
    let server = answers("DELETE", "/v25.0/222", done()).await;
    assert!(graph(&server).delete_flow(&flow()).await.unwrap().success);
}

#[tokio::test]
async fn flow_json_is_uploaded_as_a_form_and_its_errors_come_back() {
    let reply = json!({"success": true, "validation_errors": [{"error": "INVALID_PROPERTY_VALUE", "error_type": "FLOW_JSON_ERROR",
        "message": "Invalid value", "line_start": 10, "line_end": 10, "column_start": 21, "column_end": 34,
        "pointers": [{"line_start": 10, "line_end": 10, "column_start": 21, "column_end": 34, "path": "screens[0].layout.children[0].type"}]}]});
    let server = answers("POST", "/v25.0/222/assets", reply).await;
    let uploaded = graph(&server).upload_flow_json(&flow(), "{\"version\": \"7.1\"}").await.unwrap();
    assert_eq!(uploaded.validation_errors[0].pointers[0].path, "screens[0].layout.children[0].type");
    let requests = server.received_requests().await.unwrap();
    let body = String::from_utf8(requests[0].body.clone()).unwrap();
    for part in [
        "name=\"name\"\r\n\r\nflow.json\r\n",
        "name=\"asset_type\"\r\n\r\nFLOW_JSON\r\n",
        "name=\"file\"; filename=\"flow.json\"\r\nContent-Type: application/json\r\n\r\n{\"version\": \"7.1\"}\r\n",
    ] {
        assert!(body.contains(part), "{body}");
    }
}

#[tokio::test]
async fn the_text_of_a_flow_is_downloaded_from_where_the_api_says() {
    let server = MockServer::start().await;
    let link = format!("{}/files/flow.json", server.uri());
    Mock::given(path("/v25.0/222/assets"))
        .respond_with(ResponseTemplate::new(200).set_body_json(
            json!({"data": [{"name": "flow.json", "asset_type": "FLOW_JSON", "download_url": link}]}),
        ))
        .mount(&server)
        .await;
    Mock::given(path("/files/flow.json"))
        .respond_with(ResponseTemplate::new(200).set_body_string("{\"screens\": []}"))
        .mount(&server)
        .await;
    assert_eq!(graph(&server).flow_json(&flow()).await.unwrap().as_deref(), Some("{\"screens\": []}"));
}

#[tokio::test]
async fn a_file_elsewhere_is_not_fetched() {
    let asset = json!({"data": [{"name": "flow.json", "asset_type": "FLOW_JSON", "download_url": "http://127.0.0.1:1/x"}]});
    let server = answers("GET", "/v25.0/222/assets", asset).await;
    let error = graph(&server).flow_json(&flow()).await.unwrap_err();
    assert!(matches!(error, cloud::Error::NotSent(outbound::Error::Refused(_))), "{error:?}");
}

#[tokio::test]
async fn the_preview_link_is_asked_for_without_ending_the_old_one() {
    let reply = json!({"id": "222", "preview": {"preview_url": "https://business.facebook.com/x", "expires_at": "2026-12-01T00:00:00+0000"}});
    let server = answers("GET", "/v25.0/222", reply).await;
    let preview = graph(&server).flow_preview(&flow(), false).await.unwrap().unwrap();
    assert_eq!(preview.preview_url, "https://business.facebook.com/x");
    let requests = server.received_requests().await.unwrap();
    assert_eq!(requests[0].url.query(), Some("fields=preview.invalidate%28false%29"));
}

#[test]
fn only_a_sound_base_address_is_taken() {
    for good in [
        "https://graph.facebook.com/v25.0",
        "https://graph.facebook.com/v25.0/",
        "http://127.0.0.1:8080/v25.0",
    ] {
        assert!(!Settings::at(good).unwrap().base().path().ends_with('/'), "{good}");
    }
    for bad in [
        "",
        "graph.facebook.com",
        "http://graph.facebook.com/v25.0",
        "https://x.example/?a",
        "mailto:a@b.example",
    ] {
        assert!(Settings::at(bad).is_err(), "{bad}");
    }
    assert_eq!(Settings::meta().unwrap().base().as_str(), "https://graph.facebook.com/v25.0");
}

#[tokio::test]
async fn a_qr_code_is_made_changed_listed_and_deleted() {
    let number = PhoneNumberId::new("333").unwrap();
    let code = QrCodeId::new("ANED2T5QRU7HG1").unwrap();
    let told = json!({"code": "ANED2T5QRU7HG1", "prefilled_message": "Hello", "deep_link_url": "https://wa.me/message/ANED2T5QRU7HG1"});
    let server = answers("POST", "/v25.0/333/message_qrdls", told.clone()).await;
    let made = graph(&server).create_qr_code(&number, "Hello").await.into_result().unwrap();
    assert_eq!((made.code, made.qr_image_url), (code.clone(), None));
    let sent: serde_json::Value = server.received_requests().await.unwrap()[0].body_json().unwrap();
    assert_eq!(sent, json!({"prefilled_message": "Hello"}));

    let server = answers("POST", "/v25.0/333/message_qrdls", told.clone()).await;
    graph(&server).update_qr_code(&number, &code, "Hello").await.unwrap();
    let sent: serde_json::Value = server.received_requests().await.unwrap()[0].body_json().unwrap();
    assert_eq!(sent, json!({"code": "ANED2T5QRU7HG1", "prefilled_message": "Hello"}));

    let server = answers("GET", "/v25.0/333/message_qrdls", json!({"data": [told]})).await;
    assert_eq!(graph(&server).qr_codes(&number).await.unwrap()[0].prefilled_message, "Hello");

    let server = answers("DELETE", "/v25.0/333/message_qrdls/ANED2T5QRU7HG1", json!({"success": true})).await;
    assert!(graph(&server).delete_qr_code(&number, &code).await.into_result().unwrap().success);
}
