use crate::App;
use crate::wire::Error;

/// Takes a version out of the list. Nothing is erased: see [`undrop_version`](super::undrop_version()).
pub fn drop_version(app: &App, message: &str, version: &str) -> Result<(), Error> {
    let now = app.host().now();
    app.store(|workspace| workspace.set_version_dropped(message, version, true, now))
}
