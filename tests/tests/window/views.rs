//! Every view in both themes, held to axe, with a picture kept; the sizes and the language people have.

use fantoccini::Locator;
use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

use crate::{SALON, use_button, use_starter};

async fn show(app: &Desktop, view: &str) {
    app.whole().click(&format!("//*[@role='radio'][.='{view}']"), view).await;
    app.frame().await;
}

/// Chooses the size of text, in percent, in the settings.
async fn choose_text_size(app: &Desktop, percent: u32) {
    app.press("Settings").await;
    let choice = format!("//*[@role='radio'][starts-with(normalize-space(.), '{percent}')]");
    app.whole().click(&choice, "the size of text").await;
}

/// The views of the window at this size.
async fn views(size: (u32, u32)) {
    let width = size.0;
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(size.0, size.1).open().await;
    app.read(SALON).await;
    app.look(&format!("gallery-{width}")).await;

    use_starter(&app, SALON).await;
    app.read("All clear").await;
    app.panel("phone").read("What can we do for you?").await;
    app.look(&format!("map-{width}")).await;
    app.panel("left").pick("Your details").await;
    app.panel("phone").pick("Full name").await;
    app.look(&format!("editor-{width}")).await;
    show(&app, "Source").await;
    app.see(".cm-part").await;
    app.look(&format!("source-{width}")).await;
    show(&app, "Map").await;

    app.press("History").await;
    app.dialog().read("As it was at first").await;
    app.look(&format!("history-{width}")).await;
    app.key(Key::Escape).await;
    app.chord(&[Key::Control], 'k').await;
    app.dialog().read("Publish").await;
    app.look(&format!("palette-{width}")).await;
    app.key(Key::Escape).await;
    app.chord(&[], '?').await;
    app.dialog().read("Undo").await;
    app.look(&format!("keyboard-{width}")).await;
    app.key(Key::Escape).await;

    app.press("Flows").await;
    app.read("Your Flows").await;
    app.look(&format!("flows-{width}")).await;
    app.press("Settings").await;
    app.read("Practice account").await;
    app.look(&format!("settings-{width}")).await;
    app.finish().await;
}

#[tokio::test]
async fn views_at_1280() {
    views((1280, 800)).await;
}

#[tokio::test]
async fn views_at_1920() {
    views((1920, 1080)).await;
}

#[tokio::test]
async fn the_arabic_starter() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    let card = format!("//li[.//h3[normalize-space(.)='{SALON}']]");
    app.whole().click(&format!("{card}//button[@aria-haspopup]"), "its languages").await;
    app.whole()
        .click("//*[@role='menuitem'][contains(., 'Arabic') or contains(., 'العربية')]", "Arabic")
        .await;
    app.see(".react-flow__node").await;
    app.see("[data-region=phone] [dir=rtl]").await;
    app.look("arabic-starter-1280").await;
    app.finish().await;
}

#[tokio::test]
async fn the_interface_in_arabic_and_large() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    choose_text_size(&app, 130).await;
    app.look("settings-large-1280").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.see("html[dir=rtl]").await;
    app.look("settings-arabic-1280").await;

    app.whole().click("//nav[@data-region='rail']//button[1]", "the way to the gallery").await;
    app.see("li h3").await;
    app.look("gallery-arabic-1280").await;
    app.see("li:has(h3) button").await.click().await.unwrap();
    app.see(".react-flow__node").await;
    app.look("editor-arabic-1280").await;

    let languages = app.panel("languages");
    app.chord(&[Key::Alt], '3').await;
    languages.press("إضافة لغة").await;
    app.on("اللغة").await;
    app.key(Key::Down).await;
    app.see("[role='option']").await;
    app.key(Key::Enter).await;
    app.dialog().press("إضافة").await;
    app.see("[data-region='languages'] textarea, [data-region='languages'] input").await;
    app.look("languages-arabic-1280").await;
    app.finish().await;
}

/// Text twice as large: every view as a single column.
#[tokio::test]
async fn the_interface_twice_as_large() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    choose_text_size(&app, 200).await;
    app.look("settings-twice-1280").await;
    app.whole().click("//nav[@data-region='rail']//button[1]", "the way to the gallery").await;
    app.read(SALON).await;
    app.look("gallery-twice-1280").await;

    app.page.find(Locator::XPath(&use_button(SALON))).await.unwrap().click().await.unwrap();
    let phone = app.panel("phone");
    phone.read("What can we do for you?").await;
    app.look("phone-twice-1280").await;
    phone.pick("One choice, Service").await;
    show(&app, "Details").await;
    app.panel("inspector").read("Question").await;
    app.look("details-twice-1280").await;
    show(&app, "Parts").await;
    app.panel("left").read("Allergy check").await;
    app.look("parts-twice-1280").await;
    show(&app, "Map").await;
    app.see(".react-flow__node").await;
    app.look("map-twice-1280").await;
    app.chord(&[Key::Alt], '2').await;
    app.see(".cm-part").await;
    app.look("source-twice-1280").await;

    // what is asked of a panel that another one covers brings it up
    app.chord(&[Key::Control, Key::Shift], Key::Enter).await;
    phone.read("This form is only for testing").await;
    app.look("phone-try-twice-1280").await;
    app.chord(&[Key::Control], 'k').await;
    app.dialog().read("Publish").await;
    app.look("palette-twice-1280").await;
    app.key(Key::Escape).await;
    app.press("Publish…").await;
    app.read("This is what will happen").await;
    app.look("publish-plan-twice-1280").await;
    app.finish().await;
}
