//! Time and size are bounded, and what broke says whether the server may have acted.
#![allow(clippy::unwrap_used, clippy::panic)] // test code

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use outbound::{Body, Client, Error, HeaderValue, Limits, Method, Part, Policy, Request, header};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// A server that reads a request's head and then does as it is told with the connection.
async fn server<F>(act: fn(TcpStream) -> F) -> SocketAddr
where
    F: Future<Output = ()> + Send + 'static,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 1024];
            let _ = stream.read(&mut head).await;
            tokio::spawn(act(stream));
        }
    });
    address
}

async fn get(address: SocketAddr, policy: Policy) -> Result<outbound::Response, Error> {
    let client = Client::new(policy.loopback(address)).unwrap();
    client.send(Request::new(Method::GET, format!("http://{address}/v25.0/me").parse().unwrap())).await
}

fn short() -> Policy {
    let moment = Duration::from_millis(200);
    Policy::default().limits(Limits { total: moment, connect: moment, ..Limits::default() })
}

#[tokio::test]
async fn silence_ends_in_a_time_out() {
    let address = server(|stream| async move {
        let _open = stream;
        std::future::pending::<()>().await;
    })
    .await;
    let error = get(address, short()).await.unwrap_err();
    assert!(matches!(error, Error::TimedOut) && !error.nothing_sent(), "{error:?}");
}

#[tokio::test]
async fn a_tarpit_ends_in_a_time_out() {
    let address = server(|mut stream| async move {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n").await;
        let mut tick = tokio::time::interval(Duration::from_millis(20));
        while stream.write_all(b"x").await.is_ok() {
            tick.tick().await;
        }
    })
    .await;
    let error = get(address, short()).await.unwrap_err();
    assert!(matches!(error, Error::TimedOut), "{error:?}");
}

#[tokio::test]
async fn a_look_up_that_never_answers_ends_as_unreachable() {
    let lookup: outbound::Lookup = Arc::new(|_| Box::pin(std::future::pending()));
    let limits =
        Limits { connect: Duration::from_millis(200), total: Duration::from_mins(1), ..Limits::default() };
    let policy = Policy::default().limits(limits).https("graph.facebook.com", 443);
    let client = Client::with_lookup(policy, lookup).unwrap();
    let error = client
        .send(Request::new(Method::GET, "https://graph.facebook.com/".parse().unwrap()))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Unreachable(_)) && error.nothing_sent(), "{error:?}");
}

#[tokio::test]
async fn nobody_listening_means_nothing_sent() {
    let address = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let error = get(address, Policy::default()).await.unwrap_err();
    assert!(matches!(error, Error::Unreachable(_)) && error.nothing_sent(), "{error:?}");
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_it_open_what_happened() {
    for address in [
        server(|stream| async move { drop(stream) }).await,
        server(|mut stream| async move {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nhalf").await;
        })
        .await,
        server(|mut stream| async move {
            let _ = stream.write_all(b"not http at all\r\n\r\n").await;
        })
        .await,
    ] {
        let error = get(address, Policy::default()).await.unwrap_err();
        assert!(matches!(error, Error::Broken(_)) && !error.nothing_sent(), "{error:?}");
    }
}

#[tokio::test]
async fn a_reply_that_is_too_large_is_cut_off() {
    let mock = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200).set_body_bytes(vec![b'x'; 5000]))
        .mount(&mock)
        .await;
    let at = |body| Policy::default().limits(Limits { body, ..Limits::default() });
    assert!(matches!(get(*mock.address(), at(4999)).await, Err(Error::TooLarge { limit: 4999 })));
    assert_eq!(get(*mock.address(), at(5000)).await.unwrap().body.len(), 5000);
}

#[tokio::test]
async fn a_form_carries_its_parts_and_a_length() {
    let mock = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200)).mount(&mock).await;
    let client = Client::new(Policy::default().loopback(*mock.address())).unwrap();
    let parts = vec![
        Part { name: "asset_type", file: None, media: None, value: "FLOW_JSON".into() },
        Part {
            name: "file",
            file: Some("flow.json".into()),
            media: Some("application/json".into()),
            value: "{}".into(),
        },
    ];
    let request = Request::new(Method::POST, mock.uri().parse().unwrap()).body(Body::Form(parts));
    client.send(request).await.unwrap();
    let received = mock.received_requests().await.unwrap();
    let body = String::from_utf8(received[0].body.clone()).unwrap();
    assert!(received[0].headers.contains_key("content-length"));
    assert!(body.contains("form-data; name=\"asset_type\"\r\n\r\nFLOW_JSON\r\n"), "{body}");
    assert!(
        body.contains(
            "form-data; name=\"file\"; filename=\"flow.json\"\r\nContent-Type: application/json\r\n\r\n{}"
        ),
        "{body}"
    );
}

/// Collects what is written to the log.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);
impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_audit_line_names_the_exchange_and_no_secret() {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let mock = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200)).mount(&mock).await;
    let client = Client::new(Policy::default().loopback(*mock.address())).unwrap();
    let url = format!("{}/v25.0/debug_token?input_token=canary-in-query", mock.uri());
    let mut bearer = HeaderValue::from_static("Bearer canary-in-header");
    bearer.set_sensitive(true);
    let request = Request::new(Method::GET, url.parse().unwrap()).header(header::AUTHORIZATION, bearer);
    client.send(request).await.unwrap();
    let refused =
        Request::new(Method::GET, "http://127.0.0.1:1/?input_token=canary-in-query".parse().unwrap());
    client.send(refused).await.unwrap_err();
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    let audit: Vec<_> = text.lines().filter(|line| line.contains(" outbound: ")).collect();
    assert_eq!(audit.len(), 2, "{text}");
    assert!(
        audit[0].contains("GET")
            && audit[0].contains("/v25.0/debug_token")
            && audit[0].contains("status=200")
    );
    assert!(!text.contains("canary"), "{text}");
}
