//! What each edit means for the person who asks for it.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of a test")]

use std::collections::BTreeMap;

use flows::edit::{Applied, Document, Edit, EditError, Position, apply, copy};
use flows::json::Pointer;
use serde_json::{Value, json};

fn at(pointer: &str) -> Pointer {
    Pointer(pointer.to_owned())
}

fn endpoint() -> Document {
    Document::new("Sizes", include_str!("edit/endpoint.json"), BTreeMap::new())
}

fn salon() -> Document {
    let starter = flows::gallery::starter("salon-booking").unwrap();
    Document::new("Salon", starter.source("en").unwrap(), BTreeMap::new())
}

fn small(screens: &Value) -> Document {
    let flow = json!({"version": "7.3", "screens": screens});
    Document::new("Small", serde_json::to_string_pretty(&flow).unwrap(), BTreeMap::new())
}

/// A screen whose Footer leads to `to`, or ends the form.
fn screen(id: &str, to: Option<&str>, fields: &[&str]) -> Value {
    let mut children: Vec<_> =
        fields.iter().map(|name| json!({"type": "TextInput", "name": name, "label": name})).collect();
    let action = match to {
        Some(to) => json!({"name": "navigate", "next": {"type": "screen", "name": to}, "payload": {}}),
        None => json!({"name": "complete", "payload": {}}),
    };
    children.push(json!({"type": "Footer", "label": "Go on", "on-click-action": action}));
    let mut screen = json!({"id": id, "title": id});
    if to.is_none() {
        screen["terminal"] = json!(true);
    }
    screen["layout"] = json!({"type": "SingleColumnLayout", "children": children});
    screen
}

fn made(document: &Document, edit: &Edit) -> Applied {
    apply(document, edit).unwrap()
}

fn value(document: &Document, pointer: &str) -> Value {
    let node = document.tree().at(&at(pointer));
    node.unwrap_or_else(|| panic!("nothing at {pointer} in {}", document.text())).to_value()
}

fn missing(document: &Document, pointer: &str) -> bool {
    document.tree().at(&at(pointer)).is_none()
}

/// The one stretch that changed.
fn only_change(applied: &Applied) -> (&str, &str) {
    match applied.change.text.as_slice() {
        [one] => (one.removed.as_str(), one.inserted.as_str()),
        more => panic!("{} stretches changed", more.len()),
    }
}

const FOOTER: &str = "/screens/1/layout/children/5";

#[test]
fn a_label_changes_only_its_own_letters() {
    let edit = Edit::SetProperty { at: at(FOOTER), key: "label".to_owned(), value: json!("Next") };
    let applied = made(&salon(), &edit);
    assert_eq!(applied.change.title, "change label of 'Continue'");
    assert_eq!(applied.change.focus, Some(at(FOOTER)));
    let (removed, inserted) = only_change(&applied);
    assert_eq!((removed, inserted), ("Continue", "Next"));
}

#[test]
fn a_deleted_question_leaves_nothing_that_asks_for_it() {
    let document = salon();
    let phone = "/screens/3/layout/children/3";
    assert_eq!(value(&document, phone)["name"], "phone");
    let after = made(&document, &Edit::RemoveItems { items: vec![at(phone)] });
    assert_eq!(after.change.title, "delete 'Phone'");
    assert!(!after.document.text().contains("form.phone"));
    assert!(missing(&after.document, "/screens/3/sensitive"));
    let payload = value(&after.document, "/screens/4/layout/children/10/on-click-action/payload");
    assert_eq!(payload.get("phone"), None);
    assert_eq!(payload["full_name"], "${screen.DETAILS.form.full_name}");
    assert_eq!(after.change.focus, Some(at(phone)));
}

