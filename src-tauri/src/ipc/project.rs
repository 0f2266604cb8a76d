//! Everything as a project: a folder or one zipped file.

use commands::project;
use commands::wire::{ProjectForm, ProjectSummary, ProjectTaken};

use super::{Answer, Here, run};

#[tauri::command]
#[specta::specta]
pub(crate) async fn project_contents(app: Here<'_>) -> Answer<ProjectSummary> {
    run(app, project::contents).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn project_export(app: Here<'_>, name: String, form: ProjectForm) -> Answer<Option<String>> {
    run(app, move |app| project::export(app, &name, form)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn project_export_journey(app: Here<'_>, journey: String) -> Answer<Option<String>> {
    run(app, move |app| project::export_journey(app, &journey)).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn project_import(app: Here<'_>, form: ProjectForm) -> Answer<Option<ProjectTaken>> {
    run(app, move |app| project::import(app, form)).await
}
