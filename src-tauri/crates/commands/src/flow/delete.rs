use crate::App;
use crate::wire::Error;

/// Takes a Flow out of the lists. Nothing is erased: see [`undelete`](super::undelete()).
pub fn delete(app: &App, flow: &str) -> Result<(), Error> {
    let now = app.host().now();
    app.store(|workspace| workspace.set_deleted(flow, Some(now)))?;
    app.forget(flow);
    Ok(())
}
