//! Templates in a plan: Meta's rules are told before anything is asked, and each is sent once.

use commands::wire::{Code, Outcome, Plan, PlanAction, PlanKind, PlanRow, Report};
use commands::{flow, message, publish};
use flows::check::DocumentKind;
use flows::edit::Edit;
use flows::json::Pointer;
use practice::{Fault, Moment, Planned};
use serde_json::json;

use crate::rig::{Rig, flow as flow_text};

const DAY: i64 = 24 * 3_600_000;

/// A template with this text and name. Gives its id.
pub(crate) fn template(rig: &Rig, name: &str, text: &str) -> String {
    let id = message::create(&rig.app, DocumentKind::Template, name, "en_US").unwrap();
    set(rig, &id, "/components/0", "text", text.into());
    id
}

pub(crate) fn set(rig: &Rig, id: &str, at: &str, key: &str, value: serde_json::Value) {
    let revision = message::open(&rig.app, id).unwrap().revision;
    let edit = Edit::SetProperty { at: Pointer(at.to_owned()), key: key.to_owned(), value };
    message::edit(&rig.app, id, revision, &edit).unwrap();
}

fn rewrite(rig: &Rig, id: &str, day: &str) {
    set(rig, id, "/components/0", "text", order(day).into());
}

pub(crate) fn order(day: &str) -> String {
    format!("Your order left our shop today. It arrives on {day}.")
}

async fn plan(rig: &Rig, ids: &[&str]) -> Plan {
    let ids: Vec<String> = ids.iter().map(|id| (*id).to_owned()).collect();
    publish::plan(&rig.app, &ids, &rig.account.id).await.unwrap()
}

async fn row(rig: &Rig, id: &str) -> PlanRow {
    plan(rig, &[id]).await.rows.remove(0)
}

async fn apply(rig: &Rig, plan: &Plan) -> Report {
    publish::apply(&rig.app, &plan.id, &[], &[]).await.unwrap()
}

/// Sent in and approved.
async fn approved(rig: &Rig, name: &str) -> String {
    let id = template(rig, name, &order("Friday"));
    message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
    assert_eq!(status(rig, &id).await, "APPROVED");
    id
}

async fn status(rig: &Rig, id: &str) -> String {
    message::standing(&rig.app, id, &rig.account.id).await.unwrap().unwrap().status
}

fn until(row: &PlanRow) -> i64 {
    row.wait_until.as_ref().unwrap().parse().unwrap()
}

fn now(rig: &Rig) -> i64 {
    rig.app.host().now()
}

#[tokio::test]
async fn several_templates_are_planned_and_sent_in_at_once() {
    let rig = Rig::reviewing(8).await;
    let (a, b) = (template(&rig, "One", &order("Friday")), template(&rig, "Two", &order("Monday")));
    let planned = plan(&rig, &[&a, &b]).await;
    for row in &planned.rows {
        assert_eq!((row.action, row.kind), (PlanAction::Create, PlanKind::Template), "{row:?}");
        assert_eq!(row.language.as_deref(), Some("en_US"));
    }
    assert_eq!(rig.asked("POST", "/message_templates"), 0, "a plan changes nothing");
    let report = apply(&rig, &planned).await;
    assert!(report.complete && report.rows.iter().all(|row| row.outcome == Outcome::Submitted), "{report:?}");
    assert_eq!(rig.asked("POST", "/message_templates"), 2);
    assert_eq!(rig.asked("GET", "/message_templates"), 2, "all are looked for at once");
    let again = plan(&rig, &[&a, &b]).await;
    assert!(again.rows.iter().all(|row| row.action == PlanAction::Skip), "{again:?}");
}

#[tokio::test]
async fn one_that_was_left_out_is_not_sent() {
    let rig = Rig::reviewing(8).await;
    let (a, b) = (template(&rig, "One", &order("Friday")), template(&rig, "Two", &order("Monday")));
    let planned = plan(&rig, &[&a, &b]).await;
    let report = publish::apply(&rig.app, &planned.id, std::slice::from_ref(&a), &[]).await.unwrap();
    assert_eq!((report.rows[0].outcome, report.rows[1].outcome), (Outcome::Skipped, Outcome::Submitted));
    assert_eq!(rig.asked("POST", "/message_templates"), 1);
}

#[tokio::test]
async fn while_it_is_looked_at_a_change_waits() {
    let rig = Rig::reviewing(3600).await;
    let id = template(&rig, "One", &order("Friday"));
    message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
    rewrite(&rig, &id, "Monday");
    let row = row(&rig, &id).await;
    assert_eq!((row.action, row.wait_until.as_deref()), (PlanAction::Wait, None), "{row:?}");
    assert!(row.reason.contains("is looking at it"), "{}", row.reason);
    let place: Vec<&str> = row.differences.iter().map(|found| found.place.as_str()).collect();
    assert_eq!(place, ["Text"]);
}

