use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use backon::{ExponentialBuilder, Retryable};
use outbound::{
    Body, Bytes, Client, HeaderValue, Limits, Method, Policy, Refusal, Request, Response, Url, header,
};
use secrets::Secret;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::models::{Listing, Page};
use crate::usage::wait_asked;
use crate::{Error, GraphError, Usage, facts};

/// Items asked for on one page of a list.
const PAGE: &str = "100";
/// Bytes a second that an upload is given time for.
const SLOWEST_UPLOAD: usize = 64 * 1024;

/// When a call is made again after it failed. Too many calls (HTTP 429 and the codes for it) mean that nothing
/// happened, so those are always repeated. Without a connection none is: people want to know at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// A read, or a write that comes to the same when done twice: also after a time-out or server trouble.
    Safe,
    /// A write that makes something new: never when it may have happened.
    Unsafe,
}

/// How long and how often to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Tries after the first.
    pub repeats: usize,
    /// Wait before the second try; doubled each time, with jitter.
    pub first: Duration,
    /// Longest wait between two tries. When Meta asks for more, the call ends as rate limited.
    pub longest: Duration,
    /// Longest time for one exchange.
    pub exchange: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            repeats: 4,
            first: Duration::from_secs(1),
            longest: Duration::from_mins(1),
            exchange: Duration::from_secs(15),
        }
    }
}

/// Where the Graph API lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    base: Url,
    /// How long and how often to try.
    pub patience: Patience,
}

/// Why a base URL cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// Not a URL, or one with a query or fragment.
    #[error("the address of the Graph API is not a valid base address: {0}")]
    NotABase(String),
    /// Neither https nor plain http to this computer.
    #[error("the address of the Graph API cannot be used: {0}")]
    Refused(#[from] Refusal),
}

impl Settings {
    /// Meta's own, in the version we speak.
    pub fn meta() -> Result<Self, SettingsError> {
        let facts = facts::graph_api().ok_or_else(|| SettingsError::NotABase(String::new()))?;
        Self::at(&format!("{}/{}", facts.base_url, facts.version))
    }

    /// At a base URL with version, for example `http://127.0.0.1:8080/v25.0`.
    pub fn at(base: &str) -> Result<Self, SettingsError> {
        let mut url = Url::parse(base).map_err(|_| SettingsError::NotABase(base.to_owned()))?;
        if url.cannot_be_a_base() || url.query().is_some() || url.fragment().is_some() {
            return Err(SettingsError::NotABase(base.to_owned()));
        }
        Policy::default().base(&url)?;
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self { base: url, patience: Patience::default() })
    }

    /// The base URL with version.
    pub fn base(&self) -> &Url {
        &self.base
    }
}

/// The Graph API with one account's token.
#[derive(Clone)]
pub struct Graph {
    http: Client,
    settings: Settings,
    token: Secret<String>,
    traffic: Arc<Mutex<Traffic>>,
}

#[derive(Default)]
struct Traffic {
    usage: Usage,
    closed_until: Option<Instant>,
}

impl Graph {
    /// A client for this place and token. Opens nothing yet.
    pub fn new(settings: Settings, token: Secret<String>) -> Result<Self, Error> {
        let limits = Limits { total: settings.patience.exchange, body: 4 * 1024 * 1024, ..Limits::default() };
        let mut policy =
            Policy::default().limits(limits).base(&settings.base).map_err(outbound::Error::from)?;
        for domain in facts::graph_api().map(|facts| facts.asset_domains.as_slice()).unwrap_or_default() {
            policy = policy.https_below(domain);
        }
        Ok(Self { http: Client::new(policy)?, settings, token, traffic: Arc::default() })
    }

    /// How much of the allowed calls is used up, as far as replies have said.
    pub fn usage(&self) -> Usage {
        self.traffic().usage.clone()
    }

    pub(crate) fn token(&self) -> &Secret<String> {
        &self.token
    }

