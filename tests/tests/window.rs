//! Journeys in the real window.

#![allow(clippy::unwrap_used, reason = "helpers of a test")]

use fantoccini::Locator;
use tests::desktop::{Desktop, Start};

/// Opens a starter from the gallery in the editor.
async fn start_from(app: &Desktop, starter: &str) {
    let button =
        format!("//li[.//h3[normalize-space(.)='{starter}']]//button[normalize-space(.)='Use this']");
    app.until(
        "the gallery",
        &format!(
            "return document.evaluate({}, document, null, 9, null).singleNodeValue !== null",
            serde_json::json!(button)
        ),
    )
    .await;
    app.page.find(Locator::XPath(&button)).await.unwrap().click().await.unwrap();
    app.see(".react-flow__node").await;
}

#[tokio::test]
async fn a_starter_goes_from_the_gallery_to_the_practice_account() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    app.read("Salon: book an appointment").await;
    app.picture("gallery-1280-light").await;
    app.theme("dark").await;
    app.picture("gallery-1280-dark").await;
    app.theme("light").await;

    start_from(&app, "Salon: book an appointment").await;
    app.read("All clear").await;
    app.picture("editor-1280-light").await;
    app.theme("dark").await;
    app.picture("editor-1280-dark").await;
    app.theme("light").await;

    app.press("Publish…").await;
    app.read("This is what will happen").await;
    app.picture("publish-plan-1280-light").await;
    app.press("Publish 1 change").await;
    app.read("It is live.").await;
    app.picture("published-1280-light").await;
}

#[tokio::test]
async fn a_starter_is_still_there_after_the_power_went() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    start_from(&app, "Clinic: questions before a visit").await;
    let home = app.kill();
    let app = Start::at(&home).open().await;
    app.read("Flow, edited today").await;
    app.picture("reopened-1280-light").await;
}
