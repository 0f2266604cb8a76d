use flows::edit::Edit;
use flows::mirror::JourneyPatch;

use crate::App;
use crate::wire::Error;

/// Applies an edit made against a revision. It is in the journal before the answer leaves.
pub fn edit(app: &App, journey: &str, revision: u32, edit: &Edit) -> Result<JourneyPatch, Error> {
    app.journey(journey, |open| open.edit(app, revision, edit))
}
