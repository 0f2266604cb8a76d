//! Without a mouse: a Flow that asks, decides and carries answers on, filled in through both of its branches.

use std::process::Command;

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};
use tests::place;

use crate::keyboard::retype;

#[tokio::test]
async fn a_flow_that_decides_is_built_tried_both_ways_and_exported_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let saved = home.path().join("saved.json");
    let app = Start::at(home.path()).open().await;
    ask_and_send(&app).await;
    decide(&app).await;
    app.look("decides").await;
    try_both_ways(&app).await;

    // clean, and in a file
    app.chord(&[Key::Control, Key::Shift], 's').await;
    app.answer("Save", &saved).await;
    app.read("saved.json").await;
    let flow = std::fs::read_to_string(&saved).unwrap();
    let checked = Command::new(place::program("waymark")).arg("check").arg(&saved).output().unwrap();
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    for written in ["${data.answer}", "'Hello '", "${screen.", "\"If\""] {
        assert!(flow.contains(written), "{written} is not in\n{flow}");
    }
    app.finish().await;
}

/// Three screens: the first asks, and its button sends the name on to the second.
async fn ask_and_send(app: &Desktop) {
    let phone = app.panel("phone");
    app.read("Start empty").await;
    app.tab_to("Start empty").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;

    // the first screen asks for a name and whether one was here before
    app.tab_to("Title").await;
    retype(app, "About you").await;
    phone.read("About you").await;
    add(app, "short").await;
    phone.read("Your answer").await;
    app.tab_to("Label").await;
    retype(app, "Your name").await;
    phone.read("Your name").await;
    add(app, "one choice").await;
    app.tab_to("Question").await;
    retype(app, "Been here before?").await;
    phone.read("Been here before?").await;

    // two more screens behind it
    for title in ["Your visit", "Goodbye"] {
        app.tab_to("Add a screen").await;
        app.key(Key::Enter).await;
        app.see("input:focus[aria-label^='Title of screen']").await;
        app.keys(title).await;
        app.key(Key::Enter).await;
        phone.read(title).await;
    }

    // the first one's button sends the name on
    app.region("left").await;
    app.on("3Goodbye").await;
    app.key(Key::Up).await;
    app.key(Key::Up).await;
    app.on("1About you").await;
    app.region("phone").await;
    app.tab_to("Short answer, Your name").await;
    app.key(Key::End).await;
    app.on("Button, Continue").await;
    app.key(Key::Enter).await;
    app.tab_to("Your name").await;
    app.keys(" ").await;
    app.tab_to("1About you…").await;
    app.key(Key::Down).await;
    app.on("2Your visit").await;
}

/// The second screen says the name, and one of two texts.
async fn decide(app: &Desktop) {
    let phone = app.panel("phone");
    add(app, "heading").await;
    app.tab_to("Heading: take it from an answer or from data").await;
    app.key(Key::Tab).await;
    app.on("Heading").await;
    retype(app, "Hello ").await;
    app.chord(&[Key::Shift], Key::Tab).await;
    app.key(Key::Enter).await;
    app.letters("Data").await;
    app.key(Key::Enter).await;
    app.see("[role=textbox]:focus .cm-chip").await;
    app.keys(", nice to see you").await;
    phone.read(", nice to see you").await;

    // two texts, each for another answer
    add(app, "only if").await;
    app.tab_to("Answer to “Been here before?”, on “About you” Decided by").await;
    app.tab_to("Screens with their parts").await;
    app.key(Key::Enter).await;
    app.tab_to("2Your visit").await;
    for _ in 0..4 {
        app.key(Key::Down).await;
    }
    app.on("Only shown for this answer").await;
    app.key(Key::Enter).await;
    app.region("inspector").await;
    app.tab_to("Text").await;
    retype(app, "Welcome back!").await;
    app.tab_to("Welcome back!…").await;
    app.key(Key::Up).await;
    app.key(Key::Up).await;
    app.on("Show only if").await;
    add(app, "text").await;
    app.region("inspector").await;
    app.tab_to("Text").await;
    retype(app, "A first time, how lovely").await;
    app.tab_to("Show only if…").await;
    app.keys(" ").await;
    app.tab_to("Data “answer” Decided by").await;
    app.key(Key::Enter).await;
    app.keys("Answer to “Been").await;
    app.key(Key::Enter).await;
    app.tab_to("is How it compares").await;
    app.key(Key::Enter).await;
    app.keys("is not").await;
    app.key(Key::Enter).await;
    app.read("All clear").await;
}

/// The form, filled in once for each of the texts.
async fn try_both_ways(app: &Desktop) {
    let phone = app.panel("phone");
    for (steps, choice, said, unsaid) in [
        (0, "First choice", "Welcome back!", "A first time, how lovely"),
        (1, "Second choice", "A first time, how lovely", "Welcome back!"),
    ] {
        app.chord(&[Key::Control, Key::Shift], Key::Enter).await;
        phone.read("Been here before?").await;
        app.tab_to("First choice").await;
        app.keys(" ").await;
        for _ in 0..steps {
            app.key(Key::Down).await;
        }
        app.on(choice).await;
        app.chord(&[Key::Shift], Key::Tab).await;
        app.on("Your name").await;
        app.keys("Maya").await;
        app.tab_to("Continue").await;
        app.key(Key::Enter).await;
        phone.read("Hello Maya, nice to see you").await;
        phone.read(said).await;
        assert!(!phone.text().await.contains(unsaid), "both texts show for {choice}");
        app.tab_to("Continue").await;
        app.key(Key::Enter).await;
        app.tab_to("Send").await;
        app.key(Key::Enter).await;
        phone.read("This is what you would receive").await;
        phone.read("Maya").await;
    }
}

/// Adds a part that is found by its name.
async fn add(app: &Desktop, name: &str) {
    app.tab_to("Find a part").await;
    app.keys(name).await;
    app.key(Key::Enter).await;
}