#[test]
fn a_deleted_question_takes_the_texts_and_branches_along_that_read_it() {
    let document = salon();
    let service = "/screens/0/layout/children/3";
    let after = made(&document, &Edit::RemoveItems { items: vec![at(service)] }).document;
    // The If that asked for it gave way to its `else`; its Footer stays.
    assert_eq!(value(&after, "/screens/0/layout/children/3")["type"], "Footer");
    assert_eq!(value(&after, "/screens/0/layout/children/3/on-click-action/next/name"), "TIME");
    assert!(!after.text().contains("form.service"));
}

#[test]
fn a_renamed_answer_is_followed_everywhere() {
    let edit = Edit::RenameField {
        screen: "PICK".to_owned(),
        from: "full_name".to_owned(),
        to: "customer".to_owned(),
    };
    let after = made(&endpoint(), &edit).document;
    assert!(!after.text().contains("full_name"), "{}", after.text());
    assert_eq!(value(&after, "/screens/1/layout/children/0/init-values/customer"), "Ana");
    assert_eq!(value(&after, "/screens/2/layout/children/0/text"), "`'Hello ' ${screen.PICK.form.customer}`");
    let payload = value(&after, "/screens/3/layout/children/1/on-click-action/payload");
    assert_eq!(payload["customer"], "${screen.PICK.form.customer}");
    let taken = Edit::RenameField {
        screen: "PICK".to_owned(),
        from: "answer".to_owned(),
        to: "full_name".to_owned(),
    };
    assert_eq!(apply(&endpoint(), &taken).unwrap_err(), EditError::FieldTaken("full_name".to_owned()));
}

fn rename_data(screen: &str, from: &str, to: &str) -> Edit {
    Edit::RenameData { screen: screen.to_owned(), from: from.to_owned(), to: to.to_owned() }
}

/// A screen that is given `size`, reads it in every way there is, and one that leads there.
fn given() -> Document {
    let there = |payload: Value| json!({"name": "navigate", "next": {"type": "screen", "name": "B"}, "payload": payload});
    let mut first = screen("A", Some("B"), &["size"]);
    first["data"] = json!({"size": {"type": "string", "__example__": "s"}});
    first["layout"]["children"] = json!([
        {"type": "TextBody", "text": "${data.size}"},
        {"type": "EmbeddedLink", "text": "Skip", "on-click-action": there(json!({"size": "size"}))},
        {"type": "Footer", "label": "Go on", "on-click-action": there(json!({"size": "${data.size}", "kept": 1}))},
    ]);
    let mut second = screen("B", None, &["note"]);
    second["data"] = json!({
        "size": {"type": "object", "properties": {"id": {"type": "string"}}, "__example__": {"id": "size"}},
        "kept": {"type": "number", "__example__": 1},
        "sizes": {"type": "string", "__example__": "${data.size}"},
    });
    let change = json!({"name": "update_data", "payload": {"size": "${data.size}", "kept": 2}});
    second["layout"]["children"] = json!([
        {"type": "If", "condition": "(${data.size.id} == 's') && ${form.size}", "then": [
            {"type": "TextBody", "text": "`'Size ' ${data.size} ${data.sizes} ${form.size}`"},
        ], "else": [{"type": "OptIn", "name": "ok", "label": "size", "on-select-action": change}]},
        {"type": "Footer", "label": "Send", "on-click-action": {
            "name": "complete", "payload": {"size": "${screen.B.data.size}", "first": "${screen.A.data.size}"}
        }},
    ]);
    small(&json!([first, second]))
}

