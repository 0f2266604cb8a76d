//! A journey is drawn: a starter is opened, a step is added and moved, something goes wrong and is put right.

use fantoccini::key::Key;
use serde_json::{Value, json};
use tests::desktop::{Desktop, Start};

pub(crate) const SALON: &str = "Salon: from hello to the next visit";

/// Opens a starter of the journeys' list.
pub(crate) async fn open_starter(app: &Desktop, title: &str) {
    app.whole().press("Journeys").await;
    app.read("Start from a finished journey").await;
    app.whole().click(&format!("//button[contains(., '{title}')]"), title).await;
    app.see(".react-flow__node").await;
    app.read("First look").await;
    skip_tour(app).await;
    app.frame().await;
}

/// Skips the tour, which begins by itself the first time.
pub(crate) async fn skip_tour(app: &Desktop) {
    app.key(Key::Escape).await;
    app.until("the tour is over", "return document.querySelector('[data-region=tour]') === null").await;
}

/// Has the form of the salon wait longer than anything may be sent after it, with nothing said of what comes then.
pub(crate) async fn block(app: &Desktop) {
    focus(app, "form").await;
    app.key(Key::Enter).await;
    let form = app.panel("inspector");
    form.fill("Wait at most", "30").await;
    app.key(Key::Tab).await;
    focus(app, "nudge").await;
    app.key(Key::Enter).await;
    form.read("Message 1").await;
    form.open("24 hours are over").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("Nowhere").await;
    app.see("[role=option]").await;
    app.key(Key::Down).await;
    app.key(Key::Enter).await;
    app.read("1 blocked").await;
}

/// Gives a card of the canvas the focus, by its key.
pub(crate) async fn focus(app: &Desktop, key: &str) {
    app.see(&format!(".react-flow__node[data-id='{key}']")).await;
    app.run(&format!("document.querySelector(\".react-flow__node[data-id='{key}']\").focus(); return true"))
        .await;
}

/// Frames the first question of the salon and what comes after it, as "Hello and booking".
pub(crate) async fn frame(app: &Desktop) {
    focus(app, "welcome").await;
    app.keys(" ").await;
    app.chord(&[Key::Shift], Key::Right).await;
    app.chord(&[Key::Control], 'g').await;
    app.dialog().fill("Name", "Hello and booking").await;
    app.key(Key::Enter).await;
}

/// Folds that frame up.
pub(crate) async fn fold(app: &Desktop) {
    app.press("What can be done with the group Hello and booking").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Fold up')]", "fold it").await;
    app.see(".react-flow__node[data-id='/groups/1']").await;
}

#[tokio::test]
async fn a_finished_journey_is_opened_on_its_canvas() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.whole().press("Journeys").await;
    app.read("Start from a finished journey").await;
    app.look("journeys-empty-1440").await;
    open_starter(&app, SALON).await;
    app.read("Saved").await;
    app.look("journey-canvas-1440").await;
    app.chord(&[Key::Alt], '2').await;
    app.read("Link or QR code").await;
    app.look("journey-outline-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn a_step_is_added_connected_and_taken_away_by_keys_alone() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    open_starter(&app, SALON).await;
    // a message behind the prices
    focus(&app, "prices").await;
    app.keys("n").await;
    app.see("[role=dialog] input[placeholder='What comes next?']").await;
    app.look("journey-chooser-1440").await;
    app.keys("mess").await;
    app.key(Key::Enter).await;
    app.until(
        "the new card leads on to the form",
        "return document.querySelectorAll(\".react-flow__node[data-id='message']\").length === 1",
    )
    .await;
    // its form, where it is called something
    app.key(Key::Enter).await;
    app.panel("inspector").fill("Name", "More prices").await;
    app.key(Key::Tab).await;
    app.panel("inspector").read("Where it leads").await;
    app.look("journey-form-1440").await;
    // undone by intention, twice
    app.chord(&[Key::Control], 'z').await;
    app.chord(&[Key::Control], 'z').await;
    app.until(
        "the new card is gone",
        "return document.querySelectorAll(\".react-flow__node[data-id='message']\").length === 0",
    )
    .await;
    app.finish().await;
}

