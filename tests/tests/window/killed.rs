//! The power goes while somebody works.

use fantoccini::key::Key;
use tests::desktop::Start;

use crate::{SALON, use_starter};

#[tokio::test]
async fn edits_and_their_undo_are_there_after_the_power_went() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    use_starter(&app, SALON).await;
    app.panel("phone").pick("Button, Continue").await;
    app.panel("inspector").fill("Words on the button", "Onwards").await;
    app.panel("phone").read("Onwards").await;
    app.panel("left").pick("Your details").await;
    app.panel("left").press("Date").await;
    app.panel("inspector").fill("Label", "Birthday").await;
    app.panel("phone").read("Birthday").await;

    let home = app.kill();
    let app = Start::at(&home).open().await;
    app.press("Flows").await;
    app.whole().pick(SALON).await;
    app.key(Key::Enter).await;
    app.see(".react-flow__node").await;
    let (list, phone) = (app.panel("left"), app.panel("phone"));
    phone.read("Onwards").await;
    list.pick("Your details").await;
    phone.read("Birthday").await;
    app.picture("after-the-power-went").await;

    // back, step by step, to the starter as it came
    let more = "return !document.querySelector('button[aria-label^=Undo]').disabled";
    while app.run(more).await == true {
        app.chord(&[Key::Control], 'z').await;
    }
    list.pick("Your details").await;
    phone.read("Full name").await;
    assert!(!phone.text().await.contains("Birthday"));
    list.pick("Choose a service").await;
    phone.read("Continue").await;
    app.chord(&[Key::Control, Key::Shift], 'z').await;
    phone.read("Onward").await;
    app.finish().await;
}
