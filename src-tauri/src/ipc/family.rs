//! A template in its languages.

use commands::message;
use commands::wire::Family;

use super::{Answer, Here, run};

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_family(app: Here<'_>, message: String) -> Answer<Family> {
    run(app, move |app| message::family(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_add_language(app: Here<'_>, message: String, language: String) -> Answer<String> {
    run(app, move |app| message::add_language(app, &message, &language)).await
}
