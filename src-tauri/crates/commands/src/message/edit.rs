use flows::edit::Edit;
use flows::mirror::MessageSnapshot;

use crate::App;
use crate::wire::Error;

/// Applies an edit made against a revision. It is in the journal before the answer leaves.
pub fn edit(app: &App, message: &str, revision: u32, edit: &Edit) -> Result<MessageSnapshot, Error> {
    app.message(message, |open| open.edit(app, revision, edit))
}
