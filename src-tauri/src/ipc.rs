//! The commands as the page calls them: one line each, then off the main thread.

mod journey;
mod message;
mod project;
mod rates;
mod trial;

use std::sync::Arc;

use commands::wire::{
    Account, ConnectAccount, Error, FlowCard, Imported, Plan, Report, RestoreFrom, Settings, Starter,
    TakenWords, Workspace,
};
use commands::{
    App, account, answer, facts, flow, gallery, guard, guard_async, language, link, preview, publish, rule,
    settings, workspace,
};
use flows::answers::Asked;
use flows::check::RuleText;
use flows::edit::Edit;
use flows::facts::ComponentFacts;
use flows::json::Pointer;
use flows::languages::Languages;
use flows::migrate::Migration;
use flows::mirror::{Patch, Snapshot};
use flows::preview::{PreviewAct, PreviewState, PreviewStep, ScreenView};
use tauri::State;

pub(crate) use journey::*;
pub(crate) use message::*;
pub(crate) use project::*;
pub(crate) use rates::*;
pub(crate) use trial::*;

type Answer<T> = Result<T, Error>;
type Here<'a> = State<'a, Arc<App>>;

/// Runs a body that touches the disk or shows a dialog where it may block.
async fn run<T: Send + 'static>(
    app: Here<'_>,
    body: impl FnOnce(&App) -> Answer<T> + Send + 'static,
) -> Answer<T> {
    let app = Arc::clone(&app);
    match tauri::async_runtime::spawn_blocking(move || guard(|| body(&app))).await {
        Ok(answer) => answer,
        Err(_) => Err(commands::stopping()),
    }
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn workspace_open(app: Here<'_>) -> Answer<Workspace> {
    let background = Arc::clone(&app);
    let opened = run(app, workspace::open).await;
    // After the answer: what was there when it opened, in case this session damages it.
    drop(tauri::async_runtime::spawn_blocking(move || guard(|| workspace::keep_backup(&background))));
    opened
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn workspace_backup(app: Here<'_>) -> Answer<Option<String>> {
    run(app, workspace::backup).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn workspace_restore(app: Here<'_>, from: RestoreFrom) -> Answer<Option<String>> {
    run(app, move |app| workspace::restore(app, from)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn gallery_list(app: Here<'_>, locale: String) -> Answer<Vec<Starter>> {
    run(app, move |app| gallery::list(app, &locale)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn gallery_use(app: Here<'_>, starter: String, language: String) -> Answer<String> {
    run(app, move |app| gallery::use_starter(app, &starter, &language)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_list(app: Here<'_>) -> Answer<Vec<FlowCard>> {
    run(app, flow::list).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_create(app: Here<'_>, name: String) -> Answer<String> {
    run(app, move |app| flow::create(app, &name)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_import(app: Here<'_>) -> Answer<Option<Imported>> {
    run(app, flow::import).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_open(app: Here<'_>, flow: String) -> Answer<Snapshot> {
    run(app, move |app| flow::open(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_edit(app: Here<'_>, flow: String, revision: u32, edit: Edit) -> Answer<Patch> {
    run(app, move |app| flow::edit(app, &flow, revision, &edit)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_undo(app: Here<'_>, flow: String) -> Answer<Patch> {
    run(app, move |app| flow::undo(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_redo(app: Here<'_>, flow: String) -> Answer<Patch> {
    run(app, move |app| flow::redo(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_go_to(app: Here<'_>, flow: String, steps: i32) -> Answer<Patch> {
    run(app, move |app| flow::go_to(app, &flow, steps)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_source(app: Here<'_>, flow: String) -> Answer<String> {
    run(app, move |app| flow::source(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_migration(app: Here<'_>, flow: String) -> Answer<Migration> {
    run(app, move |app| flow::migration(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_export(app: Here<'_>, flow: String) -> Answer<Option<String>> {
    run(app, move |app| flow::export(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_copy(
    app: Here<'_>,
    flow: String,
    items: Vec<Pointer>,
    screens: Vec<String>,
) -> Answer<String> {
    run(app, move |app| flow::copy(app, &flow, &items, &screens)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_duplicate(app: Here<'_>, flow: String) -> Answer<String> {
    run(app, move |app| flow::duplicate(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_delete(app: Here<'_>, flow: String) -> Answer<()> {
    run(app, move |app| flow::delete(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_undelete(app: Here<'_>, flow: String) -> Answer<()> {
    run(app, move |app| flow::undelete(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_add_image(
    app: Here<'_>,
    flow: String,
    revision: u32,
    at: Pointer,
    key: String,
    index: Option<u32>,
) -> Answer<Option<Patch>> {
    run(app, move |app| flow::add_image(app, &flow, revision, &at, &key, index)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn flow_drop_image(
    app: Here<'_>,
    flow: String,
    revision: u32,
    at: Pointer,
    key: String,
    index: Option<u32>,
    token: String,
) -> Answer<Patch> {
    run(app, move |app| flow::drop_image(app, &flow, revision, &at, &key, index, &token)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn language_list(app: Here<'_>, flow: String) -> Answer<Languages> {
    run(app, move |app| language::list(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn language_export(app: Here<'_>, flow: String, tag: String) -> Answer<Option<String>> {
    run(app, move |app| language::export(app, &flow, &tag)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn language_import(app: Here<'_>, flow: String, tag: String) -> Answer<Option<TakenWords>> {
    run(app, move |app| language::import(app, &flow, &tag)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn language_table_export(
    app: Here<'_>,
    flow: String,
    tag: String,
) -> Answer<Option<String>> {
    run(app, move |app| language::table_export(app, &flow, &tag)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn language_table_import(
    app: Here<'_>,
    flow: String,
    tag: String,
) -> Answer<Option<TakenWords>> {
    run(app, move |app| language::table_import(app, &flow, &tag)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn account_list(app: Here<'_>) -> Answer<Vec<Account>> {
    run(app, account::list).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn account_connect(app: Here<'_>, request: ConnectAccount) -> Answer<Account> {
    guard_async(account::connect(&app, request)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn account_remove(app: Here<'_>, account: String) -> Answer<()> {
    run(app, move |app| account::remove(app, &account)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn account_token(app: Here<'_>, account: String, token: String) -> Answer<Account> {
    guard_async(account::token(&app, &account, token)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn publish_plan(app: Here<'_>, documents: Vec<String>, account: String) -> Answer<Plan> {
    guard_async(publish::plan(&app, &documents, &account)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn publish_apply(
    app: Here<'_>,
    plan: String,
    leave: Vec<String>,
    replace: Vec<String>,
) -> Answer<Report> {
    guard_async(publish::apply(&app, &plan, &leave, &replace)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn settings_get(app: Here<'_>) -> Answer<Settings> {
    run(app, settings::get).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn settings_set(app: Here<'_>, settings: Settings) -> Answer<()> {
    run(app, move |app| settings::set(app, &settings)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn link_open(app: Here<'_>, url: String) -> Answer<()> {
    run(app, move |app| link::open(app, &url)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_render(
    app: Here<'_>,
    flow: String,
    language: Option<String>,
    state: PreviewState,
) -> Answer<ScreenView> {
    run(app, move |app| preview::render(app, &flow, language.as_deref(), &state)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_act(
    app: Here<'_>,
    flow: String,
    language: Option<String>,
    state: PreviewState,
    act: PreviewAct,
) -> Answer<PreviewStep> {
    run(app, move |app| preview::act(app, &flow, language.as_deref(), &state, &act)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_screens(
    app: Here<'_>,
    flow: String,
    screens: Vec<String>,
) -> Answer<Vec<ScreenView>> {
    run(app, move |app| preview::screens(app, &flow, &screens)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn answer_list(app: Here<'_>, flow: String) -> Answer<Vec<Asked>> {
    run(app, move |app| answer::list(app, &flow)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn facts_components(app: Here<'_>) -> Answer<Vec<ComponentFacts>> {
    run(app, facts::components).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn rule_explain(app: Here<'_>, rule: String) -> Answer<RuleText> {
    run(app, move |app| rule::explain(app, &rule)).await
}
