//! Answers on their way to the next screen, and the values a screen is given.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

/// The line that is marked among those to choose from.
const MARKED: &str = "const id = document.activeElement.getAttribute('aria-activedescendant'); \
    return id && document.getElementById(id).innerText.trim()";

/// Two screens that nothing joins yet. The second one reads a value nobody has declared.
async fn open(home: &std::path::Path) -> Desktop {
    let file = home.join("send.json");
    std::fs::write(&file, include_str!("send.json")).unwrap();
    let app = Start::at(home).arg(file.display().to_string()).open().await;
    app.see(".react-flow__node").await;
    app
}

/// Lets the first card lead to the second, by keys.
async fn connect(app: &Desktop) {
    app.region("map").await;
    app.on("About you, screen 1").await;
    app.chord(&[], 'c').await;
    app.on("Title of a new screen").await;
    app.keys("order").await;
    app.read("New screen “order”").await;
    while app.run(MARKED).await != "2 Your order" {
        app.key(Key::Down).await;
        app.frame().await;
    }
    app.key(Key::Enter).await;
    app.dialog().read("Send these answers on").await;
}

#[tokio::test]
async fn an_answer_is_sent_on_as_soon_as_screens_are_connected() {
    let home = tempfile::tempdir().unwrap();
    let app = open(home.path()).await;
    let phone = app.panel("phone");
    connect(&app).await;
    app.dialog().read("“chosen” is waited for").await;
    app.look("send-1280").await;

    // ticked, and what was waited for is chosen
    app.tab_to("Your name").await;
    app.keys(" ").await;
    app.until("the answer to be ticked", "return document.activeElement.checked").await;
    app.chord(&[Key::Shift], Key::Tab).await;
    app.tab_to("Choose where it comes from: “chosen”").await;
    app.key(Key::Enter).await;
    app.on("Your name").await;
    app.key(Key::Down).await;
    app.on("Which size?").await;
    app.key(Key::Enter).await;
    app.until(
        "nothing to be open",
        "return !document.querySelector('[role=dialog]').innerText.includes('“chosen” is waited for')",
    )
    .await;
    app.on("Choose where it comes from: “times”").await;
    app.key(Key::Escape).await;
    app.on("About you, screen 1").await;

    // the next screen shows it
    app.key(Key::Right).await;
    app.on("Your order, screen 2").await;
    phone.read("Ana").await;
    app.look("sent-1280").await;
    app.chord(&[Key::Control], 'z').await;
    app.chord(&[Key::Control], 'z').await;
    app.until(
        "the value to be gone",
        "return !document.querySelector('[data-region=phone]').innerText.includes('Ana')",
    )
    .await;
    app.finish().await;
}

#[tokio::test]
async fn the_values_of_a_screen_are_edited_without_json() {
    let home = tempfile::tempdir().unwrap();
    let app = open(home.path()).await;
    let (list, phone, inspector) = (app.panel("left"), app.panel("phone"), app.panel("inspector"));
    list.pick("Your order").await;
    inspector.read("Data it is given").await;
    phone.read("medium").await;
    inspector.click(&value("chosen", "//input[1]"), "the name of “chosen”").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("size").await;
    app.key(Key::Enter).await;
    app.see(&format!("[aria-label='{}']", "Value “size”")).await;
    phone.read("medium").await;

    // an example by its kind
    inspector.click(&value("size", "//input[@type='text'][not(@dir='ltr')]"), "the example").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("extra large").await;
    phone.read("extra large").await;
    inspector.click(&value("times", "//*[@aria-label='Example']//input"), "the first choice").await;
    app.look("data-model-1280").await;

    // what a system sends
    inspector.press("Paste an example from your system…").await;
    app.see("[role=dialog] textarea:focus").await;
    app.keys(r#"{"who":"Maya","staff":[{"id":"r","title":"Rosa"}]}"#).await;
    app.dialog().read("Found: who, staff").await;
    app.look("data-paste-1280").await;
    app.dialog().press("Take over 2 values").await;
    phone.read("Maya").await;
    app.see("[aria-label='Value “staff”']").await;
    app.chord(&[Key::Control], 'z').await;
    app.until("both to be gone", "return !document.querySelector('[aria-label=\"Value “staff”\"]')").await;

    // one in use is not taken away unasked
    inspector.click(&value("size", "//button[@aria-label='Remove “size”']"), "the cross").await;
    app.dialog().read("One place reads it").await;
    app.look("data-remove-1280").await;
    app.dialog().press("Remove it").await;
    app.until("it to be gone", "return !document.querySelector('[aria-label=\"Value “size”\"]')").await;
    app.finish().await;
}

/// Something in the row of a value, as an `XPath`.
fn value(name: &str, inside: &str) -> String {
    format!("//fieldset[@aria-label='Value “{name}”']{inside}")
}
