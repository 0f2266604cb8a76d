//! Templates and messages: made, changed, taken back, found again.

use std::fs;

use commands::wire::{Code, Event};
use commands::{flow, message, rates};
use flows::check::DocumentKind;
use flows::json::Pointer;

use crate::support::{fresh, import, set, start};

const TEMPLATE: &str = "{\"name\": \"order_sent\", \"language\": \"en_US\",\n \"category\": \"UTILITY\", \"components\": [\
                        {\"type\": \"BODY\", \"text\": \"Your order is on its way.\"}]}";

#[test]
fn a_template_is_changed_taken_back_and_there_after_a_restart() {
    let (folder, started) = fresh();
    let app = &started.app;
    let id = message::create(app, DocumentKind::Template, "Order sent", "en_US").unwrap();
    let blank = message::open(app, &id).unwrap();
    assert_eq!(blank.json["name"], "order_sent");
    let edit = set("/components/0", "text", "Your order is on its way.");
    let changed = message::edit(app, &id, blank.revision, &edit).unwrap();
    assert_eq!(changed.json["components"][0]["text"], "Your order is on its way.");
    assert_eq!(message::edit(app, &id, blank.revision, &edit).unwrap_err().code, Code::Stale);
    assert_eq!(message::undo(app, &id).unwrap().text, blank.text);
    assert_eq!(message::redo(app, &id).unwrap().text, changed.text);
    drop(started);

    let again = start(folder.path());
    assert_eq!(message::open(&again.app, &id).unwrap().text, changed.text);
    let list = message::list(&again.app).unwrap();
    assert_eq!(list[0].words, "Your order is on its way.");
    assert_eq!(list[0].category.as_deref(), Some("UTILITY"));
    assert_eq!(message::go_to(&again.app, &id, -1).unwrap().text, blank.text);
}

#[test]
fn what_is_under_the_hand_is_looked_at_and_not_kept() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = message::create(app, DocumentKind::Template, "Order sent", "en_US").unwrap();
    let before = message::open(app, &id).unwrap();
    let offer = set("/components/0", "text", "Hello! Today everything is 15% off, order now.");
    let shown = message::show(app, &id, Some(&offer), &["BR".to_owned()]).unwrap();
    assert_eq!(shown.advice.unwrap().category.as_deref(), Some("MARKETING"));
    let categories: Vec<_> = shown.prices.iter().map(|price| price.category.as_str()).collect();
    assert_eq!(categories, ["UTILITY", "MARKETING"]);
    // The clock of this desk stands before the first rate card: no price is made up.
    assert!(shown.prices.iter().all(|price| price.amount.is_none() && price.why.is_some()));
    assert_eq!(message::open(app, &id).unwrap(), before);
}

#[test]
fn a_file_is_taken_in_as_what_it_is_byte_for_byte() {
    let (folder, started) = fresh();
    let app = &started.app;
    let id = import(&started, folder.path(), "order.json", TEMPLATE);
    assert_eq!(message::open(app, &id).unwrap().text, TEMPLATE);
    let text = "{\"messaging_product\": \"whatsapp\", \"to\": \"15550001\", \"type\": \"text\", \"text\": {\"body\": \"Hi\"}}";
    let sent = import(&started, folder.path(), "hi.json", text);
    let kinds: Vec<_> = message::list(app).unwrap().into_iter().map(|card| (card.id, card.kind)).collect();
    assert!(kinds.contains(&(id.clone(), DocumentKind::Template)));
    assert!(kinds.contains(&(sent, DocumentKind::Message)));
    assert!(commands::flow::list(app).unwrap().is_empty());
    let place = folder.path().join("out.json");
    started.desk.answer(Some(&place));
    message::export(app, &id).unwrap();
    assert_eq!(fs::read_to_string(place).unwrap(), TEMPLATE);
}

#[test]
fn a_copy_has_a_name_of_its_own_at_meta_and_a_deleted_one_comes_back() {
    let (folder, started) = fresh();
    let app = &started.app;
    let id = import(&started, folder.path(), "order.json", TEMPLATE);
    let copy = message::duplicate(app, &id).unwrap();
    let names: Vec<_> = message::list(app).unwrap().into_iter().map(|card| card.remote_name).collect();
    assert!(names.contains(&Some("order_2".to_owned())), "{names:?}");
    message::delete(app, &copy).unwrap();
    assert_eq!(message::list(app).unwrap().len(), 1);
    assert!(message::open(app, &copy).is_err());
    message::undelete(app, &copy).unwrap();
    assert_eq!(message::list(app).unwrap().len(), 2);
}

