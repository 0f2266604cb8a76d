use crate::App;
use crate::wire::Error;

/// Brings a deleted one back.
pub fn undelete(app: &App, message: &str) -> Result<(), Error> {
    app.store(|workspace| workspace.set_deleted(message, None))
}