#[test]
fn a_renamed_value_is_followed_everywhere_and_nothing_else_changes() {
    let document = given();
    let applied = made(&document, &rename_data("B", "size", "choice"));
    assert_eq!(applied.change.title, "rename 'size' to 'choice'");
    let expected = [
        // The model's key, what stands there as an example follows when it reads the value.
        r#""choice": {"#,
        r#""__example__": "${data.choice}""#,
        // What leads there.
        r#""choice": "size""#,
        r#""choice": "${data.size}""#,
        // What reads it, and what changes it.
        "(${data.choice.id} == 's') && ${form.size}",
        "`'Size ' ${data.choice} ${data.sizes} ${form.size}`",
        r#""choice": "${data.choice}""#,
        r#""size": "${screen.B.data.choice}""#,
        r#""first": "${screen.A.data.size}""#,
    ];
    for text in expected {
        assert!(applied.document.text().contains(text), "{text} in {}", applied.document.text());
    }
    let back = applied.document.text().replace("choice", "size");
    assert_eq!(back, document.text(), "only the name differs");
    assert!(applied.change.text.iter().all(|piece| piece.inserted.len() <= "choice".len()));
}

#[test]
fn a_value_on_one_screen_is_not_the_value_of_the_same_name_on_another() {
    let after = made(&given(), &rename_data("A", "size", "given")).document;
    let footer = "/screens/0/layout/children/2/on-click-action/payload";
    assert_eq!(value(&after, footer), json!({"size": "${data.given}", "kept": 1}));
    assert_eq!(
        value(&after, "/screens/1/layout/children/1/on-click-action/payload/first"),
        "${screen.A.data.given}"
    );
    assert!(after.tree().at(&at("/screens/1/data/size")).is_some());
    let note = value(&after, "/screens/1/layout/children/0/then/0/text");
    assert_eq!(note, "`'Size ' ${data.size} ${data.sizes} ${form.size}`");
}

#[test]
fn a_value_takes_no_name_that_is_in_use_or_that_nothing_could_read() {
    let refused =
        |screen: &str, from: &str, to: &str| apply(&given(), &rename_data(screen, from, to)).unwrap_err();
    assert_eq!(refused("B", "size", "kept"), EditError::DataTaken("kept".to_owned()));
    assert_eq!(refused("B", "gone", "new"), EditError::NoData("gone".to_owned()));
    assert_eq!(refused("B", "size", "my-size"), EditError::BadDataName("my-size".to_owned()));
    assert_eq!(refused("NONE", "size", "new"), EditError::NoScreen("NONE".to_owned()));
    let sent = made(
        &given(),
        &Edit::SetProperty {
            at: at("/screens/0/layout/children/1/on-click-action/payload"),
            key: "new".to_owned(),
            value: json!("other"),
        },
    );
    let error = apply(&sent.document, &rename_data("B", "size", "new")).unwrap_err();
    assert_eq!(error, EditError::DataSent("new".to_owned()));
}

#[test]
fn a_renamed_screen_is_followed_everywhere() {
    let edit = Edit::RenameScreen { from: "DETAILS".to_owned(), to: "CONTACT".to_owned() };
    let mut document = endpoint();
    let place = Position { x: 1.0, y: 2.0 };
    document =
        made(&document, &Edit::MoveCards { positions: BTreeMap::from([("DETAILS".to_owned(), place)]) })
            .document;
    let after = made(&document, &edit).document;
    assert!(!after.text().contains("DETAILS"));
    assert_eq!(
        value(&after, "/routing_model"),
        json!({"ASK": ["PICK", "CONTACT"], "PICK": ["CONTACT"], "CONTACT": ["DONE"], "DONE": []})
    );
    assert_eq!(after.positions().get("CONTACT"), Some(&place));
    let bad = Edit::RenameScreen { from: "PICK".to_owned(), to: "PICK 2".to_owned() };
    assert_eq!(apply(&endpoint(), &bad).unwrap_err(), EditError::BadScreenId("PICK 2".to_owned()));
}

#[test]
fn a_screen_deleted_in_the_middle_closes_the_gap() {
    let document = small(&json!([
        screen("A", Some("B"), &["x"]),
        screen("B", Some("C"), &["y"]),
        screen("C", None, &[])
    ]));
    let after = made(&document, &Edit::DeleteScreens { screens: vec!["B".to_owned()] });
    assert_eq!(value(&after.document, "/screens/0/layout/children/1/on-click-action/next/name"), "C");
    assert_eq!(after.change.title, "delete 'B'");
    assert_eq!(value(&after.document, "/screens/1/id"), "C");
}

