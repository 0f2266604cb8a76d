//! The desktop shell: windows, files that come from outside, wiring. No logic.

#[macro_use]
mod every_command;
mod arrivals;
mod bindings;
mod host;
mod ipc;
#[cfg(target_os = "linux")]
mod renderer;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use commands::{App, workspace};
use secrets::Keychain;
use tauri::{Manager, RunEvent};

/// Runs the app until its window is closed.
pub fn run() -> ExitCode {
    #[cfg(target_os = "linux")]
    renderer::choose();
    let specta = bindings::builder::<tauri::Wry>();
    let handler = specta.invoke_handler();
    let built = tauri::Builder::default()
        // First, so that a second start hands its file over before it opens anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            window::bring_to_front(app);
            arrivals::from_arguments(app, &arguments, folder.as_ref());
        }))
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(handler)
        .setup(move |app| {
            specta.mount_events(app);
            let host = host::Desktop::new(app.handle())?;
            app.manage(Arc::new(App::new(host, Keychain::of_system(&app.config().identifier))));
            arrivals::from_first_start(app.handle());
            window::open(app.handle())?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    // What was done since the last one; when it fails the work itself is safe.
                    let _ = workspace::keep_backup(&app.state::<Arc<App>>());
                }
                arrivals::from_system(app, &event);
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Waymark cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}
