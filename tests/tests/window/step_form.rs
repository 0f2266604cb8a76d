//! What a branch asks, what another system gives and what it may answer are filled in, never written as JSON.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

/// Makes a journey of a starter and opens it, without its tour.
pub(crate) async fn journey(app: &Desktop, starter: &str, title: &str) {
    let made = app
        .run_async(&format!(
            "const done = arguments[0];
             window.__TAURI_INTERNALS__.invoke('journey_use', {{starter: '{starter}', language: 'en'}})
                 .then(id => done(id), e => done('refused: ' + JSON.stringify(e)))"
        ))
        .await;
    assert!(!made.as_str().unwrap_or("refused").starts_with("refused"), "{made}");
    app.whole().press("Journeys").await;
    app.whole().click(&format!("//*[@role='row'][contains(., '{title}')]"), title).await;
    app.see(".react-flow__node").await;
    app.frame().await;
}

/// Opens the form of a step by its key.
pub(crate) async fn open(app: &Desktop, key: &str) {
    app.see(&format!(".react-flow__node[data-id='{key}']")).await;
    app.run(&format!("document.querySelector(\".react-flow__node[data-id='{key}']\").focus(); return true"))
        .await;
    app.key(Key::Enter).await;
    app.see("[data-region='inspector'] fieldset").await;
}

/// Chooses one of a select's choices, by their words.
pub(crate) async fn choose(app: &Desktop, path: &str, words: &str) {
    app.panel("inspector").click(path, words).await;
    let option =
        format!("//*[@role='listbox']//*[@role='option'][starts-with(normalize-space(.), '{words}')]");
    app.whole().click(&option, words).await;
}

/// The text of the open journey.
async fn source(app: &Desktop) -> String {
    let text = app
        .run_async(
            "const done = arguments[0];
             const invoke = window.__TAURI_INTERNALS__.invoke;
             invoke('journey_list').then(list => invoke('journey_source', {journey: list[0].id})).then(done, done)",
        )
        .await;
    text.as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn what_a_branch_asks_is_chosen_from_what_is_known_there() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    journey(&app, "hotel", "Hotel").await;
    open(&app, "often").await;
    let form = app.panel("inspector");
    form.read("is more than").await;
    app.look("form-condition-1440").await;

    // one more, of a value with choices of its own, and a group of two
    form.press("Condition").await;
    choose(&app, "//fieldset[@aria-label='Condition 2']//button[@aria-haspopup='listbox']", "Stage").await;
    form.press("Group of conditions").await;
    app.look("form-conditions-1440").await;
    app.until(
        "the text has it",
        "return document.querySelectorAll(\"[data-region='inspector'] fieldset[aria-label^='Condition']\").length >= 4",
    )
    .await;
    let text = source(&app).await;
    assert!(text.contains("\"all\"") && text.contains("\"stage\"") && text.contains("\"any\""), "{text}");

    // the exact text is there for who wants it
    form.press("When, exact text").await;
    app.look("form-condition-exact-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn what_another_system_gives_is_a_table_and_its_answers_have_fields() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    journey(&app, "shop", "Online shop").await;
    open(&app, "lookup").await;
    let form = app.panel("inspector");
    form.read("For example").await;
    app.look("form-gives-1440").await;
    form.press("Value").await;
    let row = "//fieldset[@aria-label='value']";
    choose(&app, &format!("{row}//button[@aria-haspopup='listbox']"), "Number").await;
    form.click(&format!("{row}//input[@aria-label='Name' or @id=//label[.='Name']/@for]"), "its name").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("arrives in").await;
    app.key(Key::Tab).await;
    form.find("//fieldset[@aria-label='arrives_in']", "the value under its new name").await;
    app.look("form-samples-1440").await;
    let text = source(&app).await;
    assert!(text.contains("\"arrives_in\": \"number\""), "{text}");
    app.finish().await;
}

#[tokio::test]
async fn how_many_people_come_in_is_asked_and_more_than_a_new_account_may_reach_is_spread() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    journey(&app, "restaurant", "Restaurant").await;
    open(&app, "friday").await;
    let form = app.panel("inspector");
    form.read("Meta limits how many people").await;
    form.fill("People a day, about", "1000").await;
    app.key(Key::Enter).await;
    form.read("1,000 people in 24 h; a new account may reach 250").await;
    app.look("form-people-1440").await;
    form.press("Spread it over 4 days").await;
    app.until(
        "the finding is gone",
        "return !document.querySelector(\"[data-region='inspector']\").textContent.includes('may reach 250')",
    )
    .await;
    assert!(source(&app).await.contains("One part a day"));
    app.finish().await;
}
