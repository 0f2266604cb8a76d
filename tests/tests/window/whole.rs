//! The whole way of a journey, by keys alone and with text twice as large: a starter, a step moved, something red put
//! right, a play with the form filled in, a run kept as a test, and all of it published.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

use crate::journeys::skip_tour;

/// Chooses the largest text in the settings.
async fn twice_as_large(app: &Desktop) {
    app.chord(&[Key::Control], ',').await;
    app.read("Text size").await;
    app.tab_to("90 %").await;
    for _ in 0..8 {
        if app.focused().await.starts_with("200") {
            break;
        }
        app.key(Key::Right).await;
    }
    app.on("200 %").await;
    app.key(Key::Enter).await;
    app.until(
        "text twice as large",
        "return document.documentElement.style.getPropertyValue('--text-size') === '2'",
    )
    .await;
}

/// Goes to the first day of a calendar that can be chosen.
async fn free_day(app: &Desktop) {
    let here = "return document.activeElement?.closest('td') !== null";
    for _ in 0..10 {
        if app.run(here).await == true {
            break;
        }
        app.key(Key::Tab).await;
    }
    let shut = "return document.activeElement?.getAttribute('aria-disabled') === 'true'";
    let mut passed = 0;
    while app.run(shut).await == true {
        passed += 1;
        assert!(passed < 31, "a day can be chosen");
        app.key(Key::Right).await;
    }
}

/// A starter is opened, a step moved, and what turns red put right.
async fn draw(app: &Desktop) {
    // a starter
    app.chord(&[Key::Control], 'k').await;
    app.see("[role='dialog'] input").await;
    app.keys("Journeys").await;
    app.dialog().read("Journeys").await;
    app.key(Key::Enter).await;
    app.read("Start from a finished journey").await;
    app.look("whole-1-list").await;
    app.tab_to("Salon: from hello to the next visit…").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;
    app.read("First look").await;
    app.picture("whole-2-tour").await;
    skip_tour(app).await;
    app.look("whole-2-canvas").await;

    // a step waits longer than anything may be sent after it, and another one is moved
    app.region("canvas").await;
    app.tab_to("Booking form…").await;
    app.key(Key::Enter).await;
    app.region("inspector").await;
    app.tab_to("Wait at most").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("30").await;
    app.look("whole-3-form").await;
    app.region("canvas").await;
    app.tab_to("Shall we help?…").await;
    app.chord(&[Key::Alt], Key::Down).await;
    app.key(Key::Enter).await;
    app.region("inspector").await;
    app.look("whole-4-message").await;

    // what is wrong, and the first thing that mends it
    app.region("canvas").await;
    app.on("Shall we help?").await;
    app.keys("p").await;
    app.read("Replay this path").await;
    app.look("whole-5-problem").await;
    app.tab_to("Go on without it…").await;
    app.key(Key::Enter).await;
    app.read("All clear").await;
}

/// The journey is played: the form comes, and is filled in on the phone.
async fn play(app: &Desktop) {
    // played, with the clock: the form is filled in on the phone
    app.chord(&[Key::Control], 'k').await;
    app.see("[role='dialog'] input").await;
    app.keys("Simulate").await;
    app.dialog().read("Simulate").await;
    app.key(Key::Enter).await;
    app.see("[data-region='simulator']").await;
    app.panel("phone").read("this is Salon Amber").await;
    app.look("whole-6-simulator").await;
    app.region("phone").await;
    app.tab_to("Book a time…").await;
    app.key(Key::Enter).await;
    let phone = app.panel("phone");
    phone.read("Choose what you would like").await;
    app.tab_to("Book a time…").await;
    app.key(Key::Enter).await;
    phone.read("Cut and finish").await;
    app.look("whole-7-form").await;
    // one of the services, then the day, the time and who does it
    app.tab_to("Cut and finish…").await;
    app.keys(" ").await;
    app.tab_to("Continue…").await;
    app.key(Key::Enter).await;
    app.tab_to("Day…").await;
    app.key(Key::Enter).await;
    app.see("[role=dialog] [role=grid]").await;
    app.tab_to("Next…").await;
    app.key(Key::Enter).await;
    free_day(app).await;
    app.key(Key::Enter).await;
    phone.read("10:00").await;
    app.tab_to("10:00…").await;
    app.keys(" ").await;
    app.tab_to("Stylist…").await;
    app.key(Key::Enter).await;
    app.dialog().read("Rosa").await;
    app.tab_to("Whoever is free…").await;
    app.key(Key::Down).await;
    app.on("Rosa").await;
    app.key(Key::Enter).await;
    app.tab_to("Continue…").await;
    app.key(Key::Enter).await;
    app.tab_to("Full name…").await;
    app.keys("Ana Duarte").await;
    app.tab_to("Phone…").await;
    app.keys("+351900000000").await;
    app.tab_to("Yes…").await;
    app.key(Key::Down).await;
    app.on("No, I have been before").await;
    app.keys(" ").await;
    app.tab_to("Continue…").await;
    app.key(Key::Enter).await;
    phone.read("All set?").await;
    app.tab_to("Book it…").await;
    app.key(Key::Enter).await;
    phone.read("your appointment is confirmed").await;
    app.tab_to("Next event…").await;
    app.key(Key::Enter).await;
    phone.read("See you tomorrow").await;
    app.look("whole-8-played").await;
}

/// The run is kept as a test, and what came with the starter told anew.
async fn keep(app: &Desktop) {
    // kept as a test, which is played before anything is published
    app.tab_to("Save as test").await;
    app.key(Key::Enter).await;
    app.see("[role=dialog] input:focus").await;
    app.keys("Ana books a visit").await;
    app.key(Key::Enter).await;
    // two runs that came with the starter are other than they were: that is right so
    app.tab_to("Tests…").await;
    app.key(Key::Enter).await;
    for _ in 0..2 {
        app.tab_to("Take what comes now as right…").await;
        app.look("whole-8-tests").await;
        app.key(Key::Enter).await;
    }
    app.until("all tests pass", "return !document.body.innerText.includes('Take what comes now')").await;
    app.key(Key::Escape).await;
    app.tab_to("Leave the simulator").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;
}

/// All of it is published to the practice account.
async fn publish(app: &Desktop) {
    app.tab_to("Publish…").await;
    app.key(Key::Enter).await;
    app.read("This is what will happen").await;
    app.look("whole-9-plan").await;
    app.tab_to("Publish 8 changes").await;
    app.key(Key::Enter).await;
    app.read("Links and QR codes").await;
    app.look("whole-10-published").await;
}

#[tokio::test]
async fn a_journey_is_made_proved_played_and_published_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    twice_as_large(&app).await;

    draw(&app).await;
    play(&app).await;
    keep(&app).await;
    publish(&app).await;
    app.finish().await;
}
