use flows::mirror::Snapshot;

use crate::App;
use crate::wire::Error;

/// The whole Flow. Read again when another program has changed it since.
pub fn open(app: &App, flow: &str) -> Result<Snapshot, Error> {
    let stored = app.store(|workspace| workspace.document(flow))?.revision;
    if app.flow(flow, |open| Ok(open.revision()))? != stored {
        app.forget(flow);
    }
    app.flow(flow, |open| Ok(open.snapshot()))
}
