//! The phone, as the page asks for it.

use commands::{gallery, preview};
use flows::edit::Edit;
use flows::preview::{PreviewAct, PreviewState};

use crate::support::{edit, fresh};

#[test]
fn the_phone_starts_at_the_first_screen_and_shows_what_is_typed() {
    let (_folder, started) = fresh();
    let id = gallery::use_starter(&started.app, "salon-booking", "en").unwrap();
    let all = preview::screens(&started.app, &id, &[]).unwrap();
    let start = PreviewState { today: "2026-06-01".into(), ..PreviewState::default() };
    let first = preview::render(&started.app, &id, None, &start).unwrap();
    assert_eq!(first.key, all[0].key);
    let back = preview::act(&started.app, &id, None, &start, &PreviewAct::Back).unwrap();
    assert_eq!(back.state.current, first.key);
    let some = preview::screens(&started.app, &id, &[all[1].key.clone()]).unwrap();
    assert_eq!(some, all[1..2]);
}

#[test]
fn while_the_text_is_broken_the_phone_shows_the_last_whole_one() {
    let (_folder, started) = fresh();
    let id = gallery::use_starter(&started.app, "salon-booking", "en").unwrap();
    let start = PreviewState::default();
    let before = preview::render(&started.app, &id, None, &start).unwrap();
    edit(&started.app, &id, &Edit::ReplaceText { start: 0, end: 1, text: String::new() });
    assert_eq!(preview::render(&started.app, &id, None, &start).unwrap(), before);
}
