//! Everything as a project, and back.

use std::fs;
use std::path::Path;

use commands::wire::{Code, Comes, Event, LeftOut, ProjectForm, ProjectTaken};
use commands::{flow, journey, message, project};
use flows::check::DocumentKind;
use flows::edit::Edit;
use serde_json::json;

use crate::support::{Started, fresh, import, pointer, start};

/// The salon of the gallery: a journey with its tests, its templates with a picture, its Flow.
fn salon(started: &Started) -> String {
    journey::use_starter(&started.app, "salon", "en").unwrap()
}

fn note(started: &Started, journey: &str, at: &str, value: Option<serde_json::Value>) {
    let revision = journey::open(&started.app, journey).unwrap().revision;
    journey::edit(&started.app, journey, revision, &Edit::SetNote { at: pointer(at), value }).unwrap();
}

fn saved(started: &Started, place: &Path, form: ProjectForm) {
    started.desk.answer(Some(place));
    project::export(&started.app, "Salon Amber", form).unwrap().unwrap();
}

fn taken(started: &Started, place: &Path, form: ProjectForm) -> ProjectTaken {
    started.desk.answer(Some(place));
    project::import(&started.app, form).unwrap().unwrap()
}

fn passed(started: &Started, journey: &str) -> bool {
    let tests = journey::tests(&started.app, journey).unwrap();
    assert!(tests.len() > 1);
    tests.iter().all(|test| test.differences.is_empty())
}

fn everything(started: &Started) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for card in journey::list(&started.app).unwrap() {
        all.push((card.name, journey::source(&started.app, &card.id).unwrap()));
    }
    for card in flow::list(&started.app).unwrap() {
        all.push((card.name, flow::source(&started.app, &card.id).unwrap()));
    }
    for card in message::list(&started.app).unwrap() {
        all.push((card.name, message::open(&started.app, &card.id).unwrap().text));
    }
    all.sort();
    all
}

#[test]
fn a_project_goes_from_one_computer_to_another() {
    let (folder, here) = fresh();
    let id = salon(&here);
    assert!(passed(&here, &id));
    for (form, name) in [(ProjectForm::File, "a.waymark"), (ProjectForm::Folder, "folder")] {
        let place = folder.path().join(name);
        if form == ProjectForm::Folder {
            fs::create_dir(&place).unwrap();
        }
        saved(&here, &place, form);
        let (_other, there) = fresh();
        let came = taken(&there, &place, form);
        assert_eq!((came.name.as_str(), came.left.as_slice()), ("Salon Amber", [].as_slice()));
        assert!(came.documents.iter().all(|one| one.comes == Comes::New && one.was.is_none()));
        assert_eq!(everything(&there), everything(&here));
        let journey = came.documents.iter().find(|one| one.kind == DocumentKind::Journey).unwrap();
        assert!(passed(&there, journey.id.as_deref().unwrap()));
        assert_eq!(project::contents(&there.app).unwrap(), project::contents(&here.app).unwrap());
        // and back it is the same bytes
        let again = folder.path().join("again.waymark");
        saved(&there, &again, ProjectForm::File);
        let first = folder.path().join("a.waymark");
        assert!(fs::read(again).unwrap() == fs::read(first).unwrap());
        // again it finds itself
        let again = taken(&there, &place, form);
        assert!(again.documents.iter().all(|one| one.comes == Comes::Here && one.id.is_none()));
        assert_eq!(everything(&there), everything(&here));
    }
}

#[test]
fn one_journey_goes_with_all_that_it_needs_and_nothing_else() {
    let (folder, here) = fresh();
    let id = salon(&here);
    let before = everything(&here);
    // beside it something else
    journey::use_starter(&here.app, "gym", "en").unwrap();
    assert!(everything(&here).len() > before.len());
    let place = folder.path().join("one.waymark");
    here.desk.answer(Some(&place));
    let file = project::export_journey(&here.app, &id).unwrap();
    assert_eq!(file.as_deref(), Some("one.waymark"));
    assert_eq!(project::contents(&here.app).unwrap().name, "", "what is here keeps its name");
    let (_other, there) = fresh();
    let came = taken(&there, &place, ProjectForm::File);
    assert_eq!((came.name, came.left), (journey::open(&here.app, &id).unwrap().name, Vec::new()));
    assert_eq!(everything(&there), before);
    let journey = came.documents.iter().find(|one| one.kind == DocumentKind::Journey).unwrap();
    assert!(passed(&there, journey.id.as_deref().unwrap()));
    // where it came from it is here already
    assert!(taken(&here, &place, ProjectForm::File).documents.iter().all(|one| one.comes == Comes::Here));
    here.desk.answer(None);
    assert_eq!(project::export_journey(&here.app, &id).unwrap(), None);
    assert_eq!(project::export_journey(&here.app, "gone").unwrap_err().code, Code::NotFound);
}

