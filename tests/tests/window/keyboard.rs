//! Without a mouse: a Flow is built from nothing, mended and published by keys alone.

use fantoccini::key::Key;
use tests::desktop::Start;

#[tokio::test]
async fn a_flow_is_built_and_published_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    app.read("Start empty").await;
    app.tab_to("Start empty").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;
    let (phone, problems) = (app.panel("phone"), app.panel("problems"));

    // a title for the first screen
    app.tab_to("Title").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("About you").await;
    phone.read("About you").await;

    // a question, found by typing
    app.tab_to("Find a part").await;
    app.keys("short").await;
    app.key(Key::Enter).await;
    phone.read("Your answer").await;
    app.tab_to("Label").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("Your name").await;
    phone.read("Your name").await;

    // a second screen behind it
    app.tab_to("Add a screen").await;
    app.key(Key::Enter).await;
    app.see("input:focus[aria-label^='Title of screen']").await;
    app.keys("Your wish").await;
    app.key(Key::Enter).await;
    phone.read("Your wish").await;
    app.tab_to("Find a part").await;
    app.keys("one choice").await;
    app.key(Key::Enter).await;
    app.tab_to("Question").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("Tea or coffee?").await;
    phone.read("Tea or coffee?").await;

    // a mistake is made, found and mended
    app.chord(&[Key::Control], 'a').await;
    app.key(Key::Delete).await;
    problems.read("The label is").await;
    app.key(Key::F8).await;
    app.chord(&[Key::Control], '.').await;
    app.read("All clear").await;

    // taken back and done again
    app.chord(&[Key::Control], 'z').await;
    problems.read("The label is").await;
    app.chord(&[Key::Control, Key::Shift], 'z').await;
    app.read("All clear").await;

    // published
    app.chord(&[Key::Control], Key::Enter).await;
    app.read("This is what will happen").await;
    app.tab_to("Publish 1 change").await;
    app.key(Key::Enter).await;
    app.read("It is live.").await;
    app.finish().await;
}
