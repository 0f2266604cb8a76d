//! What is seen of journeys by who reads Arabic or large text in a small window.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

use crate::journeys::focus;
use crate::message_way::Words;

const SMALL: (u32, u32) = (1024, 700);

/// Sets language and size of text, and gives the words of the catalogue.
async fn reads(app: &Desktop, language: &'static str, percent: u32) -> Words {
    app.press("Settings").await;
    let size = format!("//*[@role='radio'][starts-with(normalize-space(.), '{percent}')]");
    app.whole().click(&size, "the size of text").await;
    if language == "ar" {
        app.whole().open("Language").await;
        let arabic = "//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]";
        app.whole().click(arabic, "Arabic").await;
        app.see("html[dir=rtl]").await;
    }
    Words { language }
}

/// Makes a journey of a starter and opens it.
async fn opened(app: &Desktop, words: &Words, starter: &str, language: &str) {
    let made = app
        .run_async(&format!(
            "const done = arguments[0];
             window.__TAURI_INTERNALS__.invoke('journey_use', {{starter: '{starter}', language: '{language}'}})
                 .then(id => done(id), e => done('refused: ' + JSON.stringify(e)))"
        ))
        .await;
    assert!(!made.as_str().unwrap_or("refused").starts_with("refused"), "{made}");
    app.press(&words.of("journeys", "title")).await;
    app.whole().click("//*[@role='row'][1]", "the journey").await;
    app.see(".react-flow__node").await;
    app.frame().await;
}

/// The form of a step, from its head to its foot.
async fn form(app: &Desktop, name: &str, key: &str) {
    focus(app, key).await;
    app.key(Key::Enter).await;
    app.see("[data-region='inspector'] section").await;
    app.look(&format!("{name}-{key}")).await;
    for part in 1..=4 {
        let more = app
            .run(
                "const of = [...document.querySelectorAll(\"[data-region='inspector'] *\")].find(e => e.scrollHeight > e.clientHeight + 4 && getComputedStyle(e).overflowY === 'auto');
                 const before = of?.scrollTop; of?.scrollBy(0, of.clientHeight - 40); return of !== undefined && of.scrollTop > before + 4",
            )
            .await;
        if more != serde_json::Value::Bool(true) {
            break;
        }
        app.look(&format!("{name}-{key}-{part}")).await;
    }
}

async fn forms(language: &'static str, percent: u32) {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(SMALL.0, SMALL.1).open().await;
    let words = reads(&app, language, percent).await;
    let name = format!("small-{language}-{percent}");
    opened(&app, &words, "hotel", "en").await;
    app.look(&format!("{name}-canvas")).await;
    for key in ["often", "how_long", "rooms"] {
        form(&app, &name, key).await;
    }
    app.finish().await;
}

#[tokio::test]
async fn forms_in_arabic() {
    forms("ar", 100).await;
}

#[tokio::test]
async fn forms_twice_as_large() {
    forms("en", 200).await;
}

async fn played(language: &'static str, percent: u32) {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(SMALL.0, SMALL.1).open().await;
    let words = reads(&app, language, percent).await;
    let name = format!("small-{language}-{percent}");
    opened(&app, &words, "salon", language).await;
    if app.run("return document.querySelector('[data-region=tour]') !== null").await == true {
        app.look(&format!("{name}-tour")).await;
        app.key(Key::Escape).await;
    }
    // a group of two
    focus(&app, "welcome").await;
    app.keys(" ").await;
    app.chord(&[Key::Shift], Key::Down).await;
    app.chord(&[Key::Control], 'g').await;
    app.see("[role$=dialog] input").await;
    app.look(&format!("{name}-group")).await;
    app.key(Key::Enter).await;
    app.look(&format!("{name}-grouped")).await;

    app.press(&words.of("journeys", "simulate")).await;
    app.see("[data-region='simulator']").await;
    app.see("[data-region=phone] .ph-message").await;
    app.look(&format!("{name}-simulator")).await;
    let say = |key: &str| words.of("simulator", key);
    app.press(&say("set")).await;
    app.see("[role$=dialog]").await;
    app.look(&format!("{name}-set")).await;
    app.key(Key::Escape).await;
    app.press(&say("addPerson")).await;
    app.see("[role=menuitem]").await;
    app.key(Key::Down).await;
    app.key(Key::Enter).await;
    app.press(&say("nextEvent")).await;
    app.look(&format!("{name}-people")).await;
    app.whole().click("//summary", "what the test will check").await;
    app.press(&say("addCheck")).await;
    app.see("[role$=dialog]").await;
    app.look(&format!("{name}-check")).await;
    app.key(Key::Escape).await;
    app.whole().click(&format!("//header//button[contains(., '{}')]", say("tests")), "Tests").await;
    app.see("[role$=dialog]").await;
    app.look(&format!("{name}-tests")).await;
    app.key(Key::Escape).await;
    app.press(&say("mapTab")).await;
    app.see("[data-canvas=picture] .react-flow__node [data-light]").await;
    app.look(&format!("{name}-path")).await;
    app.finish().await;
}

#[tokio::test]
async fn played_in_arabic() {
    played("ar", 100).await;
}

#[tokio::test]
async fn played_twice_as_large() {
    played("en", 200).await;
}

async fn published(language: &'static str, percent: u32) {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(SMALL.0, SMALL.1).open().await;
    let words = reads(&app, language, percent).await;
    let name = format!("small-{language}-{percent}");
    let say = |key: &str| words.of("publish", key);
    app.press(&words.of("app", "start")).await;
    app.see("li h3").await;
    app.look(&format!("{name}-start")).await;
    opened(&app, &words, "salon", language).await;
    app.key(Key::Escape).await;
    app.press(&words.of("journeys", "publish")).await;
    app.see("aside footer button:not([data-disabled])").await;
    app.look(&format!("{name}-plan")).await;
    if app.run("return document.querySelector('aside').offsetWidth > innerWidth / 2").await == true {
        app.press(&say("details")).await;
        app.look(&format!("{name}-plan-details")).await;
    }
    app.press(&say("assumed")).await;
    app.look(&format!("{name}-plan-cost")).await;
    app.whole().click("//aside//footer//button[1]", "publish").await;
    app.see("img[src^='data:image/svg+xml']").await;
    app.look(&format!("{name}-published")).await;
    app.press(&say("backToJourney")).await;

    // a step goes, and the link that a code hangs on
    for key in ["prices", "mirror"] {
        focus(&app, key).await;
        app.key(Key::Delete).await;
        let gone = format!("return document.querySelector(\".react-flow__node[data-id='{key}']\") === null");
        app.until("it is gone", &gone).await;
    }
    app.press(&words.of("canvas", "compare")).await;
    app.see(".react-flow__node[data-id='prices'] [data-mark=removed]").await;
    app.look(&format!("{name}-compare")).await;

    // what takes a printed code away is not ticked
    app.press(&words.of("journeys", "publish")).await;
    app.read(&say("stays")).await;
    let unticked =
        "return [...document.querySelectorAll('main li input[type=checkbox]')].map(box => box.checked)";
    let ticks = app.run(unticked).await;
    assert_eq!(
        ticks.as_array().map(|ticks| ticks.iter().filter(|it| **it == false).count()),
        Some(1),
        "{ticks}"
    );
    app.look(&format!("{name}-plan-code")).await;
    app.finish().await;
}

#[tokio::test]
async fn published_in_arabic() {
    published("ar", 100).await;
}

#[tokio::test]
async fn published_twice_as_large() {
    published("en", 200).await;
}
