//! One edit on a Flow of 100 screens with 50 components each, from the request's JSON to the answer's: check the
//! revision, edit, check, journal with a sync to the disk, patch. What is left to a frame of 16 ms is the way to the
//! page and back, which the benchmark of the real window measures.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark may stop")]
#![allow(missing_docs, reason = "of a function that the macro makes")]

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use commands::wire::{Event, Settings};
use commands::{App, FileKind, Host, flow};
use criterion::{Criterion, criterion_group, criterion_main};
use flows::edit::Edit;
use secrets::Keychain;
use serde_json::{Value, json};

struct Around {
    folder: PathBuf,
    file: PathBuf,
}

impl Host for Around {
    fn now(&self) -> i64 {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or_default())
    }

    fn emit(&self, _: Event) {}

    fn choose_file(&self, _: FileKind) -> Option<PathBuf> {
        Some(self.file.clone())
    }

    fn choose_place(&self, _: FileKind, _: &str) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn open_link(&self, _: &str) -> Result<(), String> {
        Ok(())
    }

    fn settings(&self) -> Settings {
        Settings::default()
    }

    fn set_settings(&self, _: &Settings) -> Result<(), String> {
        Ok(())
    }

    fn folder(&self) -> &Path {
        &self.folder
    }
}

fn screen(number: usize) -> Value {
    let name = |number: usize| {
        let letters: String = format!("{number:02}").bytes().map(|digit| char::from(digit + 17)).collect();
        format!("SCREEN_{letters}")
    };
    let mut children = vec![json!({ "type": "TextHeading", "text": format!("Step {number}") })];
    children.extend((0..48).map(|field| {
        json!({ "type": "TextInput", "name": format!("field_{field}"), "label": format!("Question {field}") })
    }));
    let last = number == 99;
    let action = if last {
        json!({ "name": "complete", "payload": {} })
    } else {
        json!({ "name": "navigate", "next": { "type": "screen", "name": name(number + 1) }, "payload": {} })
    };
    children.push(json!({ "type": "Footer", "label": "Continue", "on-click-action": action }));
    let layout = json!({ "type": "SingleColumnLayout", "children": children });
    let mut screen = json!({ "id": name(number), "title": "A step", "layout": layout });
    if last {
        screen["terminal"] = json!(true);
    }
    screen
}

fn edits(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.json");
    let flow_json = json!({ "version": "7.2", "screens": (0..100).map(screen).collect::<Vec<_>>() });
    std::fs::write(&file, format!("{flow_json:#}")).unwrap();
    let app =
        App::new(Around { folder: folder.path().join("workspace"), file }, Keychain::in_memory("bench"));
    let id = flow::import(&app).unwrap().unwrap().id;
    let mut revision = flow::open(&app, &id).unwrap().revision;
    criterion.bench_function("flow_edit on 100 screens x 50 components", |bencher| {
        bencher.iter(|| {
            let request = json!({
                "type": "SetProperty",
                "at": "/screens/50/layout/children/0",
                "key": "text",
                "value": format!("Hello {revision}"),
            })
            .to_string();
            let edit: Edit = serde_json::from_str(&request).unwrap();
            let patch = flow::edit(&app, &id, revision, &edit).unwrap();
            revision = patch.revision;
            serde_json::to_string(&patch).unwrap()
        });
    });
}

criterion_group!(benches, edits);
criterion_main!(benches);
