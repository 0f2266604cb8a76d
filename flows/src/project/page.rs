//! `PROJECT-FORMAT.md`, made from an example. `UPDATE=1 cargo test -p flows project_page` writes it.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::path::Path;

use super::tests::example;
use super::{FORMAT, Files, LIMITS, VERSION, write};

const ABOUT: &str = include_str!("page.md");

#[test]
fn the_project_page_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("PROJECT-FORMAT.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "PROJECT-FORMAT.md is stale: UPDATE=1 cargo test -p flows project_page");
}

fn page() -> String {
    let files = write(&example()).unwrap();
    let text =
        |path: &str| String::from_utf8(files.get(path).unwrap().to_vec()).unwrap().trim_end().to_owned();
    let said: [(&str, String); 10] = [
        ("version", VERSION.to_string()),
        ("format", FORMAT.to_owned()),
        ("tree", tree(&files)),
        ("manifest", text("project.json")),
        ("places", text("journeys/First visit.places.json")),
        ("tests", text("journeys/First visit.tests.json")),
        ("files", LIMITS.files.to_string()),
        ("one", (LIMITS.bytes_of_one / 1_000_000).to_string()),
        ("all", (LIMITS.bytes / 1_000_000).to_string()),
        ("ratio", LIMITS.ratio.to_string()),
    ];
    said.iter().fold(ABOUT.to_owned(), |page, (name, words)| page.replace(&format!("{{{name}}}"), words))
}

fn tree(files: &Files) -> String {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, _) in files.iter() {
        let (folder, file) = path.split_once('/').unwrap_or(("", path));
        folders.entry(folder).or_default().push(file);
    }
    let mut lines = Vec::new();
    for (folder, own) in folders {
        let indent = if folder.is_empty() { "" } else { "  " };
        if !folder.is_empty() {
            lines.push(format!("{folder}/"));
        }
        lines.extend(own.iter().map(|file| format!("{indent}{file}")));
    }
    lines.join("\n")
}
