//! A journey is published as a whole: what it uses first, itself last, and nothing twice.

use commands::wire::{Code, LiveState, Outcome, Plan, PlanAction, PlanKind, PlanRow, Report};
use commands::{journey, publish};
use flows::edit::Edit;
use flows::gallery::journey_starters;
use flows::json::Pointer;
use practice::{Fault, Moment, Planned};
use serde_json::{Value, json};

use crate::rig::Rig;

async fn plan(rig: &Rig, id: &str) -> Plan {
    publish::plan(&rig.app, &[id.to_owned()], &rig.account.id).await.unwrap()
}

async fn apply(rig: &Rig, plan: &Plan) -> Report {
    publish::apply(&rig.app, &plan.id, &[], &[]).await.unwrap()
}

fn edit(rig: &Rig, id: &str, edit: &Edit) {
    let revision = journey::open(&rig.app, id).unwrap().revision;
    journey::edit(&rig.app, id, revision, edit).unwrap();
}

fn set(rig: &Rig, id: &str, at: &str, key: &str, value: Value) {
    edit(rig, id, &Edit::SetProperty { at: Pointer(at.to_owned()), key: key.to_owned(), value });
}

/// A journey that begins with a code on the counter and says hello.
fn counter(rig: &Rig, name: &str, text: &str) -> String {
    let id = journey::create(&rig.app, name, "en", "Counter", "Hello", "Hello! How can we help?").unwrap();
    set(rig, &id, "/nodes/0", "kind", "link".into());
    set(rig, &id, "/nodes/0", "text", text.into());
    set(rig, &id, "/nodes/0", "qr", true.into());
    id
}

fn row(plan: &Plan, kind: PlanKind) -> &PlanRow {
    plan.rows.iter().find(|row| row.kind == kind).unwrap()
}

fn outcomes(report: &Report) -> Vec<(PlanKind, Outcome)> {
    report.rows.iter().map(|row| (row.kind, row.outcome)).collect()
}

fn codes(rig: &Rig) -> Vec<(String, String)> {
    let codes = rig.meta.account().unwrap().qr_codes;
    codes.into_iter().map(|code| (code.code.to_string(), code.prefilled_message)).collect()
}

#[tokio::test]
async fn all_starters_are_published_to_the_practice_account() {
    for starter in journey_starters() {
        let rig = Rig::reviewing(8).await;
        let id = journey::use_starter(&rig.app, starter.id, "en").unwrap();
        let text = journey::source(&rig.app, &id).unwrap();
        let planned = plan(&rig, &id).await;
        let starter = starter.id;
        let order: Vec<PlanKind> = planned.rows.iter().map(|row| row.kind).collect();
        let mut sorted = order.clone();
        sorted.sort_by_key(|kind| match kind {
            PlanKind::Flow => 0,
            PlanKind::Template => 1,
            PlanKind::Link => 2,
            PlanKind::Journey => 3,
        });
        assert_eq!(order, sorted, "{starter}: what is needed comes first");
        let journey_row = planned.rows.last().unwrap();
        assert!(!journey_row.tests.is_empty(), "{starter}");
        for test in &journey_row.tests {
            assert!(test.differences.is_empty(), "{starter}: {test:#?}");
        }
        assert_eq!((journey_row.document.as_str(), journey_row.action), (id.as_str(), PlanAction::Create));
        assert_eq!((&journey_row.blocked, &journey_row.differences), (&vec![], &vec![]), "{starter}");

        let report = apply(&rig, &planned).await;
        assert!(report.complete, "{starter}: {report:#?}");
        let account = rig.meta.account().unwrap();
        let count = |kind| planned.rows.iter().filter(|row| row.kind == kind).count();
        assert_eq!(account.templates.len(), count(PlanKind::Template), "{starter}");
        assert!(count(PlanKind::Template) > 0 && count(PlanKind::Link) > 0, "{starter}");
        assert_eq!(account.flows.len(), count(PlanKind::Flow), "{starter}");
        for flow in &account.flows {
            assert_eq!(flow.status, cloud::models::FlowStatus::Published, "{starter}: {}", flow.name);
        }
        let wanted: Vec<&PlanRow> = planned
            .rows
            .iter()
            .filter(|row| row.kind == PlanKind::Link && row.action == PlanAction::Create)
            .collect();
        assert_eq!(account.qr_codes.len(), wanted.len(), "{starter}");
        for row in planned.rows.iter().filter(|row| row.kind == PlanKind::Link) {
            assert!(row.link.as_ref().unwrap().starts_with("https://wa.me/15550100199?text="), "{row:?}");
        }

        // Once the reviews are over nothing was refused, and nothing is left to be done.
        rig.goes_on(1);
        let following = commands::message::follow(&rig.app, &rig.account.id).await.unwrap();
        for known in &following.standings {
            assert_eq!(known.standing.status, "APPROVED", "{starter}: {known:?}");
        }
        assert_eq!(following.standings.len(), account.templates.len(), "{starter}");
        let again = plan(&rig, &id).await;
        assert!(again.rows.iter().all(|row| row.action == PlanAction::Skip), "{starter}: {:#?}", again.rows);

        // What is live is kept as it was, for the account, with its text.
        let live = rig.app.store(|workspace| workspace.live(&id, &rig.account.id)).unwrap().unwrap();
        assert_eq!((live.text.as_deref(), live.status.as_str()), (Some(text.as_str()), "PUBLISHED"));
        let (version, kept) = rig.app.store(|workspace| workspace.version(&id, &live.remote_id)).unwrap();
        assert_eq!((version.account.as_deref(), kept), (Some(rig.account.id.as_str()), text));
    }
}

