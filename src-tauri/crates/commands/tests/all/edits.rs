//! Edits, history, and that both survive a restart.

use commands::wire::Code;
use commands::{flow, gallery};
use flows::edit::{Edit, Position};
use flows::json::Pointer;
use proptest::prelude::*;

use crate::support::{Started, edit, fresh, import, pointer, set, start};

const SMALL: &str = r#"{
  "version": "7.2",
  "screens": [
    { "id": "FIRST", "title": "One", "terminal": true, "layout": { "type": "SingleColumnLayout", "children": [
      { "type": "TextHeading", "text": "Hello" },
      { "type": "Footer", "label": "Send", "on-click-action": { "name": "complete", "payload": {} } } ] } }
  ]
}
"#;

const FOOTER: &str = "/screens/0/layout/children/1";

#[test]
fn an_edit_changes_its_span_and_nothing_else() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    let patch = edit(&started.app, &id, &set(FOOTER, "label", "Book"));
    assert_eq!(patch.revision, 1);
    assert_eq!(flow::source(&started.app, &id).unwrap(), SMALL.replace("\"Send\"", "\"Book\""));
}

#[test]
fn history_survives_a_restart_with_its_names() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    edit(&started.app, &id, &set(FOOTER, "label", "Book"));
    edit(
        &started.app,
        &id,
        &Edit::AddComponent {
            parent: pointer("/screens/0/layout/children"),
            index: 1,
            component: "TextInput".into(),
        },
    );
    flow::undo(&started.app, &id).unwrap();
    let before = flow::open(&started.app, &id).unwrap();
    drop(started);

    let again = start(folder.path());
    let after = flow::open(&again.app, &id).unwrap();
    assert_eq!(after, before);
    assert_eq!((after.history.undo.len(), after.history.redo.len()), (1, 1));
    let patch = flow::go_to(&again.app, &id, -5).unwrap();
    assert!(patch.history.undo.is_empty());
    assert_eq!(flow::source(&again.app, &id).unwrap(), SMALL);
    assert_eq!(flow::undo(&again.app, &id).unwrap_err().code, Code::InvalidEdit);
    flow::go_to(&again.app, &id, 2).unwrap();
    assert_eq!(flow::open(&again.app, &id).unwrap().history.redo.len(), 0);
}

#[test]
fn the_last_text_that_could_be_read_is_found_on_the_way_of_several_steps() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    edit(&started.app, &id, &set(FOOTER, "label", "Book"));
    edit(&started.app, &id, &Edit::ReplaceText { start: 11, end: 13, text: String::new() });
    flow::go_to(&started.app, &id, -2).unwrap();
    flow::go_to(&started.app, &id, 2).unwrap();
    let before = flow::open(&started.app, &id).unwrap();
    assert!(!before.readable && before.screens[0].json.to_string().contains("Book"));
    let again = start(folder.path());
    assert_eq!(flow::open(&again.app, &id).unwrap(), before);
}

#[test]
fn a_stale_edit_is_refused_and_changes_nothing() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    edit(&started.app, &id, &set(FOOTER, "label", "Book"));
    let before = flow::open(&started.app, &id).unwrap();
    let late = flow::edit(&started.app, &id, 0, &set(FOOTER, "label", "Late"));
    assert_eq!(late.unwrap_err().code, Code::Stale);
    assert_eq!(flow::open(&started.app, &id).unwrap(), before);
}

#[test]
fn an_edit_by_another_program_makes_the_next_one_stale_and_is_seen_on_opening() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    flow::open(&started.app, &id).unwrap();
    let other = start(folder.path());
    edit(&other.app, &id, &set(FOOTER, "label", "Theirs"));
    let refused = flow::edit(&started.app, &id, 0, &set(FOOTER, "label", "Ours"));
    assert_eq!(refused.unwrap_err().code, Code::Stale);
    assert_eq!(flow::open(&started.app, &id).unwrap().revision, 1);
    edit(&started.app, &id, &set(FOOTER, "label", "Ours"));
    assert!(flow::source(&started.app, &id).unwrap().contains("Ours"));
}

#[test]
fn a_refused_edit_says_why_and_changes_nothing() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    let before = flow::open(&started.app, &id).unwrap();
    let refused = flow::edit(&started.app, &id, 0, &set("/screens/7", "title", "x")).unwrap_err();
    assert_eq!(refused.code, Code::InvalidEdit);
    assert!(refused.sentence.ends_with('.'));
    assert_eq!(flow::open(&started.app, &id).unwrap(), before);
}

#[test]
fn cards_stay_where_they_were_put() {
    let (folder, started) = fresh();
    let id = gallery::use_starter(&started.app, "salon-booking", "en").unwrap();
    let key = flow::open(&started.app, &id).unwrap().screens[0].key.clone();
    let place = Position { x: 123.5, y: -40.0 };
    edit(&started.app, &id, &Edit::MoveCards { positions: [(key, place)].into() });
    let again = start(folder.path());
    assert_eq!(flow::open(&again.app, &id).unwrap().screens[0].position, place);
}

