use crate::App;
use crate::wire::Error;

/// Takes it out of the lists. Nothing is erased: see [`undelete`](super::undelete()).
pub fn delete(app: &App, message: &str) -> Result<(), Error> {
    let now = app.host().now();
    app.store(|workspace| workspace.set_deleted(message, Some(now)))?;
    app.forget(message);
    Ok(())
}
