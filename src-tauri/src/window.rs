//! The main window: where it may go (nowhere) and what is dropped on it.

use tauri::utils::config::WindowConfig;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Manager, Runtime, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent,
};

use crate::arrivals;

/// Label of the one window; the capability names it.
pub(crate) const MAIN: &str = "main";

/// Opens the main window as `tauri.conf.json` describes it.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    let fallback = WindowConfig { label: MAIN.into(), ..WindowConfig::default() };
    let config = app.config().app.windows.first().unwrap_or(&fallback);
    let window = WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .devtools(cfg!(debug_assertions))
        .build()?;
    let target = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(drag) = event {
            dragged(&target, drag);
        }
    });
    Ok(())
}

/// Shows the main window when somebody starts Waymark a second time.
pub(crate) fn bring_to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// The page never leaves itself: links are opened by `link_open`.
fn is_own_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // How Windows spells the same page.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        scheme => scheme.starts_with("isolation-") || url.as_str() == "about:blank",
    }
}

fn dragged<R: Runtime>(window: &WebviewWindow<R>, event: &DragDropEvent) {
    let scale = window.scale_factor().unwrap_or(1.0);
    let app = window.app_handle();
    match event {
        DragDropEvent::Enter { paths, position } => {
            arrivals::hover(app, Some(paths), position.to_logical(scale));
        }
        DragDropEvent::Over { position } => arrivals::hover(app, None, position.to_logical(scale)),
        DragDropEvent::Drop { paths, position } => arrivals::dropped(app, paths, position.to_logical(scale)),
        DragDropEvent::Leave => arrivals::left(app),
        _ => {}
    }
}
