//! The only code that opens outgoing connections.
//!
//! Invariants: nothing is sent to an address that the client's [`Policy`] does not name. A host's name is
//! resolved once, addresses of inner networks are dropped, and the connection goes to what is left, so there
//! is no second look-up to trick. Redirects are handed back and not followed, proxies and their variables are
//! ignored, nothing is repeated at this level. Connecting, the whole exchange and the reply's size are
//! bounded. Every exchange leaves one audit line without query, headers or body.

mod address;
mod client;
mod error;
mod policy;
mod request;

pub use bytes::Bytes;
pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
pub use url::Url;

pub use address::is_global;
pub use client::{Client, Lookup};
pub use error::{Error, Refusal};
pub use policy::{Limits, Policy};
pub use request::{Body, Part, Request, Response};
