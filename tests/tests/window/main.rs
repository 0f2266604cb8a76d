//! Journeys in the real window, each with a home of its own. Pictures are kept in `target/e2e`.

#![allow(clippy::unwrap_used, reason = "test code")]

mod board;
mod branches;
mod composer;
mod endpoint;
mod guard;
mod import;
mod journey_keys;
mod journey_looks;
mod journeys;
mod keyboard;
mod keyboard_branches;
mod keyboard_map;
mod killed;
mod languages;
mod message_way;
mod migrate;
mod phone;
mod projects;
mod publish_journey;
mod send;
mod simulator;
mod starter;
mod step_form;
mod tour;
mod versions;
mod views;
mod whole;

use fantoccini::Locator;
use tests::desktop::Desktop;

/// The starter the journeys begin with.
const SALON: &str = "Salon: book an appointment";

/// Opens a starter from the gallery in the editor.
async fn use_starter(app: &Desktop, name: &str) {
    app.read(name).await;
    // the button shows when the pointer comes, which the driver moves there first
    app.page.find(Locator::XPath(&use_button(name))).await.unwrap().click().await.unwrap();
    app.see(".react-flow__node").await;
    app.frame().await;
}

/// A starter's own button in the gallery, as an `XPath`.
fn use_button(name: &str) -> String {
    format!("//li[.//h3[normalize-space(.)='{name}']]//button[normalize-space(.)='Use this']")
}