#[test]
fn a_closed_gap_hands_on_what_the_next_screen_needs() {
    let after = made(&endpoint(), &Edit::DeleteScreens { screens: vec!["PICK".to_owned()] }).document;
    assert!(!after.text().contains("PICK"), "{}", after.text());
    assert_eq!(value(&after, "/routing_model/ASK"), json!(["DETAILS"]));
    // The heading read an answer of the deleted screen.
    assert_eq!(value(&after, "/screens/1/layout/children/0/name"), "phone");
    assert!(missing(&after, "/screens/1/layout/children/0/visible"));
    let payload = value(&after, "/screens/2/layout/children/1/on-click-action/payload");
    assert_eq!(
        payload,
        json!({"size": "${screen.DETAILS.data.size}", "phone": "${screen.DETAILS.form.phone}"})
    );
}

#[test]
fn when_the_last_screen_is_deleted_the_one_before_becomes_the_end() {
    let document = small(&json!([screen("A", Some("B"), &["x"]), screen("B", None, &["y"])]));
    let mut flow: Value = serde_json::from_str(document.text()).unwrap();
    flow["screens"][1]["layout"]["children"][1]["on-click-action"]["payload"] =
        json!({"answer": "${screen.A.form.x}", "own": "${form.y}"});
    let document = Document::new("Small", flow.to_string(), BTreeMap::new());
    let after = made(&document, &Edit::DeleteScreens { screens: vec!["B".to_owned()] }).document;
    assert_eq!(value(&after, "/screens/0/terminal"), true);
    let action = value(&after, "/screens/0/layout/children/1/on-click-action");
    assert_eq!(action, json!({"name": "complete", "payload": {"answer": "${form.x}"}}));
}

#[test]
fn a_screen_added_behind_the_end_becomes_the_end() {
    let edit = Edit::AddScreen {
        title: "Thank you".to_owned(),
        position: None,
        connect_from: Some("CONFIRM".to_owned()),
        via: None,
    };
    let before = value(&salon(), "/screens/4/layout/children/10/on-click-action/payload");
    let after = made(&salon(), &edit);
    assert_eq!(after.change.title, "add screen 'Thank you'");
    let after = after.document;
    assert!(missing(&after, "/screens/4/terminal"));
    assert_eq!(value(&after, "/screens/4/layout/children/10/on-click-action/next/name"), "THANK_YOU");
    assert_eq!(value(&after, "/screens/4/layout/children/10/label"), "Continue");
    assert_eq!(value(&after, "/screens/5/terminal"), true);
    let footer = value(&after, "/screens/5/layout/children/0");
    assert_eq!(footer["label"], "Book it");
    assert_eq!(footer["on-click-action"]["payload"]["full_name"], before["full_name"]);
    assert_eq!(footer["on-click-action"]["payload"]["message"], "${screen.CONFIRM.form.message}");
}

#[test]
fn a_screen_added_behind_a_connected_one_goes_in_between() {
    let edit = Edit::AddScreen {
        title: "Any extras?".to_owned(),
        position: None,
        connect_from: Some("TIME".to_owned()),
        via: None,
    };
    let after = made(&salon(), &edit).document;
    assert_eq!(value(&after, "/screens/2/layout/children/4/on-click-action/next/name"), "ANY_EXTRAS");
    assert_eq!(value(&after, "/screens/3/id"), "ANY_EXTRAS");
    assert_eq!(value(&after, "/screens/3/layout/children/0/on-click-action/next/name"), "DETAILS");
    assert_eq!(value(&after, "/screens/3/layout/children/0/label"), "Continue");
}

