//! A template is written as its owner would say it: details as chips, Meta's view of it beside, and the way out pressed.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

/// Every control of the composer, with the place where it stands.
const CONTROLS: &str = "return [...document.querySelectorAll(
        \"[data-region='composer'] :is(button, input, [role='textbox'])\")]
    .map(control => {
        const { x, y } = control.getBoundingClientRect();
        return [control.getAttribute('aria-label') ?? control.innerText, Math.round(x), Math.round(y)];
    })";

/// The same without the ways out that the advice offers: they come and go.
const FIELDS: &str = "return [...document.querySelectorAll(
        \"[data-region='composer'] :is(button, input, [role='textbox'])\")]
    .filter(control => control.matches('input') || control.closest(\"[data-region='advice']\") === null)
    .map(control => {
        const { x, y } = control.getBoundingClientRect();
        return [control.getAttribute('aria-label') ?? control.innerText, Math.round(x), Math.round(y)];
    })";

/// The composer of a new template.
async fn new_template(app: &Desktop) {
    app.whole().press("Messages").await;
    app.read("No messages yet").await;
    app.whole().press("New message").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Template')]", "Template").await;
    app.panel("composer").read("Message").await;
}

#[tokio::test]
async fn a_template_is_written_with_details_and_its_category_is_put_right() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.whole().press("Messages").await;
    app.read("No messages yet").await;
    app.look("messages-empty-1440").await;
    new_template(&app).await;
    let (composer, advice) = (app.panel("composer"), app.panel("advice"));

    composer.open("Message").await;
    app.keys("Hi ").await;
    composer.press("Insert a detail").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'first name')]", "first name").await;
    app.keys(", your order has left our shop today and arrives soon.").await;
    composer.read("Details and samples").await;
    advice.read("has no sample").await;
    // what is said while one types moves no field that one may be about to go to
    let fields = app.run(FIELDS).await;
    app.keys(" Order again and get 15% off.").await;
    advice.read("Likely re-filed as marketing").await;
    advice.read("15% off").await;
    assert!(fields.as_array().is_some_and(|found| found.len() > 15), "{fields}");
    assert_eq!(fields, app.run(FIELDS).await);
    composer.fill("Sample for first name", "Ana").await;
    app.look("composer-advice-1440").await;

    // the way out: it is filed as what it is
    advice.press("Make it MARKETING").await;
    app.until(
        "no advice about the category",
        "return !document.querySelector(\"[data-region='advice']\").innerText.includes('Likely re-filed')",
    )
    .await;
    composer.press("Add Small print").await;
    composer.open("Small print").await;
    app.keys("Reply STOP to hear no offers").await;
    composer.press("Add a button").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Quick reply')]", "Quick reply").await;
    composer.open("Label of button 1: Quick reply").await;
    app.keys("Order again").await;
    app.chord(&[Key::Shift], Key::Tab).await;
    app.read("Saved").await;
    app.look("composer-1440").await;

    // undone by intention, and brought again
    app.chord(&[Key::Control], 'z').await;
    app.until("the label is gone", "return !document.body.innerText.includes('11 / 25')").await;
    app.chord(&[Key::Control, Key::Shift], 'z').await;
    app.until("the label is there", "return document.body.innerText.includes('11 / 25')").await;

    app.whole().press("Messages").await;
    app.read("New template").await;
    app.read("Marketing").await;
    app.look("messages-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn a_list_is_composed_of_what_the_facts_know_and_shows_what_is_missing() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    app.whole().press("Messages").await;
    app.read("No messages yet").await;
    app.whole().press("New message").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Within 24 hours')]", "Message").await;
    let composer = app.panel("composer");
    composer.open("What it is").await;
    app.whole().click("//*[@role='option'][normalize-space(.)='List']", "List").await;
    composer.read("Words that open the list").await;
    composer.fill("Words that open the list", "See all services").await;
    composer.press("Add: Choices").await;
    app.look("composer-list-1280").await;
    app.finish().await;
}

