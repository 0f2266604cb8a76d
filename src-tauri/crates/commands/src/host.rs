use std::path::{Path, PathBuf};

use cloud::Patience;

use crate::wire::{Event, Settings};

/// What the commands need of the program they run in: the desktop shell, the command line, or a test.
///
/// Dialogs block until they are answered; commands that show one run off the main thread.
pub trait Host: Send + Sync + 'static {
    /// Milliseconds since 1970, UTC.
    fn now(&self) -> i64;

    /// Tells every page.
    fn emit(&self, event: Event);

    /// Asks for a file to read. `None` when the dialog was closed.
    fn choose_file(&self, kind: FileKind) -> Option<PathBuf>;

    /// Asks where to write; `name` is offered. `None` when the dialog was closed.
    fn choose_place(&self, kind: FileKind, name: &str) -> Option<PathBuf>;

    /// Asks for a folder. `None` when the dialog was closed.
    fn choose_folder(&self) -> Option<PathBuf>;

    /// Opens a link in the system's program for it. The scheme has been checked.
    fn open_link(&self, url: &str) -> Result<(), String>;

    /// How the app looks and speaks, as last stored.
    fn settings(&self) -> Settings;

    /// Stores how the app looks and speaks.
    fn set_settings(&self, settings: &Settings) -> Result<(), String>;

    /// Where the workspace, its backups and the practice account's state lie.
    fn folder(&self) -> &Path;

    /// How long and how often Meta is asked.
    fn patience(&self) -> Patience {
        Patience::default()
    }
}

/// What a dialog asks for; decides its title and the endings it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A WhatsApp Flow, `.json`.
    Flow,
    /// A picture.
    Image,
    /// A film.
    Film,
    /// A file to read, PDF.
    Pdf,
    /// A file of any kind that a message takes.
    Document,
    /// A sound.
    Sound,
    /// A sticker, WebP.
    Sticker,
    /// A picture that is written, PNG.
    Picture,
    /// A drawing that is written, SVG.
    Drawing,
    /// A table of translations, `.csv`.
    Table,
    /// A whole workspace, `.waymark-backup`.
    Backup,
    /// A zipped project, `.waymark`.
    Project,
}
