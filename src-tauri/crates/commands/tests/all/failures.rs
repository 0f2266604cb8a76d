//! A command that fails leaves no trace, and works the next time.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use commands::wire::{Code, Event, RestoreFrom, Settings};
use commands::{flow, gallery, guard, guard_async, settings, workspace};
use store::{Error, WritePoint};

use crate::support::{Started, edit, fresh, import, pointer, set};

const IMAGE: &str = "/screens/0/layout/children/0";

const FLOW: &str = r#"{"version": "7.2", "screens": [{"id": "A", "title": "T", "terminal": true, "layout": {"type": "SingleColumnLayout", "children": [{"type": "Image", "src": ""}, {"type": "Footer", "label": "x", "on-click-action": {"name": "complete", "payload": {}}}]}}]}"#;

/// One command, on a Flow, with a picture at hand.
type Run = fn(&Started, &Place<'_>) -> Result<(), commands::wire::Error>;

/// What happens before a command.
type Trouble = fn(&Place<'_>);

/// What a command works on.
struct Place<'p> {
    flow: &'p str,
    deleted: &'p str,
    folder: &'p Path,
    /// A picture that was dropped.
    dropped: &'p str,
}

/// Every command that writes to the workspace or to a file, by its name. Those with an account stand in `publish/`.
const COMMANDS: [(&str, Run); 16] = [
    ("flow_create", |started, _| flow::create(&started.app, "New").map(drop)),
    ("flow_import", |started, place| {
        started.desk.answer(Some(&place.folder.join("in.json")));
        flow::import(&started.app).map(drop)
    }),
    ("gallery_use", |started, _| gallery::use_starter(&started.app, "salon-booking", "en").map(drop)),
    ("flow_duplicate", |started, place| flow::duplicate(&started.app, place.flow).map(drop)),
    ("flow_delete", |started, place| flow::delete(&started.app, place.flow)),
    ("flow_undelete", |started, place| flow::undelete(&started.app, place.deleted)),
    ("flow_edit", |started, place| {
        flow::edit(&started.app, place.flow, 3, &set("/screens/0", "title", "Other")).map(drop)
    }),
    ("flow_undo", |started, place| flow::undo(&started.app, place.flow).map(drop)),
    ("flow_redo", |started, place| flow::redo(&started.app, place.flow).map(drop)),
    ("flow_go_to", |started, place| flow::go_to(&started.app, place.flow, -2).map(drop)),
    ("flow_add_image", |started, place| {
        started.desk.answer(Some(&place.folder.join("dot.png")));
        flow::add_image(&started.app, place.flow, 3, &pointer(IMAGE), "src", None).map(drop)
    }),
    ("flow_drop_image", |started, place| {
        flow::drop_image(&started.app, place.flow, 3, &pointer(IMAGE), "src", None, place.dropped).map(drop)
    }),
    ("flow_export", |started, place| {
        started.desk.answer(Some(&place.folder.join("out.json")));
        flow::export(&started.app, place.flow).map(drop)
    }),
    ("workspace_backup", |started, place| {
        started.desk.answer(Some(&place.folder.join("mine.waymark")));
        workspace::backup(&started.app).map(drop)
    }),
    ("workspace_restore", |started, place| {
        started.desk.answer(Some(&place.folder.join("older.waymark")));
        workspace::restore(&started.app, RestoreFrom::File).map(drop)
    }),
    ("settings_set", |started, _| {
        settings::set(&started.app, &Settings { text_size: 150, ..settings::get(&started.app).unwrap() })
    }),
];

/// All there is to see: cards, texts, histories, revisions, settings; every row of the database; every file.
fn seen(started: &Started, place: &Place<'_>) -> Vec<String> {
    let app = &started.app;
    let mut seen = vec![
        format!("{:?}", flow::list(app)),
        format!("{:?}", flow::open(app, place.flow)),
        format!("{:?}", flow::source(app, place.flow)),
        format!("{:?}", settings::get(app)),
    ];
    let connection = rusqlite::Connection::open(app.host().folder().join(store::FILE)).unwrap();
    let mut tables =
        connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    for table in tables.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap) {
        let mut rows = connection.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = rows.column_count();
        let row = |row: &rusqlite::Row<'_>| {
            (0..columns).map(|index| row.get(index)).collect::<Result<Vec<rusqlite::types::Value>, _>>()
        };
        seen.extend(rows.query_map([], row).unwrap().map(|row| format!("{table} {:?}", row.unwrap())));
    }
    files(place.folder, &mut seen);
    seen
}

/// Every file below a folder with its content; the database itself is compared by its rows.
fn files(folder: &Path, seen: &mut Vec<String>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let database = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(store::FILE));
        if path.is_dir() {
            seen.push(path.display().to_string());
            files(&path, seen);
        } else if !database {
            seen.push(format!("{} {:?}", path.display(), fs::read(&path).unwrap()));
        }
    }
}

