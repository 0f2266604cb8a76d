use flows::json::Tree;
use flows::languages::same;

use super::require_tag;
use crate::flow::read_text;
use crate::wire::{Code, Error, TakenWords};
use crate::{App, FileKind, name_of};

/// Reads the words of a language out of a file with the same Flow in it. Nothing is changed yet: the page sends
/// the edit back. `None` when the dialog was closed.
pub fn import(app: &App, flow: &str, tag: &str) -> Result<Option<TakenWords>, Error> {
    require_tag(tag)?;
    let Some(file) = app.host().choose_file(FileKind::Flow) else {
        return Ok(None);
    };
    let other = Tree::parse(read_text(&file)?);
    app.flow(flow, |open| {
        let taken = same(open.document().shown(), &other, tag).map_err(|differs| {
            let places: Vec<&str> =
                differs.places.iter().take(3).map(|place| place.0.as_str()).filter(|place| !place.is_empty()).collect();
            let places = if places.is_empty() { String::new() } else { format!(" First at {}.", places.join(", ")) };
            let name = name_of(&file);
            Error::new(
                Code::BadFile,
                format!("{name} is not this Flow in another language: its screens or parts are built differently.{places}"),
            )
        })?;
        Ok(Some(TakenWords {
            file: name_of(&file),
            edit: taken.edit,
            words: taken.words,
            unknown: Vec::new(),
            several: taken.several,
            other: taken.other,
        }))
    })
}
