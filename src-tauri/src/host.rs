//! The desktop as the commands see it.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use commands::wire::{Event, Settings};
use commands::{FileKind, Host};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};
use tauri_plugin_opener::OpenerExt;
use tauri_plugin_store::StoreExt;
use tauri_specta::Event as _;

use crate::bindings::Core;
use crate::window::MAIN;

const PREFERENCES: &str = "preferences.json";
const SETTINGS: &str = "settings";

/// Dialogs, clock, events and preferences of the desktop.
pub(crate) struct Desktop<R: Runtime> {
    app: AppHandle<R>,
    folder: PathBuf,
}

impl<R: Runtime> Desktop<R> {
    pub(crate) fn new(app: &AppHandle<R>) -> tauri::Result<Self> {
        Ok(Self { app: app.clone(), folder: app.path().app_local_data_dir()? })
    }

    fn dialog(&self, kind: FileKind) -> FileDialogBuilder<R> {
        let (name, endings): (&str, &[&str]) = match kind {
            FileKind::Flow => ("WhatsApp Flow JSON", &["json"]),
            FileKind::Image => ("PNG, JPEG", &["png", "jpg", "jpeg", "webp"]),
            FileKind::Film => ("MP4", &["mp4", "3gp"]),
            FileKind::Pdf => ("PDF", &["pdf"]),
            FileKind::Document => {
                ("PDF, Office", &["pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt"])
            }
            FileKind::Sound => ("MP3, OGG, AAC", &["mp3", "ogg", "m4a", "aac", "amr"]),
            FileKind::Sticker => ("WebP", &["webp"]),
            FileKind::Picture => ("PNG", &["png"]),
            FileKind::Drawing => ("SVG", &["svg"]),
            FileKind::Table => ("CSV", &["csv"]),
            // Backups were called `.waymark` before projects were.
            FileKind::Backup => ("Waymark", &["waymark-backup", "waymark"]),
            FileKind::Project => ("Waymark", &["waymark", "zip"]),
        };
        let dialog = self.app.dialog().file().add_filter(name, endings);
        match self.app.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

impl<R: Runtime> Host for Desktop<R> {
    fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn emit(&self, event: Event) {
        // Fails only while the app is closing, when nobody is left to hear it.
        let _ = Core(event).emit(&self.app);
    }

    fn choose_file(&self, kind: FileKind) -> Option<PathBuf> {
        self.dialog(kind).blocking_pick_file()?.into_path().ok()
    }

    fn choose_place(&self, kind: FileKind, name: &str) -> Option<PathBuf> {
        self.dialog(kind).set_file_name(name).blocking_save_file()?.into_path().ok()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        let dialog = self.app.dialog().file();
        let dialog = match self.app.get_webview_window(MAIN) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        };
        dialog.blocking_pick_folder()?.into_path().ok()
    }

    fn open_link(&self, url: &str) -> Result<(), String> {
        self.app.opener().open_url(url, None::<&str>).map_err(|error| error.to_string())
    }

    fn settings(&self) -> Settings {
        let stored = self.app.store(PREFERENCES).ok().and_then(|store| store.get(SETTINGS));
        stored.map(|stored| Settings::from_stored(&stored)).unwrap_or_default()
    }

    fn set_settings(&self, settings: &Settings) -> Result<(), String> {
        let store = self.app.store(PREFERENCES).map_err(|error| error.to_string())?;
        store.set(SETTINGS, serde_json::to_value(settings).map_err(|error| error.to_string())?);
        store.save().map_err(|error| error.to_string())
    }

    fn folder(&self) -> &Path {
        &self.folder
    }
}
