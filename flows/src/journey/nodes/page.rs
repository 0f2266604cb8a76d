//! `JOURNEYS.md`: the format of journeys on a page, made from the kinds themselves. `UPDATE=1 cargo test -p flows
//! journeys_page` writes it.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::{KindText, Role, kinds};

const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// What is said before the kinds.
const ABOUT: &str = include_str!("page.md");

#[test]
fn the_journeys_page_is_current() {
    let path = Path::new(FOLDER).join("JOURNEYS.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "JOURNEYS.md is stale: UPDATE=1 cargo test -p flows journeys_page");
}

fn page() -> String {
    let mut page = ABOUT.to_owned();
    for (role, title) in [
        (Role::Trigger, "Starts"),
        (Role::Say, "Saying and asking"),
        (Role::Wait, "Waiting"),
        (Role::Choose, "Choosing a way"),
        (Role::Act, "Doing something"),
        (Role::Leave, "Going elsewhere"),
        (Role::Note, "Beside"),
    ] {
        write!(page, "\n## {title}\n").unwrap();
        kinds().iter().filter(|kind| kind.role == role).for_each(|kind| add(kind, &mut page));
    }
    page
}

fn add(kind: &KindText, page: &mut String) {
    write!(page, "\n### `{}`\n\n{}\n", kind.name, kind.words()).unwrap();
    let members = kind.members();
    assert!(members.iter().all(|(_, words)| !words.is_empty()), "{} has a member without words", kind.name);
    if !members.is_empty() {
        page.push_str("\n| Member | |\n|---|---|\n");
    }
    for (name, words) in members {
        writeln!(page, "| `{name}` | {} |", words.replace('|', "\\|")).unwrap();
    }
    let data: Value = serde_json::from_str(kind.data).unwrap();
    let mut example = serde_json::Map::new();
    example.insert("id".to_owned(), kind.name.into());
    example.insert("kind".to_owned(), kind.name.into());
    example.extend(data["example"].as_object().unwrap().clone());
    write!(page, "\n```json\n{}\n```\n", serde_json::to_string_pretty(&example).unwrap()).unwrap();
}
