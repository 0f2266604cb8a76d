//! Without a mouse: everything a Flow needs is done by keys alone.

use std::path::Path;

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

use crate::SALON;

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
    retype(&app, "About you").await;
    phone.read("About you").await;

    // a question, found by typing
    app.tab_to("Find a part").await;
    app.keys("short").await;
    app.key(Key::Enter).await;
    phone.read("Your answer").await;
    app.tab_to("Label").await;
    retype(&app, "Your name").await;
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
    retype(&app, "Tea or coffee?").await;
    phone.read("Tea or coffee?").await;

    // a mistake is made, found and mended
    app.chord(&[Key::Control], 'a').await;
    app.key(Key::Delete).await;
    problems.read("'Label' is").await;
    app.key(Key::F8).await;
    app.chord(&[Key::Control], '.').await;
    app.read("All clear").await;

    // taken back and done again
    app.chord(&[Key::Control], 'z').await;
    problems.read("'Label' is").await;
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

/// The app with the salon's starter, opened from the gallery.
pub(crate) async fn open_salon(home: &Path) -> Desktop {
    let app = Start::at(home).open().await;
    app.read(SALON).await;
    app.tab_to("Find an example").await;
    app.keys("salon").await;
    app.tab_to("Use this").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;
    app.read("All clear").await;
    app
}

/// Types in place of what stands in the field.
pub(crate) async fn retype(app: &Desktop, words: &str) {
    app.chord(&[Key::Control], 'a').await;
    app.keys(words).await;
}

#[tokio::test]
async fn screens_parts_and_text_are_worked_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let app = open_salon(home.path()).await;
    let (left, phone) = (app.panel("left"), app.panel("phone"));

    // the list of screens: gone through, and put into another order
    app.region("left").await;
    app.on("1Choose a service").await;
    app.key(Key::Down).await;
    app.on("2Allergy check").await;
    app.chord(&[Key::Alt], Key::Down).await;
    app.on("3Allergy check").await;
    app.chord(&[Key::Control], 'z').await;
    app.on("2Allergy check").await;

    // its parts: put into another order, doubled, taken away
    app.region("phone").await;
    app.tab_to("Heading, Colour…").await;
    app.chord(&[Key::Alt], Key::Down).await;
    app.until("the heading to be second", &second_part("Heading, Colour")).await;
    app.chord(&[Key::Alt], Key::Up).await;
    app.until("the text to be second", &second_part("Text, We test")).await;
    app.key(Key::Down).await;
    app.on("Text, We test").await;
    app.key(Key::Delete).await;
    app.until("the question to be second", &second_part("One choice, Reacted")).await;
    app.chord(&[Key::Control], 'z').await;
    app.until("the text to be back", &second_part("Text, We test")).await;

    // from the part to its properties, and an answer added there
    app.key(Key::Down).await;
    app.on("One choice, Reacted").await;
    app.key(Key::Enter).await;
    app.tab_to("Question").await;
    retype(&app, "Did colour ever itch?").await;
    phone.read("Did colour ever itch?").await;
    app.tab_to("Add").await;
    app.key(Key::Enter).await;
    phone.read("Option 4").await;

    // the same document as text
    app.chord(&[Key::Alt], '2').await;
    app.see(".cm-content").await;
    app.region("source").await;
    app.chord(&[Key::Control], 'f').await;
    app.see(".cm-search input:focus").await;
    app.keys("Option 4").await;
    app.key(Key::Enter).await;
    app.key(Key::Escape).await;
    app.keys("Now and then").await;
    phone.read("Now and then").await;
    app.region("left").await;
    app.chord(&[Key::Alt], '1').await;
    app.see(".react-flow__node").await;
    left.read("Allergy check").await;

    // back to how it was at first, in one step
    app.region("bar").await;
    app.tab_to("History").await;
    app.key(Key::Enter).await;
    app.on("change the source").await;
    app.key(Key::End).await;
    app.on("As it was at first").await;
    app.key(Key::Enter).await;
    phone.read("Reacted to colour before?").await;
    app.finish().await;
}

/// True when the second part on the phone is called this.
fn second_part(name: &str) -> String {
    format!(
        "return document.querySelectorAll('[data-region=phone] [role=option]')[1].textContent.startsWith('{name}')"
    )
}