    /// Reads `path` with these query pairs.
    pub(crate) async fn read<T: DeserializeOwned>(
        &self,
        path: &[&str],
        query: &[(&str, &str)],
    ) -> Result<T, Error> {
        let mut url = self.url(path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        self.call(Request::new(Method::GET, url), Repeat::Safe).await
    }

    /// Reads a list to its end, by cursors: a `next` URL is never followed.
    pub(crate) async fn read_pages<T: DeserializeOwned>(
        &self,
        path: &[&str],
        query: &[(&str, &str)],
    ) -> Result<Vec<T>, Error> {
        let listing = self.read_listing(path, query).await?;
        listing.broken.map_or(Ok(listing.items), Err)
    }

    /// Reads a list as far as it goes. A first page that fails is the call's error; a later one leaves what came.
    pub(crate) async fn read_listing<T: DeserializeOwned>(
        &self,
        path: &[&str],
        query: &[(&str, &str)],
    ) -> Result<Listing<T>, Error> {
        let mut items = Vec::new();
        let mut after: Option<String> = None;
        loop {
            let page: Page<T> = match self.page(path, query, after.as_deref()).await {
                Ok(page) => page,
                Err(error) if after.is_none() => return Err(error),
                Err(error) => return Ok(Listing { items, broken: Some(error) }),
            };
            let next = page.next().map(str::to_owned);
            let empty = page.data.is_empty();
            items.extend(page.data);
            // An empty page or a cursor that stands still would go on for ever.
            if next.is_none() || empty || next == after {
                return Ok(Listing { items, broken: None });
            }
            after = next;
        }
    }

    async fn page<T: DeserializeOwned>(
        &self,
        path: &[&str],
        query: &[(&str, &str)],
        after: Option<&str>,
    ) -> Result<Page<T>, Error> {
        let mut query = query.to_vec();
        query.push(("limit", PAGE));
        query.extend(after.map(|after| ("after", after)));
        self.read(path, &query).await
    }

    /// Posts `body` to `path`.
    pub(crate) async fn write<T: DeserializeOwned>(
        &self,
        path: &[&str],
        body: Body,
        repeat: Repeat,
    ) -> Result<T, Error> {
        self.call(Request::new(Method::POST, self.url(path)).body(body), repeat).await
    }

    /// Posts a request of the caller's making, with as much time as its body needs.
    pub(crate) async fn upload<T: DeserializeOwned>(
        &self,
        mut request: Request,
        bytes: usize,
        repeat: Repeat,
    ) -> Result<T, Error> {
        let seconds = u64::try_from(bytes / SLOWEST_UPLOAD).unwrap_or(u64::MAX);
        request.total = Some(self.settings.patience.exchange.saturating_add(Duration::from_secs(seconds)));
        self.call(request, repeat).await
    }

    /// Deletes what is at `path`.
    pub(crate) async fn remove<T: DeserializeOwned>(
        &self,
        path: &[&str],
        query: &[(&str, &str)],
    ) -> Result<T, Error> {
        let mut url = self.url(path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        self.call(Request::new(Method::DELETE, url), Repeat::Unsafe).await
    }

    /// Downloads a file of at most `limit` bytes. The token goes along only to the Graph API itself.
    pub(crate) async fn download(&self, url: Url, limit: usize) -> Result<Bytes, Error> {
        let mut request = Request::new(Method::GET, url);
        request.limit = Some(limit);
        let reply = self.patiently(&request, Repeat::Safe).await?;
        Ok(reply.body)
    }

    /// The address of this path, without the token.
    pub fn url(&self, path: &[&str]) -> Url {
        let mut url = self.settings.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().extend(path);
        }
        url
    }

    async fn call<T: DeserializeOwned>(&self, request: Request, repeat: Repeat) -> Result<T, Error> {
        let reply = self.patiently(&request, repeat).await?;
        // The reply's text is left out of the error: it may hold what a log must not.
        serde_json::from_slice(&reply.body).map_err(|error| Error::BadAnswer {
            status: reply.status.as_u16(),
            why: format!("{} at line {} column {}", category(&error), error.line(), error.column()),
        })
    }

    /// Sends until it works, until it must not be repeated or until patience ends.
    async fn patiently(&self, request: &Request, repeat: Repeat) -> Result<Response, Error> {
        let patience = self.settings.patience;
        let waits = ExponentialBuilder::default()
            .with_min_delay(patience.first)
            .with_max_delay(patience.longest)
            .with_max_times(patience.repeats)
            .with_jitter();
        (|| self.once(request.clone()))
            .retry(waits)
            .when(|error| match error {
                Error::RateLimited { after, .. } => after.is_none_or(|after| after <= patience.longest),
                Error::Server { .. } | Error::NoAnswer(_) => repeat == Repeat::Safe,
                Error::Token(_) | Error::Refused(_) | Error::BadAnswer { .. } | Error::NotSent(_) => false,
            })
            .adjust(|error, planned| match error {
                Error::RateLimited { after: Some(after), .. } => planned.map(|planned| planned.max(*after)),
                _ => planned,
            })
            .notify(|error, wait| tracing::info!(target: "cloud", %error, wait = wait.as_millis(), "trying again"))
            .await
    }

    async fn once(&self, request: Request) -> Result<Response, Error> {
        if let Some(until) = self.traffic().closed_until {
            let left = until.saturating_duration_since(Instant::now());
            if !left.is_zero() {
                return Err(Error::RateLimited { after: Some(left), said: None });
            }
        }
        let ours = same_origin(&request.url, &self.settings.base);
        let request = if ours && !request.headers.contains_key(header::AUTHORIZATION) {
            self.with_token(request, "Bearer")?
        } else {
            request
        };
        let reply = self.http.send(request).await?;
        self.note(&reply);
        sort(reply)
    }

    /// With the token, named as the endpoint wants it: `Bearer` or `OAuth`.
    pub(crate) fn with_token(&self, request: Request, scheme: &str) -> Result<Request, Error> {
        let text = Secret::new(format!("{scheme} {}", self.token.expose()));
        let mut value = HeaderValue::from_str(text.expose()).map_err(|_| {
            outbound::Error::Invalid("the access token has characters no token has".to_owned())
        })?;
        value.set_sensitive(true);
        Ok(request.header(header::AUTHORIZATION, value))
    }

    /// Remembers what the headers say of the limits; when Meta takes no calls, none is made until it does.
    fn note(&self, reply: &Response) {
        let Some(usage) = Usage::read(&reply.headers) else { return };
        let mut traffic = self.traffic();
        traffic.closed_until = usage.wait().map(|wait| Instant::now() + wait);
        traffic.usage = usage;
    }

    fn traffic(&self) -> std::sync::MutexGuard<'_, Traffic> {
        self.traffic.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A body of JSON.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<Body, Error> {
    let text = serde_json::to_vec(value).map_err(|error| outbound::Error::Invalid(error.to_string()))?;
    Ok(Body::Json(text.into()))
}

fn same_origin(one: &Url, other: &Url) -> bool {
    one.origin() == other.origin()
}

#[derive(Deserialize)]
struct Envelope {
    error: GraphError,
}

/// A reply that is a success, or the error it is. Meta's error object counts under any status.
fn sort(reply: Response) -> Result<Response, Error> {
    let said = serde_json::from_slice::<Envelope>(&reply.body).ok().map(|envelope| Box::new(envelope.error));
    if reply.status.is_success() && said.is_none() {
        return Ok(reply);
    }
    Err(Error::from_reply(reply.status.as_u16(), said, wait_asked(&reply.headers)))
}

fn category(error: &serde_json::Error) -> &'static str {
    match error.classify() {
        serde_json::error::Category::Data => "a part is missing or of another kind",
        serde_json::error::Category::Eof => "it ends too early",
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => "it is not JSON",
    }
}