#[tokio::test]
async fn a_second_edit_within_a_day_is_told_with_its_time_before_anything_is_asked() {
    let rig = Rig::reviewing(0).await;
    let id = approved(&rig, "One").await;
    rewrite(&rig, &id, "Monday");
    let before = now(&rig);
    message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
    let after = now(&rig);
    assert_eq!(status(&rig, &id).await, "APPROVED");
    rewrite(&rig, &id, "Tuesday");
    let asked = rig.meta.faults().seen().iter().filter(|call| call.starts_with("POST")).count();
    let waits = row(&rig, &id).await;
    assert_eq!(waits.action, PlanAction::Wait, "{waits:?}");
    assert!(waits.reason.contains("once in 24 hours"), "{}", waits.reason);
    assert!((before + DAY..=after + DAY).contains(&until(&waits)), "{waits:?}");
    let error = message::submit(&rig.app, &id, &rig.account.id).await.unwrap_err();
    assert_eq!(error.code, Code::Refused);
    assert!(
        error.sentence.starts_with(&format!("{} It is possible from ", waits.reason)),
        "{}",
        error.sentence
    );
    let posted = rig.meta.faults().seen().iter().filter(|call| call.starts_with("POST")).count();
    assert_eq!(posted, asked, "nothing was asked");
    rig.goes_on(25);
    assert_eq!(row(&rig, &id).await.action, PlanAction::Change);
    message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
}

#[tokio::test]
async fn an_eleventh_edit_in_thirty_days_waits_for_the_first_to_grow_old() {
    let rig = Rig::reviewing(0).await;
    let id = approved(&rig, "One").await;
    let first = now(&rig);
    for edit in 0..10 {
        rewrite(&rig, &id, &format!("day {edit} of May"));
        message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
        assert_eq!(status(&rig, &id).await, "APPROVED");
        rig.goes_on(25);
    }
    rewrite(&rig, &id, "Sunday");
    let waits = row(&rig, &id).await;
    assert_eq!(waits.action, PlanAction::Wait, "{waits:?}");
    assert!(waits.reason.contains("10 times in 30 days"), "{}", waits.reason);
    assert!((first + 30 * DAY..first + 30 * DAY + 60_000).contains(&until(&waits)), "{waits:?}");
    rig.goes_on(30 * 24 - 250 + 1);
    assert_eq!(row(&rig, &id).await.action, PlanAction::Change);
    message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
}

#[tokio::test]
async fn edits_of_a_refused_one_are_not_counted() {
    let rig = Rig::reviewing(0).await;
    let id = template(
        &rig,
        "One",
        "Your account was opened today. Reply with your password to confirm it, please.",
    );
    for day in ["Monday", "Tuesday"] {
        message::submit(&rig.app, &id, &rig.account.id).await.unwrap();
        assert_eq!(status(&rig, &id).await, "REJECTED");
        let same = row(&rig, &id).await;
        assert!(same.action == PlanAction::Skip && same.reason.contains("refused"), "{same:?}");
        let text =
            format!("Your account was opened on {day}. Reply with your password to confirm it, please.");
        set(&rig, &id, "/components/0", "text", text.into());
        let row = row(&rig, &id).await;
        assert_eq!(row.action, PlanAction::Change, "{row:?}");
    }
}

#[tokio::test]
async fn the_category_of_an_approved_one_stays() {
    let rig = Rig::reviewing(0).await;
    let id = approved(&rig, "One").await;
    set(&rig, &id, "", "category", "MARKETING".into());
    let row = row(&rig, &id).await;
    assert_eq!(row.action, PlanAction::Blocked, "{row:?}");
    assert!(row.reason.contains("category of an approved template"), "{}", row.reason);
    assert_eq!(row.differences.len(), 1, "{row:?}");
}

#[tokio::test]
async fn one_that_meta_files_as_something_else_is_the_same_one() {
    let rig = Rig::reviewing(0).await;
    let id = approved(&rig, "One").await;
    rig.change(|held| held["templates"][0]["category"] = json!("MARKETING"));
    assert_eq!(row(&rig, &id).await.action, PlanAction::Skip);
    rewrite(&rig, &id, "Monday");
    assert_eq!(row(&rig, &id).await.action, PlanAction::Change);
}