#[tokio::test]
async fn the_form_is_filled_in_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let app = open_salon(home.path()).await;
    let phone = app.panel("phone");
    app.chord(&[Key::Control, Key::Shift], Key::Enter).await;
    phone.read("What can we do for you?").await;
    tick(&app, "Cut and finish…").await;
    app.tab_to("Continue").await;
    app.key(Key::Enter).await;

    // a day from the calendar, two times, somebody from a list
    phone.read("When suits you?").await;
    app.tab_to("Day").await;
    app.key(Key::Enter).await;
    app.see("[role=dialog] table").await;
    app.tab_to("Next…").await;
    app.key(Key::Enter).await;
    app.key(Key::Tab).await;
    app.until("a day", "return document.activeElement.closest('td') !== null").await;
    while app.run("return document.activeElement.ariaDisabled === 'true'").await == true {
        app.key(Key::Right).await;
    }
    app.key(Key::Enter).await;
    app.on("Day").await;
    tick(&app, "11:30").await;
    tick(&app, "14:00").await;
    app.tab_to("Stylist").await;
    app.key(Key::Enter).await;
    app.dialog().read("Imani").await;
    app.tab_to("Whoever is free").await;
    app.key(Key::Down).await;
    app.on("Rosa").await;
    app.key(Key::Down).await;
    app.on("Imani").await;
    app.key(Key::Enter).await;
    app.on("Stylist Imani").await;
    app.tab_to("Continue").await;
    app.key(Key::Enter).await;

    // what is left out is said, and put right
    phone.read("Almost there").await;
    app.tab_to("Full name").await;
    app.tab_to("Phone").await;
    phone.read("Please fill this in").await;
    app.keys("+351900000000").await;
    app.chord(&[Key::Shift], Key::Tab).await;
    app.on("Full name").await;
    app.keys("Maya Example").await;
    tick(&app, "Yes…").await;
    tick(&app, "Remind me…").await;
    app.tab_to("Continue").await;
    app.key(Key::Enter).await;

    phone.read("All set?").await;
    app.tab_to("Book it").await;
    app.key(Key::Enter).await;
    phone.read("This is what you would receive").await;
    phone.read("Maya Example").await;
    phone.read("Imani").await;
    app.finish().await;
}

/// Goes to a choice of the form and takes it.
async fn tick(app: &Desktop, name: &str) {
    app.tab_to(name).await;
    app.keys(" ").await;
}

#[tokio::test]
async fn flows_and_settings_are_worked_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let saved = home.path().join("saved.json");
    let app = open_salon(home.path()).await;

    // named
    app.region("bar").await;
    app.tab_to(SALON).await;
    app.key(Key::Enter).await;
    app.see("[role=menuitem]:focus").await;
    app.key(Key::Enter).await;
    app.see("[role=dialog] input:focus").await;
    retype(&app, "Bookings").await;
    app.key(Key::Enter).await;
    app.on("Bookings").await;
    // all Flows: doubled, taken away, brought back
    app.chord(&[Key::Control, Key::Alt], '2').await;
    app.read("Your Flows").await;
    app.tab_to("Bookings…").await;
    app.key(Key::Right).await;
    app.on("More for “Bookings”").await;
    app.key(Key::Enter).await;
    app.on("Open").await;
    app.letters("Dup").await;
    app.key(Key::Enter).await;
    rows(&app, 2).await;
    app.tab_to("Bookings…").await;
    app.key(Key::Right).await;
    app.key(Key::Enter).await;
    app.on("Open").await;
    app.letters("Del").await;
    app.key(Key::Enter).await;
    rows(&app, 1).await;
    app.read("Deleted “Bookings").await;
    app.on("Bookings").await;

    // how the app looks
    app.chord(&[Key::Control], ',').await;
    app.read("Text size").await;
    app.tab_to("As the system").await;
    app.key(Key::Right).await;
    app.key(Key::Right).await;
    app.key(Key::Enter).await;
    app.see("html[data-theme=dark]").await;
    app.tab_to("90 %").await;
    app.key(Key::Right).await;
    app.key(Key::Right).await;
    app.on("115 %").await;
    app.key(Key::Enter).await;
    app.until(
        "larger text",
        "return document.documentElement.style.getPropertyValue('--text-size') === '1.15'",
    )
    .await;

    // an account is begun and left
    app.tab_to("Connect an account…").await;
    app.key(Key::Enter).await;
    app.see("[role=dialog] input:focus").await;
    app.keys("My salon").await;
    app.key(Key::Escape).await;
    app.on("Connect an account…").await;

    // back to the Flow through the palette, and out into a file
    app.chord(&[Key::Control, Key::Alt], '2').await;
    app.tab_to("Bookings…").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;
    app.chord(&[Key::Control], 'k').await;
    app.dialog().read("Export Flow JSON…").await;
    app.keys("export").await;
    app.key(Key::Enter).await;
    app.answer("Save", &saved).await;
    app.read("saved.json").await;
    app.finish().await;
}

/// Number of Flows in the list.
async fn rows(app: &Desktop, count: usize) {
    let script = format!("return document.querySelectorAll('[role=row]').length === {count}");
    app.until(&format!("{count} Flows"), &script).await;
}