#[test]
fn a_screen_put_between_hands_on_the_data() {
    let edit = Edit::InsertScreenBetween {
        title: "Sure?".to_owned(),
        from: "PICK".to_owned(),
        to: "DETAILS".to_owned(),
    };
    let after = made(&endpoint(), &edit).document;
    assert_eq!(value(&after, "/screens/2/id"), "SURE");
    assert_eq!(value(&after, "/screens/2/data/name/__example__"), "Ana");
    let payload = value(&after, "/screens/2/layout/children/0/on-click-action/payload");
    assert_eq!(payload, json!({"size": "${data.size}", "name": "${data.name}"}));
    assert_eq!(value(&after, "/routing_model/PICK"), json!(["SURE"]));
    assert_eq!(value(&after, "/routing_model/SURE"), json!(["DETAILS"]));
}

#[test]
fn a_connection_brings_a_matching_payload() {
    let document = small(&json!([screen("A", None, &["name"]), screen("B", None, &[])]));
    let mut flow: Value = serde_json::from_str(document.text()).unwrap();
    flow["screens"][1]["data"] = json!({
        "name": {"type": "string", "__example__": "Ana"},
        "count": {"type": "number", "__example__": 1},
    });
    let document = Document::new("Small", flow.to_string(), BTreeMap::new());
    let after =
        made(&document, &Edit::ConnectScreens { from: "A".to_owned(), to: "B".to_owned(), via: None })
            .document;
    let action = value(&after, "/screens/0/layout/children/1/on-click-action");
    assert_eq!(action["payload"], json!({"name": "${form.name}", "count": 0}));
    assert!(missing(&after, "/screens/0/terminal"));
    let itself = Edit::ConnectScreens { from: "A".to_owned(), to: "A".to_owned(), via: None };
    assert_eq!(apply(&document, &itself).unwrap_err(), EditError::SameScreen);
}

#[test]
fn a_screen_without_a_button_gets_one_to_be_connected() {
    let mut from = screen("A", None, &["x"]);
    from["layout"]["children"].as_array_mut().unwrap().pop();
    let document = small(&json!([from, screen("B", Some("C"), &[]), screen("C", None, &[])]));
    let after =
        made(&document, &Edit::ConnectScreens { from: "A".to_owned(), to: "B".to_owned(), via: None });
    let footer = value(&after.document, "/screens/0/layout/children/1");
    assert_eq!(footer["label"], "Go on");
    assert_eq!(footer["on-click-action"]["next"]["name"], "B");
    assert_eq!(after.change.focus, Some(at("/screens/0/layout/children/1")));
}

#[test]
fn where_the_endpoint_decides_a_connection_is_a_route() {
    let edit = Edit::ConnectScreens { from: "ASK".to_owned(), to: "DONE".to_owned(), via: None };
    let after = made(&endpoint(), &edit).document;
    assert_eq!(value(&after, "/routing_model/ASK"), json!(["PICK", "DETAILS", "DONE"]));
    assert_eq!(value(&after, "/screens/0/layout/children/1/on-click-action/name"), "data_exchange");
}

#[test]
fn a_list_item_of_its_own_way_leaves_the_others_theirs() {
    let starter = flows::gallery::starter("trades-lead").unwrap();
    let document = Document::new("Trades", starter.source("en").unwrap(), BTreeMap::new());
    let list = "/screens/0/layout/children/0";
    let all = made(
        &document,
        &Edit::ConnectScreens { from: "JOB".to_owned(), to: "DETAILS".to_owned(), via: Some(at(list)) },
    );
    assert!(missing(&all.document, &format!("{list}/list-items/0/on-click-action")));
    let item = format!("{list}/list-items/0");
    let one = made(
        &all.document,
        &Edit::ConnectScreens { from: "JOB".to_owned(), to: "URGENT".to_owned(), via: Some(at(&item)) },
    );
    assert!(missing(&one.document, &format!("{list}/on-click-action")));
    assert_eq!(value(&one.document, &format!("{item}/on-click-action/next/name")), "URGENT");
    assert_eq!(value(&one.document, &format!("{list}/list-items/3/on-click-action/next/name")), "DETAILS");
}

