use super::keep_version::version_name;
use crate::App;
use crate::wire::Error;

/// Gives a version another name.
pub fn rename_version(app: &App, message: &str, version: &str, name: &str) -> Result<(), Error> {
    let (name, now) = (version_name(name)?, app.host().now());
    app.store(|workspace| workspace.rename_version(message, version, &name, now))
}
