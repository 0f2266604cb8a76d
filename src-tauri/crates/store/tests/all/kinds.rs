use store::{Error, Media, NewDocument, Workspace};

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
fn a_file_is_kept_once_and_found_by_its_hash() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), 1).unwrap();
    let picture = Media { name: "two.jpg".into(), mime: "image/jpeg".into(), bytes: vec![1, 2, 3] };
    let hash = workspace.keep_media(&picture, 1).unwrap();
    let again = Media { name: "other.jpg".into(), ..picture.clone() };
    assert_eq!(workspace.keep_media(&again, 2).unwrap(), hash);
    assert_eq!(workspace.media(&hash).unwrap(), picture);
    assert!(matches!(workspace.media("none"), Err(Error::NotFound("file"))));
}
