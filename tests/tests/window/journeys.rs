//! A journey is drawn: a starter is opened, a step is added and moved, something goes wrong and is put right.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

/// Opens a starter of the journeys' list.
async fn open_starter(app: &Desktop, title: &str) {
    app.whole().press("Journeys").await;
    app.read("Start from a finished journey").await;
    app.whole().click(&format!("//button[contains(., '{title}')]"), title).await;
    app.see(".react-flow__node").await;
    app.frame().await;
}

#[tokio::test]
async fn a_finished_journey_is_opened_on_its_canvas() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.whole().press("Journeys").await;
    app.read("Start from a finished journey").await;
    app.look("journeys-empty-1440").await;
    open_starter(&app, "Salon: from hello to the next visit").await;
    app.read("Saved").await;
    app.look("journey-canvas-1440").await;
    app.theme("dark").await;
    app.look("journey-canvas-1440-dark").await;
    app.theme("light").await;
    app.chord(&[Key::Alt], '2').await;
    app.read("Outline").await;
    app.look("journey-outline-1440").await;
    app.finish().await;
}
