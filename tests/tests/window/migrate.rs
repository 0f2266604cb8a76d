//! A Flow of an old version: what changes is read first, then it moves, and goes back.

use fantoccini::key::Key;
use tests::desktop::Start;

#[tokio::test]
async fn an_old_flow_is_moved_to_the_newest_version() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("day.json");
    std::fs::write(&file, include_str!("day.json")).unwrap();
    let app = Start::at(home.path()).arg(file.display().to_string()).open().await;
    app.see(".react-flow__node").await;
    let problems = app.panel("problems");
    problems.read("Version 2.1 can no longer be published").await;

    problems.press("Move to the newest version…").await;
    let dialog = app.dialog();
    dialog.read("This Flow is written in version 2.1").await;
    dialog.read("The day 1767225600000 becomes 2026-01-01").await;
    dialog.read("The endpoint's address https://example.com/flow leaves the text").await;
    dialog.read("The answer of a date 'day'").await;
    app.look("migrate-1280").await;
    dialog.press("Move to 7.3").await;
    app.read("The Flow is in version 7.3 now").await;
    app.read("All clear").await;

    app.chord(&[Key::Control], 'z').await;
    problems.read("Version 2.1 can no longer be published").await;
    app.finish().await;
}