/// A price list of Meta's goes before what is built in, and stays.
#[test]
fn prices_come_from_the_list_that_was_taken_in() {
    let (folder, started) = fresh();
    let app = &started.app;
    let list = folder.path().join("rates.csv");
    let csv = "Cost per message in BRL, effective January 1, 1970\nMarket,Currency,Marketing,Utility\nBrazil,BRL,0.3217,0.0350\n";
    let id = message::create(app, DocumentKind::Template, "Order sent", "en_US").unwrap();
    let price = |app: &commands::App| {
        let view = message::show(app, &id, None, &["BR".to_owned()]).unwrap();
        view.prices.into_iter().find(|price| price.category == "UTILITY").unwrap()
    };
    assert_eq!(price(app).amount, None, "nothing is known of 1970");
    fs::write(&list, "Name,Age\nAna,30\n").unwrap();
    started.desk.answer(Some(&list));
    assert_eq!(rates::import(app).unwrap_err().code, Code::BadFile);
    started.desk.answer(None);
    assert_eq!(rates::import(app).unwrap(), None);
    assert_eq!(price(app).amount, None);

    fs::write(&list, csv).unwrap();
    started.desk.answer(Some(&list));
    let taken = rates::import(app).unwrap().unwrap();
    assert_eq!((taken.valid_from.as_str(), taken.markets), ("1970-01-01", 1));
    let told = price(app);
    assert_eq!((told.amount.as_deref(), told.currency.as_deref()), (Some("0.035"), Some("BRL")));
    assert!(!told.illustrative);
    drop(started);
    let again = start(folder.path());
    assert_eq!(price(&again.app), told);
}

/// A message's own picture is a file of this computer, chosen or dropped, and goes in place of an address.
#[test]
fn a_file_goes_into_a_message() {
    let (folder, started) = fresh();
    let app = &started.app;
    let message = r#"{"messaging_product": "whatsapp", "to": "+15550100", "type": "document",
        "document": {"link": "https://www.example.com/menu.pdf", "caption": "Our menu"}}"#;
    let id = import(&started, folder.path(), "menu.json", message);
    let at = Pointer("/document".to_owned());
    let open = message::open(app, &id).unwrap();
    let menu = folder.path().join("menu.pdf");
    fs::write(&menu, b"%PDF-1.7 rest").unwrap();
    let picture = folder.path().join("cake.pdf");
    fs::write(&picture, b"\x89PNG\r\n\x1a\n").unwrap();

    started.desk.answer(Some(&picture));
    let error = message::add_file(app, &id, open.revision, &at).unwrap_err();
    assert!(error.code == Code::BadFile && error.sentence.contains("pdf"), "{error:?}");
    started.desk.answer(Some(&menu));
    let put = message::add_file(app, &id, open.revision, &at).unwrap().unwrap();
    assert_eq!(
        put.json["document"],
        serde_json::json!({"caption": "Our menu", "id": "media:menu.pdf", "filename": "menu.pdf"})
    );
    assert_eq!(message::undo(app, &id).unwrap().text, open.text);

    // Dropped, it waits for the page to say where; a drop is taken once.
    flow::take_dropped(app, vec![menu], (1, 1));
    let events = started.desk.events();
    let Some(Event::FilesDropped { token, images, .. }) =
        events.into_iter().find(|event| matches!(event, Event::FilesDropped { .. }))
    else {
        panic!("nothing was dropped")
    };
    assert_eq!(images, ["menu.pdf"]);
    let revision = message::open(app, &id).unwrap().revision;
    let dropped = message::drop_file(app, &id, revision, &at, &token).unwrap();
    assert!(dropped.json["document"].get("link").is_none());
    let again = message::drop_file(app, &id, dropped.revision, &at, &token).unwrap_err();
    assert_eq!(again.code, Code::NotFound);
}
