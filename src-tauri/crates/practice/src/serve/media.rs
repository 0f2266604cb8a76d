//! Files over HTTP.

use axum::http::Method;
use axum::response::Response;
use serde_json::{Value, json};

use super::asked::Asked;
use super::route::done;
use super::{Server, digest, respond};
use crate::facts::facts;
use crate::media::StoredMedia;
use crate::refusal::{Refusal, Trouble};

/// The app that the token was made for.
pub(super) const APP: &str = "500000000000001";

/// `/{number}/media`
pub(super) fn upload(server: &Server, asked: &Asked, number: &str) -> Result<Value, Refusal> {
    if asked.text("messaging_product").as_deref() != Some("whatsapp") {
        return Err(Refusal::parameter("messaging_product must be whatsapp."));
    }
    let Some(file) = &asked.file else { return Err(Refusal::parameter("file is missing.")) };
    let kind = file.kind.clone().or_else(|| asked.text("type")).unwrap_or_default();
    let id = server.change(|account, now| {
        account.is_own_number(number)?;
        account.add_media(file.name.clone(), &kind, &file.bytes, now)
    })?;
    server.blobs.put(&id, file.bytes.clone()).map_err(|_| Refusal::internal())?;
    Ok(json!({"id": id}))
}

/// `DELETE /{media}`
pub(super) fn delete(server: &Server, id: &str) -> Result<Value, Refusal> {
    let id = server.change(|account, _| account.delete_media(id))?;
    server.blobs.drop(&id);
    Ok(done())
}

/// A file, with an address for some minutes.
pub(super) fn describe(server: &Server, file: &StoredMedia, now: i64) -> Value {
    let until = now + facts().media_url_minutes * 60;
    let url =
        format!("{}/media/{}/{until}/{}", server.base_url(), file.id, key(server, file.id.as_str(), until));
    json!({"messaging_product": "whatsapp", "id": file.id, "url": url, "mime_type": file.mime_type,
        "sha256": file.sha256, "file_size": file.size})
}

/// The address says itself until when it can be used.
fn key(server: &Server, id: &str, until: i64) -> String {
    let known = [server.token.as_slice(), b"media", id.as_bytes(), &until.to_be_bytes()].concat();
    digest(&known)
        .first_chunk()
        .map_or_else(String::new, |half| format!("{:032x}", u128::from_be_bytes(*half)))
}

/// The bytes of a file; only with the token, as Meta's.
pub(super) fn download(server: &Server, asked: &Asked) -> Option<Response> {
    let segments: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let ["media", id, until, given] = segments.as_slice() else { return None };
    let until: i64 = until.parse().unwrap_or_default();
    let file = server.settled(|account, now| {
        let known = account.media(id, now).ok().cloned();
        known.filter(|_| until > now && *given == key(server, id, until))
    });
    let file = file.ok().flatten().filter(|_| asked.method == Method::GET);
    let bytes = file.and_then(|file| Some((server.blobs.get(&file.id)?, file)));
    Some(bytes.map_or_else(respond::not_found, |(bytes, file)| respond::bytes(&file.mime_type, bytes)))
}

/// `/{app}/uploads`
pub(super) fn begin_upload(server: &Server, asked: &Asked, app: &str) -> Result<Value, Refusal> {
    if app != APP {
        return Err(Refusal::no_object(app));
    }
    let length = asked.text("file_length").and_then(|text| text.parse().ok()).unwrap_or_default();
    let kind = asked.text("file_type").unwrap_or_default();
    server.change(|account, _| Ok(json!({"id": account.begin_upload(length, &kind)?})))
}

/// `/upload:...`
pub(super) fn end_upload(server: &Server, asked: &Asked, id: &str) -> Result<Value, Refusal> {
    let offset = asked.file_offset.as_deref();
    let Some(offset) = offset else { return Err(Refusal::of(Trouble::Parameter, "file_offset is missing.")) };
    let length = asked.body.len() as u64;
    server.change(|account, _| Ok(json!({"h": account.end_upload(id, offset, length)?})))
}
