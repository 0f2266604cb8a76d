//! No request leaves for an address the policy does not name: the targets lie in `data/`, a listener on this
//! computer counts connections.
#![allow(clippy::unwrap_used, clippy::panic)] // test code

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use outbound::{Client, Error, Method, Policy, Refusal, Request, StatusCode, Url};
use tokio::net::TcpListener;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Meta's hosts, as the Cloud API client allows them.
fn meta() -> Policy {
    Policy::default().https("graph.facebook.com", 443).https_below("fbcdn.net")
}

/// Listens on every address of this computer and counts.
async fn listener() -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("[::]:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let count = Arc::new(AtomicUsize::new(0));
    let counter = count.clone();
    tokio::spawn(async move {
        while listener.accept().await.is_ok() {
            counter.fetch_add(1, Ordering::SeqCst);
        }
    });
    (port, count)
}

fn resolves_to(addresses: Vec<IpAddr>) -> outbound::Lookup {
    Arc::new(move |_| {
        let addresses = addresses.clone();
        Box::pin(async move { Ok(addresses) })
    })
}

#[tokio::test]
async fn targets_outside_the_policy_are_refused_and_see_no_connection() {
    let (port, connections) = listener().await;
    let client = Client::new(meta()).unwrap();
    let mut tried = 0;
    for line in include_str!("data/refused.txt").lines() {
        let text = line.replace("{port}", &port.to_string());
        tried += 1;
        // What is no URL at all cannot be asked for.
        let Ok(url) = Url::parse(&text) else { continue };
        let result = client.send(Request::new(Method::GET, url)).await;
        assert!(matches!(result, Err(Error::Refused(_))), "{text}: {result:?}");
    }
    assert!(tried >= 150, "{tried}");
    assert_eq!(connections.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn an_allowed_name_that_leads_inside_is_refused_at_the_door() {
    let (port, connections) = listener().await;
    for line in include_str!("data/inner.txt").lines() {
        let policy = Policy::default().https("graph.facebook.com", port);
        let client = Client::with_lookup(policy, resolves_to(vec![line.parse().unwrap()])).unwrap();
        let url = Url::parse(&format!("https://graph.facebook.com:{port}/v25.0/me")).unwrap();
        let result = client.send(Request::new(Method::GET, url)).await;
        assert!(matches!(result, Err(Error::Refused(Refusal::InnerAddress))), "{line}: {result:?}");
    }
    assert_eq!(connections.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_name_that_leads_inside_the_second_time_is_refused_then() {
    let (port, connections) = listener().await;
    let calls = Arc::new(AtomicUsize::new(0));
    let counter = calls.clone();
    let lookup: outbound::Lookup = Arc::new(move |_| {
        let call = counter.fetch_add(1, Ordering::SeqCst);
        // The first answer is nothing; every later one is this computer.
        Box::pin(async move { if call == 0 { Ok(vec![]) } else { Ok(vec!["127.0.0.1".parse().unwrap()]) } })
    });
    let client = Client::with_lookup(Policy::default().https("graph.facebook.com", port), lookup).unwrap();
    let url = Url::parse(&format!("https://graph.facebook.com:{port}/")).unwrap();
    let first = client.send(Request::new(Method::GET, url.clone())).await;
    assert!(matches!(first, Err(Error::Unreachable(_))), "{first:?}");
    let second = client.send(Request::new(Method::GET, url)).await;
    assert!(matches!(second, Err(Error::Refused(Refusal::InnerAddress))), "{second:?}");
    assert_eq!(connections.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn redirects_are_handed_back_and_not_followed() {
    let (port, connections) = listener().await;
    for status in [301, 302, 303, 307, 308] {
        let server = MockServer::start().await;
        Mock::given(any())
            .respond_with(
                ResponseTemplate::new(status)
                    .insert_header("Location", format!("http://127.0.0.1:{port}/").as_str()),
            )
            .expect(1)
            .mount(&server)
            .await;
        let client = Client::new(Policy::default().loopback(*server.address())).unwrap();
        let reply = client.send(Request::new(Method::GET, server.uri().parse().unwrap())).await.unwrap();
        assert_eq!(reply.status, StatusCode::from_u16(status).unwrap());
    }
    assert_eq!(connections.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn the_practice_accounts_address_is_allowed_and_its_neighbours_are_not() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200)).mount(&server).await;
    let (port, connections) = listener().await;
    let client = Client::new(Policy::default().loopback(*server.address())).unwrap();
    assert!(client.send(Request::new(Method::GET, server.uri().parse().unwrap())).await.is_ok());
    for other in [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{}/", server.address().port()),
        format!("https://127.0.0.1:{}/", server.address().port()),
    ] {
        let result = client.send(Request::new(Method::GET, other.parse().unwrap())).await;
        assert!(matches!(result, Err(Error::Refused(_))), "{other}: {result:?}");
    }
    assert_eq!(connections.load(Ordering::SeqCst), 0);
}

#[test]
fn only_loopback_can_be_allowed_as_plain_http() {
    let address: SocketAddr = "192.168.0.10:80".parse().unwrap();
    let policy = Policy::default().loopback(address);
    assert_eq!(policy.check(&"http://192.168.0.10/".parse().unwrap()), Err(Refusal::Host));
    for (base, refusal) in [
        ("http://graph.facebook.com/", Refusal::Scheme),
        ("http://192.168.0.10/", Refusal::Scheme),
        ("http://localhost:8080/", Refusal::Scheme),
        ("https://192.168.0.10/", Refusal::Host),
        ("ftp://graph.facebook.com/", Refusal::Scheme),
    ] {
        assert_eq!(Policy::default().base(&base.parse().unwrap()).err(), Some(refusal), "{base}");
    }
    assert!(Policy::default().base(&"https://graph.facebook.com".parse().unwrap()).is_ok());
    assert!(Policy::default().base(&"http://127.0.0.1:8080".parse().unwrap()).is_ok());
}

/// Starts itself again with proxy variables that point to the listener.
#[test]
fn proxy_variables_are_ignored() {
    const INSIDE: &str = "WAYMARK_PROXY_TEST_INSIDE";
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    if std::env::var_os(INSIDE).is_some() {
        return runtime.block_on(async {
            let server = MockServer::start().await;
            Mock::given(any()).respond_with(ResponseTemplate::new(204)).mount(&server).await;
            let client = Client::new(Policy::default().loopback(*server.address())).unwrap();
            let reply = client.send(Request::new(Method::GET, server.uri().parse().unwrap())).await.unwrap();
            assert_eq!(reply.status, StatusCode::NO_CONTENT);
        });
    }
    runtime.block_on(async {
        let (port, connections) = listener().await;
        let mut again = tokio::process::Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", "proxy_variables_are_ignored"]).env(INSIDE, "1").env_remove("NO_PROXY");
        for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            again.env(name, format!("http://127.0.0.1:{port}"));
        }
        let output = again.output().await.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(connections.load(Ordering::SeqCst), 0);
    });
}
