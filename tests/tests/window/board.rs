//! Where templates stand: several are chosen, planned, sent in, and their states change while one looks.

use std::path::{Path, PathBuf};

use fantoccini::key::Key;
use serde_json::{Value, json};
use tests::desktop::{Desktop, Start};

const FINE: &str = "Your order left our shop today. It arrives on Friday.";
const ASKS_FOR_SECRETS: &str =
    "Your account was opened today. Reply with your password to confirm it, please.";

/// A template in a file, as another tool would give it: its name here is that of the file.
fn written(home: &Path, title: &str, name: &str, language: &str, text: &str) -> String {
    let payload = json!({"name": name, "language": language, "category": "UTILITY", "parameter_format": "NAMED",
        "components": [{"type": "BODY", "text": text}]});
    let file = home.join(format!("{title}.json"));
    std::fs::write(&file, payload.to_string()).unwrap();
    file.display().to_string()
}

async fn board(app: &Desktop) {
    app.whole().press("Messages").await;
    app.whole().press("Where templates stand").await;
    app.read("said so at").await;
}

/// Ticks the row of this name.
async fn choose(app: &Desktop, name: &str) {
    let path = format!("//label[.//input[@aria-label='Choose “{name}”']]");
    app.whole().click(&path, name).await;
}

#[tokio::test]
async fn templates_are_chosen_on_the_board_sent_in_and_decided_while_one_looks() {
    let home = tempfile::tempdir().unwrap();
    let long = "Reminder for everybody who booked a long appointment with two of our stylists on a Saturday";
    let app = Start::at(home.path())
        .sized(1440, 900)
        .arg(written(home.path(), "Order sent", "order_sent", "en_US", FINE))
        .arg(written(home.path(), "Account opened", "account_opened", "en_US", ASKS_FOR_SECRETS))
        .arg(written(home.path(), long, &"long_name_".repeat(12), "pt_BR", "O seu pedido saiu hoje da loja."))
        .arg(written(home.path(), "وصل الطلب", "order_arrived", "ar", "وصل طلبك اليوم إلى متجرنا."))
        .open()
        .await;
    app.panel("composer").read("Message").await;
    board(&app).await;
    app.look("board-drafts-1440").await;

    choose(&app, "Order sent").await;
    choose(&app, "Account opened").await;
    app.whole().press("Publish 2…").await;
    app.read("This is what will happen").await;
    app.read("Template “Account opened”").await;
    app.look("plan-templates-1440").await;
    app.whole().press("Publish 2 changes").await;
    app.read("All 2 are sent in.").await;
    app.look("report-templates-1440").await;
    app.whole().press("See where they stand").await;
    app.read("Meta is looking at it").await;
    app.look("board-waiting-1440").await;
    app.read("Open and mend").await;
    app.read("asks for secrets").await;
    app.until("one is approved", "return document.querySelector('table').innerText.includes('Approved')")
        .await;
    app.look("board-decided-1440").await;

    // only what is refused, and from there to where it is mended
    app.whole().press("Refused 1").await;
    app.until("one row", "return document.querySelectorAll('tbody tr').length === 1").await;
    app.whole().press("Open and mend").await;
    app.panel("composer").read("Message").await;
    app.finish().await;
}

#[tokio::test]
async fn a_change_is_shown_in_words_and_a_second_one_on_the_same_day_waits() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path())
        .arg(written(home.path(), "Order paid", "order_paid", "en_US", "Your order is paid. Thank you."))
        .arg(written(home.path(), "Order sent", "order_sent", "en_US", FINE))
        .open()
        .await;
    let change = async |text: &str| {
        app.panel("composer").fill("Message", text).await;
        app.chord(&[Key::Shift], Key::Tab).await;
        app.read("Saved").await;
    };
    let publish = async |button: &str| {
        app.whole().press("Publish one…").await;
        app.whole().press(button).await;
        app.read("It is sent in.").await;
        app.whole().press("See where they stand").await;
        app.until(
            "it is approved",
            "return [...document.querySelectorAll('tbody tr')].some(r => /Order sent[^]*Approved/.test(r.innerText))",
        )
        .await;
    };
    app.panel("composer").read("Message").await;
    board(&app).await;
    choose(&app, "Order sent").await;
    publish("Publish 1 change").await;

    app.whole().click("//tr[contains(., 'Order sent')]//button[normalize-space(.)='Open']", "Open").await;
    change("Your order left our shop today. It arrives on Monday.").await;
    board(&app).await;
    app.read("Changed since").await;
    app.look("board-changed-1280").await;
    choose(&app, "Order sent").await;
    choose(&app, "Order paid").await;
    app.whole().press("Publish 2…").await;
    app.read("You changed it since it was sent in.").await;
    app.read("After publishing").await;
    app.look("plan-difference-1280").await;
    // one of them is left out
    app.whole().click("//label[contains(., 'Publish “Order paid” too')]", "the tick").await;
    app.whole().press("Publish 1 change").await;
    app.read("You left it out.").await;
    app.whole().press("See where they stand").await;
    app.until(
        "it is approved again",
        "return [...document.querySelectorAll('tbody tr')].some(r => /Order sent[^]*Approved/.test(r.innerText))",
    )
    .await;

    app.whole().click("//tr[contains(., 'Order sent')]//button[normalize-space(.)='Open']", "Open").await;
    change("Your order left our shop today. It arrives on Sunday.").await;
    board(&app).await;
    app.read("Changed since").await;
    choose(&app, "Order sent").await;
    app.whole().press("Publish one…").await;
    app.read("once in 24 hours").await;
    app.read("Possible from").await;
    app.look("plan-wait-1280").await;
    app.finish().await;
}

