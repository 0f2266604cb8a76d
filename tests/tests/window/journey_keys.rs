//! Where the keys are on the canvas of a journey: what closes gives them back, and what is folded up can be reached.

use fantoccini::key::Key;
use serde_json::{Value, json};
use tests::desktop::{Desktop, Start};

use crate::journeys::{SALON, focus, fold, frame, open_starter, skip_tour};
use crate::step_form::source;

const NO_DIALOG: &str = "return document.querySelector('[role=dialog]') === null";

/// Waits until this element of the page has the focus.
async fn is_on(app: &Desktop, css: &str) {
    app.until(
        &format!("the focus on {css}"),
        &format!("return document.activeElement?.matches({}) === true", json!(css)),
    )
    .await;
}

/// Opens the search of the canvas.
pub(crate) async fn search(app: &Desktop) {
    app.chord(&[Key::Control], 'f').await;
    app.see("[data-canvas] input:focus").await;
}

#[tokio::test]
async fn keys_go_on_where_they_were_left() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    open_starter(&app, SALON).await;
    skip_tour(&app).await;

    // a form that closes, and a search, give the keys back to the card
    focus(&app, "prices").await;
    app.key(Key::Enter).await;
    app.see("[data-region='inspector'] section").await;
    app.panel("inspector").press("Close the form").await;
    is_on(&app, "[data-id='prices']").await;
    search(&app).await;
    app.key(Key::Escape).await;
    is_on(&app, "[data-id='prices']").await;

    // "Add step" is pressed while another card is selected
    for key in [Key::Enter, Key::Space] {
        app.run("document.querySelector('[aria-label=\"Add step to Awareness\"]').focus()").await;
        app.key(key).await;
        app.see("[role=dialog] input[placeholder='What comes next?']").await;
        app.key(Key::Escape).await;
        app.until("the question to go", NO_DIALOG).await;
    }
    assert_eq!(app.run("return document.querySelector(\"[data-region='inspector']\")").await, Value::Null);

    // a line was pressed before: what is deleted is the card that was found since
    let line = app.run("const path = document.querySelector('[data-id=\"prices>next\"] path, [data-testid*=\"prices>next\"] path');
        const at = path.getPointAtLength(path.getTotalLength() / 4).matrixTransform(path.getScreenCTM()); return [at.x, at.y]").await;
    let (x, y): (f64, f64) = serde_json::from_value(line).expect("the line of the prices");
    app.drag((x, y), (x, y)).await;
    search(&app).await;
    app.keys("prices").await;
    app.key(Key::Enter).await;
    is_on(&app, "[data-id='prices']").await;
    app.key(Key::Delete).await;
    app.read("Deleted \u{201c}Prices\u{201d}").await;
    app.chord(&[Key::Control], 'z').await;
    app.see(".react-flow__node[data-id='prices']").await;

    // a wait on a line is opened from the outline, and a search from there shows the canvas
    app.chord(&[Key::Alt], '2').await;
    app.whole()
        .click("//*[@role='row'][starts-with(normalize-space(.), 'Bring a friend')]", "the step")
        .await;
    for key in [Key::Right, Key::Down, Key::Right, Key::Down] {
        app.key(key).await;
    }
    is_on(&app, "[role=row][data-key$=' weeks']").await;
    app.look("journey-outline-wait-1440").await;
    app.key(Key::Enter).await;
    app.panel("inspector").read("How long").await;
    search(&app).await;
    app.finish().await;
}

#[tokio::test]
async fn a_folded_group_is_searched_moved_and_led_to() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    open_starter(&app, SALON).await;
    skip_tour(&app).await;
    frame(&app).await;
    fold(&app).await;

    // what its steps say is found
    search(&app).await;
    app.keys("We answer from 9 to").await;
    app.key(Key::Enter).await;
    is_on(&app, "[data-id='/groups/1']").await;

    // it stays where it is put
    let place = "return document.querySelector(\"[data-id='/groups/1']\").style.transform";
    let before = app.run(place).await;
    app.chord(&[Key::Alt], Key::Down).await;
    app.until("the group to move", &format!("return (() => {{{place}}})() !== {before}")).await;
    app.picture("journey-group-moved-1440").await;
    assert_ne!(app.run(place).await, before);

    // a step leads to it
    focus(&app, "nudge").await;
    app.keys("c").await;
    app.see("[role=dialog] input").await;
    app.keys("Hello and").await;
    app.key(Key::Enter).await;
    app.until("the question to go", NO_DIALOG).await;
    app.look("journey-group-led-1440").await;
    let text: Value = serde_json::from_str(&source(&app).await).unwrap();
    let nodes = text["nodes"].as_array().unwrap();
    let nudge = nodes.iter().find(|node| node["id"] == "nudge").unwrap();
    assert!(nudge["to"].as_object().unwrap().values().any(|to| to == "welcome"), "{nudge}");
    app.finish().await;
}