#[test]
fn an_end_sends_every_answer_given_on_the_way() {
    let document = small(&json!([
        screen("A", Some("B"), &["name", "size"]),
        screen("B", Some("C"), &["name"]),
        screen("C", None, &[]),
        screen("ELSEWHERE", Some("C"), &["other"]),
    ]));
    let after = made(&document, &Edit::SetTerminal { screen: "B".to_owned(), terminal: true }).document;
    assert_eq!(
        value(&after, "/screens/1/layout/children/1/on-click-action"),
        json!({"name": "complete", "payload": {"name": "${screen.A.form.name}", "size": "${screen.A.form.size}", "b_name": "${form.name}"}})
    );
    // It stands with the other short properties.
    assert!(after.text().contains("\"title\": \"B\",\n      \"terminal\": true,"));
    let list = flows::gallery::starter("trades-lead").unwrap();
    let list = Document::new("Trades", list.source("en").unwrap(), BTreeMap::new());
    let refused = apply(&list, &Edit::SetTerminal { screen: "JOB".to_owned(), terminal: true });
    assert_eq!(refused.unwrap_err(), EditError::ListCannotEnd);
}

#[test]
fn copied_screens_lead_to_each_other_and_read_each_other() {
    let edit =
        Edit::DuplicateScreens { screens: vec!["PICK".to_owned(), "DETAILS".to_owned()], offset: None };
    let after = made(&endpoint(), &edit);
    assert_eq!(after.change.title, "duplicate 2 screens");
    let after = after.document;
    assert_eq!(value(&after, "/screens/3/id"), "PICK_B");
    let text = value(&after, "/screens/4/layout/children/0/text");
    assert_eq!(text, "`'Hello ' ${screen.PICK_B.form.full_name}`");
    assert_eq!(value(&after, "/routing_model/PICK_B"), json!(["DETAILS_B"]));
    assert_eq!(value(&after, "/routing_model/DETAILS_B"), json!(["DONE"]));
    let way = value(&after, "/screens/3/layout/children/0/children/3/on-click-action/next/name");
    assert_eq!(way, "DETAILS_B");
}

#[test]
fn a_new_part_stands_before_the_button_with_a_free_name() {
    let document = small(&json!([screen("A", None, &["answer"])]));
    let add = |document: &Document, component: &str| {
        let component = component.to_owned();
        made(document, &Edit::AddComponent { parent: at("/screens/0/layout/children"), index: 9, component })
    };
    let after = add(&document, "TextInput");
    assert_eq!(after.change.title, "add text input");
    assert_eq!(after.change.focus, Some(at("/screens/0/layout/children/1")));
    assert_eq!(value(&after.document, "/screens/0/layout/children/1/name"), "answer_2");
    assert_eq!(value(&after.document, "/screens/0/layout/children/2/type"), "Footer");
    let branch = add(&after.document, "If");
    assert_eq!(value(&branch.document, "/screens/0/layout/children/2/condition"), "${form.answer} != ''");
    let form = add(&after.document, "Form");
    assert_eq!(value(&form.document, "/screens/0/layout/children/0/type"), "Form");
    assert_eq!(value(&form.document, "/screens/0/layout/children/0/children/2/type"), "Footer");
    let inside = add(&form.document, "Dropdown");
    assert_eq!(value(&inside.document, "/screens/0/layout/children/0/children/2/type"), "Dropdown");
    let empty = small(&json!([screen("A", None, &[])]));
    let refused = apply(
        &empty,
        &Edit::AddComponent {
            parent: at("/screens/0/layout/children"),
            index: 0,
            component: "Switch".to_owned(),
        },
    );
    assert_eq!(refused.unwrap_err(), EditError::NoAnswerYet);
}

