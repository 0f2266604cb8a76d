//! The first minute: a journey made of a starter shows itself, step by step.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

const SALON: &str = "Salon: from hello to the next visit";

/// Uses a starter from the start page.
async fn use_journey(app: &Desktop, title: &str) {
    app.read("Whole journeys").await;
    app.whole().click(&format!("//button[contains(., '{title}')]"), title).await;
    app.see(".react-flow__node").await;
}

/// Waits until the tour is at a stop, and the ring around what it points at.
async fn at(app: &Desktop, stop: &str, target: &str) {
    app.until(
        &format!("the tour is at {stop}"),
        &format!(
            "const at = document.querySelector('[data-region=tour]');
             const target = document.querySelector(\"{target}\")?.getBoundingClientRect();
             const ring = at?.previousElementSibling?.getBoundingClientRect();
             return at?.innerText.includes('{stop}') && target !== undefined && ring !== undefined &&
                 Math.abs(ring.x - (target.x - 6)) < 1 && Math.abs(ring.y - (target.y - 6)) < 1 &&
                 target.x > 0 && target.right < innerWidth && target.y > 0 && target.bottom < innerHeight"
        ),
    )
    .await;
}

/// Waits until the tour is at a stop, and all of what it points at is seen beside its box.
async fn beside(app: &Desktop, stop: &str) {
    app.until(
        &format!("the tour is at {stop} and covers nothing of it"),
        &format!(
            "const at = document.querySelector('[data-region=tour]');
             const box = at?.getBoundingClientRect(), ring = at?.previousElementSibling.getBoundingClientRect();
             return at?.innerText.includes('{stop}') && ring.width > 0 &&
                 (box.x >= ring.right || box.right <= ring.x || box.y >= ring.bottom || box.bottom <= ring.y) &&
                 [box, ring].every(of => of.x >= 0 && of.y >= 0 && of.right <= innerWidth && of.bottom <= innerHeight)"
        ),
    )
    .await;
}

#[tokio::test]
async fn a_finished_journey_shows_itself_once_and_again_when_it_is_asked_for() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.look("gallery-journeys-1440").await;
    use_journey(&app, SALON).await;
    at(&app, "1 of 6", ".react-flow__node[data-id='welcome']").await;
    app.look("tour-1-1440").await;

    // by keys alone, forwards and back; nothing else is in the way
    app.key(Key::Enter).await;
    at(&app, "2 of 6", ".react-flow__node[data-id='form']").await;
    app.chord(&[Key::Shift], Key::Tab).await;
    app.key(Key::Enter).await;
    at(&app, "1 of 6", ".react-flow__node[data-id='welcome']").await;
    for _ in 0..4 {
        app.key(Key::Enter).await;
    }
    at(&app, "5 of 6", "[data-canvas] [data-step='weeks']").await;
    app.look("tour-5-1440").await;
    app.key(Key::Enter).await;
    at(&app, "6 of 6", "[data-tour=play]").await;
    app.look("tour-6-1440").await;
    app.key(Key::Enter).await;
    app.until("it is over", "return document.querySelector('[data-region=tour]') === null").await;

    // from the journey's menu, and from the palette; not by itself any more
    app.whole().click("//header//button[@aria-haspopup][contains(., 'Salon')]", "the name").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Show the tour')]", "the tour").await;
    at(&app, "1 of 6", ".react-flow__node[data-id='welcome']").await;
    app.key(Key::Escape).await;
    app.chord(&[Key::Control], 'k').await;
    app.see("[role='dialog'] input").await;
    app.keys("tour").await;
    app.dialog().read("Show the tour").await;
    app.key(Key::Enter).await;
    at(&app, "1 of 6", ".react-flow__node[data-id='welcome']").await;
    app.whole().press("End the tour").await;
    app.press("Start").await;
    use_journey(&app, SALON).await;
    app.read("All clear").await;
    app.until("it was seen", "return document.querySelector('[data-region=tour]') === null").await;
    app.finish().await;
}

#[tokio::test]
async fn the_tour_fits_a_small_window_and_large_text() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1024, 700).open().await;
    use_journey(&app, SALON).await;
    at(&app, "1 of 6", ".react-flow__node[data-id='welcome']").await;
    app.look("tour-1024").await;
    app.key(Key::Escape).await;
    app.press("Settings").await;
    app.whole().click("//*[@role='radio'][starts-with(normalize-space(.), '200')]", "the largest text").await;
    app.press("Start").await;
    app.look("gallery-journeys-1024-large").await;
    app.whole().click("//button[contains(., 'Online shop')]", "the shop").await;
    for stop in 1..=6 {
        beside(&app, &format!("{stop} of 6")).await;
        if [1, 3].contains(&stop) {
            app.look(&format!("tour-{stop}-1024-large")).await;
        }
        app.key(Key::Enter).await;
    }
    app.finish().await;
}
