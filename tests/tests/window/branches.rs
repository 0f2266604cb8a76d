//! Branches on the phone while a form is edited: which one shows, and the others without changing anything.

use fantoccini::key::Key;
use tests::desktop::{Desktop, Start};

use crate::{SALON, use_starter};

const THANKS: &str = "Thank you for telling us";

/// Clicks a branch of a strip on the phone.
async fn look_at(app: &Desktop, branch: &str) {
    let path = format!("//*[@role='option']//bdi[normalize-space(.)='{branch}']");
    app.panel("phone").click(&path, branch).await;
}

/// Waits until the words are no longer on the phone.
async fn gone(app: &Desktop, words: &str) {
    let script =
        format!("return !document.querySelector('[data-region=phone]').innerText.includes('{words}')");
    app.until(&format!("“{words}” to go"), &script).await;
}

#[tokio::test]
async fn branches_are_looked_at_without_changing_anything() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    use_starter(&app, SALON).await;
    let (left, phone) = (app.panel("left"), app.panel("phone"));
    left.pick("Allergy check").await;
    phone.read("Colour is gentler").await;
    assert!(!phone.text().await.contains(THANKS));

    // with the pointer, then along the branches with the arrows
    look_at(&app, "If Yes").await;
    phone.read(THANKS).await;
    app.on("Show only if. What shows here: If Yes, 1 of 2").await;
    app.look("branches-1280").await;
    app.key(Key::Right).await;
    gone(&app, THANKS).await;
    app.on("Show only if. What shows here: others, 2 of 2").await;
    app.key(Key::Left).await;
    phone.read(THANKS).await;
    app.key(Key::Down).await;
    app.on("Text, Thank you for telling us").await;
    app.key(Key::Up).await;
    app.key(Key::Left).await;
    gone(&app, THANKS).await;

    // what is chosen among the parts comes up
    left.press("Screens with their parts").await;
    left.pick(THANKS).await;
    phone.read(THANKS).await;
    app.until(
        "the part to be chosen on the phone",
        "return document.querySelector('[data-region=phone] [aria-selected=true]')?.textContent.includes('Thank you') === true",
    )
    .await;

    // one case of several
    left.pick("Confirm").await;
    app.press("Dark phone").await;
    look_at(&app, "If wedding").await;
    phone.read("3 h, €140").await;
    app.look("branches-cases-1280").await;

    // nothing of it is in the document, nor on a phone that is tried
    let undo = "return document.querySelector('button[aria-label^=Undo]').disabled";
    app.until("nothing to take back", undo).await;
    phone.click("//*[@role='radio'][.='Try it']", "Try it").await;
    gone(&app, "3 h, €140").await;
    gone(&app, "If wedding").await;
    phone.find("//form", "the form").await;
    app.finish().await;
}
