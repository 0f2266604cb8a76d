//! A request as the Graph API reads it: a path without version, and parameters that may stand in the query,
//! in JSON, in a form or in a multipart form.

use std::collections::BTreeMap;

use axum::body::to_bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{Method, header};
use serde_json::Value;

use super::LARGEST_REQUEST;
use crate::refusal::{Refusal, Trouble};

/// A request.
pub(crate) struct Asked {
    pub(crate) method: Method,
    /// Without version: `["123", "flows"]`.
    pub(crate) path: Vec<String>,
    /// `/v25.0` when the path had one.
    pub(crate) version: String,
    pub(crate) host: Option<String>,
    /// It comes from a page in a browser, which has no business here.
    pub(crate) from_a_page: bool,
    pub(crate) token: Option<String>,
    pub(crate) parameters: BTreeMap<String, Value>,
    /// The uploaded file.
    pub(crate) file: Option<File>,
    /// The body as it came: JSON text, or the bytes of an upload.
    pub(crate) body: Vec<u8>,
    /// Where in the file an upload begins.
    pub(crate) file_offset: Option<String>,
}

/// A file in a form.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) name: Option<String>,
    pub(crate) kind: Option<String>,
    pub(crate) bytes: Vec<u8>,
}

impl Asked {
    /// A parameter that is text; a number or truth value counts as its text.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        match self.parameters.get(name)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(flag) => Some(flag.to_string()),
            _ => None,
        }
    }

    /// A parameter that is a list of texts; in a form or query it is JSON text.
    pub(crate) fn list(&self, name: &str) -> Option<Vec<String>> {
        match self.parameters.get(name)? {
            Value::String(text) => serde_json::from_str(text).ok(),
            value => serde_json::from_value(value.clone()).ok(),
        }
    }

    /// The payload as text: as it came when it is JSON, else put together from the parameters.
    pub(crate) fn payload(&self) -> String {
        let text = std::str::from_utf8(&self.body).ok().filter(|text| text.trim_start().starts_with('{'));
        if let Some(text) = text {
            return text.to_owned();
        }
        // In a form, what is no text is JSON text.
        let parsed = self.parameters.iter().map(|(name, value)| {
            let inner = value.as_str().filter(|text| text.starts_with(['{', '[']));
            let inner = inner.and_then(|text| serde_json::from_str(text).ok());
            (name.clone(), inner.unwrap_or_else(|| value.clone()))
        });
        Value::Object(parsed.collect()).to_string()
    }

    /// Any parameter as JSON.
    pub(crate) fn json(&self) -> Value {
        Value::Object(self.parameters.clone().into_iter().collect())
    }
}

pub(crate) async fn read(request: Request) -> Result<Asked, Refusal> {
    let host = header(&request, header::HOST);
    let bearer = header(&request, header::AUTHORIZATION).and_then(|value| {
        ["Bearer ", "OAuth "].iter().find_map(|scheme| Some(value.strip_prefix(scheme)?.to_owned()))
    });
    let file_offset = header(&request, header::HeaderName::from_static("file_offset"));
    let from_a_page = request.headers().contains_key(header::ORIGIN);
    let kind = header(&request, header::CONTENT_TYPE).unwrap_or_default();
    let method = request.method().clone();
    let (version, path) = split(request.uri().path());
    let mut parameters: BTreeMap<String, Value> = pairs(request.uri().query().unwrap_or_default().as_bytes());
    let (mut file, mut whole) = (None, Vec::new());
    if kind.starts_with("multipart/form-data") {
        let form = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
        file = parts(form, &mut parameters).await?;
    } else {
        let body = to_bytes(request.into_body(), LARGEST_REQUEST).await.map_err(|_| unreadable())?;
        if path.first().is_some_and(|first| first.starts_with("upload:")) {
            whole = body.to_vec();
        } else if kind.starts_with("application/json") && !body.is_empty() {
            whole = body.to_vec();
            let value: Value = serde_json::from_slice(&body).map_err(|_| unreadable())?;
            match value {
                Value::Object(object) => parameters.extend(object),
                other => drop(parameters.insert("body".to_owned(), other)),
            }
        } else {
            parameters.extend(pairs(&body));
        }
    }
    let token = bearer.or_else(|| match parameters.remove("access_token") {
        Some(Value::String(token)) => Some(token),
        _ => None,
    });
    Ok(Asked { method, path, version, host, from_a_page, token, parameters, file, body: whole, file_offset })
}

fn header(request: &Request, name: header::HeaderName) -> Option<String> {
    Some(request.headers().get(name)?.to_str().ok()?.to_owned())
}

async fn parts(
    mut form: Multipart,
    parameters: &mut BTreeMap<String, Value>,
) -> Result<Option<File>, Refusal> {
    let mut file = None;
    while let Some(part) = form.next_field().await.map_err(|_| unreadable())? {
        let name = part.name().unwrap_or_default().to_owned();
        let (file_name, kind) = (part.file_name().map(str::to_owned), part.content_type().map(str::to_owned));
        let bytes = part.bytes().await.map_err(|_| unreadable())?;
        if name == "file" {
            file = Some(File { name: file_name, kind, bytes: bytes.to_vec() });
        } else {
            parameters.insert(name, Value::String(String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    Ok(file)
}

fn unreadable() -> Refusal {
    Refusal::of(Trouble::Parameter, "The request could not be read.")
}

fn pairs(text: &[u8]) -> BTreeMap<String, Value> {
    url::form_urlencoded::parse(text)
        .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
        .collect()
}

/// Version and the rest: `/v25.0/123/flows` and `/123/flows` mean the same.
fn split(path: &str) -> (String, Vec<String>) {
    let mut segments: Vec<String> =
        path.split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect();
    let versioned = segments.first().and_then(|first| first.strip_prefix('v')).is_some_and(|number| {
        !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    });
    let version = if versioned { format!("/{}", segments.remove(0)) } else { String::new() };
    (version, segments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_version_or_none_stands_before_the_path() {
        for (path, version, rest) in [
            ("/v25.0/1/flows", "/v25.0", vec!["1", "flows"]),
            ("/v7/me", "/v7", vec!["me"]),
            ("/1/flows/", "", vec!["1", "flows"]),
            ("/video", "", vec!["video"]),
            ("/", "", vec![]),
        ] {
            assert_eq!(
                split(path),
                (version.to_owned(), rest.into_iter().map(str::to_owned).collect()),
                "{path}"
            );
        }
    }
}
