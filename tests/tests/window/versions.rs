//! What a message said is kept by name, compared with what it says now, and brought back; its text is edited letter by letter.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

/// Opens the dialog from the menu at the message's name.
async fn open_versions(app: &Desktop, name: &str, entry: &str) {
    app.whole()
        .click(&format!("//header//button[@aria-current='page'][contains(., '{name}')]"), "the name's menu")
        .await;
    app.whole().click(&format!("//*[@role='menuitem'][contains(., '{entry}')]"), entry).await;
}

/// Takes an example. Its title and words are those of the app's language.
async fn use_example(app: &Desktop, words: [&str; 5]) {
    let [messages, new, from, example, take] = words;
    app.whole().press(messages).await;
    app.whole().press(new).await;
    app.whole().click(&format!("//*[@role='menuitem'][contains(., '{from}')]"), from).await;
    app.whole().pick(example).await;
    app.whole().press(take).await;
    // the editor of the text is there
    app.see("[data-region='composer'] .cm-chip").await;
}

const ENGLISH: [&str; 5] = ["Messages", "New message", "From an example", "Order confirmed", "Use this"];
const BEFORE: &str = "Hello {{first_name}}, order {{order_number}} is here. Thank you.";
const AFTER: &str = "Hello {{first_name}}, order {{order_number}} leaves our shop on Friday. Thank you.";

#[tokio::test]
async fn a_version_is_kept_compared_and_brought_back() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    use_example(&app, ENGLISH).await;
    let (composer, dialog) = (app.panel("composer"), app.dialog());
    composer.fill("Message", BEFORE).await;
    // a pause while typing is an edit, and a detail that is gone for that long has lost its sample
    composer.fill("Sample for first name", "Ana").await;
    composer.fill("Sample for order number", "A-1042").await;
    open_versions(&app, "Order confirmed", "Versions").await;
    dialog.read("No versions yet").await;
    app.on("Keep what is here").await;
    app.look("versions-empty-1440").await;

    // by keys: the button, the name, Enter
    app.keys("\u{e007}").await;
    app.on("Name of the version").await;
    app.keys("Before summer\u{e007}").await;
    dialog.read("Before summer").await;
    dialog.read("What is here says the same").await;
    app.look("versions-same-1440").await;
    app.key(Key::Escape).await;

    // sent in, it keeps itself; then it is changed
    app.whole().press("Review and submit…").await;
    dialog.press("Send it in").await;
    app.read("It may be sent").await;
    composer.fill("Message", AFTER).await;
    composer.fill("Sample for first name", "Ana").await;
    composer.fill("Sample for order number", "A-1024").await;
    composer.press("Add Small print").await;
    composer.open("Small print").await;
    app.keys("Reply STOP to hear no offers").await;
    app.read("Changed here since").await;

    // from the palette; arrows go through the list
    app.chord(&[Key::Control], 'k').await;
    dialog.read("Show the source").await;
    app.keys("Versions\u{e007}").await;
    dialog.read("Sent to the practice account").await;
    app.on("Sent to the practice account").await;
    app.key(Key::Down).await;
    dialog.read("Here now").await;
    app.until(
        "what goes and what comes is marked and said",
        "const box = document.querySelector(\"[role='dialog']\");
         return [...box.querySelectorAll('del')].some(e => e.textContent === 'Removed: leaves our shop on Friday')
             && [...box.querySelectorAll('ins')].some(e => e.textContent === 'Added: is here')
             && getComputedStyle(box.querySelector('del')).textDecorationLine === 'line-through'
             && getComputedStyle(box.querySelector('ins')).fontWeight === '600'",
    )
    .await;
    dialog.read("Small print").await;
    dialog.read("Text · Samples").await;
    app.look("versions-1440").await;

    // renamed, deleted, put back
    dialog.press("Rename Before summer").await;
    app.on("Name of the version").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("As it was in spring\u{e007}").await;
    app.on("Rename As it was in spring").await;
    dialog.press("Delete As it was in spring").await;
    dialog.read("Deleted: As it was in spring").await;
    app.on("Sent to the practice account").await;
    app.look("versions-deleted-1440").await;
    dialog.press("Undo").await;
    app.until(
        "it is shown again",
        "return document.querySelector('#version-name')?.textContent === 'As it was in spring'",
    )
    .await;

    app.on("As it was in spring").await;

    // brought back as one step, which is undone like any other
    dialog.press("Bring it back").await;
    app.until("the dialog is closed", "return !document.querySelector(\"[role='dialog']\")").await;
    let phone = app.panel("phone");
    phone.read("is here. Thank you.").await;
    app.see("button[aria-label='Undo: bring back “As it was in spring”']").await;
    app.chord(&[Key::Control], 'z').await;
    phone.read("leaves our shop on Friday").await;
    phone.read("Reply STOP to hear no offers").await;
    app.finish().await;
}

