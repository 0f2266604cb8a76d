use flows::languages::from_table;

use super::require_tag;
use crate::flow::read_bytes;
use crate::wire::{Code, Error, TakenWords};
use crate::{App, FileKind, name_of};

/// Reads a table that a translator has filled. Nothing is changed yet: the page sends the edit back. `None` when
/// the dialog was closed.
pub fn table_import(app: &App, flow: &str, tag: &str) -> Result<Option<TakenWords>, Error> {
    require_tag(tag)?;
    let Some(file) = app.host().choose_file(FileKind::Table) else {
        return Ok(None);
    };
    let table = read_bytes(&file)?;
    app.flow(flow, |open| {
        let document = open.document();
        let taken = from_table(document.shown(), document.notes(), tag, &table)
            .map_err(|error| Error::new(Code::BadFile, format!("{} {error}", name_of(&file))))?;
        Ok(Some(TakenWords {
            file: name_of(&file),
            edit: taken.edit,
            words: taken.words,
            unknown: taken.unknown,
            several: Vec::new(),
            other: Vec::new(),
        }))
    })
}
