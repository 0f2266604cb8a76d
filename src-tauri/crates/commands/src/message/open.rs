use flows::mirror::MessageSnapshot;

use crate::App;
use crate::wire::Error;

/// All of it. Read again when another program has changed it since.
pub fn open(app: &App, message: &str) -> Result<MessageSnapshot, Error> {
    let stored = app.store(|workspace| workspace.document(message))?.revision;
    if app.message(message, |open| Ok(open.revision()))? != stored {
        app.forget(message);
    }
    app.message(message, |open| Ok(open.snapshot()))
}