#[test]
fn what_is_there_stays_and_what_comes_gets_another_name() {
    let (folder, here) = fresh();
    let id = salon(&here);
    // a test that was kept here names its journey as it is called here
    let starters = flows::gallery::journey_starters();
    let first = &starters.iter().find(|starter| starter.id == "salon").unwrap().tests[0];
    let name = journey::open(&here.app, &id).unwrap().name;
    let said = serde_json::to_string(first).unwrap().replace("ended salon:", &format!("ended {name}:"));
    note(&here, &id, "/tests/1", Some(serde_json::from_str(&said).unwrap()));
    let place = folder.path().join("a.waymark");
    saved(&here, &place, ProjectForm::File);
    // the Flow is another one now, and the journey has one test fewer
    let listed = &flow::list(&here.app).unwrap()[0];
    let revision = flow::open(&here.app, &listed.id).unwrap().revision;
    let edit = Edit::SetProperty { at: pointer("/screens/0"), key: "title".into(), value: json!("Other") };
    flow::edit(&here.app, &listed.id, revision, &edit).unwrap();
    note(&here, &id, "/tests/1", None);
    let before = everything(&here);
    let came = taken(&here, &place, ProjectForm::File);
    let renamed: Vec<_> = came.documents.iter().filter(|one| one.comes == Comes::Renamed).collect();
    assert_eq!(
        renamed.iter().map(|one| one.kind).collect::<Vec<_>>(),
        [DocumentKind::Journey, DocumentKind::Flow]
    );
    let others = came.documents.iter().filter(|one| one.comes != Comes::Renamed);
    assert!(others.clone().all(|one| one.comes == Comes::Here) && others.count() > 0);
    let after = everything(&here);
    assert!(before.iter().all(|known| after.contains(known)), "what was there is as it was");
    assert_eq!(after.len(), before.len() + 2);
    let text = journey::source(&here.app, renamed[0].id.as_deref().unwrap()).unwrap();
    assert!(
        text.contains(&format!("\"flow_name\": \"{}\"", renamed[1].name)),
        "it opens the Flow that came with it"
    );
    assert_eq!(renamed[1].was.as_deref(), Some(listed.name.as_str()));
    let notes = journey::open(&here.app, renamed[0].id.as_deref().unwrap()).unwrap().notes;
    let kept = notes[&pointer("/tests/1")].to_string();
    assert!(kept.contains(&format!("ended {}: goal", renamed[0].name)), "{kept}");
}

