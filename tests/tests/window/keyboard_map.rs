//! The map without a mouse.

use fantoccini::key::Key;
use tests::desktop::Desktop;

use crate::keyboard::open_salon;

/// Opens the lines of the card with the focus, in its menu.
async fn open_lines(app: &Desktop) {
    app.chord(&[Key::Shift], Key::F10).await;
    app.see("[role=menu]").await;
    app.key(Key::Down).await;
    app.on("Open").await;
    app.letters("Lines").await;
    app.on("Lines from here").await;
    app.key(Key::Right).await;
}

/// Number of cards on the map.
async fn cards(app: &Desktop, count: usize) {
    let script = format!("return document.querySelectorAll('.react-flow__node-screen').length === {count}");
    app.until(&format!("{count} cards"), &script).await;
}

#[tokio::test]
async fn the_map_is_worked_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let app = open_salon(home.path()).await;
    let phone = app.panel("phone");

    // along the lines, and along the story
    app.region("map").await;
    app.on("Choose a service, screen 1").await;
    app.key(Key::Right).await;
    app.on("Allergy check, screen 2").await;
    phone.read("Allergy check").await;
    app.key(Key::Tab).await;
    app.on("Pick a time, screen 3").await;
    app.chord(&[Key::Shift], Key::Tab).await;
    app.on("Allergy check, screen 2").await;

    // a card is moved, and put back
    let place = "return document.activeElement.closest('.react-flow__node').style.transform";
    let before = app.run(place).await;
    app.chord(&[Key::Alt, Key::Shift], Key::Down).await;
    app.until("the card to move", &format!("return (() => {{{place}}})() !== {before}")).await;
    app.chord(&[Key::Control], 'z').await;
    app.until("the card to be back", &format!("return (() => {{{place}}})() === {before}")).await;

    // renamed in place
    app.key(Key::F2).await;
    app.see("input:focus[aria-label='Rename']").await;
    app.keys("Allergies").await;
    app.key(Key::Enter).await;
    app.on("Allergies, screen 2").await;
    phone.read("Allergies").await;

    // a new screen behind it, for one answer only
    app.chord(&[], 'c').await;
    app.on("Title of a new screen").await;
    app.keys("Call us").await;
    app.read("New screen “Call us”").await;
    app.key(Key::Enter).await;
    app.on("Everyone, instead of “Pick a time”").await;
    app.key(Key::Down).await;
    app.on("If Yes").await;
    app.key(Key::Enter).await;
    app.see("input:focus[aria-label='Rename']").await;
    app.key(Key::Enter).await;
    app.on("Call us, screen 3").await;
    cards(&app, 6).await;

    // its line leads elsewhere, through the card's own menu
    app.chord(&[], 'c').await;
    app.on("Title of a new screen").await;
    app.keys("confirm").await;
    app.until("a marked line", "return document.activeElement.hasAttribute('aria-activedescendant')").await;
    app.key(Key::Down).await;
    app.key(Key::Enter).await;
    app.on("Everyone, instead of “Pick a time”").await;
    app.key(Key::Enter).await;
    app.on("Call us, screen 3, leads to Confirm").await;
    open_lines(&app).await;
    app.on("Put a screen before “Confirm”").await;
    app.key(Key::Enter).await;
    app.see("input:focus[aria-label='Rename']").await;
    app.keys("Thanks").await;
    app.key(Key::Enter).await;
    app.on("Thanks, screen").await;
    cards(&app, 7).await;
    open_lines(&app).await;
    app.key(Key::Down).await;
    app.on("Take the line to “Confirm” away").await;
    app.key(Key::Enter).await;
    app.panel("problems").read("Thanks").await;
    app.chord(&[Key::Control], 'z').await;
    app.read("All clear").await;

    // doubled, copied, several at once, taken away
    app.region("map").await;
    app.on("Thanks, screen").await;
    app.chord(&[Key::Control], 'd').await;
    cards(&app, 8).await;
    app.chord(&[Key::Control], 'c').await;
    app.chord(&[Key::Control], 'v').await;
    cards(&app, 9).await;
    app.key(Key::Delete).await;
    cards(&app, 8).await;
    app.chord(&[Key::Control], 'a').await;
    app.until(
        "all to be chosen",
        "return document.querySelectorAll('.react-flow__node.selected').length === 8",
    )
    .await;
    app.chord(&[Key::Shift], 't').await;
    app.finish().await;
}

#[tokio::test]
async fn the_map_is_looked_over_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let app = open_salon(home.path()).await;
    let map = app.panel("map");

    // found by its words, and looked at from near and far
    app.chord(&[Key::Control], 'f').await;
    app.on("Find on the map").await;
    app.keys("Full name").await;
    app.key(Key::Enter).await;
    app.key(Key::Escape).await;
    app.on("Your details, screen").await;
    app.chord(&[], '0').await;
    map.read("100%").await;
    app.chord(&[], '1').await;
    app.until(
        "everything to show",
        "return !document.querySelector('[data-region=map]').innerText.includes('100%')",
    )
    .await;
    app.finish().await;
}
