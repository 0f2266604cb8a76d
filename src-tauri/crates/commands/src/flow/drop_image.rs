use flows::json::Pointer;
use flows::mirror::Patch;

use super::picture::{self, Target};
use crate::App;
use crate::wire::{Code, Error};

/// Puts the first picture of a drop into a Flow, shrunk to Meta's limit; see [`add_image`](super::add_image()).
pub fn drop_image(
    app: &App,
    flow: &str,
    revision: u32,
    at: &Pointer,
    key: &str,
    index: Option<u32>,
    token: &str,
) -> Result<Patch, Error> {
    let files = app.drops().take(token).unwrap_or_default();
    let Some(file) = files.first() else {
        return Err(Error::new(
            Code::NotFound,
            "This picture was put down somewhere else already. Drop it again.",
        ));
    };
    let put = app.flow(flow, |open| {
        open.require(revision)?;
        let edit = picture::edit(open.document(), &Target { at, key, index }, file)?;
        open.edit(app, &edit)
    });
    if put.is_err() {
        // It has gone nowhere: it can be put down again.
        app.drops().put(token.to_owned(), files);
    }
    put
}