#[test]
fn a_project_that_cannot_be_read_changes_nothing() {
    let (folder, here) = fresh();
    import(&here, folder.path(), "mine.json", "{\"version\": \"7.3\", \"screens\": []}");
    let before = everything(&here);
    let file = folder.path().join("a.waymark");
    let (_other, there) = fresh();
    salon(&there);
    saved(&there, &file, ProjectForm::File);
    let whole = fs::read(&file).unwrap();
    for (what, bytes) in [("cut", &whole[..whole.len() - 9]), ("text", b"hello".as_slice()), ("empty", b"")] {
        fs::write(&file, bytes).unwrap();
        here.desk.answer(Some(&file));
        let error = project::import(&here.app, ProjectForm::File).unwrap_err();
        assert_eq!(error.code, Code::BadFile, "{what}");
        assert!(error.sentence.ends_with('.'), "{what}: {}", error.sentence);
        assert_eq!(everything(&here), before);
    }
    let newer = folder.path().join("newer");
    fs::create_dir(&newer).unwrap();
    fs::write(newer.join("project.json"), r#"{ "format": "waymark-project", "version": 9 }"#).unwrap();
    here.desk.answer(Some(&newer));
    assert_eq!(project::import(&here.app, ProjectForm::Folder).unwrap_err().code, Code::NewerFormat);
    here.desk.answer(Some(&folder.path().join("gone")));
    assert_eq!(project::import(&here.app, ProjectForm::Folder).unwrap_err().code, Code::NotFound);
    here.desk.answer(None);
    assert_eq!(project::import(&here.app, ProjectForm::File).unwrap(), None);
    // a backup of everything is told from a project
    let backup = folder.path().join("b.waymark");
    here.desk.answer(Some(&backup));
    commands::workspace::backup(&here.app).unwrap();
    here.desk.answer(Some(&backup));
    let error = project::import(&here.app, ProjectForm::File).unwrap_err();
    assert!(error.sentence.contains("backup"), "{}", error.sentence);
    assert_eq!(everything(&here), before);
}

#[test]
fn what_is_left_out_is_named() {
    let (folder, here) = fresh();
    salon(&here);
    let place = folder.path().join("salon");
    fs::create_dir(&place).unwrap();
    saved(&here, &place, ProjectForm::Folder);
    fs::write(place.join("flows/notes.txt"), "x").unwrap();
    fs::write(place.join("media/nobody.jpg"), "x").unwrap();
    fs::write(place.join("README.md"), "x").unwrap();
    let manifest = fs::read_to_string(place.join("project.json")).unwrap();
    fs::write(place.join("project.json"), manifest.replacen('{', "{ \"owner\": 1,", 1)).unwrap();
    let (_other, there) = fresh();
    let mut left = taken(&there, &place, ProjectForm::Folder).left;
    left.sort_by_key(|one| format!("{one:?}"));
    assert_eq!(
        left,
        [
            LeftOut::File { path: "flows/notes.txt".into() },
            LeftOut::Member { file: "project.json".into(), member: "owner".into() },
            LeftOut::Unused { name: "nobody.jpg".into() },
        ]
    );
}

#[test]
fn a_folder_with_other_things_gets_one_within() {
    let (folder, here) = fresh();
    salon(&here);
    let documents = folder.path().join("Documents");
    fs::create_dir(&documents).unwrap();
    fs::write(documents.join("letter.txt"), "x").unwrap();
    here.desk.answer(Some(&documents));
    let name = project::export(&here.app, "Salon: Amber", ProjectForm::Folder).unwrap();
    assert_eq!(name.as_deref(), Some("Salon- Amber"));
    assert!(documents.join("Salon- Amber/project.json").exists());
    assert_eq!(project::contents(&here.app).unwrap().name, "Salon: Amber");
    // saved there again it is the same place, from without and from within
    for place in [&documents, &documents.join("Salon- Amber")] {
        here.desk.answer(Some(place));
        let name = project::export(&here.app, "Salon: Amber", ProjectForm::Folder).unwrap();
        assert_eq!(name.as_deref(), Some("Salon- Amber"));
    }
    // another project is not written over
    here.desk.answer(Some(&documents.join("Salon- Amber")));
    let error = project::export(&here.app, "Salon Jade", ProjectForm::Folder).unwrap_err();
    assert!(error.sentence.contains("has the project \"Salon: Amber\""), "{}", error.sentence);
    // a fresh repository takes it as it is
    let repository = folder.path().join("repository");
    fs::create_dir_all(repository.join(".git")).unwrap();
    fs::write(repository.join("README.md"), "x").unwrap();
    here.desk.answer(Some(&repository));
    project::export(&here.app, "Salon Amber", ProjectForm::Folder).unwrap();
    assert!(repository.join("project.json").exists() && repository.join(".git").exists());
    assert_eq!(project::export(&here.app, "  ", ProjectForm::File).unwrap_err().code, Code::InvalidEdit);
}

#[test]
fn a_project_that_is_dropped_comes_in_with_word_of_it() {
    let (folder, here) = fresh();
    salon(&here);
    let place = folder.path().join("a.waymark");
    saved(&here, &place, ProjectForm::File);
    let (other, there) = fresh();
    flow::arrive(&there.app, std::slice::from_ref(&place));
    let events = there.desk.events();
    assert!(
        matches!(&events[..], [Event::ProjectArrived { taken }] if taken.name == "Salon Amber"),
        "{events:?}"
    );
    flow::arrive(&there.app, &[folder.path().to_owned()]);
    assert!(matches!(&there.desk.events()[..], [Event::ArrivalFailed { .. }]));
    // all of it is there after a restart
    let before = everything(&there);
    drop(there);
    assert_eq!(everything(&start(other.path())), before);
}
