//! A journey is played: tapped, filled in, led on by the clock, and kept as a test.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

/// Makes the salon's journey and plays it, as from the palette.
async fn simulate(app: &Desktop, language: &str, palette: &str) {
    let made = app
        .run_async(&format!(
            "const done = arguments[0];
             window.__TAURI_INTERNALS__.invoke('journey_use', {{starter: 'salon', language: '{language}'}})
                 .then(id => done(id), e => done('refused: ' + JSON.stringify(e)))"
        ))
        .await;
    assert!(!made.as_str().unwrap_or("refused").starts_with("refused"), "{made}");
    app.chord(&[Key::Control], 'k').await;
    app.see("[role='dialog'] input").await;
    app.keys(palette).await;
    app.dialog().read(&format!("{palette} ")).await;
    app.until(
        "the journey is found",
        "return document.querySelector('[role=dialog]').innerText.includes('Salon: from hello')",
    )
    .await;
    app.key(Key::Enter).await;
    app.see("[data-region='simulator']").await;
}

#[tokio::test]
async fn a_journey_is_played_by_hand_filled_in_and_kept_as_a_test() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    simulate(&app, "en", "Simulate").await;
    let (phone, side, happened) = (app.panel("phone"), app.panel("simulator"), app.panel("happened"));
    phone.read("this is Salon Amber").await;
    side.read("Window open for 24 h").await;
    app.look("simulator-begun-1440").await;

    // tapped: the form comes, and opens in the same phone
    phone.press("Prices").await;
    phone.read("Cut from €38").await;
    happened.read("Ana sends “Prices”").await;
    phone.click("//*[@data-waits]//button[normalize-space(.)='Book a time']", "Book a time").await;
    phone.pick("Cut and finish").await;
    app.look("simulator-form-1440").await;
    phone.press("Continue").await;
    phone.open("Day").await;
    app.dialog().press("Next").await;
    app.dialog().click("//td//*[@role='button' and not(@aria-disabled)]", "a free day").await;
    phone.press("10:00").await;
    phone.open("Stylist").await;
    app.dialog().pick("Rosa").await;
    phone.press("Continue").await;
    phone.fill("Full name", "Ana Duarte").await;
    phone.fill("Phone", "+351900000000").await;
    phone.pick("No, I have been before").await;
    phone.press("Continue").await;
    phone.read("All set?").await;
    phone.press("Book it").await;
    happened.read("Ana sends the form").await;
    happened.read("Goal “Booked” reached").await;
    side.read("Booking confirmed").await;

    // the clock leads on to the reminder of the day before
    side.press("Next event").await;
    happened.read("“See you tomorrow” sent").await;
    app.look("simulator-1440").await;

    // kept, and played again
    app.press("Save as test").await;
    app.dialog().fill("Name of the test", "Ana books a visit").await;
    app.dialog().press("Save test").await;
    app.read("14 pass").await;
    app.whole().click("//header//button[contains(., 'Tests')]", "Tests").await;
    app.dialog().read("Everything comes as before").await;
    app.look("simulator-tests-1440").await;
    let own = "//li[contains(., 'Ana books a visit')]//button[contains(., 'Play')]";
    app.dialog().click(own, "Play").await;
    side.read("I answer").await;

    // a start by hand, once she is through with the last one
    side.press("Let happen").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'The day after')]", "The day after").await;
    happened.read("“How was it?” sent").await;
    phone.press("Yes, I am coming").await;
    phone.read("Lovely, see you tomorrow.").await;
    side.press("Let happen").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'The day after')]", "The day after").await;
    happened.read("“How was it?” sent").await;
    app.page.set_window_rect(0, 0, 1280, 800).await.unwrap();
    app.look("simulator-1280").await;

    // every path
    app.press("Play all paths").await;
    app.dialog().read("because no offers to this country").await;
    app.look("simulator-paths-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn time_goes_by_and_the_past_is_shown_again() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1024, 768).open().await;
    simulate(&app, "en", "Simulate").await;
    let (phone, side) = (app.panel("phone"), app.panel("simulator"));
    phone.read("this is Salon Amber").await;
    app.look("simulator-1024").await;

    // she answers by herself while time goes by
    side.press("×600").await;
    side.press("Let time go by").await;
    phone.read("your appointment is confirmed").await;
    side.press("Stop the clock").await;

    // the hand goes back by keys: what was said later is gone from the phone
    app.see("[role='slider']").await.click().await.unwrap();
    app.run("document.querySelector('[role=slider]').focus(); return true").await;
    app.key(Key::PageDown).await;
    app.until(
        "only the first messages are there",
        "return document.querySelectorAll('[data-region=phone] [role=log] .ph-message').length === 2",
    )
    .await;
    // somebody else from here on
    side.press("Opts out").await;
    side.read("Ana sends “stop”").await;
    side.press("Next event").await;
    side.read("No offers are sent any more").await;
    app.press("Path").await;
    app.panel("happened").read("Ana wants no more offers").await;
    app.look("simulator-path-1024").await;
    app.finish().await;
}

