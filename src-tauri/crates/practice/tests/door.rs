//! Who is let in: programs on this computer that know the token, and nobody through a browser.
#![allow(clippy::unwrap_used)] // test code

use practice::Running;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn practice() -> Running {
    practice::start(practice::Settings::default()).await.unwrap()
}

fn port(running: &Running) -> u16 {
    running.base_url().rsplit_once(':').unwrap().1.parse().unwrap()
}

/// Sends these lines as a request and gives the answer's status and text.
async fn send(running: &Running, lines: &[&str], body: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(("127.0.0.1", port(running))).await.unwrap();
    let text = format!(
        "{}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        lines.join("\r\n"),
        body.len()
    );
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).await.unwrap();
    (reply.split(' ').nth(1).unwrap().parse().unwrap(), reply)
}

#[tokio::test]
async fn a_page_that_was_rebound_to_this_address_is_refused() {
    let running = practice().await;
    let (port, token) = (port(&running), running.token().to_owned());
    let bearer = format!("Authorization: Bearer {token}");
    for (host, status) in [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        ("127.0.0.1".to_owned(), 403),
        (format!("rebound.example:{port}"), 403),
        (format!("127.0.0.1.rebound.example:{port}"), 403),
        (format!("127.0.0.1:{}", port.wrapping_add(1)), 403),
        (format!("[::1]:{port}"), 403),
        (String::new(), 403),
    ] {
        let host_line = format!("Host: {host}");
        let (got, reply) = send(&running, &["GET /v25.0/me HTTP/1.1", &host_line, &bearer], "").await;
        assert_eq!(got, status, "{host}: {reply}");
    }
}

#[tokio::test]
async fn a_page_of_a_browser_is_refused_whatever_it_knows() {
    let running = practice().await;
    let host = format!("Host: 127.0.0.1:{}", port(&running));
    let bearer = format!("Authorization: Bearer {}", running.token());
    for origin in ["Origin: https://rebound.example", "Origin: null", "Origin: http://127.0.0.1"] {
        let (status, reply) = send(&running, &["GET /v25.0/me HTTP/1.1", &host, &bearer, origin], "").await;
        assert_eq!(status, 403, "{origin}: {reply}");
        assert!(!reply.to_lowercase().contains("access-control-allow"));
    }
}

#[tokio::test]
async fn without_the_token_nothing_is_told() {
    let running = practice().await;
    let host = format!("Host: 127.0.0.1:{}", port(&running));
    let wrong = format!("Authorization: Bearer {}x", running.token());
    let basic = format!("Authorization: Basic {}", running.token());
    let query = format!("GET /v25.0/{}/flows?access_token=guess HTTP/1.1", running.waba_id());
    for lines in [
        vec!["GET /v25.0/me HTTP/1.1", &host],
        vec!["GET /v25.0/me HTTP/1.1", &host, &wrong],
        vec!["GET /v25.0/me HTTP/1.1", &host, &basic],
        vec!["GET /practice/faults HTTP/1.1", &host],
        vec![&query, &host],
    ] {
        let (status, reply) = send(&running, &lines, "").await;
        assert_eq!(status, 401, "{lines:?}");
        assert!(reply.contains("\"code\":190") && !reply.contains(running.waba_id()), "{reply}");
    }
    for path in ["/files/1/guess", "/preview/1/guess"] {
        let (status, _) = send(&running, &[&format!("GET {path} HTTP/1.1"), &host], "").await;
        assert_eq!(status, 404);
    }
}

#[tokio::test]
async fn faults_are_planned_by_http_too() {
    let running = practice().await;
    let host = format!("Host: 127.0.0.1:{}", port(&running));
    let bearer = format!("Authorization: Bearer {}", running.token());
    let json = "Content-Type: application/json";
    let plan = r#"{"fault": {"kind": "rate_limited", "retry_after": 7, "regain_minutes": 3}}"#;
    let (status, _) = send(&running, &["POST /practice/faults HTTP/1.1", &host, &bearer, json], plan).await;
    assert_eq!(status, 200);
    let (status, reply) = send(&running, &["GET /v25.0/me HTTP/1.1", &host, &bearer], "").await;
    assert_eq!(status, 429);
    assert!(
        reply.contains("retry-after: 7") && reply.contains("\"estimated_time_to_regain_access\":3"),
        "{reply}"
    );
    let (status, reply) = send(
        &running,
        &["POST /practice/faults HTTP/1.1", &host, &bearer, json],
        r#"{"fault": {"kind": "x"}}"#,
    )
    .await;
    assert_eq!(status, 400, "{reply}");
}

#[tokio::test]
async fn any_version_stands_before_the_path() {
    let running = practice().await;
    let host = format!("Host: 127.0.0.1:{}", port(&running));
    let bearer = format!("Authorization: Bearer {}", running.token());
    for path in ["/v19.0/me", "/v25.0/me", "/v99/me", "/me"] {
        let (status, _) = send(&running, &[&format!("GET {path} HTTP/1.1"), &host, &bearer], "").await;
        assert_eq!(status, 200, "{path}");
    }
}
