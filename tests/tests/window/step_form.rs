//! What a branch asks, what another system gives and what it may answer are filled in, never written as JSON.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

use crate::journey_keys::search;

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
pub(crate) async fn source(app: &Desktop) -> String {
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
async fn what_an_answer_has_to_be_is_chosen() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    journey(&app, "hotel", "Hotel").await;
    open(&app, "how_long").await;
    let form = app.panel("inspector");
    form.read("Only whole numbers count.").await;
    app.look("form-expects-number-1440").await;
    form.fill("At most", "14").await;
    app.key(Key::Tab).await;
    form.read("Ask again after an answer that does not fit").await;
    form.fill("What is said then", "One to fourteen, please.").await;
    app.key(Key::Tab).await;
    has(&app, "\"pattern\": \"[1-9]|1[0-4]\"").await;
    has(&app, "One to fourteen, please.").await;

    choose(&app, "//button[@aria-haspopup='listbox'][contains(., 'A number')]", "One of these words").await;
    form.fill("The words", "One, Two (or more)").await;
    app.key(Key::Tab).await;
    has(&app, "\"pattern\": \"(?i:One|Two \\\\(or more\\\\))\"").await;
    app.look("form-expects-words-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn half_of_what_is_typed_breaks_no_step() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    journey(&app, "hotel", "Hotel").await;
    let form = app.panel("inspector");

    // half a time of day is no time, and the form stays
    open(&app, "eve").await;
    form.click("//input[@value='09:30']", "the time").await;
    app.key(Key::End).await;
    app.key(Key::Backspace).await;
    form.read("Write it as 09:00.").await;
    app.look("form-half-a-time-1440").await;
    app.keys("5").await;
    has(&app, "\"at\": \"09:35\"").await;

    // nothing is no length of time; another unit changes nothing but the unit
    search(&app).await;
    app.keys("some weeks").await;
    app.key(Key::Enter).await;
    form.click("//input[@value='60']", "how long").await;
    app.chord(&[Key::Control], 'a').await;
    app.key(Key::Backspace).await;
    app.key(Key::Tab).await;
    form.find("//input[@value='60']", "the number it had").await;
    choose(&app, "//button[@aria-haspopup='listbox'][contains(., 'days')]", "hours").await;
    has(&app, "\"for\": \"60h\"").await;
    form.find("//input[@value='60']", "the number it had").await;

    // a pause after a comma joins no words
    open(&app, "hello").await;
    form.click("//input[contains(@value, 'good morning')]", "the words").await;
    app.key(Key::End).await;
    app.keys(", morning,").await;
    has(&app, "\"morning\"").await;
    app.keys(" evening").await;
    has(&app, "\"evening\"").await;

    // an answer is kept under a name that was not there
    open(&app, "how_long").await;
    form.click("//input[@value='nights']", "what the answer is kept as").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("length of stay").await;
    app.look("form-new-name-1440").await;
    app.key(Key::Tab).await;
    has(&app, "\"save\": \"length_of_stay\"").await;
    let text: serde_json::Value = serde_json::from_str(&source(&app).await).unwrap();
    assert_eq!(text["data"]["length_of_stay"], serde_json::json!({"type": "number"}));
    app.chord(&[Key::Control], 'z').await;
    has(&app, "\"save\": \"nights\"").await;
    assert!(!source(&app).await.contains("length_of_stay"));
    app.finish().await;
}

#[tokio::test]
async fn what_a_request_carries_is_rows() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    journey(&app, "hotel", "Hotel").await;
    open(&app, "rooms").await;
    let form = app.panel("inspector");
    // who only asks sends nothing along
    assert!(!form.text().await.contains("Body"));
    choose(&app, "//button[@aria-haspopup='listbox'][contains(., 'GET')]", "POST").await;
    let body = "//fieldset[legend[.='Body']]";
    form.click(&format!("{body}//button[normalize-space(.)='Value']"), "a value").await;
    form.click(&format!("{body}//fieldset[@aria-label='name']//input"), "its name").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("guest").await;
    app.key(Key::Tab).await;
    form.fill("Value of \u{201c}guest\u{201d}", "Dear ").await;
    form.press("Insert a detail into \u{201c}Value of \u{201c}guest\u{201d}\u{201d}").await;
    app.press("first name").await;
    has(&app, "\"guest\": \"Dear {{first_name}}\"").await;

    // one level in
    form.click(&format!("{body}//button[normalize-space(.)='Group of values']"), "a group").await;
    let group = format!("{body}//fieldset[@aria-label='name']");
    form.click(&format!("{group}//button[normalize-space(.)='Value']"), "a value of the group").await;
    let inner = format!("{group}//fieldset[@aria-label='name']");
    choose(&app, &format!("{inner}//button[@aria-haspopup='listbox']"), "Yes or no").await;
    has(&app, "\"name\": false").await;
    app.look("form-body-1440").await;

    // what rows cannot say stays as it is
    form.press("Body, exact text").await;
    form.click(&format!("{body}/following-sibling::div//textarea"), "the exact text").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("{\"deep\": [[1, {\"two\": null}]], \"guest\": \"Ana\"}").await;
    app.key(Key::Tab).await;
    form.read("Kept as it is. The exact text shows it.").await;
    form.fill("Value of \u{201c}guest\u{201d}", "Bo").await;
    app.key(Key::Tab).await;
    has(&app, "\"guest\": \"Bo\"").await;
    let text: serde_json::Value = serde_json::from_str(&source(&app).await).unwrap();
    let body =
        text["nodes"].as_array().unwrap().iter().find(|node| node["id"] == "rooms").map(|it| &it["body"]);
    assert_eq!(body, Some(&serde_json::json!({"deep": [[1, {"two": null}]], "guest": "Bo"})));
    app.finish().await;
}

/// Waits until the journey's text has these words.
async fn has(app: &Desktop, words: &str) {
    let started = tokio::time::Instant::now();
    loop {
        let text = source(app).await;
        if text.contains(words) {
            return;
        }
        assert!(started.elapsed().as_secs() < 10, "{words} is not in {text}");
        app.frame().await;
    }
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
