//! A Flow with an endpoint is tried as if the owner's system were there.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

const ASKED: &str = "Your system is asked";

async fn try_it(app: &Desktop) {
    app.whole().click("//header//button[normalize-space(.)='Try it']", "Try it").await;
}

#[tokio::test]
async fn a_form_is_tried_through_by_sample_answers_that_stay() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("times.json");
    std::fs::write(&file, include_str!("times.json")).unwrap();
    let app = Start::at(home.path()).arg(file.display().to_string()).open().await;
    app.see(".react-flow__node").await;
    let phone = app.panel("phone");

    // the phone asks; a usual set of answers is one press
    try_it(&app).await;
    phone.pick("10:00").await;
    phone.press("Check").await;
    phone.read(ASKED).await;
    phone.read("Time").await;
    phone.press("Make a good answer and an error").await;
    phone.read("A good answer").await;
    app.look("answers-asked-1280").await;

    // an error stays on the screen and says why
    phone.pick("An error").await;
    phone.read("Something went wrong. Please try again.").await;
    phone.press("Check").await;

    // the good one leads on, with the examples of the next screen; by keyboard
    phone.read(ASKED).await;
    app.on("A good answer").await;
    app.key(Key::Enter).await;
    phone.read("Today at ten").await;

    // going back asks for fresh values
    phone.press("Back").await;
    phone.read("goes back to").await;
    phone.press("Make a good answer and an error").await;
    phone.pick("A good answer").await;
    phone.pick("11:00").await;
    phone.press("Check").await;

    // another answer leads another way
    phone.press("New answer").await;
    let dialog = app.dialog();
    dialog.fill("Name of the answer", "The day is full").await;
    dialog.open("What comes next").await;
    let choice = "//*[@data-trigger='Select']//*[@role='option'][contains(., 'Waiting list')]";
    app.whole().click(choice, "Waiting list").await;
    dialog.read("This screen expects no values.").await;
    dialog.press("Done").await;
    phone.pick("The day is full").await;
    phone.read("That day is full.").await;
    phone.press("Wait for a place").await;
    phone.read("This is what you would receive").await;
    phone.press("Start again").await;

    // all of it is there after a restart, beside the list of the screen that is edited
    app.whole().click("//header//button[normalize-space(.)='Edit']", "Edit").await;
    phone.press("Answers your system may give (5)").await;
    app.dialog().read("The day is full").await;
    let home = app.kill();
    let app = Start::at(&home).open().await;
    app.press("Flows").await;
    app.whole().pick("times").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;
    let phone = app.panel("phone");
    phone.press("Answers your system may give (5)").await;
    let dialog = app.dialog();
    dialog.read("When a customer comes back to").await;
    app.look("answers-list-1280").await;

    dialog.press("Done").await;

    // one that no longer fits says why, and is mended
    app.panel("left").pick("Your booking").await;
    app.panel("inspector").press("Add a value").await;
    app.panel("left").pick("Choose a time").await;
    phone.press("Answers your system may give (5)").await;
    dialog.read("“value” is missing.").await;
    dialog.pick("A good answer").await;
    app.look("answers-editor-1280").await;
    dialog.press("Fill in “value”").await;
    dialog.fill("value", "Bring a towel").await;
    dialog.click("//label[contains(., 'Answer by itself with this')]", "the switch").await;
    dialog.press("All answers").await;
    dialog.read("answers by itself").await;
    assert!(!dialog.text().await.contains("is missing"));
    dialog.press("Done").await;

    // the system opens the form, and the way runs through where an answer is given by itself
    try_it(&app).await;
    phone.click("//*[@role='radio'][normalize-space(.)='Your system']", "Your system").await;
    phone.read("The form opens").await;
    phone.press("Make a good answer").await;
    phone.pick("A good answer").await;
    phone.pick("10:00").await;
    phone.press("Check").await;
    phone.read("Answered by itself: “A good answer”").await;
    phone.read("Today at ten").await;
    app.look("answers-by-itself-1280").await;
    app.finish().await;
}
