use crate::App;
use crate::wire::Error;

/// Makes a rolling backup when there is something new to keep. Called by the program around, in the background.
pub fn keep_backup(app: &App) -> Result<(), Error> {
    let now = app.host().now();
    app.store(|workspace| match workspace.read_only() {
        Some(_) => Ok(()),
        None => workspace.roll_backup(now).map(drop),
    })
}
