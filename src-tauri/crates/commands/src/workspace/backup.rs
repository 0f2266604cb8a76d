use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::wire::Error;
use crate::{App, FileKind};

/// Writes the whole workspace to a file the user names. Gives the file's name, or `None` when the dialog was closed.
pub fn backup(app: &App) -> Result<Option<String>, Error> {
    let today =
        Timestamp::from_millisecond(app.host().now()).unwrap_or_default().to_zoned(TimeZone::system());
    let name = format!("Waymark {}.waymark-backup", today.date());
    let Some(place) = app.host().choose_place(FileKind::Backup, &name) else {
        return Ok(None);
    };
    app.store(|workspace| workspace.back_up_to(&place))?;
    Ok(Some(crate::name_of(&place)))
}
