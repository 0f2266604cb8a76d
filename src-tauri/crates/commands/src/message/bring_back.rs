use flows::edit::Edit;
use flows::mirror::MessageSnapshot;

use crate::App;
use crate::wire::Error;

/// Brings the text of a version back as one edit, which can be undone like any other; `title` is what the history calls it.
pub fn bring_back(
    app: &App,
    message: &str,
    revision: u32,
    version: &str,
    title: &str,
) -> Result<MessageSnapshot, Error> {
    let (_, kept) = app.store(|workspace| workspace.version(message, version))?;
    app.message(message, |open| {
        let end = open.document().text().encode_utf16().count();
        let whole = Edit::ReplaceText { start: 0, end: u32::try_from(end).unwrap_or(u32::MAX), text: kept };
        open.edit(app, revision, &Edit::Batch { name: Some(title.to_owned()), edits: vec![whole] })
    })
}