#[tokio::test]
async fn a_template_comes_after_the_flow_that_its_button_opens() {
    let rig = Rig::reviewing(8).await;
    let id = template(&rig, "One", &order("Friday"));
    let button = json!({"type": "FLOW", "text": "Book", "flow_name": "Booking", "flow_action": "navigate", "navigate_screen": "BOOK"});
    let buttons =
        json!([{"type": "BODY", "text": order("Friday")}, {"type": "BUTTONS", "buttons": [button]}]);
    set(&rig, &id, "", "components", buttons);
    let missing = row(&rig, &id).await;
    assert_eq!(missing.action, PlanAction::Blocked, "{missing:?}");
    assert!(missing.reason.contains("\"Booking\""), "{}", missing.reason);

    let file = rig.folder.path().join("Booking.json");
    std::fs::write(&file, flow_text("Send")).unwrap();
    flow::arrive(&rig.app, &[file]);
    let flow = flow::list(&rig.app).unwrap().remove(0).id;
    let planned = plan(&rig, &[&id]).await;
    let rows: Vec<(&str, PlanAction)> =
        planned.rows.iter().map(|row| (row.document.as_str(), row.action)).collect();
    assert_eq!(rows, [(flow.as_str(), PlanAction::Create), (id.as_str(), PlanAction::Create)]);
    assert!(planned.rows[1].reason.contains("after the Flow \"Booking\""), "{planned:?}");

    // without its Flow it is not even asked for
    let left = publish::apply(&rig.app, &planned.id, std::slice::from_ref(&flow), &[]).await.unwrap();
    assert_eq!((left.rows[0].outcome, left.rows[1].outcome), (Outcome::Skipped, Outcome::Unfinished));
    assert_eq!(rig.asked("POST", "/message_templates"), 0);

    let report = apply(&rig, &planned).await;
    let outcomes: Vec<Outcome> = report.rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Outcome::Published, Outcome::Submitted], "{report:?}");
    assert_eq!(plan(&rig, &[&id]).await.rows.len(), 1, "the Flow is there now");
}

/// A template from a starter with a picture, under a name of its own.
fn with_picture(rig: &Rig, name: &str) -> String {
    let id = message::use_starter(&rig.app, "season-offer", "en_US", "en").unwrap();
    set(rig, &id, "", "name", name.into());
    id
}

#[tokio::test]
async fn a_picture_is_uploaded_once_for_an_account() {
    let rig = Rig::reviewing(0).await;
    let (a, b) = (with_picture(&rig, "spring"), with_picture(&rig, "autumn"));
    set(
        &rig,
        &b,
        "/components/1",
        "text",
        "Autumn is here and so are warm colours for your hair, at our salon.".into(),
    );
    let report = apply(&rig, &plan(&rig, &[&a, &b]).await).await;
    assert!(report.rows.iter().all(|row| row.outcome != Outcome::Refused), "{report:?}");
    assert_eq!(rig.asked("POST", "/uploads"), 1);

    // the account does not know the handle any more: it is uploaded again, and the template is there once
    rig.change(|held| held["handles"] = json!([]));
    let c = with_picture(&rig, "winter");
    set(
        &rig,
        &c,
        "/components/1",
        "text",
        "Winter is here and so are quiet evenings by the fire, at our salon.".into(),
    );
    let report = apply(&rig, &plan(&rig, &[&c]).await).await;
    assert_ne!(report.rows[0].outcome, Outcome::Refused, "{report:?}");
    assert_eq!(rig.asked("POST", "/uploads"), 2);
    assert_eq!(rig.meta.account().unwrap().templates.len(), 3);
}

#[tokio::test]
async fn whatever_strikes_a_plan_of_templates_each_is_there_once() {
    for skip in 0..6 {
        for fault in [
            Fault::Drop { moment: Moment::Before },
            Fault::Drop { moment: Moment::After },
            Fault::Server { status: 502, moment: Moment::After },
            Fault::CutReply { bytes: 20 },
            Fault::NotJson,
        ] {
            let rig = Rig::reviewing(0).await;
            let (a, b) = (approved(&rig, "One").await, template(&rig, "Two", &order("Monday")));
            rewrite(&rig, &a, "Sunday");
            let planned = plan(&rig, &[&a, &b]).await;
            rig.meta.faults().plan(Planned { skip, times: 2, fault: fault.clone() });
            apply(&rig, &planned).await;
            rig.meta.faults().clear();
            let again = apply(&rig, &planned).await;
            assert!(again.complete, "{skip} {fault:?}: {again:?}");
            let held = rig.meta.account().unwrap().templates;
            assert_eq!(held.len(), 2, "{skip} {fault:?}");
            assert_eq!(held[0].edits.len(), 1, "{skip} {fault:?}: it was changed once");
            let done = plan(&rig, &[&a, &b]).await;
            assert!(done.rows.iter().all(|row| row.action == PlanAction::Skip), "{skip} {fault:?}: {done:?}");
        }
    }
}
