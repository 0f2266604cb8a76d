//! The phone beside the composer, for a message of every type.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tests::desktop::Start;

/// A message of every type, without whom it is for.
fn messages() -> BTreeMap<String, Value> {
    let mut all: BTreeMap<String, Value> = serde_json::from_str(include_str!("phone.json")).unwrap();
    for message in all.values_mut() {
        let message = message.as_object_mut().unwrap();
        message.insert("messaging_product".to_owned(), json!("whatsapp"));
        message.insert("to".to_owned(), json!("+447700900123"));
    }
    all
}

#[tokio::test]
async fn the_phone_shows_a_message_of_every_type() {
    let home = tempfile::tempdir().unwrap();
    let all = messages();
    let mut start = Start::at(home.path()).sized(1440, 900);
    for (name, message) in &all {
        let file = home.path().join(format!("{name}.json"));
        std::fs::write(&file, message.to_string()).unwrap();
        start = start.arg(file.to_string_lossy());
    }
    let app = start.open().await;
    app.see("[data-region='phone'] article").await;
    for name in all.keys() {
        app.whole().press("Messages").await;
        let row = format!("//*[@role='row']//bdi[normalize-space(.)='{name}']");
        app.whole().click(&row, name).await;
        app.see("[data-region='phone'] article").await;
        for (theme, next) in [("light", "Dark phone"), ("dark", "Light phone")] {
            app.theme(theme).await;
            app.picture(&format!("phone-{name}-{theme}")).await;
            assert_eq!(app.axe().await, Vec::<String>::new(), "{name}, {theme}");
            app.whole().press(next).await;
        }
        app.theme("light").await;
    }
    app.finish().await;
}
