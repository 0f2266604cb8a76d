//! A Flow gets a second language: texts are translated by keys, the phone speaks it, a file comes out.

use fantoccini::key::Key;
use tests::desktop::Start;
use tests::place;

use crate::{SALON, use_starter};

#[tokio::test]
async fn a_starter_is_translated_by_keys_and_comes_out_in_spanish() {
    let home = tempfile::tempdir().unwrap();
    let saved = home.path().join("spanish.json");
    let app = Start::at(home.path()).open().await;
    use_starter(&app, SALON).await;
    let (languages, phone) = (app.panel("languages"), app.panel("phone"));

    app.chord(&[Key::Alt], '3').await;
    languages.read("This Flow speaks one language so far").await;
    app.look("languages-empty-1280").await;
    languages.press("Add a language").await;
    app.on("Language").await;
    app.keys("Spanish").await;
    app.see("[role='option']").await;
    app.key(Key::Down).await;
    app.key(Key::Enter).await;
    app.dialog().press("Add").await;
    languages.read("0 of ").await;

    // the next missing text is found by keys; Enter goes on to the next field
    app.chord(&[Key::Alt], Key::Down).await;
    app.on("Spanish for “Choose a service”").await;
    app.keys("Elige un servicio\u{e007}").await;
    app.on("Spanish for “A round mirror").await;
    languages.read("1 of ").await;
    app.keys("Un espejo\u{e007}").await;
    app.on("Spanish for “What can we do for you?”").await;
    app.keys("Dinos qué quieres").await;
    languages.read("3 of ").await;
    phone.read("Elige un servicio").await;
    phone.read("Dinos qué quieres").await;
    // a label has a limit
    languages.fill("Spanish for “Full name”", "Tu nombre y tus dos apellidos").await;
    languages.read("29 letters; the phone shows 20").await;
    phone.read("Tu nombre y tus dos apellidos").await;
    app.look("languages-1280").await;

    languages.press("More about Spanish").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Export this language')]", "export").await;
    app.answer("Save", &saved).await;
    app.read("spanish.json").await;
    let written = std::fs::read_to_string(&saved).unwrap();
    assert!(written.contains("Elige un servicio") && !written.contains("\"title\": \"Choose a service\""));
    assert!(written.contains("Pick a time"), "what has no translation stays in the original language");

    // one step back takes the last words away, and no text of the Flow was changed
    app.chord(&[Key::Control], 'z').await;
    languages.read("3 of ").await;
    app.whole().click("//*[@role='radio'][.='Source']", "Source").await;
    app.panel("source").read("Full name").await;
    app.finish().await;
}

#[tokio::test]
async fn an_arabic_sibling_is_taken_in_and_turns_the_phone() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("arabic.json");
    std::fs::copy(place::root().join("flows/gallery/salon-booking/ar.json"), &file).unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    use_starter(&app, SALON).await;
    let languages = app.panel("languages");
    app.chord(&[Key::Alt], '3').await;
    for language in ["Arabic", "French"] {
        languages.press("Add a language").await;
        app.on("Language").await;
        app.keys(language).await;
        app.see("[role='option']").await;
        app.key(Key::Down).await;
        app.key(Key::Enter).await;
        app.dialog().press("Add").await;
        languages.read(language).await;
    }
    languages.press("More about Arabic").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'from a Flow file')]", "take in").await;
    app.answer("Open", &file).await;
    languages.read("All translated").await;
    languages.open("Arabic for “Choose a service”").await;
    app.panel("phone").read("اختيار الخدمة").await;
    app.see("[data-region='phone'] [dir='rtl']").await;
    app.look("languages-rtl-phone-1440").await;
    app.finish().await;
}
