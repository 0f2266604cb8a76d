use std::collections::BTreeSet;

use flows::check::DocumentKind;
use flows::edit::Document;
use flows::json::{Tree, apply_edits, edits};
use flows::template;

use crate::flow::free_name;
use crate::open_message::card;
use crate::wire::Error;
use crate::{App, journaled};

/// Makes a copy; a template's gets a name of its own at Meta. Gives the copy's id.
pub fn duplicate(app: &App, message: &str) -> Result<String, Error> {
    let taken: BTreeSet<String> = super::list(app)?.into_iter().map(|card| card.name).collect();
    let (kind, copy) = app.message(message, |open| {
        let original = open.document();
        let name = free_name(original.name(), &taken);
        let text = match open.kind() {
            DocumentKind::Template => renamed(original.tree(), &template::name_of(&name)),
            DocumentKind::Message | DocumentKind::Flow | DocumentKind::Journey => None,
        };
        let text = text.unwrap_or_else(|| original.text().to_owned());
        let copy = Document::new(name, text, original.positions().clone());
        Ok((open.kind(), copy.with_notes(original.notes().clone())))
    })?;
    journaled::create(app, kind, &copy, &card(kind, &copy))
}

/// The payload with another name.
fn renamed(tree: &Tree, name: &str) -> Option<String> {
    let edits = edits::set_member(tree.root(), "name", &name.into()).ok()?;
    Some(apply_edits(tree.text(), &edits))
}