#[tokio::test]
async fn a_code_keeps_its_address_when_its_text_changes_and_goes_with_its_step() {
    use Outcome::{Published, Removed, Skipped};
    let rig = Rig::reviewing(0).await;
    let id = counter(&rig, "Counter", "Hello, I would like to book");
    let planned = plan(&rig, &id).await;
    assert_eq!(codes(&rig), [], "a plan changes nothing");
    let report = apply(&rig, &planned).await;
    assert_eq!(outcomes(&report), [(PlanKind::Link, Published), (PlanKind::Journey, Published)]);
    let first = codes(&rig);

    set(&rig, &id, "/nodes/0", "text", "A table for two, please".into());
    let planned = plan(&rig, &id).await;
    let link = row(&planned, PlanKind::Link);
    assert_eq!((link.action, link.remote_id.as_ref()), (PlanAction::Change, Some(&first[0].0)));
    assert_eq!(link.differences[0].after.as_deref(), Some("A table for two, please"));
    let changed = row(&planned, PlanKind::Journey);
    assert_eq!((changed.action, changed.differences.len()), (PlanAction::Change, 1), "{changed:?}");
    assert_eq!(changed.differences[0].place, "Step \"Counter\", Text");
    assert!(changed.live_since.is_some());
    assert!(apply(&rig, &planned).await.complete);
    assert_eq!(codes(&rig), [(first[0].0.clone(), "A table for two, please".to_owned())]);

    set(&rig, &id, "/nodes/0", "kind", "first_message".into());
    let planned = plan(&rig, &id).await;
    let gone = planned.rows.last().unwrap();
    assert_eq!((gone.kind, gone.action), (PlanKind::Link, PlanAction::Remove), "{planned:#?}");
    let left =
        publish::apply(&rig.app, &planned.id, std::slice::from_ref(&gone.document), &[]).await.unwrap();
    assert_eq!(outcomes(&left), [(PlanKind::Journey, Published), (PlanKind::Link, Skipped)]);
    assert_eq!(codes(&rig).len(), 1, "what is left out stays");
    let report = apply(&rig, &plan(&rig, &id).await).await;
    assert_eq!(outcomes(&report), [(PlanKind::Journey, Skipped), (PlanKind::Link, Removed)]);
    assert_eq!(codes(&rig), []);
    assert_eq!(plan(&rig, &id).await.rows.len(), 1);
}

#[tokio::test]
async fn a_code_goes_only_once_the_journey_is_there_without_it() {
    use Outcome::{Published, Removed, Skipped};
    let rig = Rig::reviewing(0).await;
    let id = counter(&rig, "Counter", "Hello");
    assert!(apply(&rig, &plan(&rig, &id).await).await.complete);
    set(&rig, &id, "/nodes/0", "kind", "first_message".into());
    let planned = plan(&rig, &id).await;
    let left = publish::apply(&rig.app, &planned.id, std::slice::from_ref(&id), &[]).await.unwrap();
    assert_eq!(outcomes(&left), [(PlanKind::Journey, Skipped), (PlanKind::Link, Skipped)]);
    assert!(left.complete, "nothing is left to do");
    assert_eq!(left.rows[1].sentence, "It stays until the journey is published without it.");
    assert_eq!(codes(&rig).len(), 1, "what is live begins with it");
    let report = apply(&rig, &planned).await;
    assert_eq!(outcomes(&report), [(PlanKind::Journey, Published), (PlanKind::Link, Removed)]);
    assert_eq!(codes(&rig), []);
}

