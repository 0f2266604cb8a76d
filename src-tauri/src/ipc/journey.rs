//! Journeys.

use commands::journey;
use commands::wire::{
    CodeFormat, JourneyCard, JourneyFindings, JourneyKept, JourneyLink, JourneyLive, JourneyPaths,
    JourneyStarter, JourneyTest, JourneyTour, RunRequest, StepKind, Witness,
};
use flows::edit::Edit;
use flows::forecast::{Assumed, Forecast};
use flows::mirror::{JourneyPatch, JourneySnapshot, MarketPrices, RunView};
use serde_json::Value;

use super::{Answer, Here, run};

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_list(app: Here<'_>) -> Answer<Vec<JourneyCard>> {
    run(app, journey::list).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_starters(app: Here<'_>, locale: String) -> Answer<Vec<JourneyStarter>> {
    run(app, move |app| journey::starters(app, &locale)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_use(app: Here<'_>, starter: String, language: String) -> Answer<String> {
    run(app, move |app| journey::use_starter(app, &starter, &language)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_kinds(app: Here<'_>) -> Answer<Vec<StepKind>> {
    run(app, journey::kinds).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_create(
    app: Here<'_>,
    name: String,
    language: String,
    start: String,
    welcome: String,
    hello: String,
) -> Answer<String> {
    run(app, move |app| journey::create(app, &name, &language, &start, &welcome, &hello)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_open(app: Here<'_>, journey: String) -> Answer<JourneySnapshot> {
    run(app, move |app| journey::open(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_edit(
    app: Here<'_>,
    journey: String,
    revision: u32,
    edit: Edit,
) -> Answer<JourneyPatch> {
    run(app, move |app| journey::edit(app, &journey, revision, &edit)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_undo(app: Here<'_>, journey: String) -> Answer<JourneyPatch> {
    run(app, move |app| journey::undo(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_redo(app: Here<'_>, journey: String) -> Answer<JourneyPatch> {
    run(app, move |app| journey::redo(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_go_to(app: Here<'_>, journey: String, steps: i32) -> Answer<JourneyPatch> {
    run(app, move |app| journey::go_to(app, &journey, steps)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_source(app: Here<'_>, journey: String) -> Answer<String> {
    run(app, move |app| journey::source(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_copy(app: Here<'_>, journey: String, steps: Vec<String>) -> Answer<String> {
    run(app, move |app| journey::copy(app, &journey, &steps)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_export(app: Here<'_>, journey: String) -> Answer<Option<String>> {
    run(app, move |app| journey::export(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_duplicate(app: Here<'_>, journey: String) -> Answer<String> {
    run(app, move |app| journey::duplicate(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_delete(app: Here<'_>, journey: String) -> Answer<()> {
    run(app, move |app| journey::delete(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_undelete(app: Here<'_>, journey: String) -> Answer<()> {
    run(app, move |app| journey::undelete(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_run(app: Here<'_>, journey: String, request: RunRequest) -> Answer<RunView> {
    run(app, move |app| journey::run(app, &journey, &request)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_forecast(app: Here<'_>, journey: String, assumed: Assumed) -> Answer<Forecast> {
    run(app, move |app| journey::forecast(app, &journey, &assumed)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_live(app: Here<'_>, journey: String) -> Answer<Option<JourneyLive>> {
    run(app, move |app| journey::live(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_links(
    app: Here<'_>,
    journey: String,
    account: String,
) -> Answer<Vec<JourneyLink>> {
    run(app, move |app| journey::links(app, &journey, &account)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_save_code(
    app: Here<'_>,
    journey: String,
    account: String,
    step: String,
    format: CodeFormat,
) -> Answer<Option<String>> {
    run(app, move |app| journey::save_code(app, &journey, &account, &step, format)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_prices(app: Here<'_>, country: String) -> Answer<MarketPrices> {
    run(app, move |app| journey::prices(app, &country)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_tour(
    app: Here<'_>,
    journey: String,
    locale: String,
) -> Answer<Option<JourneyTour>> {
    run(app, move |app| journey::tour(app, &journey, &locale)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_witness(app: Here<'_>, journey: String, step: String) -> Answer<Option<Witness>> {
    run(app, move |app| journey::witness(app, &journey, &step)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_check(app: Here<'_>, journey: String) -> Answer<JourneyFindings> {
    run(app, move |app| journey::check(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_record(app: Here<'_>, journey: String, kept: JourneyKept) -> Answer<Value> {
    run(app, move |app| journey::record(app, &journey, &kept)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_tests(app: Here<'_>, journey: String) -> Answer<Vec<JourneyTest>> {
    run(app, move |app| journey::tests(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_paths(
    app: Here<'_>,
    journey: String,
    zone: String,
    country: String,
    at: f64,
) -> Answer<JourneyPaths> {
    run(app, move |app| journey::paths(app, &journey, &zone, &country, moment(at))).await
}

/// A moment of the page: a number of JavaScript, which holds it exactly.
#[allow(clippy::cast_possible_truncation, reason = "milliseconds since 1970, far within both")]
fn moment(at: f64) -> i64 {
    at as i64
}
