//! Templates and messages.

use commands::wire::{Difference, Family, Following, MessageCard, MessageStarter, MessageVersion, Standing};
use commands::{facts, guard_async, message};
use flows::check::DocumentKind;
use flows::edit::Edit;
use flows::facts::ComposerFacts;
use flows::json::Pointer;
use flows::mirror::{MessageSnapshot, MessageView};

use super::{Answer, Here, run};

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_list(app: Here<'_>) -> Answer<Vec<MessageCard>> {
    run(app, message::list).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_starters(app: Here<'_>, locale: String) -> Answer<Vec<MessageStarter>> {
    run(app, move |app| message::starters(app, &locale)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_use(
    app: Here<'_>,
    starter: String,
    language: String,
    locale: String,
) -> Answer<String> {
    run(app, move |app| message::use_starter(app, &starter, &language, &locale)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_create(
    app: Here<'_>,
    kind: DocumentKind,
    name: String,
    language: String,
) -> Answer<String> {
    run(app, move |app| message::create(app, kind, &name, &language)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_open(app: Here<'_>, message: String) -> Answer<MessageSnapshot> {
    run(app, move |app| message::open(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_edit(
    app: Here<'_>,
    message: String,
    revision: u32,
    edit: Edit,
) -> Answer<MessageSnapshot> {
    run(app, move |app| message::edit(app, &message, revision, &edit)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_undo(app: Here<'_>, message: String) -> Answer<MessageSnapshot> {
    run(app, move |app| message::undo(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_redo(app: Here<'_>, message: String) -> Answer<MessageSnapshot> {
    run(app, move |app| message::redo(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_go_to(app: Here<'_>, message: String, steps: i32) -> Answer<MessageSnapshot> {
    run(app, move |app| message::go_to(app, &message, steps)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_show(
    app: Here<'_>,
    message: String,
    under_hand: Option<Edit>,
    countries: Vec<String>,
) -> Answer<MessageView> {
    run(app, move |app| message::show(app, &message, under_hand.as_ref(), &countries)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_add_file(
    app: Here<'_>,
    message: String,
    revision: u32,
    part: Pointer,
) -> Answer<Option<MessageSnapshot>> {
    run(app, move |app| message::add_file(app, &message, revision, &part)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_picture(app: Here<'_>, name: String) -> Answer<String> {
    run(app, move |app| message::picture(app, &name)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_submit(app: Here<'_>, message: String, account: String) -> Answer<Standing> {
    guard_async(message::submit(&app, &message, &account)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_standing(
    app: Here<'_>,
    message: String,
    account: String,
) -> Answer<Option<Standing>> {
    guard_async(message::standing(&app, &message, &account)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_follow(app: Here<'_>, account: String) -> Answer<Following> {
    guard_async(message::follow(&app, &account)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_take(app: Here<'_>, account: String, template: String) -> Answer<String> {
    guard_async(message::take(&app, &account, &template)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_export(app: Here<'_>, message: String) -> Answer<Option<String>> {
    run(app, move |app| message::export(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_duplicate(app: Here<'_>, message: String) -> Answer<String> {
    run(app, move |app| message::duplicate(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_delete(app: Here<'_>, message: String) -> Answer<()> {
    run(app, move |app| message::delete(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_undelete(app: Here<'_>, message: String) -> Answer<()> {
    run(app, move |app| message::undelete(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn facts_messages(app: Here<'_>) -> Answer<ComposerFacts> {
    run(app, facts::messages).await
}

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

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_versions(app: Here<'_>, message: String) -> Answer<Vec<MessageVersion>> {
    run(app, move |app| message::versions(app, &message)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_keep_version(app: Here<'_>, message: String, name: String) -> Answer<String> {
    run(app, move |app| message::keep_version(app, &message, &name)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_rename_version(
    app: Here<'_>,
    message: String,
    version: String,
    name: String,
) -> Answer<()> {
    run(app, move |app| message::rename_version(app, &message, &version, &name)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_drop_version(app: Here<'_>, message: String, version: String) -> Answer<()> {
    run(app, move |app| message::drop_version(app, &message, &version)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_undrop_version(app: Here<'_>, message: String, version: String) -> Answer<()> {
    run(app, move |app| message::undrop_version(app, &message, &version)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_compare_version(
    app: Here<'_>,
    message: String,
    version: String,
) -> Answer<Vec<Difference>> {
    run(app, move |app| message::compare_version(app, &message, &version)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn message_bring_back(
    app: Here<'_>,
    message: String,
    revision: u32,
    version: String,
    title: String,
) -> Answer<MessageSnapshot> {
    run(app, move |app| message::bring_back(app, &message, revision, &version, &title)).await
}