#[tokio::test]
async fn a_link_without_its_code_stays_and_holds_nothing_up() {
    use Outcome::{Published, Removed, Skipped};
    let rig = Rig::reviewing(0).await;
    let id = counter(&rig, "Counter", "Hello");
    assert!(apply(&rig, &plan(&rig, &id).await).await.complete);
    set(&rig, &id, "/nodes/0", "qr", false.into());
    let planned = plan(&rig, &id).await;
    let [link, journey, gone] = planned.rows.as_slice() else { panic!("{planned:#?}") };
    assert_eq!((link.action, gone.action), (PlanAction::Skip, PlanAction::Remove));
    assert_ne!(link.document, gone.document, "each is ticked by itself");
    let leave = std::slice::from_ref(&gone.document);
    let left = publish::apply(&rig.app, &planned.id, leave, &[]).await.unwrap();
    let kept = [(PlanKind::Link, Skipped), (journey.kind, Published), (PlanKind::Link, Skipped)];
    assert_eq!((outcomes(&left), left.complete), (kept.to_vec(), true), "{left:#?}");
    assert_eq!(left.rows[0].sentence, "The link works by itself.");
    assert_eq!(codes(&rig).len(), 1, "what is left out stays");
    let report = apply(&rig, &planned).await;
    assert_eq!((report.rows[2].outcome, report.complete), (Removed, true), "{report:#?}");
    assert_eq!(codes(&rig), []);
}

#[tokio::test]
async fn two_links_of_one_text_have_a_code_each() {
    let rig = Rig::reviewing(0).await;
    let (a, b) = (counter(&rig, "Counter", "Hello"), counter(&rig, "Window", "Hello"));
    for id in [&a, &b, &a, &b] {
        assert!(apply(&rig, &plan(&rig, id).await).await.complete);
    }
    let codes = codes(&rig);
    assert!(codes.len() == 2 && codes[0].0 != codes[1].0, "{codes:?}");
}

/// A journey whose code was made, while the answer and all that was asked after it were lost.
async fn lost_code(rig: &Rig) -> String {
    let id = counter(rig, "Counter", "Hello");
    let planned = plan(rig, &id).await;
    let fault = Fault::Drop { moment: Moment::After };
    rig.meta.faults().plan(Planned { skip: 1, times: 9, fault });
    assert!(!apply(rig, &planned).await.complete);
    rig.meta.faults().clear();
    assert_eq!(codes(rig).len(), 1, "it was made");
    id
}

#[tokio::test]
async fn a_code_whose_answer_was_lost_is_found_when_its_text_changed_since() {
    let rig = Rig::reviewing(0).await;
    let id = lost_code(&rig).await;
    let made = codes(&rig)[0].0.clone();
    set(&rig, &id, "/nodes/0", "text", "Hi".into());
    let planned = plan(&rig, &id).await;
    let link = row(&planned, PlanKind::Link);
    assert_eq!((link.action, link.remote_id.as_ref()), (PlanAction::Change, Some(&made)));
    // It is in the books before anything else can be lost.
    rig.meta.faults().plan(Planned { skip: 1, times: 9, fault: Fault::Drop { moment: Moment::Before } });
    assert!(!apply(&rig, &planned).await.complete);
    rig.meta.faults().clear();
    assert!(apply(&rig, &plan(&rig, &id).await).await.complete);
    assert_eq!(codes(&rig), [(made, "Hi".to_owned())]);
}

#[tokio::test]
async fn a_code_whose_answer_was_lost_goes_with_its_step() {
    let rig = Rig::reviewing(0).await;
    let id = lost_code(&rig).await;
    set(&rig, &id, "/nodes/0", "kind", "first_message".into());
    let planned = plan(&rig, &id).await;
    let gone = row(&planned, PlanKind::Link);
    assert_eq!((gone.action, gone.name.as_str()), (PlanAction::Remove, "Hello"));
    assert!(apply(&rig, &planned).await.complete);
    assert_eq!(codes(&rig), []);
    assert_eq!(plan(&rig, &id).await.rows.len(), 1);
}

#[tokio::test]
async fn a_code_that_another_link_has_found_since_stays() {
    let rig = Rig::reviewing(0).await;
    let id = lost_code(&rig).await;
    set(&rig, &id, "/nodes/0", "kind", "first_message".into());
    let planned = plan(&rig, &id).await;
    let window = counter(&rig, "Window", "Hello");
    assert!(apply(&rig, &plan(&rig, &window).await).await.complete);
    let report = apply(&rig, &planned).await;
    assert!(report.complete, "{report:#?}");
    assert_eq!(codes(&rig).len(), 1, "{report:#?}");
    assert_eq!(plan(&rig, &id).await.rows.len(), 1);
}

