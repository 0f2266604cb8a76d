use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::manifest::{Listed, MANIFEST, Manifest};
use super::names::Taken;
use super::{Contents, FOLDERS, Files, MEDIA, ProjectDocument, ProjectError};
use crate::edit::Position;

/// What a document's places, tests and other notes are called beside `<stem>.json`.
pub(super) const BESIDE: [&str; 3] = [".places.json", ".tests.json", ".notes.json"];

/// What the names of notes begin with that are tests.
pub(super) const TESTS: &str = "tests";

/// The files of a project. The same contents give the same bytes.
///
/// # Errors
/// When there is more than a project may have.
pub fn write(contents: &Contents) -> Result<Files, ProjectError> {
    let mut files = Files::default();
    let mut taken = Taken::default();
    let mut manifest =
        Manifest { name: contents.name.clone(), rest: contents.rest.clone(), ..Manifest::default() };
    for (kind, folder) in FOLDERS {
        for document in contents.documents.iter().filter(|document| document.kind == kind) {
            let file = taken.document(document);
            add_document(&mut files, &file, document)?;
            manifest.documents.push(listed(&file, folder, ".json", &document.name));
        }
    }
    for (name, bytes) in &contents.media {
        let file = taken.media(name);
        files.add(&file, bytes.clone())?;
        manifest.media.push(listed(&file, MEDIA, "", name));
    }
    files.add(MANIFEST, manifest.write().into_bytes())?;
    Ok(files)
}

fn listed(file: &str, folder: &str, ending: &str, name: &str) -> Listed {
    let named = name_of(file, folder, ending) != Some(name);
    Listed { file: file.to_owned(), name: named.then(|| name.to_owned()), rest: Map::new() }
}

/// What a file says that its document is called.
pub(super) fn name_of<'f>(file: &'f str, folder: &str, ending: &str) -> Option<&'f str> {
    let name = file.strip_prefix(folder)?.strip_prefix('/')?;
    name.strip_suffix(ending)
}

fn add_document(files: &mut Files, file: &str, document: &ProjectDocument) -> Result<(), ProjectError> {
    files.add(file, document.text.clone().into_bytes())?;
    let stem = file.strip_suffix(".json").unwrap_or(file);
    for (ending, text) in BESIDE.into_iter().zip(beside(document)) {
        if let Some(text) = text {
            files.add(&format!("{stem}{ending}"), text.into_bytes())?;
        }
    }
    Ok(())
}

/// Places, tests and other notes, as text; what there is none of has none.
fn beside(document: &ProjectDocument) -> [Option<String>; 3] {
    let (mut tests, mut notes) = (Map::new(), Map::new());
    for (at, value) in &document.notes {
        // `/tests/1` is `1` in the file of tests.
        let number =
            at.0.strip_prefix('/').and_then(|it| it.strip_prefix(TESTS)).and_then(|it| it.strip_prefix('/'));
        match number.filter(|number| !number.is_empty()) {
            Some(number) => tests.insert(number.to_owned(), value.clone()),
            None => notes.insert(at.0.clone(), value.clone()),
        };
    }
    [places(&document.places), pretty(tests), pretty(notes)]
}

/// One line for each card.
fn places(places: &BTreeMap<String, Position>) -> Option<String> {
    let line = |(card, Position { x, y }): (&String, &Position)| {
        format!("  {}: {{ \"x\": {}, \"y\": {} }}", Value::from(card.as_str()), number(*x), number(*y))
    };
    let lines: Vec<String> = places.iter().map(line).collect();
    (!lines.is_empty()).then(|| format!("{{\n{}\n}}\n", lines.join(",\n")))
}

/// A place that is no number is the origin.
fn number(value: f32) -> String {
    if value.is_finite() && value != 0.0 { value.to_string() } else { "0".to_owned() }
}

fn pretty(members: Map<String, Value>) -> Option<String> {
    (!members.is_empty()).then(|| format!("{:#}\n", Value::Object(members)))
}