#[tokio::test]
async fn a_start_for_any_message_is_added_below_a_lane() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    open_starter(&app, SALON).await;
    // it moves as long as cards are measured: a click may miss it
    app.run("document.querySelector('[aria-label=\"Add step to Awareness\"]').focus()").await;
    app.key(Key::Enter).await;
    app.see("[role=dialog] input[placeholder='What comes next?']").await;
    app.keys("any mess").await;
    app.read("Any message").await;
    app.look("journey-chooser-any-1440").await;
    app.key(Key::Enter).await;
    app.until(
        "the new start is on the canvas",
        "return document.querySelectorAll(\".react-flow__node[data-id='any_message']\").length === 1",
    )
    .await;
    app.look("journey-any-message-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn a_message_that_comes_too_late_turns_red_and_is_put_right() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    open_starter(&app, SALON).await;
    block(&app).await;
    app.look("journey-blocked-1440").await;
    // what is wrong, how it comes to it, and what mends it
    focus(&app, "nudge").await;
    app.keys("p").await;
    app.read("Replay this path").await;
    app.look("journey-problem-1440").await;
    app.whole().press("Replay this path").await;
    app.read("Path shown").await;
    app.look("journey-witness-1440").await;
    // the path is played as the proof found it
    app.whole().click("//div[@role='status']//button[contains(., 'Replay this path')]", "Replay").await;
    app.read("What happened").await;
    app.look("journey-replay-1440").await;
    app.key(Key::Escape).await;
    focus(&app, "nudge").await;
    app.keys("p").await;
    app.whole()
        .click(
            "//section[contains(@aria-label, 'What is wrong')]//button[contains(@class, 'fix')]",
            "the first fix",
        )
        .await;
    app.read("All clear").await;
    app.look("journey-mended-1440").await;
    app.finish().await;
}

/// Titles of which a line is cut by the foot of their card, or that are not there at all.
const CUT_TITLES: &str = "return [...document.querySelectorAll('.react-flow__node header')].filter(head => {
        const [card, title] = [head, head.querySelector('[data-title]')].map(of => of.getBoundingClientRect());
        return title.height < 8 || title.bottom > card.bottom + 1 || title.top < card.top - 1;
    }).map(head => head.innerText)";

#[tokio::test]
async fn the_canvas_shows_less_the_further_it_is_away_and_fits_every_window() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1280, 800).open().await;
    open_starter(&app, SALON).await;
    app.look("journey-zoom-1280-opened").await;
    for (presses, percent) in [(0, "100"), (2, "64"), (3, "33"), (2, "21"), (0, "21")] {
        if presses == 0 && percent == "100" {
            app.whole().click("//div[@role='toolbar']//button[contains(., '%')]", "the zoom").await;
        }
        for _ in 0..presses {
            app.whole().press("Smaller").await;
        }
        app.until("the zoom", &format!("return document.body.innerText.includes('{percent}%')")).await;
        app.look(&format!("journey-zoom-{percent}")).await;
        if percent == "33" {
            assert_eq!(app.run(CUT_TITLES).await, json!([]));
        }
    }
    app.whole().press("See everything").await;
    app.look("journey-zoom-all").await;
    assert_eq!(app.run(CUT_TITLES).await, json!([]));
    app.finish().await;
}