#[test]
fn what_is_noted_beside_the_text_is_kept_copied_and_can_be_taken_back() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    let [book, send] = ["/words/es/Book", "/words/es/Send"].map(|at| Pointer(at.into()));
    let note = |at: &Pointer, text: &str| Edit::SetNote { at: at.clone(), value: Some(text.into()) };
    edit(&started.app, &id, &note(&book, "Reservar"));
    let copy = flow::duplicate(&started.app, &id).unwrap();
    edit(&started.app, &id, &note(&send, "Enviar"));
    assert_eq!(flow::source(&started.app, &id).unwrap(), SMALL);
    flow::undo(&started.app, &id).unwrap();
    let again = start(folder.path());
    for flow in [&id, &copy] {
        let notes = flow::open(&again.app, flow).unwrap().notes;
        assert_eq!(notes, [(book.clone(), "Reservar".into())].into());
    }
    flow::redo(&again.app, &id).unwrap();
    assert_eq!(flow::open(&again.app, &id).unwrap().notes[&send], "Enviar");
}

#[test]
fn every_starter_opens_clean_in_each_of_its_languages() {
    let (_folder, started) = fresh();
    let mut count = 0;
    for starter in gallery::list(&started.app, "en").unwrap() {
        for language in &starter.languages {
            let id = gallery::use_starter(&started.app, &starter.id, language).unwrap();
            let opened = flow::open(&started.app, &id).unwrap();
            assert!(opened.readable);
            assert_eq!(opened.screens.len(), starter.screens as usize);
            assert_eq!(opened.diagnostics, [], "{} {language}", starter.id);
            count += 1;
        }
    }
    assert!(count >= 10);
    assert_eq!(gallery::use_starter(&started.app, "nothing", "en").unwrap_err().code, Code::NotFound);
}

/// What a hand may do, at random.
#[derive(Debug, Clone)]
enum Act {
    Label(String),
    Type { at: u32, text: String },
    Add(usize),
    Undo,
    Redo,
    Jump(i32),
    Name(String),
    Restart,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        3 => "\\PC{0,12}".prop_map(Act::Label),
        2 => (0_u32..400, "[ a-z{}\\[\\]\",:\u{e9}\u{1f600}]{0,6}").prop_map(|(at, text)| Act::Type { at, text }),
        2 => (0_usize..3).prop_map(Act::Add),
        2 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => (-4_i32..4).prop_map(Act::Jump),
        1 => "[A-Za-z ]{1,8}".prop_map(Act::Name),
        1 => Just(Act::Restart),
    ];
    prop::collection::vec(act, 1..30)
}

fn perform(started: &Started, id: &str, act: &Act) {
    let app = &started.app;
    let revision = flow::open(app, id).unwrap().revision;
    let edit = match act {
        Act::Label(label) => set(FOOTER, "label", label.as_str()),
        Act::Type { at, text } => Edit::ReplaceText { start: *at, end: at + 2, text: text.clone() },
        Act::Add(kind) => Edit::AddComponent {
            parent: pointer("/screens/0/layout/children"),
            index: 0,
            component: ["TextInput", "Dropdown", "TextBody"][*kind].into(),
        },
        Act::Name(name) => Edit::RenameFlow { name: name.clone() },
        Act::Undo => return drop(flow::undo(app, id)),
        Act::Redo => return drop(flow::redo(app, id)),
        Act::Jump(steps) => return drop(flow::go_to(app, id, *steps)),
        Act::Restart => return,
    };
    drop(flow::edit(app, id, revision, &edit));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_a_restart_shows_the_same_and_undo_goes_back_to_the_first_byte(acts in acts()) {
        let (folder, mut started) = fresh();
        let id = import(&started, folder.path(), "a.json", SMALL);
        for act in &acts {
            if matches!(act, Act::Restart) {
                started = start(folder.path());
            }
            perform(&started, &id, act);
        }
        let seen = flow::open(&started.app, &id).unwrap();
        let text = flow::source(&started.app, &id).unwrap();
        let again = start(folder.path());
        prop_assert_eq!(&flow::open(&again.app, &id).unwrap(), &seen);
        prop_assert_eq!(&flow::source(&again.app, &id).unwrap(), &text);
        let redone = i32::try_from(seen.history.redo.len()).unwrap();
        let undone = i32::try_from(seen.history.undo.len()).unwrap();
        if undone > 0 {
            flow::go_to(&again.app, &id, -undone).unwrap();
        }
        prop_assert_eq!(&flow::source(&again.app, &id).unwrap(), SMALL);
        if undone > 0 {
            flow::go_to(&again.app, &id, undone).unwrap();
        }
        prop_assert_eq!(&flow::source(&again.app, &id).unwrap(), &text);
        prop_assert_eq!(i32::try_from(flow::open(&again.app, &id).unwrap().history.redo.len()).unwrap(), redone);
    }
}

#[test]
fn the_way_to_the_newest_version_is_shown_first_and_goes_as_one_step() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", SMALL);
    let way = flow::migration(&started.app, &id).unwrap();
    assert_eq!(flow::source(&started.app, &id).unwrap(), SMALL, "only shown");
    edit(&started.app, &id, &way.edit);
    assert_eq!(flow::source(&started.app, &id).unwrap(), SMALL.replace("7.2", "7.3"));
    assert_eq!(flow::migration(&started.app, &id).unwrap_err().code, Code::InvalidEdit);
    flow::undo(&started.app, &id).unwrap();
    assert_eq!(flow::source(&started.app, &id).unwrap(), SMALL);
}
