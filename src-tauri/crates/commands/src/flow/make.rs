use std::collections::BTreeMap;

use flows::check::DocumentKind;
use flows::edit::Document;

use crate::App;
use crate::journaled;
use crate::open_flow::card;
use crate::wire::Error;

/// Makes a Flow of a name and a text, kept byte for byte. Gives its id.
pub(crate) fn make(app: &App, name: &str, text: &str) -> Result<String, Error> {
    put(app, &Document::new(name, text, BTreeMap::new()))
}

/// Makes a Flow of a document.
pub(super) fn put(app: &App, document: &Document) -> Result<String, Error> {
    journaled::create(app, DocumentKind::Flow, document, &card(document))
}
