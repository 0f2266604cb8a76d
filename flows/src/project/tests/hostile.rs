//! What is no project, or means harm, is refused with a sentence that says what, where and what to do.

use super::example;
use crate::project::{BadPath, Files, LIMITS, ProjectError, path_of, read, write};

#[test]
fn a_path_that_leads_out_or_that_a_system_cannot_hold_is_refused() {
    for (path, why) in [
        ("../a", BadPath::Outside),
        ("flows/../../a", BadPath::Outside),
        ("flows\\..\\a", BadPath::Outside),
        ("/etc/passwd", BadPath::Absolute),
        ("\\\\server\\share", BadPath::Absolute),
        ("C:/a", BadPath::Absolute),
        ("c:a", BadPath::Absolute),
        ("flows//a", BadPath::Empty),
        ("./a", BadPath::Empty),
        ("", BadPath::Empty),
        ("flows/a\\b", BadPath::Character),
        ("flows/a:stream", BadPath::Character),
        ("flows/a\0b", BadPath::Character),
        ("flows/\u{202e}gpj.exe", BadPath::Character),
        ("flows/NUL", BadPath::Device),
        ("flows/com1.json", BadPath::Device),
        ("flows/Lpt².x", BadPath::Device),
        ("flows/a.", BadPath::End),
        ("flows/a /b", BadPath::End),
    ] {
        assert_eq!(path_of(path), Err(ProjectError::path(path, why)), "{path}");
    }
    assert_eq!(path_of(&"a".repeat(201)), Err(ProjectError::path(&"a".repeat(201), BadPath::Long)));
    assert_eq!(path_of(&"a/".repeat(300)), Err(ProjectError::path(&"a/".repeat(300), BadPath::Long)));
    for path in ["flows/حجز.json", "flows/console.json", "flows/a.b.json", "media/com.jpg"] {
        assert_eq!(path_of(path).as_deref(), Ok(path));
    }
    // taken apart and put together it is the same name
    assert_eq!(path_of("flows/e\u{301}.json"), path_of("flows/é.json"));
}

#[test]
fn a_path_is_there_once() {
    for (one, other) in [("flows/a.json", "flows/A.json"), ("flows/straße", "flows/STRASSE"), ("é", "É")] {
        let mut files = Files::default();
        files.add(one, Vec::new()).unwrap();
        let clash = ProjectError::Clash { one: one.into(), other: other.into() };
        assert_eq!(files.add(other, Vec::new()), Err(clash));
        assert_eq!(files.add(one, Vec::new()), Err(ProjectError::Twice { path: one.into() }));
        assert_eq!(files.len(), 1);
    }
}

#[test]
fn more_than_a_project_may_have_is_refused() {
    let mut files = Files::default();
    for number in 0..LIMITS.files {
        files.add(&format!("media/{number}"), Vec::new()).unwrap();
    }
    assert_eq!(files.add("media/one more", Vec::new()), Err(ProjectError::TooMany));
    let large = vec![0; usize::try_from(LIMITS.bytes_of_one).unwrap()];
    let mut larger = large.clone();
    larger.push(0);
    let mut files = Files::default();
    assert_eq!(files.add("media/a", larger), Err(ProjectError::TooLarge { path: "media/a".into() }));
    files.add("media/a", large.clone()).unwrap();
    files.add("media/b", large).unwrap();
    assert_eq!(files.add("media/c", vec![0]), Err(ProjectError::TooMuch));
}

/// The example with other bytes in one file; none: without it.
fn with(path: &str, bytes: Option<&[u8]>) -> Files {
    let mut files = Files::default();
    for (known, kept) in write(&example()).unwrap().iter() {
        if known != path {
            files.add(known, kept.to_vec()).unwrap();
        }
    }
    if let Some(bytes) = bytes {
        files.add(path, bytes.to_vec()).unwrap();
    }
    files
}

#[test]
fn what_cannot_be_read_says_what_and_where() {
    let project = |text: &'static str| with("project.json", Some(text.as_bytes()));
    let cases: [(Files, &str); 17] = [
        (Files::default(), "it has no project.json"),
        (with("project.json", None), "it has no project.json"),
        (project("{ \"name\": \"package\", \"version\": \"1.0.0\" }"), "it has no project.json"),
        (
            project("{\n  \"format\": \"waymark-project\",\n  \"version\": 1,,"),
            "(line 3): key must be a string",
        ),
        (project("[]"), "cannot be read (line 1)"),
        (project("{ \"format\": \"waymark-project\" }"), "\"version\" has to be a number"),
        (
            project(
                "{ \"format\": \"waymark-project\", \"version\": 2, \"documents\": { \"in\": \"another form\" } }",
            ),
            "saved by a newer Waymark (its format is version 2, this one reads up to 1)",
        ),
        (
            project("{ \"format\": \"waymark-project\", \"version\": 1, \"documents\": [1] }"),
            "every entry of \"documents\"",
        ),
        (
            project(
                "{ \"format\": \"waymark-project\", \"version\": 1, \"documents\": [{ \"file\": \"../a.json\" }] }",
            ),
            "The name \"../a.json\" leads out",
        ),
        (
            project(
                "{ \"format\": \"waymark-project\", \"version\": 1, \"documents\": [{ \"file\": \"a.json\" }] }",
            ),
            "\"a.json\" is in none of the folders",
        ),
        (
            project(
                "{ \"format\": \"waymark-project\", \"version\": 1, \"documents\": [{ \"file\": \"journeys/After.json\" }, { \"file\": \"journeys/After.json\" }] }",
            ),
            "\"journeys/After.json\" is in it twice",
        ),
        (with("journeys/After.json", None), "\"journeys/After.json\" is missing"),
        (with("media/salon.jpg", None), "\"media/salon.jpg\" is missing"),
        (
            with("messages/Hello.json", Some(b"{\"a\":\"\xff\"}")),
            "\"messages/Hello.json\" is not UTF-8 text (byte 6)",
        ),
        (
            with("journeys/First visit.tests.json", Some(b"{\"1\":")),
            "\"journeys/First visit.tests.json\" cannot be read: EOF",
        ),
        (with("journeys/First visit.places.json", Some(b"{\"hi\": 1}")), "the place of \"hi\""),
        (with("flows/Booking- a visit.notes.json", Some(b"{\"x\": 1}")), "\"x\" is no name of a note"),
    ];
    for (files, part) in cases {
        let sentence = read(files).unwrap_err().to_string();
        assert!(sentence.contains(part) && sentence.ends_with('.'), "{part}: {sentence}");
    }
}
