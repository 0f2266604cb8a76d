use flows::languages::{name_in, to_table};

use super::require_tag;
use crate::wire::Error;
use crate::{App, FileKind, file_name, name_of};

/// Writes a table for a translator (CSV: where, original, translation) to a file the user names. Gives the
/// file's name, or `None` when the dialog was closed.
pub fn table_export(app: &App, flow: &str, tag: &str) -> Result<Option<String>, Error> {
    require_tag(tag)?;
    let name = app.flow(flow, |open| Ok(name_in(open.document().name(), tag)))?;
    let Some(place) = app.host().choose_place(FileKind::Table, &file_name(&name, "csv")) else {
        return Ok(None);
    };
    let table = app.flow(flow, |open| Ok(to_table(open.document().shown(), open.document().notes(), tag)))?;
    store::write_atomically(&place, &table)?;
    Ok(Some(name_of(&place)))
}