#[tokio::test]
async fn what_the_canvas_goes_on_with_beyond_its_edge_hides_nothing_there() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1280, 800).open().await;
    open_starter(&app, SALON).await;
    skip_tour(&app).await;
    app.whole().click("//div[@role='toolbar']//button[contains(., '%')]", "the zoom").await;
    app.until(
        "the zoom",
        "return document.querySelector('.react-flow__viewport').style.transform.includes('scale(1)')",
    )
    .await;
    app.region("canvas").await;
    app.tab_to("Add step to Consideration").await;
    app.picture("journey-at-rest").await;
    // drawn over the edge, to the level of what stands in the rail
    let add = "const add = document.querySelector('[aria-label=\"Add step to Consideration\"]').getBoundingClientRect();";
    let way = app
        .run(&format!(
            "{add} const free = (x, y) => document.elementFromPoint(x, y)?.matches('.react-flow__pane') === true;
             const flows = document.querySelector('nav [aria-label=Flows]').getBoundingClientRect();
             const [x, y] = [flows.x - 4 - add.x, flows.y + 4 - add.y];
             for (let down = 780; down > 100; down -= 10) for (let right = 1270; right > 60; right -= 10)
                 if (free(right, down) && right + x > 0 && down + y > 0) return [right, down, right + x, down + y]",
        ))
        .await;
    let [from_x, from_y, to_x, to_y] = serde_json::from_value(way).expect("ground that can be held");
    app.drag((from_x, from_y), (to_x, to_y)).await;
    app.until("the canvas to be drawn there", &format!("{add} return add.x < 8")).await;
    app.look("journey-drawn").await;
    app.finish().await;
}

#[tokio::test]
async fn a_journey_is_renamed_in_its_bar_and_an_undo_goes_with_what_it_takes_back() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1280, 800).open().await;
    open_starter(&app, SALON).await;
    app.whole().click("//header//button[@aria-current='page']", "the name").await;
    app.see("[role=menuitem]").await;
    app.look("journey-menu-1280").await;
    app.whole().click("//*[@role='menuitem'][contains(., 'Rename')]", "Rename…").await;
    app.dialog().open("Name").await;
    app.chord(&[Key::Control], 'a').await;
    app.key(Key::Delete).await;
    app.key(Key::Enter).await;
    app.dialog().read("A name is needed.").await;
    app.look("journey-rename-1280").await;
    app.keys("Our salon").await;
    app.key(Key::Enter).await;
    app.until(
        "its new name",
        "return document.querySelector('header [aria-current=page]').innerText.trim() === 'Our salon'
             && document.querySelector('[role=dialog]') === null",
    )
    .await;
    app.chord(&[Key::Control, Key::Shift], 'm').await;
    app.see("[data-region='problems']").await;

    focus(&app, "prices").await;
    app.key(Key::Delete).await;
    app.read("Deleted “Prices”").await;
    app.chord(&[Key::Control], 'z').await;
    app.see(".react-flow__node[data-id='prices']").await;
    assert_eq!(app.run("return document.querySelector(\"[role='alertdialog']\")").await, Value::Null);
    app.finish().await;
}

#[tokio::test]
async fn the_canvas_in_arabic_begins_at_the_right() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    app.whole().press("Settings").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.whole().press("الرحلات").await;
    app.whole().click("//button[contains(., 'صالون: من أول تحية إلى الزيارة القادمة')]", "the salon").await;
    app.see(".react-flow__node").await;
    app.see("[data-region=tour]").await;
    app.look("journey-arabic-tour-1440").await;
    app.key(Key::Escape).await;
    app.look("journey-arabic-1440").await;
    app.whole().press("إظهار الكل").await;
    app.see("[data-detail=title]").await;
    app.look("journey-arabic-all-1440").await;
    assert_eq!(app.run(CUT_TITLES).await, json!([]));
    focus(&app, "welcome").await;
    app.key(Key::Enter).await;
    app.panel("inspector").read("إلى أين تؤدي").await;
    app.look("journey-arabic-form-1440").await;
    app.finish().await;
}

#[tokio::test]
async fn cards_are_framed_named_folded_and_set_free_again() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).sized(1440, 900).open().await;
    open_starter(&app, SALON).await;
    frame(&app).await;
    app.read("Hello and booking").await;
    app.look("journey-group-1440").await;

    let card = "return document.querySelectorAll('.react-flow__node').length";
    let before = app.run(card).await;
    fold(&app).await;
    assert_ne!(app.run(card).await, before);
    app.look("journey-group-folded-1440").await;

    // opened again by keys, and undone step by step
    focus(&app, "/groups/1").await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node[data-id='welcome']").await;
    for _ in 0..4 {
        app.chord(&[Key::Control], 'z').await;
    }
    app.until("the frame is gone", "return !document.body.innerText.includes('Hello and booking')").await;
    app.finish().await;
}
