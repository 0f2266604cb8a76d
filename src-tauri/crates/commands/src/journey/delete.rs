use crate::App;
use crate::wire::Error;

/// Takes it out of the list. Nothing is erased: see [`undelete`](super::undelete()).
pub fn delete(app: &App, journey: &str) -> Result<(), Error> {
    let now = app.host().now();
    app.store(|workspace| workspace.set_deleted(journey, Some(now)))?;
    app.forget(journey);
    Ok(())
}
