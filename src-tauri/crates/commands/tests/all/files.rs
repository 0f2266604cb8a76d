//! Files in and out.

use std::fs;

use commands::flow;
use commands::wire::Code;

use crate::support::{fresh, import, real_flows, start};

#[test]
fn every_real_flow_goes_in_and_out_byte_for_byte() {
    let (folder, started) = fresh();
    let files = real_flows();
    assert!(files.len() >= 26);
    for (name, bytes) in files {
        let id = import(&started, folder.path(), &name, &bytes);
        let opened = flow::open(&started.app, &id).unwrap();
        assert_eq!(format!("{}.json", opened.name), name);
        let target = folder.path().join("out.json");
        started.desk.answer(Some(&target));
        assert_eq!(flow::export(&started.app, &id).unwrap().as_deref(), Some("out.json"));
        assert!(fs::read(&target).unwrap() == bytes, "{name}");
        let again = start(folder.path());
        assert!(flow::source(&again.app, &id).unwrap().as_bytes() == bytes, "{name}");
    }
}

#[test]
fn text_that_is_no_flow_opens_for_the_source_view() {
    let (folder, started) = fresh();
    for (name, text) in [
        ("half.json", r#"{"version": "7.2", "screens": [{"id": "A""#),
        ("letter.json", "Dear Sir,"),
        ("list.json", "[1, 2]"),
        ("other.json", r#"{"name": "package"}"#),
        ("double.json", r#"{"screens": [], "screens": []}"#),
        ("bom.json", "\u{feff}{\"version\": \"7.2\", \"screens\": []}"),
        ("surrogate.json", r#"{"screens": [{"id": "\ud800"}]}"#),
        ("newlines.json", "{\r\n\"screens\":\r[]\n}"),
    ] {
        let id = import(&started, folder.path(), name, text);
        flow::open(&started.app, &id).unwrap();
        assert_eq!(flow::source(&started.app, &id).unwrap(), text, "{name}");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let id = import(&started, folder.path(), "deep.json", &deep);
    flow::open(&started.app, &id).unwrap();
    assert_eq!(flow::list(&started.app).unwrap().len(), 9);
}

#[test]
fn what_is_no_text_is_refused_by_name_and_leaves_nothing() {
    let (folder, started) = fresh();
    let large = vec![b' '; 10 * 1024 * 1024 + 1];
    let cases: [(&str, &[u8]); 6] = [
        ("latin.json", b"{\"title\": \"Caf\xe9\"}"),
        ("utf16.json", b"\xff\xfe{\0}\0"),
        ("zero.json", b"{\"a\": \"\0\"}"),
        ("empty.json", b""),
        ("blank.json", b"\xef\xbb\xbf  \n"),
        ("large.json", &large),
    ];
    for (name, bytes) in cases {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        started.desk.answer(Some(&file));
        let error = flow::import(&started.app).unwrap_err();
        assert_eq!(error.code, Code::BadFile, "{name}");
        assert!(error.sentence.starts_with(name) && error.sentence.ends_with('.'), "{}", error.sentence);
    }
    let child = folder.path().join("folder.json");
    fs::create_dir(&child).unwrap();
    started.desk.answer(Some(&child));
    assert_eq!(flow::import(&started.app).unwrap_err().code, Code::BadFile);
    started.desk.answer(Some(&folder.path().join("gone.json")));
    assert_eq!(flow::import(&started.app).unwrap_err().code, Code::NotFound);
    assert!(flow::list(&started.app).unwrap().is_empty());
}

#[test]
fn a_closed_dialog_changes_nothing() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", "{\"screens\": []}");
    for _ in 0..2 {
        started.desk.answer(None);
    }
    assert_eq!(flow::import(&started.app), Ok(None));
    assert_eq!(flow::export(&started.app, &id), Ok(None));
    assert_eq!(flow::list(&started.app).unwrap().len(), 1);
}

#[test]
fn a_flow_is_made_copied_deleted_and_brought_back() {
    let (_folder, started) = fresh();
    let app = &started.app;
    let id = flow::create(app, "  Booking ").unwrap();
    let opened = flow::open(app, &id).unwrap();
    assert_eq!((opened.name.as_str(), opened.screens.len()), ("Booking", 1));
    assert_eq!(opened.diagnostics, []);
    assert_eq!(flow::create(app, " ").unwrap_err().code, Code::InvalidEdit);
    let copy = flow::duplicate(app, &id).unwrap();
    assert_eq!(flow::open(app, &copy).unwrap().name, "Booking 2");
    flow::delete(app, &id).unwrap();
    assert_eq!(flow::open(app, &id).unwrap_err().code, Code::NotFound);
    assert_eq!(flow::list(app).unwrap().iter().map(|card| card.id.as_str()).collect::<Vec<_>>(), [copy]);
    flow::undelete(app, &id).unwrap();
    assert_eq!(flow::open(app, &id).unwrap(), opened);
}
