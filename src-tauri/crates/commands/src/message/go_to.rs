use flows::mirror::MessageSnapshot;

use crate::App;
use crate::wire::Error;

/// Takes several steps back (negative) or brings them again.
pub fn go_to(app: &App, message: &str, steps: i32) -> Result<MessageSnapshot, Error> {
    app.message(message, |open| open.go(app, steps))
}
