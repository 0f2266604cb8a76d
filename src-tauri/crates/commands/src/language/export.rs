use flows::languages::{name_in, translated};

use super::require_tag;
use crate::wire::Error;
use crate::{App, FileKind, file_name, name_of};

/// Writes the Flow JSON of a language to a file the user names; what has no translation stays in the original
/// language. Gives the file's name, or `None` when the dialog was closed.
pub fn export(app: &App, flow: &str, tag: &str) -> Result<Option<String>, Error> {
    require_tag(tag)?;
    let name = app.flow(flow, |open| Ok(name_in(open.document().name(), tag)))?;
    let Some(place) = app.host().choose_place(FileKind::Flow, &file_name(&name, "json")) else {
        return Ok(None);
    };
    let text = app.flow(flow, |open| Ok(translated(open.document().tree(), open.document().notes(), tag)))?;
    store::write_atomically(&place, text.as_bytes())?;
    Ok(Some(name_of(&place)))
}