#[test]
fn a_question_moved_to_another_screen_keeps_its_readers() {
    let document = small(&json!([screen("A", Some("B"), &["size"]), screen("B", None, &["size"])]));
    let mut flow: Value = serde_json::from_str(document.text()).unwrap();
    flow["screens"][0]["layout"]["children"]
        .as_array_mut()
        .unwrap()
        .insert(1, json!({"type": "TextBody", "text": "${form.size}"}));
    flow["screens"][1]["layout"]["children"][1]["on-click-action"]["payload"] =
        json!({"a": "${screen.A.form.size}", "b": "${form.size}"});
    let document = Document::new("Small", flow.to_string(), BTreeMap::new());
    let edit = Edit::MoveItem {
        from: at("/screens/0/layout/children/0"),
        to: at("/screens/1/layout/children"),
        index: 0,
    };
    let after = made(&document, &edit).document;
    assert_eq!(value(&after, "/screens/1/layout/children/0/name"), "size_2");
    assert_eq!(value(&after, "/screens/0/layout/children/0/text"), "${screen.B.form.size_2}");
    let payload = value(&after, "/screens/1/layout/children/2/on-click-action/payload");
    assert_eq!(payload, json!({"a": "${form.size_2}", "b": "${form.size}"}));
}

#[test]
fn what_is_copied_can_be_pasted_into_another_flow() {
    let screens = copy(&endpoint(), &[], &["PICK".to_owned(), "DETAILS".to_owned()]);
    let paste = |clipboard: &str, parent: Option<&str>| Edit::Paste {
        clipboard: clipboard.to_owned(),
        parent: parent.map(at),
        index: None,
        position: None,
    };
    let after = made(&salon(), &paste(&screens, None)).document;
    assert_eq!(value(&after, "/screens/5/id"), "PICK");
    assert_eq!(value(&after, "/screens/6/id"), "DETAILS_B");
    // It led to a screen that is not here.
    assert!(missing(&after, "/screens/6/layout/children/2/on-click-action"));
    let part = copy(&salon(), &[at("/screens/3/layout/children/2")], &[]);
    let after = made(&salon(), &paste(&part, Some("/screens/3/layout/children"))).document;
    assert_eq!(value(&after, "/screens/3/layout/children/6/name"), "full_name_2");
    assert_eq!(value(&after, "/screens/3/layout/children/7/type"), "Footer");
    assert_eq!(apply(&salon(), &paste(&part, None)).unwrap_err(), EditError::NoPlaceToPaste);
    assert_eq!(apply(&salon(), &paste("hello", None)).unwrap_err(), EditError::NothingToPaste);
}

#[test]
fn text_may_be_broken_for_a_while() {
    let document = salon();
    let typed = made(&document, &Edit::ReplaceText { start: 0, end: 1, text: String::new() });
    assert!(!typed.document.is_readable());
    assert_eq!(typed.document.shown().text(), document.text());
    let edit = Edit::SetProperty { at: at(""), key: "version".to_owned(), value: json!("7.2") };
    assert_eq!(apply(&typed.document, &edit).unwrap_err(), EditError::Unreadable { line: 2 });
    let mended =
        made(&typed.document, &Edit::ReplaceText { start: 0, end: 0, text: "{".to_owned() }).document;
    assert!(mended.is_readable());
    assert_eq!(mended.text(), document.text());
    let half = Document::new("Half", "{\"a\": \"😀\"}", BTreeMap::new());
    let inside = Edit::ReplaceText { start: 8, end: 8, text: "x".to_owned() };
    assert_eq!(apply(&half, &inside).unwrap_err(), EditError::OutsideText);
}

#[test]
fn double_ids_are_not_guessed_about() {
    let document = small(&json!([screen("A", None, &[]), screen("A", None, &[])]));
    let refused = apply(&document, &Edit::RenameScreen { from: "A".to_owned(), to: "B".to_owned() });
    assert_eq!(
        refused.unwrap_err().to_string(),
        "Two screens are called 'A'. Give one of them another id first."
    );
}

