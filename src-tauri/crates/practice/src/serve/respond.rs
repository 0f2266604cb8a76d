//! Answers.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::Server;
use crate::refusal::{Refusal, Trouble};

pub(crate) fn json(status: u16, value: &Value) -> Response {
    typed(status, "application/json", value.to_string())
}

fn typed(status: u16, kind: &'static str, body: String) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, [(header::CONTENT_TYPE, kind)], body).into_response()
}

pub(crate) fn refused(refusal: &Refusal) -> Response {
    json(refusal.status(), &refusal.body())
}

/// For requests that name another host or come from a page.
pub(crate) fn forbidden() -> Response {
    typed(403, "text/plain", "This address answers programs on this computer only.".to_owned())
}

pub(crate) fn file(text: String) -> Response {
    typed(200, "application/json", text)
}

/// The bytes of a file.
pub(crate) fn bytes(kind: &str, bytes: Vec<u8>) -> Response {
    let kind =
        HeaderValue::from_str(kind).unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"));
    (StatusCode::OK, [(header::CONTENT_TYPE, kind)], bytes).into_response()
}

pub(crate) fn text(text: String) -> Response {
    typed(200, "text/plain; charset=utf-8", text)
}

pub(crate) fn page() -> Response {
    typed(200, "text/html", "<html><body>Not the answer.</body></html>".to_owned())
}

pub(crate) fn down(status: u16) -> Response {
    typed(status.clamp(500, 599), "text/html", "<html><body>Down.</body></html>".to_owned())
}

pub(crate) fn not_found() -> Response {
    (StatusCode::NOT_FOUND, Body::empty()).into_response()
}

/// The connection ends after this answer.
pub(crate) fn last(mut response: Response) -> Response {
    response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

pub(crate) fn rate_limited(server: &Server, retry_after: Option<u32>, regain_minutes: u32) -> Response {
    let mut response = refused(&Refusal::of(Trouble::Rate, "There were too many requests."));
    let headers = response.headers_mut();
    if let Some(seconds) = retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    let id = server.kept.read(|account| account.waba.id.to_string()).unwrap_or_default();
    let usage = json!({id: [{
        "type": "whatsapp_business_management", "call_count": 100, "total_cputime": 100, "total_time": 100,
        "estimated_time_to_regain_access": regain_minutes,
    }]});
    let app = json!({"call_count": 100, "total_cputime": 100, "total_time": 100});
    for (name, value) in [("x-business-use-case-usage", usage), ("x-app-usage", app)] {
        if let Ok(value) = HeaderValue::from_str(&value.to_string()) {
            headers.insert(name, value);
        }
    }
    response
}
