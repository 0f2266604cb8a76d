use crate::App;
use crate::wire::Error;

/// Brings a deleted Flow back.
pub fn undelete(app: &App, flow: &str) -> Result<(), Error> {
    app.store(|workspace| workspace.set_deleted(flow, None))
}
