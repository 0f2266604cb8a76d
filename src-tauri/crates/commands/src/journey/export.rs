use crate::wire::Error;
use crate::{App, FileKind, file_name};

/// Writes the text, byte for byte, to a file the user names; the file has the old or the new content, never a mixture.
/// Gives its name, or `None` when the dialog was closed.
pub fn export(app: &App, journey: &str) -> Result<Option<String>, Error> {
    let name = app.journey(journey, |open| Ok(file_name(open.document().name(), "json")))?;
    let Some(place) = app.host().choose_place(FileKind::Flow, &name) else {
        return Ok(None);
    };
    // The dialog may have stood for a while: what is written is what is there now.
    let text = super::source(app, journey)?;
    store::write_atomically(&place, text.as_bytes())?;
    Ok(Some(crate::name_of(&place)))
}
