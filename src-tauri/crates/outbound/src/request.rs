use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use url::Url;

/// One request.
#[derive(Debug, Clone)]
pub struct Request {
    /// HTTP method.
    pub method: Method,
    /// Where to.
    pub url: Url,
    /// Header fields. One that holds a secret is marked sensitive by whoever makes it.
    pub headers: HeaderMap,
    /// What is sent along.
    pub body: Body,
    /// Longest time for this exchange; none takes the policy's.
    pub total: Option<Duration>,
    /// Largest reply in bytes; none takes the policy's.
    pub limit: Option<usize>,
}

/// What a request carries.
#[derive(Debug, Clone, Default)]
pub enum Body {
    /// Nothing.
    #[default]
    Empty,
    /// JSON text.
    Json(Bytes),
    /// `multipart/form-data`.
    Form(Vec<Part>),
    /// Bytes as they are, under this media type.
    Raw {
        /// Media type.
        media: HeaderValue,
        /// The bytes.
        value: Bytes,
    },
}

/// One field of a form.
#[derive(Debug, Clone)]
pub struct Part {
    /// The field's name.
    pub name: &'static str,
    /// Name of the file, when it is one.
    pub file: Option<Cow<'static, str>>,
    /// Media type, when it is to be named.
    pub media: Option<Cow<'static, str>>,
    /// The field's value.
    pub value: Bytes,
}

impl Request {
    /// A request without header fields or body.
    pub fn new(method: Method, url: Url) -> Self {
        Self { method, url, headers: HeaderMap::new(), body: Body::Empty, total: None, limit: None }
    }

    /// With one more header field.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.insert(name, value);
        self
    }

    /// With this body.
    #[must_use]
    pub fn body(mut self, body: Body) -> Self {
        self.body = body;
        self
    }
}

/// A whole reply.
#[derive(Debug, Clone)]
pub struct Response {
    /// HTTP status. A redirect arrives here like any other.
    pub status: StatusCode,
    /// Header fields.
    pub headers: HeaderMap,
    /// The body, at most as large as allowed.
    pub body: Bytes,
}