#[tokio::test]
async fn wherever_it_is_broken_off_the_next_run_makes_it_whole_and_nothing_twice() {
    let calls = {
        let rig = Rig::reviewing(0).await;
        let id = journey::use_starter(&rig.app, "salon", "en").unwrap();
        let planned = plan(&rig, &id).await;
        let before = rig.meta.faults().seen().len();
        assert!(apply(&rig, &planned).await.complete);
        u32::try_from(rig.meta.faults().seen().len() - before).unwrap()
    };
    for (skip, moment) in (0..calls).zip([Moment::After, Moment::Before].into_iter().cycle()) {
        let mut rig = Rig::reviewing(0).await;
        let id = journey::use_starter(&rig.app, "salon", "en").unwrap();
        let planned = plan(&rig, &id).await;
        rig.meta.faults().after(skip, Fault::Drop { moment });
        let report = publish::apply(&rig.app, &planned.id, &[], &[]).await;
        rig.meta.faults().clear();
        for row in report.iter().flat_map(|report| &report.rows) {
            assert!(!row.sentence.is_empty(), "{row:?}");
        }
        rig.restart().await;
        let again = plan(&rig, &id).await;
        let report = apply(&rig, &again).await;
        assert!(report.complete, "{skip} {moment:?}: {report:#?}");
        let account = rig.meta.account().unwrap();
        let count = |kind| again.rows.iter().filter(|row| row.kind == kind).count();
        assert_eq!(account.flows.len(), count(PlanKind::Flow), "{skip} {moment:?}");
        assert_eq!(account.templates.len(), count(PlanKind::Template), "{skip} {moment:?}");
        assert_eq!(account.qr_codes.len(), 1, "{skip} {moment:?}");
        let kept = rig.app.store(|workspace| workspace.versions(&id)).unwrap();
        assert_eq!(kept.len(), 1, "{skip} {moment:?}");
    }
}

#[tokio::test]
async fn wherever_it_is_broken_off_the_same_plan_goes_on_to_its_end() {
    let mut skip = 0;
    loop {
        let rig = Rig::reviewing(0).await;
        let id = journey::use_starter(&rig.app, "salon", "en").unwrap();
        let planned = plan(&rig, &id).await;
        let fault = Fault::Drop { moment: Moment::Before };
        rig.meta.faults().plan(Planned { skip, times: 9, fault });
        let first = publish::apply(&rig.app, &planned.id, &[], &[]).await;
        rig.meta.faults().clear();
        if first.is_ok_and(|report| report.complete) {
            assert!(skip > 5, "{skip}");
            break;
        }
        let report = apply(&rig, &planned).await;
        assert!(report.complete, "{skip}: {report:#?}");
        let live = rig.app.store(|workspace| workspace.live(&id, &rig.account.id)).unwrap();
        assert!(live.is_some(), "{skip}");
        skip += 1;
    }
}

#[tokio::test]
async fn what_is_live_is_what_was_published_last_wherever_that_was() {
    let rig = Rig::reviewing(0).await;
    let id = counter(&rig, "Counter", "Hello");
    assert!(apply(&rig, &plan(&rig, &id).await).await.complete);
    let mut live = rig.app.store(|workspace| workspace.live(&id, &rig.account.id)).unwrap().unwrap();
    for account in ["!", "~"] {
        (live.account, live.text) = (account.to_owned(), Some("{}".to_owned()));
        live.at -= 1;
        rig.app.store(|workspace| workspace.put_live(&live)).unwrap();
    }
    assert_eq!(journey::list(&rig.app).unwrap()[0].live, LiveState::Live);
}

#[tokio::test]
async fn a_blocked_journey_is_refused_as_a_whole() {
    let rig = Rig::reviewing(0).await;
    let id = counter(&rig, "Counter", "Hello");
    set(&rig, &id, "/nodes/1", "messages", json!([{"type": "text", "text": {"body": ""}}]));
    let planned = plan(&rig, &id).await;
    let stopped = row(&planned, PlanKind::Journey);
    assert_eq!(stopped.action, PlanAction::Blocked, "{stopped:?}");
    assert!(!stopped.blocked.is_empty() && stopped.reason.contains("put right first"), "{}", stopped.reason);
    let error = publish::apply(&rig.app, &planned.id, &[], &[]).await.unwrap_err();
    assert_eq!(error.code, Code::Refused);
    assert!(error.sentence.starts_with("The journey \"Counter\" cannot be published"), "{}", error.sentence);
    assert_eq!(codes(&rig), [], "nothing of it was done");
}

