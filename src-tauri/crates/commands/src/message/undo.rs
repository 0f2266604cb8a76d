use flows::mirror::MessageSnapshot;

use crate::App;
use crate::wire::Error;

/// Takes the last step back.
pub fn undo(app: &App, message: &str) -> Result<MessageSnapshot, Error> {
    app.message(message, |open| open.go(app, -1))
}
