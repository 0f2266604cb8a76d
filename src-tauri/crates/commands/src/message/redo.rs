use flows::mirror::MessageSnapshot;

use crate::App;
use crate::wire::Error;

/// Brings the last step back again.
pub fn redo(app: &App, message: &str) -> Result<MessageSnapshot, Error> {
    app.message(message, |open| open.go(app, 1))
}
