use flows::check::DocumentKind;
use flows::edit::Document;
use flows::facts;
use flows::json::{apply_edits, edits};

use crate::open_message::card;
use crate::wire::{Code, Error};
use crate::{App, journaled};

/// Gives a template another language (Meta's code): a template of the same name with the parts of the original, whose
/// texts are to be translated. Gives its id.
pub fn add_language(app: &App, message: &str, language: &str) -> Result<String, Error> {
    if !facts::template().languages.iter().any(|known| known.code == language) {
        return Err(Error::new(
            Code::InvalidEdit,
            "WhatsApp has no templates in this language. Choose another one.",
        ));
    }
    let family = super::family(app, message)?;
    if family.languages.iter().any(|known| known.language == language) {
        return Err(Error::new(Code::InvalidEdit, "The template has this language already."));
    }
    let (kind, copy) = app.message(&super::family::original(app, message)?, |open| {
        let original = open.document();
        let changes = edits::set_member(original.tree().root(), "language", &language.into());
        let text = apply_edits(original.text(), &changes.unwrap_or_default());
        let copy = Document::new(original.name(), text, original.positions().clone());
        Ok((open.kind(), copy.with_notes(original.notes().clone())))
    })?;
    if kind != DocumentKind::Template || family.languages.is_empty() {
        return Err(Error::new(
            Code::InvalidEdit,
            "Only a template with a name and a language can have another language.",
        ));
    }
    journaled::create(app, kind, &copy, &card(kind, &copy))
}
