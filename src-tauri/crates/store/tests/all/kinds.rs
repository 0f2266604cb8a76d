use store::{Error, NewDocument, Workspace};

use crate::support::{CARD, new_document, state};

#[test]
fn a_list_shows_documents_of_its_kind_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let flow = workspace.create(new_document()).unwrap();
    let template = NewDocument { kind: "template", state: state("{}"), card: &CARD, at: 2 };
    let template = workspace.create(template).unwrap();
    let ids = |kind| workspace.documents(kind).unwrap().into_iter().map(|found| found.id).collect::<Vec<_>>();
    assert_eq!(ids("flow"), [flow]);
    assert_eq!(ids("template"), [template]);
}

#[test]
fn a_file_is_kept_once_and_another_of_its_name_gets_one_like_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    assert_eq!(workspace.keep_media("two.jpg", &[1, 2, 3], 1).unwrap(), "two.jpg");
    assert_eq!(workspace.keep_media("same.jpg", &[1, 2, 3], 2).unwrap(), "two.jpg");
    assert_eq!(workspace.keep_media("two.jpg", &[4], 3).unwrap(), "two-2.jpg");
    assert_eq!(workspace.keep_media("two.jpg", &[5], 3).unwrap(), "two-3.jpg");
    assert_eq!(workspace.media("two.jpg").unwrap(), [1, 2, 3]);
    assert_eq!(workspace.media("two-2.jpg").unwrap(), [4]);
    assert!(matches!(workspace.media("none"), Err(Error::NotFound("file"))));
}
