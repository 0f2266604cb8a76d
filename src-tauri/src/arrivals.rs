//! Files that come from outside: double-clicked, given on the command line, dragged in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use commands::{App, flow};
use tauri::{AppHandle, LogicalPosition, Manager, RunEvent, Runtime};

/// A second start hands over its arguments; `folder` is where it was started.
pub(crate) fn from_arguments<R: Runtime>(app: &AppHandle<R>, arguments: &[String], folder: &Path) {
    let files = files_among(arguments.iter().skip(1), folder);
    in_background(app, move |app| flow::arrive(app, &files));
}

/// The first start: the page asks for them when it opens the workspace.
pub(crate) fn from_first_start<R: Runtime>(app: &AppHandle<R>) {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let folder = std::env::current_dir().unwrap_or_default();
    app.state::<Arc<App>>().expect_files(files_among(arguments.iter(), &folder));
}

/// macOS tells of double-clicked files by an event, also at the first start.
pub(crate) fn from_system<R: Runtime>(app: &AppHandle<R>, event: &RunEvent) {
    #[cfg(target_os = "macos")]
    if let RunEvent::Opened { urls } = event {
        let files: Vec<PathBuf> = urls.iter().filter_map(|url| url.to_file_path().ok()).collect();
        crate::window::bring_to_front(app);
        in_background(app, move |app| flow::arrive(app, &files));
    }
    #[cfg(not(target_os = "macos"))]
    let _ = (app, event);
}

/// Files hang over the window; `files` on entering only.
pub(crate) fn hover<R: Runtime>(app: &AppHandle<R>, files: Option<&[PathBuf]>, at: LogicalPosition<i32>) {
    flow::hover(&app.state::<Arc<App>>(), files, (at.x, at.y));
}

/// They went away again.
pub(crate) fn left<R: Runtime>(app: &AppHandle<R>) {
    flow::leave(&app.state::<Arc<App>>());
}

/// They were let go.
pub(crate) fn dropped<R: Runtime>(app: &AppHandle<R>, files: &[PathBuf], at: LogicalPosition<i32>) {
    let files = files.to_vec();
    in_background(app, move |app| flow::take_dropped(app, files, (at.x, at.y)));
}

/// Switches (`--x`) are not files; relative paths are meant from where the program was started.
fn files_among<'a>(arguments: impl Iterator<Item = &'a String>, folder: &Path) -> Vec<PathBuf> {
    arguments.filter(|argument| !argument.starts_with('-')).map(|argument| folder.join(argument)).collect()
}

fn in_background<R: Runtime>(app: &AppHandle<R>, body: impl FnOnce(&App) + Send + 'static) {
    let app = Arc::clone(&app.state::<Arc<App>>());
    tauri::async_runtime::spawn_blocking(move || body(&app));
}
