use std::collections::BTreeMap;

use flows::check::DocumentKind;
use flows::edit::Document;
use flows::journey;
use serde_json::json;

use crate::open_journey::card;
use crate::wire::{Code, Error};
use crate::{App, journaled};

/// Makes a journey that begins with a first message and a welcome, in a language (Meta's code). `start` and `welcome` are the
/// titles of its two steps, `hello` is what it says. Gives its id.
pub fn create(
    app: &App,
    name: &str,
    language: &str,
    start: &str,
    welcome: &str,
    hello: &str,
) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new(Code::InvalidEdit, "Give the journey a name first."));
    }
    let blank = json!({
        "journey": journey::FORMAT,
        "settings": { "language": language, "quiet_hours": { "from": "21:00", "to": "09:00" } },
        "data": {},
        "nodes": [
            { "id": "first", "kind": "first_message", "stage": "awareness", "title": start, "to": { "next": "welcome" } },
            {
                "id": "welcome",
                "kind": "send",
                "stage": "awareness",
                "title": welcome,
                "messages": [{ "type": "text", "text": { "body": hello } }],
            },
        ],
    });
    put(app, name, &format!("{blank:#}\n"))
}

/// Makes one of a text, kept byte for byte. Gives its id.
pub(crate) fn put(app: &App, name: &str, text: &str) -> Result<String, Error> {
    put_document(app, &Document::new(name, text, BTreeMap::new()))
}

/// Makes one of a document.
pub(super) fn put_document(app: &App, document: &Document) -> Result<String, Error> {
    journaled::create(app, DocumentKind::Journey, document, &card(document))
}
