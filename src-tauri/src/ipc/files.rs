//! Files that go into templates and messages.

use commands::message;
use flows::json::Pointer;
use flows::mirror::MessageSnapshot;

use super::{Answer, Here, run};

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_drop_file(
    app: Here<'_>,
    message: String,
    revision: u32,
    part: Pointer,
    token: String,
) -> Answer<MessageSnapshot> {
    run(app, move |app| message::drop_file(app, &message, revision, &part, &token)).await
}