#[test]
fn asking_the_system_brings_its_version_and_the_ways_in_one_step() {
    let before = salon();
    let asked = made(&before, &Edit::SetEndpoint { asks: true });
    let model = value(&asked.document, "/routing_model");
    let ids: Vec<_> = model.as_object().unwrap().keys().cloned().collect();
    assert_eq!(ids.len(), value(&before, "/screens").as_array().unwrap().len());
    assert_eq!(value(&asked.document, "/data_api_version"), json!("3.0"));
    for screen in value(&before, "/screens").as_array().unwrap() {
        let next = screen["layout"].to_string().contains("\"navigate\"");
        assert_eq!(model[screen["id"].as_str().unwrap()].as_array().unwrap().is_empty(), !next);
    }
    assert!(
        flows::check::check(asked.document.tree())
            .iter()
            .all(|found| found.rule != "endpoint-without-routes")
    );
    // off again leaves only the routes, which any Flow may have
    let off = made(&asked.document, &Edit::SetEndpoint { asks: false }).document;
    assert!(missing(&off, "/data_api_version"));
    assert_eq!(value(&off, "/routing_model"), model);
}

#[test]
fn what_is_there_of_an_endpoint_stays_when_it_is_asked_for_again() {
    let applied = made(&endpoint(), &Edit::SetEndpoint { asks: true });
    assert!(applied.change.is_empty());
}

#[test]
fn without_the_system_a_button_goes_where_there_is_only_one_way() {
    let flow = json!({
        "version": "7.3", "data_api_version": "3.0",
        "routing_model": {"ASK": ["PICK"], "PICK": ["A", "B"], "A": [], "B": []},
        "screens": [screen("ASK", Some("PICK"), &["size"]), screen("PICK", Some("A"), &[]), screen("A", None, &[]), screen("B", None, &[])]
    });
    let mut flow = flow;
    let ask = |payload: Value| json!({"name": "data_exchange", "payload": payload});
    for (index, payload) in
        [(0, json!({"size": "${form.size}"})), (1, json!({})), (2, json!({"sure": "yes"}))]
    {
        let children = flow["screens"][index]["layout"]["children"].as_array_mut().unwrap();
        children.last_mut().unwrap()["on-click-action"] = ask(payload);
    }
    flow["screens"][0]["layout"]["children"][0]["on-select-action"] = ask(json!({}));
    flow["screens"][1]["refresh_on_back"] = json!(true);
    let before = Document::new("Small", flow.to_string(), BTreeMap::new());
    let off = made(&before, &Edit::SetEndpoint { asks: false });
    let after = &off.document;
    let footer = |screen: usize, part: usize| {
        value(after, &format!("/screens/{screen}/layout/children/{part}/on-click-action"))
    };
    assert_eq!(
        footer(0, 1),
        json!({"name": "navigate", "next": {"type": "screen", "name": "PICK"}, "payload": {}})
    );
    assert_eq!(footer(1, 0), ask(json!({})), "two ways: the owner chooses");
    assert_eq!(footer(2, 0), json!({"name": "complete", "payload": {"sure": "yes"}}));
    assert!(missing(after, "/screens/0/layout/children/0/on-select-action"));
    assert!(missing(after, "/screens/1/refresh_on_back") && missing(after, "/data_api_version"));
    assert_eq!(off.change.inverse().replay(after).unwrap().text(), before.text());
}

#[test]
fn the_undo_list_names_sample_answers() {
    let note = |value: Option<Value>| Edit::SetNote { at: at("/answers/exchange/ASK/1"), value };
    let before = endpoint();
    let added = made(&before, &note(Some(json!({"name": "Sold out"}))));
    assert_eq!(added.change.title, "add answer 'Sold out'");
    assert_eq!(made(&added.document, &note(Some(json!({"name": ""})))).change.title, "change an answer");
    assert_eq!(made(&added.document, &note(None)).change.title, "delete answer 'Sold out'");
}
