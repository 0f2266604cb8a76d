use std::path::{Path, PathBuf};

use commands::wire::{Event, Settings};
use commands::{FileKind, Host};

/// The desktop app's identifier: both programs share one folder and one place in the keychain.
pub(crate) const IDENTIFIER: &str = "app.waymark.desktop";

/// The command line as the commands see it: no dialogs, no pages.
pub(crate) struct Terminal {
    folder: PathBuf,
}

impl Terminal {
    /// In the user's data folder. None when the system names none.
    pub(crate) fn new() -> Option<Self> {
        Some(Self { folder: dirs::data_local_dir()?.join(IDENTIFIER) })
    }
}

impl Host for Terminal {
    fn now(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond()
    }

    fn emit(&self, event: Event) {
        if let Event::PublishProgress { step, .. } = event {
            eprintln!("{step}");
        }
    }

    fn choose_file(&self, _kind: FileKind) -> Option<PathBuf> {
        None
    }

    fn choose_place(&self, _kind: FileKind, _name: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn open_link(&self, url: &str) -> Result<(), String> {
        Err(format!("open it yourself: {url}"))
    }

    fn settings(&self) -> Settings {
        Settings::default()
    }

    fn set_settings(&self, _settings: &Settings) -> Result<(), String> {
        Err("settings belong to the app".to_owned())
    }

    fn folder(&self) -> &Path {
        &self.folder
    }
}
