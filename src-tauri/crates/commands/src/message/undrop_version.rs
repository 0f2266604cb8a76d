use crate::App;
use crate::wire::Error;

/// Puts a version back into the list.
pub fn undrop_version(app: &App, message: &str, version: &str) -> Result<(), Error> {
    let now = app.host().now();
    app.store(|workspace| workspace.set_version_dropped(message, version, false, now))
}