#[tokio::test]
async fn an_example_is_taken_and_shows_on_the_phone_as_it_will_arrive() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.whole().press("Messages").await;
    app.read("No messages yet").await;
    app.whole().press("New message").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'From an example')]", "From an example").await;
    app.read("Start from an example").await;
    app.whole().pick("Bring a friend").await;
    app.look("message-starters-1440").await;
    app.whole().press("Use this").await;
    let (composer, phone) = (app.panel("composer"), app.panel("phone"));
    composer.read("Details and samples").await;
    // what is typed stands on the phone before it is an edit
    composer.open("Message").await;
    app.chord(&[Key::Control], Key::End).await;
    app.keys(" *See you soon*").await;
    phone.read("See you soon").await;
    app.look("composer-starter-1440").await;
    phone.press("Chat list").await;
    app.look("composer-chat-list-1440").await;
    phone.press("Notification").await;
    app.look("composer-notification-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn a_template_is_refused_put_right_and_approved_by_the_practice_account() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    new_template(&app).await;
    let composer = app.panel("composer");
    composer.open("Message").await;
    app.keys("Your account was opened today. Reply with your password to confirm it, please.").await;
    app.panel("advice").read("This likely asks for a secret").await;
    app.whole().press("Review and submit…").await;
    app.dialog().read("Meta looks at it").await;
    app.look("message-submit-1440").await;
    app.dialog().press("Send it in").await;
    app.read("Meta is looking at it").await;
    // Meta's answer comes by itself, and moves nothing that one may be about to press
    let before = app.run(CONTROLS).await;
    app.look("composer-in-review-1440").await;
    app.read("asks for secrets").await;
    let after = app.run(CONTROLS).await;
    assert!(before.as_array().is_some_and(|found| found.len() > 10), "{before}");
    assert_eq!(before, after);
    // what is said of it in passing gives way to what can be pressed below
    app.until(
        "the notice lies over no action",
        "const notice = document.querySelector(\"[role='alertdialog']\")?.getBoundingClientRect();
         const clear = [...document.querySelectorAll('[data-keep-clear]')].map(of => of.getBoundingClientRect());
         const below = clear.some(of => of.right > notice?.x && of.bottom > notice?.bottom);
         return notice !== undefined && below && clear.every(of =>
             of.right <= notice.x || notice.right <= of.x || of.bottom <= notice.y || notice.bottom <= of.y)",
    )
    .await;
    app.look("composer-refused-1440").await;

    composer.fill("Message", "Your account was opened today. Nothing more is needed from you.").await;
    app.read("Changed here since").await;
    app.whole().press("Review and submit…").await;
    app.dialog().press("Send it in").await;
    app.read("It may be sent").await;
    app.look("composer-approved-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn the_composer_in_arabic_writes_from_the_right_and_the_phone_turns() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    app.whole().press("Settings").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.see("html[dir=rtl]").await;
    app.whole().press("الرسائل").await;
    app.whole().press("رسالة جديدة").await;
    app.whole()
        .click("//*[@role='menuitem'][contains(., 'قالب')][not(contains(., 'مثال'))]", "template")
        .await;
    let (composer, advice, phone) = (app.panel("composer"), app.panel("advice"), app.panel("phone"));
    composer.open("الرسالة").await;
    app.keys("مرحبا ").await;
    composer.press("أدرج معلومة").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'الاسم الأول')]", "first name").await;
    app.keys("، خرج طلبك من متجرنا اليوم ويصل غدا. اطلب مرة أخرى واحصل على خصم 15%.").await;
    phone.read("خرج طلبك").await;
    app.see("[data-region='phone'] [dir='rtl']").await;
    composer.open("اللغة").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("العربية").await;
    app.see("[role='option']").await;
    app.key(Key::Down).await;
    app.key(Key::Enter).await;
    advice.read("تسويقية").await;
    app.look("composer-arabic-1280").await;
    app.finish().await;
}
