use flows::json::Pointer;
use flows::mirror::Patch;

use super::picture::{self, Target};
use crate::wire::Error;
use crate::{App, FileKind};

/// Puts a picture the user chooses into a Flow, shrunk to Meta's limit. With `index` the member is a list of
/// pictures: the one at that position is replaced, or a new one is put there. `None` when the dialog was closed.
pub fn add_image(
    app: &App,
    flow: &str,
    revision: u32,
    at: &Pointer,
    key: &str,
    index: Option<u32>,
) -> Result<Option<Patch>, Error> {
    let Some(file) = app.host().choose_file(FileKind::Image) else {
        return Ok(None);
    };
    let patch = app.flow(flow, |open| {
        open.require(revision)?;
        let edit = picture::edit(open.document(), &Target { at, key, index }, &file)?;
        open.edit(app, &edit)
    })?;
    Ok(Some(patch))
}
