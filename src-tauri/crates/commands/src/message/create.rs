use std::collections::BTreeMap;

use flows::check::DocumentKind;
use flows::edit::Document;
use serde_json::json;

use crate::open_message::card;
use crate::wire::{Code, Error};
use crate::{App, journaled};

/// Makes a template of one text in a language (Meta's code), or a message of one text. Gives its id.
pub fn create(app: &App, kind: DocumentKind, name: &str, language: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new(Code::InvalidEdit, "Give the message a name first."));
    }
    let blank = match kind {
        DocumentKind::Message => json!({
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "type": "text",
            "text": { "body": "" },
        }),
        DocumentKind::Template | DocumentKind::Flow | DocumentKind::Journey => json!({
            "name": remote_name(name),
            "language": language,
            "category": "UTILITY",
            "parameter_format": "NAMED",
            "components": [{ "type": "BODY", "text": "" }],
        }),
    };
    put(app, kind, name, &format!("{blank:#}\n"))
}

/// A name as Meta takes it, for people who write in other letters than Latin ones too.
fn remote_name(name: &str) -> String {
    Some(flows::template::name_of(name))
        .filter(|plain| !plain.is_empty())
        .unwrap_or_else(|| "message".to_owned())
}

/// Makes one of a text, kept byte for byte. Gives its id.
pub(crate) fn put(app: &App, kind: DocumentKind, name: &str, text: &str) -> Result<String, Error> {
    let document = Document::new(name, text, BTreeMap::new());
    journaled::create(app, kind, &document, &card(kind, &document))
}
