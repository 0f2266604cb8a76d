//! A command that fails leaves no trace, and works the next time.

use std::fs;
use std::path::PathBuf;

use commands::wire::Code;
use commands::{App, flow, gallery, guard, guard_async};
use store::{Error, WritePoint};

use crate::support::{Started, edit, fresh, import, pointer, set};

const FLOW: &str = r#"{"version": "7.2", "screens": [{"id": "A", "title": "T", "terminal": true, "layout": {"type": "SingleColumnLayout", "children": [{"type": "Image", "src": ""}, {"type": "Footer", "label": "x", "on-click-action": {"name": "complete", "payload": {}}}]}}]}"#;

/// One command, on a Flow, with a picture at hand.
type Run = fn(&Started, &str, &std::path::Path) -> Result<(), commands::wire::Error>;

/// All there is to see: cards, texts, histories.
fn seen(app: &App, ids: &[&str]) -> String {
    let flows: Vec<_> = ids
        .iter()
        .map(|id| (flow::open(app, id).map(|opened| format!("{opened:?}")), flow::source(app, id)))
        .collect();
    format!("{:?} {flows:?}", flow::list(app))
}

#[test]
fn every_command_that_writes_is_whole_or_has_not_happened() {
    let picture = |folder: &tempfile::TempDir| -> PathBuf {
        let file = folder.path().join("dot.png");
        image::RgbImage::from_pixel(2, 2, image::Rgb([1, 2, 3])).save(&file).unwrap();
        file
    };
    let all: [(&str, Run); 11] = [
        ("flow_create", |started, _, _| flow::create(&started.app, "New").map(drop)),
        ("flow_import", |started, _, file| {
            let json = file.with_file_name("in.json");
            fs::write(&json, FLOW).unwrap();
            started.desk.answer(Some(&json));
            flow::import(&started.app).map(drop)
        }),
        ("gallery_use", |started, _, _| gallery::use_starter(&started.app, "salon-booking", "en").map(drop)),
        ("flow_duplicate", |started, id, _| flow::duplicate(&started.app, id).map(drop)),
        ("flow_delete", |started, id, _| flow::delete(&started.app, id)),
        ("flow_edit", |started, id, _| {
            flow::edit(&started.app, id, 3, &set("/screens/0", "title", "Other")).map(drop)
        }),
        ("flow_undo", |started, id, _| flow::undo(&started.app, id).map(drop)),
        ("flow_redo", |started, id, _| flow::redo(&started.app, id).map(drop)),
        ("flow_go_to", |started, id, _| flow::go_to(&started.app, id, -2).map(drop)),
        ("flow_add_image", |started, id, file| {
            started.desk.answer(Some(file));
            let at = pointer("/screens/0/layout/children/0");
            flow::add_image(&started.app, id, 3, &at, "src", None).map(drop)
        }),
        ("flow_undelete", |started, _, _| {
            let id = fs::read_to_string(started.app.host().folder().join("deleted")).unwrap();
            flow::undelete(&started.app, &id)
        }),
    ];
    for (name, run) in all {
        let (folder, started) = fresh();
        let id = import(&started, folder.path(), "a.json", FLOW);
        edit(&started.app, &id, &set("/screens/0", "title", "U"));
        edit(&started.app, &id, &set("/screens/0/layout/children/1", "label", "y"));
        flow::undo(&started.app, &id).unwrap();
        let deleted = flow::create(&started.app, "Deleted").unwrap();
        flow::delete(&started.app, &deleted).unwrap();
        fs::write(started.app.host().folder().join("deleted"), &deleted).unwrap();
        let file = picture(&folder);
        let before = seen(&started.app, &[&id]);
        for point in
            [WritePoint::Begun, WritePoint::Documented, WritePoint::Journaled, WritePoint::Snapshotted]
        {
            let reached = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
            let flag = std::sync::Arc::clone(&reached);
            started
                .app
                .store(|workspace| {
                    workspace.watch_writes(move |at| {
                        if at == point {
                            flag.store(true, std::sync::atomic::Ordering::Relaxed);
                            return Err(Error::DiskFull);
                        }
                        Ok(())
                    });
                    Ok(())
                })
                .unwrap();
            if point == WritePoint::Begun || name.starts_with("flow_edit") {
                let failed = run(&started, &id, &file).unwrap_err();
                assert_eq!(failed.code, Code::DiskFull, "{name} at {point:?}");
                assert!(reached.load(std::sync::atomic::Ordering::Relaxed));
                assert_eq!(seen(&started.app, &[&id]), before, "{name} at {point:?}");
            }
        }
        started
            .app
            .store(|workspace| {
                workspace.watch_writes(|_| Ok(()));
                Ok(())
            })
            .unwrap();
        run(&started, &id, &file).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_ne!(seen(&started.app, &[&id]), before, "{name} does something when it may");
    }
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
