//! Messages on trial.

use commands::wire::{PhoneAct, Trial, TrialPhone, TrialStanding};
use commands::{guard_async, trial};
use flows::chat::SampleValue;

use super::{Answer, Here};

#[tauri::command]
#[specta::specta]
pub(crate) async fn trial_prepare(
    app: Here<'_>,
    message: String,
    account: String,
    to: String,
    values: Vec<SampleValue>,
) -> Answer<Trial> {
    guard_async(trial::prepare(&app, &message, &account, &to, &values)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn trial_send(
    app: Here<'_>,
    message: String,
    account: String,
    to: String,
    values: Vec<SampleValue>,
) -> Answer<String> {
    guard_async(trial::send(&app, &message, &account, &to, &values)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn trial_follow(app: Here<'_>, account: String, id: String) -> Answer<TrialStanding> {
    guard_async(trial::follow(&app, &account, &id)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn trial_phone(app: Here<'_>, number: String, act: PhoneAct) -> Answer<Vec<TrialPhone>> {
    guard_async(trial::phone(&app, &number, act)).await
}