#[tokio::test]
async fn versions_stay_when_the_program_is_killed() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1024, 700).open().await;
    use_example(&app, ENGLISH).await;
    app.panel("composer").fill("Message", BEFORE).await;
    open_versions(&app, "Order confirmed", "Versions").await;
    // what is still under the hand is kept too
    let dialog = app.dialog();
    dialog.press("Keep what is here…").await;
    app.keys("Before summer\u{e007}").await;
    dialog.read("What is here says the same").await;
    let home = app.kill();

    let app = Start::at(&home).sized(1024, 700).open().await;
    app.whole().press("Messages").await;
    app.whole().click("//button[contains(., 'Order confirmed')] | //*[@role='row' or self::li]//*[normalize-space(.)='Order confirmed']", "the template").await;
    app.see("[data-region='composer'] .cm-chip").await;
    app.panel("composer").fill("Message", AFTER).await;
    open_versions(&app, "Order confirmed", "Versions").await;
    app.until(
        "what was kept is shown",
        "return document.querySelector(\"[role='dialog'] tbody td:last-child\")?.textContent
             === 'Hello first name, order order number Added: is here. Thank you.'",
    )
    .await;
    app.look("versions-1024").await;
    app.finish().await;
}

#[tokio::test]
async fn versions_in_arabic_name_the_parts_in_arabic() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    app.whole().press("Settings").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.see("html[dir=rtl]").await;
    use_example(&app, ["الرسائل", "رسالة جديدة", "من مثال", "تأكيد الطلب", "استخدمه"]).await;
    let (composer, dialog) = (app.panel("composer"), app.dialog());
    open_versions(&app, "تأكيد الطلب", "النسخ").await;
    dialog.read("لا نسخ بعد").await;
    app.look("versions-empty-arabic-1280").await;
    dialog.press("احفظ ما هنا…").await;
    app.keys("قبل الصيف\u{e007}").await;
    dialog.read("ما هنا يقول الشيء نفسه").await;
    app.key(Key::Escape).await;
    composer.fill("الرسالة", AFTER).await;
    open_versions(&app, "تأكيد الطلب", "النسخ").await;
    dialog.read("هنا الآن").await;
    app.until(
        "the part is named in Arabic",
        "return [...document.querySelectorAll(\"[role='dialog'] tbody th\")].some(e => e.textContent === 'النص')",
    )
    .await;
    app.look("versions-arabic-1280").await;
    app.finish().await;
}

#[tokio::test]
async fn the_text_of_a_template_is_edited_letter_by_letter() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    use_example(&app, ENGLISH).await;
    let (composer, phone) = (app.panel("composer"), app.panel("phone"));
    app.chord(&[Key::Alt], '2').await;
    composer.read("\"order_confirmed\"").await;
    app.look("composer-source-1440").await;

    // found, replaced, and on the phone
    composer.click("//*[@role='textbox']", "the text").await;
    app.chord(&[Key::Control], Key::Home).await;
    app.chord(&[Key::Control], 'f').await;
    app.on("Find").await;
    app.keys("Thank you\u{e007}").await;
    app.key(Key::Escape).await;
    app.keys("Many thanks").await;
    phone.read("Many thanks").await;

    // while it cannot be read the phone keeps what could be
    app.chord(&[Key::Control], Key::Home).await;
    app.keys(", ").await;
    composer.read("This text cannot be read right now").await;
    phone.read("Many thanks").await;
    app.look("composer-source-unreadable-1440").await;
    // undone and done again, so that what is typed now is a step of its own however fast it comes
    app.chord(&[Key::Control], 'z').await;
    app.until(
        "it can be read again",
        "return !document.body.innerText.includes('This text cannot be read right now')",
    )
    .await;
    app.chord(&[Key::Control, Key::Shift], 'z').await;
    composer.read("This text cannot be read right now").await;
    app.chord(&[Key::Control], Key::Home).await;
    app.key(Key::Right).await;
    app.key(Key::Right).await;
    app.keys("\u{e003}\u{e003}").await;
    app.until(
        "it can be read again",
        "return !document.body.innerText.includes('This text cannot be read right now')",
    )
    .await;
    app.read("Saved").await;
    // undo is the document's here too
    app.chord(&[Key::Control], 'z').await;
    composer.read("This text cannot be read right now").await;
    app.chord(&[Key::Control, Key::Shift], 'z').await;
    app.until(
        "it can be read again",
        "return !document.body.innerText.includes('This text cannot be read right now')",
    )
    .await;
    app.whole().click("//*[@role='radio'][.='Message']", "Message").await;
    composer.read("Above the text").await;
    app.finish().await;
}
