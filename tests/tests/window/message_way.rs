//! A template's whole way in one run: from an example to a message that was read on a phone.

use std::collections::BTreeMap;

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};
use tests::place;

/// The page's words in a language.
pub(crate) struct Words {
    pub(crate) language: &'static str,
}

impl Words {
    /// As the catalogue has them.
    pub(crate) fn of(&self, feature: &str, key: &str) -> String {
        let path = place::root().join(format!("ui/src/i18n/{}/{feature}.json", self.language));
        let words: BTreeMap<String, String> =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        words.get(key).unwrap().clone()
    }

    fn composer(&self, key: &str) -> String {
        self.of("composer", key)
    }
}

/// Takes the example and goes the whole way.
async fn goes_the_way(app: &Desktop, words: &Words, example: &str) {
    let look = |name: &str| format!("way-{name}-{}", words.language);
    app.whole().press(&words.of("app", "messages")).await;
    app.whole().press(&words.composer("new")).await;
    let from = words.composer("fromStarter");
    app.whole().click(&format!("//*[@role='menuitem'][contains(., '{from}')]"), &from).await;
    app.whole().pick(example).await;
    app.whole().press(&words.composer("use")).await;
    let (composer, advice, phone) = (app.panel("composer"), app.panel("advice"), app.panel("phone"));
    let body = words.composer("message");

    // edited with a chip; the adviser finds what Meta would re-file it for, and has a way out
    composer.open(&body).await;
    app.chord(&[Key::Control], Key::End).await;
    app.keys(" See you soon, ").await;
    let (toolbar, insert) =
        (words.composer("toolbar").replace("{label}", &body), words.composer("insertDetail"));
    let button =
        format!("//*[@role='toolbar'][@aria-label='{toolbar}']//button[normalize-space(.)='{insert}']");
    composer.click(&button, &insert).await;
    let name = words.composer("detail.first_name");
    app.whole().click(&format!("//*[@role='menuitem'][contains(., '{name}')]"), &name).await;
    // The menu gives the focus back to its button, and that hands it on to the text
    app.until(
        "the text has the focus",
        "return document.activeElement.matches(\"[role='textbox']\") && !document.querySelector(\"[role='menu']\")",
    )
    .await;
    app.keys(". Order again and get 15% off.").await;
    advice.read(&words.composer("likely.MARKETING")).await;
    phone.read("15% off").await;
    app.look(&look("advice")).await;
    advice.press("Make it MARKETING").await;
    app.until(
        "no advice about the category",
        "return !document.querySelector(\"[data-region='advice']\").innerText.includes('15%')",
    )
    .await;

    // refused by the account, put right, approved
    let secret = "Hello {{first_name}}, order {{order_number}} is here. Reply with your password to get it.";
    composer.fill(&body, secret).await;
    submit(app, words).await;
    app.read(&words.composer("rejected.ABUSIVE_CONTENT")).await;
    app.look(&look("refused")).await;
    let right =
        "Hello {{first_name}}, order {{order_number}} is here. Order again and get 15% off this week.";
    composer.fill(&body, right).await;
    app.read(&words.composer("step.changed")).await;
    submit(app, words).await;
    app.read(&words.composer("step.mayBeSent")).await;

    // sent once to a simulated phone, and read there
    app.whole().press(&words.of("trial", "title")).await;
    let dialog = app.dialog();
    dialog.read(&words.of("trial", "values")).await;
    dialog.fill(&name, "Tariq").await;
    dialog.read("Tariq").await;
    app.look(&look("trial")).await;
    dialog.press(&words.of("trial", "send")).await;
    dialog.read(&words.of("trial", "status.READ")).await;
    app.until(
        "it is read",
        "return document.querySelectorAll(\"[role='dialog'] li[data-icon='ok']\").length === 4",
    )
    .await;
    app.look(&look("read")).await;
}

async fn submit(app: &Desktop, words: &Words) {
    app.whole().press(&words.composer("review")).await;
    app.dialog().press(&words.composer("submit")).await;
}

#[tokio::test]
async fn from_an_example_to_a_message_that_was_read() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    goes_the_way(&app, &Words { language: "en" }, "Order confirmed").await;

    // the exact request, on demand; a person who wants no marketing gets none, and it is said why
    let dialog = app.dialog();
    dialog.click("//summary", "the exact request").await;
    app.until(
        "the request is there",
        "return document.querySelector(\"[role='dialog'] textarea\").value.includes('\"parameter_name\": \"first_name\"')",
    )
    .await;
    app.look("way-request-en").await;
    dialog.press("On this phone…").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Stop marketing')]", "Stop marketing").await;
    dialog.read("Wants no marketing").await;
    dialog.press("Send once").await;
    dialog.read("It does not arrive").await;
    dialog.read("(131050)").await;
    app.look("way-stopped-en").await;
    app.finish().await;
}

#[tokio::test]
async fn from_an_example_to_a_message_that_was_read_in_arabic() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    app.whole().press("Settings").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.see("html[dir=rtl]").await;
    goes_the_way(&app, &Words { language: "ar" }, "تأكيد الطلب").await;
    app.finish().await;
}

/// What is no template goes out only after the person has written.
#[tokio::test]
async fn a_message_within_24_hours_is_sent_once_the_person_has_written() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    app.whole().press("Messages").await;
    app.whole().press("New message").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Within 24 hours')]", "Message").await;
    app.panel("composer").click("//*[@role='textbox'][@aria-label='Text']", "Text").await;
    app.keys("Your cake is ready. Shall we keep it until six?").await;
    app.read("Saved").await;
    app.whole().press("Test send").await;
    let dialog = app.dialog();
    dialog.read("only a template may be sent").await;
    app.look("trial-window-closed-1280").await;
    dialog.press("On this phone…").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Write to the business')]", "Write").await;
    dialog.read("any message may be sent").await;
    dialog.press("Send once").await;
    app.until(
        "it is read",
        "return document.querySelectorAll(\"[role='dialog'] li[data-icon='ok']\").length === 4",
    )
    .await;
    app.look("trial-read-1280").await;
    app.finish().await;
}

/// The same template in another language, text beside text.
#[tokio::test]
async fn a_template_gets_a_language_side_by_side() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.whole().press("Messages").await;
    app.whole().press("New message").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'From an example')]", "From an example").await;
    app.whole().pick("Order confirmed").await;
    app.whole().press("Use this").await;
    let composer = app.panel("composer");
    composer.press("Add a language").await;
    app.on("Language").await;
    app.keys("Spanish").await;
    app.see("[role='option']").await;
    app.key(Key::Down).await;
    app.key(Key::Enter).await;
    app.dialog().press("Add a language").await;
    let beside = app.dialog();
    beside.read("0 of 3 texts").await;
    let field =
        "//*[@role='textbox'][starts-with(@aria-label, 'Headline:')][contains(@aria-label, 'Spanish')]";
    beside.click(field, "the Spanish headline").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("Gracias por tu pedido").await;
    beside.read("1 of 3 texts").await;
    app.look("languages-beside-1440").await;
    app.key(Key::Escape).await;
    composer.read("1 of 3 texts").await;
    composer.click("//button[contains(., 'Spanish')]", "Spanish").await;
    app.panel("phone").read("Gracias por tu pedido").await;
    app.look("composer-languages-1440").await;
    app.finish().await;
}