#[tokio::test]
async fn a_journey_is_played_from_the_right() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.press("Settings").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.until("the page turned round", "return document.documentElement.dir === 'rtl'").await;
    simulate(&app, "en", "محاكاة").await;
    app.panel("phone").read("this is Salon Amber").await;
    app.look("simulator-arabic-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn two_people_one_clock_what_is_set_by_hand_and_what_a_test_says_of_it() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    simulate(&app, "en", "Simulate").await;
    let (phone, side, happened) = (app.panel("phone"), app.panel("simulator"), app.panel("happened"));
    phone.read("this is Salon Amber").await;

    // a value and the window, set by hand
    side.press("Set by hand").await;
    app.dialog().fill("From now on", "Colour").await;
    app.look("simulator-set-1440").await;
    app.dialog().press("Set it now").await;
    happened.read("Set by hand: service is Colour").await;
    side.press("Set by hand").await;
    app.dialog().open("What").await;
    app.whole().click("//*[@role='option'][contains(., '24-hour window')]", "the window").await;
    app.dialog().press("Set it now").await;
    happened.read("The 24 hours are over").await;
    side.read("The window is closed").await;

    // somebody else comes in by another start, with a phone of their own
    phone.press("Add a person").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Says hello')]", "hello").await;
    side.read("Ben").await;
    side.read("Ben").await;
    side.press("Next event").await;
    app.look("simulator-people-1440").await;
    phone.click("//*[@role='radio'][contains(., 'Ana')]", "Ana's phone").await;
    phone.read("Hello, I would like to book").await;

    // what the test says of them
    side.press("Add a check").await;
    app.dialog().read("“Welcome” was sent").await;
    app.look("simulator-check-1440").await;
    app.dialog().press("Add a check").await;
    side.read("Ana: “Welcome” was sent").await;
    side.press("Add a check").await;
    app.dialog().open("What has to be so at the end").await;
    app.whole().click("//*[@role='option'][contains(., 'The stage')]", "the stage").await;
    app.dialog().press("Add a check").await;
    side.read("Ana: The stage is Advocacy").await;
    app.press("Save as test").await;
    app.dialog().fill("Name of the test", "Ana and Ben").await;
    app.dialog().press("Save test").await;
    app.read("1 fails").await;
    app.whole().click("//header//button[contains(., 'Tests')]", "Tests").await;
    app.dialog().read("It is not so.").await;
    app.look("simulator-test-checks-1440").await;
    app.dialog().press("Remove the check: Ana: The stage is Advocacy").await;
    app.read("14 pass").await;
    app.dialog().click("//li[contains(., 'Ana and Ben')]//button[contains(., 'Play')]", "Play").await;
    phone.click("//*[@role='radio'][contains(., 'Ben')]", "Ben's phone").await;
    phone.read("this is Salon Amber").await;
    app.finish().await;
}
