//! A program around the commands, for tests.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use commands::wire::{Event, Settings};
use commands::{App, FileKind, Host, flow};
use flows::edit::Edit;
use flows::json::Pointer;
use flows::mirror::Patch;
use secrets::Keychain;
use serde_json::Value;
use tempfile::TempDir;

/// What the program around has seen and will answer.
#[derive(Default)]
pub(crate) struct Desk {
    clock: AtomicI64,
    pub(crate) events: Mutex<Vec<Event>>,
    pub(crate) links: Mutex<Vec<String>>,
    answers: Mutex<VecDeque<Option<PathBuf>>>,
    settings: Mutex<Settings>,
    refuses_settings: AtomicBool,
    folder: PathBuf,
}

impl Desk {
    /// The next dialog is answered with this file, or closed.
    pub(crate) fn answer(&self, file: Option<&Path>) {
        self.answers.lock().unwrap().push_back(file.map(Path::to_owned));
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        std::mem::take(&mut self.events.lock().unwrap())
    }

    /// From now on settings cannot be stored.
    pub(crate) fn refuse_settings(&self) {
        self.refuses_settings.store(true, Ordering::Relaxed);
    }

    fn next_answer(&self) -> Option<PathBuf> {
        self.answers.lock().unwrap().pop_front().expect("a dialog nobody expected")
    }
}

struct Around(Arc<Desk>);

impl Host for Around {
    fn now(&self) -> i64 {
        self.0.clock.fetch_add(1000, Ordering::Relaxed)
    }

    fn emit(&self, event: Event) {
        self.0.events.lock().unwrap().push(event);
    }

    fn choose_file(&self, _: FileKind) -> Option<PathBuf> {
        self.0.next_answer()
    }

    fn choose_place(&self, _: FileKind, _: &str) -> Option<PathBuf> {
        self.0.next_answer()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        self.0.next_answer()
    }

    fn open_link(&self, url: &str) -> Result<(), String> {
        self.0.links.lock().unwrap().push(url.to_owned());
        Ok(())
    }

    fn settings(&self) -> Settings {
        self.0.settings.lock().unwrap().clone()
    }

    fn set_settings(&self, settings: &Settings) -> Result<(), String> {
        if self.0.refuses_settings.load(Ordering::Relaxed) {
            return Err("no room".to_owned());
        }
        *self.0.settings.lock().unwrap() = settings.clone();
        Ok(())
    }

    fn folder(&self) -> &Path {
        &self.0.folder
    }
}

/// An app over a workspace folder.
pub(crate) struct Started {
    pub(crate) app: App,
    pub(crate) desk: Arc<Desk>,
}

/// Starts over a folder, as after a restart.
pub(crate) fn start(folder: &Path) -> Started {
    let desk = Arc::new(Desk {
        clock: AtomicI64::new(1_780_000_000_000),
        folder: folder.join("workspace"),
        ..Desk::default()
    });
    let app = App::new(Around(Arc::clone(&desk)), Keychain::in_memory("test"));
    Started { app, desk }
}

/// A fresh folder with an app.
pub(crate) fn fresh() -> (TempDir, Started) {
    let folder = tempfile::tempdir().unwrap();
    let started = start(folder.path());
    (folder, started)
}

/// Takes a text in as a file called `name`.
pub(crate) fn import(started: &Started, folder: &Path, name: &str, text: impl AsRef<[u8]>) -> String {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    started.desk.answer(Some(&file));
    flow::import(&started.app).unwrap().unwrap().id
}

pub(crate) fn pointer(text: &str) -> Pointer {
    Pointer(text.to_owned())
}

pub(crate) fn set(at: &str, key: &str, value: impl Into<Value>) -> Edit {
    Edit::SetProperty { at: pointer(at), key: key.to_owned(), value: value.into() }
}

/// Edits at the revision the Flow is at.
pub(crate) fn edit(app: &App, flow: &str, edit: &Edit) -> Patch {
    let revision = flow::open(app, flow).unwrap().revision;
    flow::edit(app, flow, revision, edit).unwrap()
}

/// Files of the shared conformance set, by name.
pub(crate) fn real_flows() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/conformance/real-flows");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the shared conformance set lies beside the project")
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .filter(|path| path.file_name().is_some_and(|name| name != "index.json"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}