#[tokio::test]
async fn a_test_that_fails_stops_it_until_it_passes() {
    let rig = Rig::reviewing(0).await;
    let id = counter(&rig, "Counter", "Hello");
    let case = |said: &str| {
        json!({"name": "Says hello", "until": 1_767_693_600_000_i64, "script": {"person": {}, "events":
            [[1_767_607_200_000_i64, {"event": "wrote", "text": "Hello"}]]}, "expect": ["wrote: Hello", said]})
    };
    let note = |value| Edit::SetNote { at: Pointer("/tests/1".to_owned()), value: Some(value) };
    edit(&rig, &id, &note(case("sent welcome: Good evening!")));
    let planned = plan(&rig, &id).await;
    let stopped = row(&planned, PlanKind::Journey);
    assert_eq!((stopped.action, stopped.tests.len()), (PlanAction::Blocked, 1), "{stopped:?}");
    assert!(stopped.reason.contains("test does not come out"), "{}", stopped.reason);
    let differences = &stopped.tests[0].differences;
    assert!(!differences.is_empty(), "{stopped:?}");
    assert!(publish::apply(&rig.app, &planned.id, &[], &[]).await.is_err());
    let lines: Vec<Value> = std::iter::once(json!("wrote: Hello"))
        .chain(differences.iter().filter_map(|it| it.came.clone()).map(Value::from))
        .collect();
    let mut mended = case("");
    mended["expect"] = Value::Array(lines);
    edit(&rig, &id, &note(mended));
    let planned = plan(&rig, &id).await;
    assert_eq!(row(&planned, PlanKind::Journey).action, PlanAction::Create, "{planned:#?}");
    assert!(apply(&rig, &planned).await.complete);
}

#[tokio::test]
async fn a_journey_waits_for_a_part_that_is_left_out() {
    let rig = Rig::reviewing(0).await;
    let id = counter(&rig, "Counter", "Hello");
    let planned = plan(&rig, &id).await;
    let link = row(&planned, PlanKind::Link).document.clone();
    let report = publish::apply(&rig.app, &planned.id, &[link], &[]).await.unwrap();
    let last = report.rows.last().unwrap();
    assert_eq!((last.outcome, report.complete), (Outcome::Unfinished, false), "{report:#?}");
    assert!(last.sentence.contains("the link \"Counter\""), "{}", last.sentence);
    assert!(rig.app.store(|workspace| workspace.live(&id, &rig.account.id)).unwrap().is_none());
    assert!(apply(&rig, &planned).await.complete, "it goes on where it stopped");
}

#[tokio::test]
async fn journeys_that_are_led_to_come_along_and_first() {
    let rig = Rig::reviewing(0).await;
    let after = counter(&rig, "After the visit", "How was it?");
    set(&rig, &after, "/nodes/0", "kind", "manual".into());
    set(&rig, &after, "/nodes/1", "kind", "tag".into());
    set(&rig, &after, "/nodes/1", "add", json!(["visited"]));
    let id = counter(&rig, "Counter", "Hello");
    edit(
        &rig,
        &id,
        &Edit::SetProperty {
            at: Pointer("/nodes/1".to_owned()),
            key: "to".to_owned(),
            value: json!({"next": "more"}),
        },
    );
    let more = json!({"id": "more", "kind": "call", "journey": "After the visit", "title": "Afterwards"});
    edit(&rig, &id, &Edit::InsertItem { at: Pointer("/nodes".to_owned()), index: 2, value: more });
    let planned = plan(&rig, &id).await;
    let journeys: Vec<&str> = planned
        .rows
        .iter()
        .filter(|row| row.kind == PlanKind::Journey)
        .map(|row| row.document.as_str())
        .collect();
    assert_eq!(journeys, [after.as_str(), id.as_str()], "{planned:#?}");
    assert!(apply(&rig, &planned).await.complete);
    // Said whenever it is started by hand: the window may be closed.
    set(&rig, &after, "/nodes/1", "kind", "send".into());
    let planned = plan(&rig, &id).await;
    let main = planned.rows.iter().find(|row| row.document == id).unwrap();
    assert_eq!(main.action, PlanAction::Blocked, "{main:?}");
    assert_eq!(main.reason, "The journey \"After the visit\" is blocked.");
}
