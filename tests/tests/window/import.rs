//! A file from elsewhere: opened, one word changed, saved again.

use std::path::Path;

use tests::desktop::Start;
use tests::place;

/// Bytes that both have at the beginning and at the end, in between what differs.
fn difference<'t>(before: &'t str, after: &'t str) -> (&'t str, &'t str) {
    let start = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let rest = before.len().min(after.len()) - start;
    let ends = before.bytes().rev().zip(after.bytes().rev()).take(rest);
    let end = ends.take_while(|(a, b)| a == b).count();
    (&before[start..before.len() - end], &after[start..after.len() - end])
}

#[tokio::test]
async fn of_an_imported_file_only_the_changed_words_differ() {
    let home = tempfile::tempdir().unwrap();
    let (file, saved) = (home.path().join("visit.json"), home.path().join("saved.json"));
    // as somebody else's tool wrote it: tabs, a space before colons, members in an order of their own, no line end
    let before = include_str!("visit.json");
    std::fs::write(&file, before).unwrap();

    let app = Start::at(home.path()).open().await;
    app.press("Import Flow JSON").await;
    app.answer("Open", &file).await;
    app.see(".react-flow__node").await;
    app.panel("phone").pick("Your name").await;
    app.panel("inspector").fill("Label", "First name").await;
    app.panel("phone").read("First name").await;
    app.chord(&[fantoccini::key::Key::Control, fantoccini::key::Key::Shift], 's').await;
    app.answer("Save", &saved).await;
    app.read("saved.json").await;

    let after = std::fs::read_to_string(&saved).unwrap();
    assert_eq!(difference(before, &after), ("Your", "First"));
    app.finish().await;
}

#[tokio::test]
async fn a_file_comes_by_argument_and_goes_unchanged() {
    let flows = place::shared().join("conformance/real-flows");
    let home = tempfile::tempdir().unwrap();
    let saved = home.path().join("saved.json");
    let file = flows.join("024.json");
    let app = Start::at(home.path()).arg(file.display().to_string()).open().await;
    app.see(".react-flow__node").await;
    app.chord(&[fantoccini::key::Key::Control, fantoccini::key::Key::Shift], 's').await;
    app.answer("Save", &saved).await;
    app.read("saved.json").await;
    assert!(same(&file, &saved));
    app.finish().await;
}

fn same(one: &Path, other: &Path) -> bool {
    std::fs::read(one).unwrap() == std::fs::read(other).unwrap()
}
