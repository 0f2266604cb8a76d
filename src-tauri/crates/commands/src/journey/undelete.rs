use crate::App;
use crate::wire::Error;

/// Brings a deleted one back.
pub fn undelete(app: &App, journey: &str) -> Result<(), Error> {
    app.store(|workspace| workspace.set_deleted(journey, None))
}
