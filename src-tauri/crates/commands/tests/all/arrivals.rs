//! Files that come from outside, links that lead out, settings.

use std::fs;

use commands::wire::{Code, Event, Settings, Theme};
use commands::{flow, link, settings, workspace};

use crate::support::fresh;

#[test]
fn dropped_flows_come_in_and_bad_ones_say_why() {
    let (folder, started) = fresh();
    let good = folder.path().join("good.json");
    fs::write(&good, "{\"screens\": []}").unwrap();
    let bad = folder.path().join("bad.json");
    fs::write(&bad, b"\xff").unwrap();
    flow::take_dropped(&started.app, vec![good, bad], (1, 2));
    let events = started.desk.events();
    assert!(matches!(&events[0], Event::FilesLeft));
    assert!(matches!(&events[1], Event::DocumentArrived { .. }), "{events:?}");
    assert!(
        matches!(&events[2], Event::ArrivalFailed { error } if error.code == Code::BadFile),
        "{events:?}"
    );
}

#[test]
fn files_given_at_the_start_are_there_when_the_workspace_opens() {
    let (folder, started) = fresh();
    let file = folder.path().join("Salon.json");
    fs::write(&file, "{\"screens\": []}").unwrap();
    started.app.expect_files(vec![folder.path().join("gone.json"), file]);
    let opened = workspace::open(&started.app).unwrap();
    let id = opened.open.expect("the file is open").id;
    assert_eq!(flow::open(&started.app, &id).unwrap().name, "Salon");
    assert_eq!(opened.recent.len(), 1);
    assert!(matches!(started.desk.events().as_slice(), [Event::ArrivalFailed { .. }]));
    assert_eq!(workspace::open(&started.app).unwrap().open, None, "once");
}

#[test]
fn pictures_wait_for_their_place_and_are_taken_once() {
    let (folder, started) = fresh();
    let picture = folder.path().join("Cut.PNG");
    fs::write(&picture, "not yet looked at").unwrap();
    flow::hover(&started.app, Some(std::slice::from_ref(&picture)), (3, 4));
    flow::take_dropped(&started.app, vec![picture], (3, 4));
    let events = started.desk.events();
    assert!(matches!(&events[0], Event::FilesHover { x: 3, y: 4, images: Some(1) }), "{events:?}");
    let Event::FilesDropped { images, x: 3, y: 4, .. } = &events[1] else { panic!("{events:?}") };
    assert_eq!(images, &["Cut.PNG"]);
}

#[test]
fn settings_are_kept_and_links_are_opened_outside() {
    let (_folder, started) = fresh();
    assert_eq!(settings::get(&started.app).unwrap(), Settings::default());
    let wish = Settings { theme: Theme::Dark, text_size: 120, ..Settings::default() };
    settings::set(&started.app, &wish).unwrap();
    assert_eq!(settings::get(&started.app).unwrap(), wish);
    link::open(&started.app, "https://example.com").unwrap();
    assert_eq!(link::open(&started.app, "javascript:alert(1)").unwrap_err().code, Code::Refused);
    assert_eq!(*started.desk.links.lock().unwrap(), ["https://example.com/"]);
}

#[test]
fn settings_of_another_version_keep_what_can_be_read() {
    let stored = serde_json::json!({ "theme": "sepia", "textSize": 130, "locale": "ar", "later": true });
    let read = Settings::from_stored(&stored);
    assert_eq!((read.theme, read.text_size, read.locale.as_deref()), (Theme::System, 130, Some("ar")));
}
