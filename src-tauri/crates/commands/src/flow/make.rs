use std::collections::BTreeMap;

use flows::edit::Document;
use store::{NewDocument, State};

use crate::App;
use crate::open_flow::{beside, card};
use crate::wire::Error;

/// Makes a Flow of a name and a text, kept byte for byte. Gives its id.
pub(crate) fn make(app: &App, name: &str, text: &str) -> Result<String, Error> {
    put(app, &Document::new(name, text, BTreeMap::new()))
}

/// Makes a Flow of a document.
pub(super) fn put(app: &App, document: &Document) -> Result<String, Error> {
    let layout = beside(document);
    let new = NewDocument {
        state: State { name: document.name(), text: document.text(), layout: &layout },
        card: card(document),
        at: app.host().now(),
    };
    app.store(|workspace| workspace.create(new))
}
