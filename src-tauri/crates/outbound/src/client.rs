use std::future::Future;
use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use bytes::BytesMut;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::multipart;

use crate::{Body, Error, Policy, Refusal, Request, Response, is_global};

/// Looks up the addresses of a host's name.
pub type Lookup =
    Arc<dyn Fn(String) -> Pin<Box<dyn Future<Output = std::io::Result<Vec<IpAddr>>> + Send>> + Send + Sync>;

/// A client that keeps to its policy.
#[derive(Clone)]
pub struct Client {
    inner: reqwest::Client,
    policy: Arc<Policy>,
}

impl Client {
    /// A client with the system's name look-up.
    pub fn new(policy: Policy) -> Result<Self, Error> {
        Self::with_lookup(
            policy,
            Arc::new(|name| {
                Box::pin(async move {
                    let found = tokio::net::lookup_host((name, 0)).await?;
                    Ok(found.map(|address| address.ip()).collect())
                })
            }),
        )
    }

    /// A client with another look-up; what it gives is guarded all the same.
    pub fn with_lookup(policy: Policy, lookup: Lookup) -> Result<Self, Error> {
        // A second installation is refused and means the same provider is there already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let inner = reqwest::Client::builder()
            .user_agent(concat!("Waymark/", env!("CARGO_PKG_VERSION")))
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .referer(false)
            .dns_resolver(Guarded(lookup))
            .connect_timeout(policy.limits.connect)
            .build()
            .map_err(Error::from_reqwest)?;
        Ok(Self { inner, policy: Arc::new(policy) })
    }

    /// Sends a request and takes in the whole reply.
    pub async fn send(&self, request: Request) -> Result<Response, Error> {
        let began = Instant::now();
        let (method, host, path) =
            (request.method.clone(), authority(&request), request.url.path().to_owned());
        let result = self.exchange(request).await;
        let took = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        match &result {
            Ok(reply) => tracing::info!(
                target: "outbound", %method, host, path, status = reply.status.as_u16(), bytes = reply.body.len(), took,
            ),
            Err(error) => tracing::warn!(target: "outbound", %method, host, path, took, %error),
        }
        result
    }

    async fn exchange(&self, request: Request) -> Result<Response, Error> {
        self.policy.check(&request.url)?;
        let limit = request.limit.unwrap_or(self.policy.limits.body);
        let builder = self
            .inner
            .request(request.method, request.url)
            .headers(request.headers)
            .timeout(request.total.unwrap_or(self.policy.limits.total));
        let builder = match request.body {
            Body::Empty => builder,
            Body::Json(text) => {
                builder.header(http::header::CONTENT_TYPE, "application/json").body(reqwest::Body::from(text))
            }
            Body::Form(parts) => builder.multipart(form(parts)?),
            Body::Raw { media, value } => {
                builder.header(http::header::CONTENT_TYPE, media).body(reqwest::Body::from(value))
            }
        };
        let mut reply = builder.send().await.map_err(Error::from_reqwest)?;
        let (status, headers) = (reply.status(), reply.headers().clone());
        let mut body = BytesMut::new();
        while let Some(chunk) = reply.chunk().await.map_err(Error::from_reqwest)? {
            if body.len() + chunk.len() > limit {
                return Err(Error::TooLarge { limit });
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Response { status, headers, body: body.freeze() })
    }
}

fn authority(request: &Request) -> String {
    let host = request.url.host_str().unwrap_or_default();
    request.url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn form(parts: Vec<crate::Part>) -> Result<multipart::Form, Error> {
    parts.into_iter().try_fold(multipart::Form::new(), |form, part| {
        let length = part.value.len() as u64;
        let mut field = multipart::Part::stream_with_length(part.value, length);
        if let Some(file) = part.file {
            field = field.file_name(file);
        }
        if let Some(media) = part.media {
            field = field.mime_str(&media).map_err(Error::from_reqwest)?;
        }
        Ok(form.part(part.name, field))
    })
}

/// Gives reqwest only addresses of the public Internet. Literal addresses never come here; the policy has
/// judged them before.
struct Guarded(Lookup);

impl Resolve for Guarded {
    fn resolve(&self, name: Name) -> Resolving {
        let found = (self.0)(name.as_str().to_owned());
        Box::pin(async move {
            let found = found.await?;
            if found.is_empty() {
                return Err(std::io::Error::from(std::io::ErrorKind::NotFound).into());
            }
            let addresses: Vec<SocketAddr> =
                found.into_iter().filter(|ip| is_global(*ip)).map(|ip| SocketAddr::new(ip, 0)).collect();
            if addresses.is_empty() {
                return Err(Refusal::InnerAddress.into());
            }
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}