/// A workspace with some history, and the files the commands take.
fn prepared(body: impl FnOnce(&Started, &Place<'_>)) {
    let (folder, started) = fresh();
    let deleted = flow::create(&started.app, "Deleted").unwrap();
    started.desk.answer(Some(&folder.path().join("older.waymark")));
    workspace::backup(&started.app).unwrap();
    let id = import(&started, folder.path(), "in.json", FLOW);
    edit(&started.app, &id, &set("/screens/0", "title", "U"));
    edit(&started.app, &id, &set("/screens/0/layout/children/1", "label", "y"));
    flow::undo(&started.app, &id).unwrap();
    flow::delete(&started.app, &deleted).unwrap();
    for name in ["out.json", "mine.waymark"] {
        fs::write(folder.path().join(name), "old").unwrap();
    }
    let picture = folder.path().join("dot.png");
    image::RgbImage::from_pixel(2, 2, image::Rgb([1, 2, 3])).save(&picture).unwrap();
    flow::take_dropped(&started.app, vec![picture], (0, 0));
    let events = started.desk.events();
    let dropped = events.iter().find_map(|event| match event {
        Event::FilesDropped { token, .. } => Some(token.as_str()),
        _ => None,
    });
    let dropped = dropped.expect("the drop is told");
    body(&started, &Place { flow: &id, deleted: &deleted, folder: folder.path(), dropped });
}

/// Fails the n-th write point of the next command; gives how many were come to.
fn fail(started: &Started, nth: Option<u32>) -> Arc<AtomicU32> {
    let count = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&count);
    let watch = move |at| {
        // Behind a commit there is nothing left to fail.
        let number = counter.fetch_add(u32::from(at != WritePoint::Committed), Ordering::Relaxed);
        if nth == Some(number) { Err(Error::DiskFull) } else { Ok(()) }
    };
    let watched = |workspace: &mut store::Workspace| {
        workspace.watch_writes(watch);
        Ok(())
    };
    started.app.store(watched).unwrap();
    count
}

#[test]
fn every_command_that_writes_to_the_workspace_is_whole_or_has_not_happened() {
    let mut failed = 0;
    for (name, run) in COMMANDS {
        prepared(|started, place| {
            let before = seen(started, place);
            for nth in 0.. {
                let reached = fail(started, Some(nth));
                let done = run(started, place);
                if reached.load(Ordering::Relaxed) <= nth {
                    done.unwrap_or_else(|error| panic!("{name}: {error:?}"));
                    break;
                }
                assert_eq!(done.unwrap_err().code, Code::DiskFull, "{name} at {nth}");
                assert!(seen(started, place) == before, "{name} at {nth} left something");
                failed += 1;
            }
            if name != "workspace_restore" {
                fail(started, None);
            }
            assert!(seen(started, place) != before, "{name} does something when it may");
        });
    }
    assert!(failed >= 30, "{failed}");
}

/// What a command needs is not there: the file, the folder it writes to, the room for the settings.
#[test]
fn every_command_that_writes_to_a_file_is_whole_or_has_not_happened() {
    let troubles: [(&str, Trouble); 6] = [
        ("flow_import", |place| fs::remove_file(place.folder.join("in.json")).unwrap()),
        ("flow_add_image", |place| fs::write(place.folder.join("dot.png"), "no picture").unwrap()),
        ("flow_drop_image", |place| fs::write(place.folder.join("dot.png"), "no picture").unwrap()),
        ("flow_export", |place| block(&place.folder.join("out.json"))),
        ("workspace_backup", |place| block(&place.folder.join("mine.waymark"))),
        ("workspace_restore", |place| fs::write(place.folder.join("older.waymark"), "no backup").unwrap()),
    ];
    for (name, trouble) in troubles {
        let (_, run) = COMMANDS.iter().find(|(known, _)| *known == name).unwrap();
        prepared(|started, place| {
            trouble(place);
            let before = seen(started, place);
            assert!(!run(started, place).unwrap_err().sentence.is_empty());
            assert!(seen(started, place) == before, "{name} left something");
        });
    }
    prepared(|started, place| {
        started.desk.refuse_settings();
        let before = seen(started, place);
        let (_, run) = COMMANDS.iter().find(|(known, _)| *known == "settings_set").unwrap();
        assert_eq!(run(started, place).unwrap_err().code, Code::Internal);
        assert!(seen(started, place) == before);
    });
}

/// A folder where a file should go: nothing can be renamed over it.
fn block(path: &Path) {
    fs::remove_file(path).unwrap();
    fs::create_dir(path).unwrap();
    fs::write(path.join("kept"), "x").unwrap();
}

#[test]
fn a_dropped_picture_that_could_not_be_put_down_is_still_there() {
    prepared(|started, place| {
        let put = |at: &str| {
            flow::drop_image(&started.app, place.flow, 3, &pointer(at), "src", None, place.dropped)
        };
        assert!(put("/screens/7").is_err());
        put(IMAGE).unwrap();
        assert_eq!(put(IMAGE).unwrap_err().code, Code::NotFound, "and only once");
    });
}

#[test]
fn a_panic_is_an_answer_and_the_document_is_kept() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    edit(&started.app, &id, &set("/screens/0", "title", "U"));
    let before = flow::open(&started.app, &id).unwrap();
    let answer = guard(|| started.app.flow(&id, |_| -> Result<(), _> { panic!("a fault of ours") }));
    assert_eq!(answer.unwrap_err().code, Code::Internal);
    let answer = guard(|| started.app.store(|_| -> Result<(), _> { panic!("another one") }));
    assert_eq!(answer.unwrap_err().code, Code::Internal);
    assert_eq!(flow::open(&started.app, &id).unwrap(), before);
    edit(&started.app, &id, &set("/screens/0", "title", "V"));
}

#[test]
fn a_panic_while_something_is_awaited_is_an_answer_too() {
    let mut body = std::pin::pin!(guard_async(async { panic!("a fault of ours") }));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let answer: std::task::Poll<Result<(), commands::wire::Error>> = body.as_mut().poll(&mut context);
    assert!(matches!(answer, std::task::Poll::Ready(Err(error)) if error.code == Code::Internal));
}

#[test]
fn an_export_that_fails_leaves_the_old_file() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    started.desk.answer(Some(&folder.path().join("missing").join("out.json")));
    assert!(flow::export(&started.app, &id).is_err());
    let target = folder.path().join("out.json");
    started.desk.answer(Some(&target));
    flow::export(&started.app, &id).unwrap();
    assert_eq!(fs::read_to_string(target).unwrap(), FLOW);
}