/// Changes what the practice account holds, as Meta would by itself.
fn at_the_account(home: &Path, change: impl FnOnce(&mut Vec<Value>)) {
    let file = find(home, "practice.json").unwrap();
    let mut held: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    change(held.get_mut("templates").and_then(Value::as_array_mut).unwrap());
    std::fs::write(&file, held.to_string()).unwrap();
}

fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let entries: Vec<PathBuf> =
        std::fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let here = entries.iter().find(|path| path.ends_with(name)).cloned();
    here.or_else(|| entries.iter().filter(|path| path.is_dir()).find_map(|path| find(path, name)))
}

#[tokio::test]
async fn what_meta_does_by_itself_shows_and_nothing_disappears() {
    let home = tempfile::tempdir().unwrap();
    let mut start = Start::at(home.path()).sized(1440, 900);
    let texts = [
        ("Order sent", "Your order left our shop today. It arrives on Friday."),
        ("Table kept", "We keep your table by the window for Saturday evening."),
        ("Parcel here", "Your parcel waits for you at our counter until Monday."),
        ("Visit moved", "Your visit was moved to Tuesday morning, as you asked."),
    ];
    for (title, text) in texts {
        let name = title.to_lowercase().replace(' ', "_");
        start = start.arg(written(home.path(), title, &name, "en_US", text));
    }
    let app = start.open().await;
    app.panel("composer").read("Message").await;
    board(&app).await;
    app.whole().press("Draft 4").await;
    app.whole().click("//thead//label", "all").await;
    app.whole().press("Publish 4…").await;
    app.whole().press("Publish 4 changes").await;
    app.whole().press("See where they stand").await;
    app.whole().button("Approved 4").await;
    at_the_account(home.path(), |templates| {
        let named = |templates: &[Value], name: &str| {
            templates.iter().position(|known| known["name"] == name).unwrap()
        };
        let paused = named(templates, "order_sent");
        templates[paused]["status"] = json!("PAUSED");
        templates[paused]["quality"]["score"] = json!("RED");
        let filed = named(templates, "table_kept");
        templates[filed]["category"] = json!("MARKETING");
        let mut other = templates[filed].clone();
        (other["id"], other["name"]) = (json!("69999999"), json!("made_elsewhere"));
        templates.push(other);
        let gone = named(templates, "parcel_here");
        templates.remove(gone);
    });
    app.whole().press("Ask again").await;
    app.read("It is not there any more. It stays here.").await;
    app.read("Meta filed it as Marketing").await;
    app.look("board-states-1440").await;
    app.whole().press("Take in").await;
    app.read("“made_elsewhere” is under Messages now").await;
    app.read("Made elsewhere").await;
    app.finish().await;
}

#[tokio::test]
async fn two_hundred_templates_are_reached_by_keyboard() {
    let home = tempfile::tempdir().unwrap();
    let mut start = Start::at(home.path());
    for number in 0..200 {
        let name = format!("order_{number:03}");
        let text = format!("Your order {number} left our shop today. It arrives on Friday.");
        start = start.arg(written(home.path(), &format!("Order {number:03}"), &name, "en_US", &text));
    }
    let app = start.open().await;
    app.panel("composer").read("Message").await;
    board(&app).await;
    app.until("all rows", "return document.querySelectorAll('tbody tr').length === 200").await;
    app.look("board-200-1280").await;
    app.whole().fill("Find a template", "order_19").await;
    app.until("ten rows", "return document.querySelectorAll('tbody tr').length === 10").await;
    app.whole().click("//tr[contains(., 'Order 190')]//label", "the tick").await;
    app.key(Key::Down).await;
    app.keys(" ").await;
    app.whole().button("Publish 2…").await;
    app.finish().await;
}

#[tokio::test]
async fn the_board_and_the_plan_in_arabic_begin_at_the_right() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path())
        .arg(written(home.path(), "Account opened", "account_opened", "en_US", ASKS_FOR_SECRETS))
        .arg(written(home.path(), "وصل الطلب", "order_arrived", "ar", "وصل طلبك اليوم إلى متجرنا."))
        .open()
        .await;
    app.whole().press("Settings").await;
    app.whole().open("Language").await;
    app.whole().click("//*[@role='listbox']//*[@role='option'][contains(., 'العربية')]", "Arabic").await;
    app.see("html[dir=rtl]").await;
    app.whole().press("الرسائل").await;
    app.whole().press("حالة القوالب").await;
    app.read("مسودة").await;
    app.whole().click("//thead//label", "all").await;
    app.whole().press("انشر اثنين…").await;
    app.read("هذا ما سيحدث").await;
    app.look("plan-templates-arabic-1280").await;
    app.whole().press("انشر تغييرين").await;
    app.whole().press("انظر إلى حالتها").await;
    app.read("افتح وأصلح").await;
    app.look("board-arabic-1280").await;
    app.finish().await;
}

#[tokio::test]
async fn without_templates_the_board_says_where_they_come_from() {
    let home = tempfile::tempdir().unwrap();
    let app = Start::at(home.path()).open().await;
    board(&app).await;
    app.read("No templates yet").await;
    app.look("board-empty-1280").await;
    app.finish().await;
}
