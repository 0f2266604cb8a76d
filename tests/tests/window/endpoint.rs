//! A form that asks its business's system: tried by answering in its place.

use fantoccini::key::Key;
use tests::desktop::Start;

/// A form whose endpoint says which screen comes first and what comes next.
const FLOW: &str = r#"{"version":"7.3","data_api_version":"3.0","routing_model":{"HELLO":["END"],"END":[]},"screens":[
{"id":"HELLO","title":"Hello","data":{"name":{"type":"string","__example__":"Ana"}},"layout":{"type":"SingleColumnLayout","children":[
{"type":"TextHeading","text":"${data.name}"},
{"type":"Footer","label":"Go on","on-click-action":{"name":"data_exchange","payload":{}}}]}},
{"id":"END","title":"The end","terminal":true,"layout":{"type":"SingleColumnLayout","children":[
{"type":"TextHeading","text":"Good bye"},
{"type":"Footer","label":"Done","on-click-action":{"name":"complete","payload":{}}}]}}]}"#;

#[tokio::test]
async fn a_form_is_opened_by_asking_and_refuses_what_a_phone_refuses() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("asks.json");
    std::fs::write(&file, FLOW).unwrap();
    let app = Start::at(home.path()).arg(file.display().to_string()).open().await;
    app.see(".react-flow__node").await;
    let phone = app.panel("phone");
    phone.read("Ana").await;

    // the system is asked first, and only the screen that nothing leads to may come
    phone.click("//*[@role='radio'][.='Try it']", "Try it").await;
    phone.press("Open by asking your system instead").await;
    phone.read("Your system is asked").await;
    phone.open("Screen that comes next").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'The end')]", "The end").await;
    phone.press("Answer").await;
    phone.read("Only a screen that nothing leads to can come first").await;
    phone.press("Start again").await;

    // its data has to be what the screen is given
    phone.read("Your system is asked").await;
    phone.open("Data it sends along").await;
    app.chord(&[Key::Control], 'a').await;
    app.keys("{\"name\": 5}").await;
    phone.press("Answer").await;
    phone.read("it is missing or of another kind").await;
    phone.press("Start again").await;
    phone.read("Your system is asked").await;
    phone.press("Answer").await;
    phone.read("Ana").await;

    // and on from there
    phone.press("Go on").await;
    phone.read("Your system is asked").await;
    app.look("phone-endpoint-1280").await;
    phone.press("Answer").await;
    phone.read("Good bye").await;
    app.finish().await;
}
