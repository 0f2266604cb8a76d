//! What messages cost.

use commands::rates;
use commands::wire::RatesTaken;

use super::{Answer, Here, run};

#[tauri::command]
#[specta::specta]
pub(crate) async fn rates_import(app: Here<'_>) -> Answer<Option<RatesTaken>> {
    run(app, rates::import).await
}
