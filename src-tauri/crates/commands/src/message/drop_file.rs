use flows::json::Pointer;
use flows::mirror::MessageSnapshot;

use super::add_file::take;
use crate::App;
use crate::wire::{Code, Error};

/// Puts the first file of a drop where a file is wanted; see [`add_file`](super::add_file()).
pub fn drop_file(
    app: &App,
    message: &str,
    revision: u32,
    part: &Pointer,
    token: &str,
) -> Result<MessageSnapshot, Error> {
    let files = app.drops().take(token).unwrap_or_default();
    let Some(file) = files.first() else {
        return Err(Error::new(
            Code::NotFound,
            "This file was put down somewhere else already. Drop it again.",
        ));
    };
    let put = take(app, message, revision, part, file);
    if put.is_err() {
        // It has gone nowhere: it can be put down again.
        app.drops().put(token.to_owned(), files);
    }
    put
}
