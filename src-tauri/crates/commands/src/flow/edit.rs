use flows::edit::Edit;
use flows::mirror::Patch;

use crate::App;
use crate::wire::Error;

/// Applies an edit made against a revision. It is in the journal before the answer leaves.
pub fn edit(app: &App, flow: &str, revision: u32, edit: &Edit) -> Result<Patch, Error> {
    app.flow(flow, |open| {
        open.require(revision)?;
        open.edit(app, edit)
    })
}
