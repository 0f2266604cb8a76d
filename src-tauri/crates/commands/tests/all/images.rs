//! Pictures that go into a Flow.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use commands::flow;
use commands::wire::{Code, Event};

use crate::support::{fresh, import, pointer};

const FLOW: &str = r#"{"version": "7.2", "screens": [{"id": "A", "layout": {"type": "SingleColumnLayout", "children": [{"type": "Image", "src": ""}, {"type": "ImageCarousel"}]}}]}"#;
const IMAGE: &str = "/screens/0/layout/children/0";
const CAROUSEL: &str = "/screens/0/layout/children/1";

fn dot(folder: &tempfile::TempDir, name: &str) -> std::path::PathBuf {
    let file = folder.path().join(name);
    image::RgbImage::from_pixel(3, 3, image::Rgb([9, 8, 7])).save(&file).unwrap();
    file
}

fn value(started: &crate::support::Started, id: &str, at: &str) -> serde_json::Value {
    let text = flow::source(&started.app, id).unwrap();
    serde_json::from_str::<serde_json::Value>(&text).unwrap().pointer(at).cloned().unwrap_or_default()
}

#[test]
fn a_chosen_picture_goes_in_as_base64_and_undo_takes_it_out() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    let file = dot(&folder, "dot.png");
    started.desk.answer(Some(&file));
    let patch = flow::add_image(&started.app, &id, 0, &pointer(IMAGE), "src", None).unwrap().unwrap();
    assert_eq!(patch.revision, 1);
    let put = value(&started, &id, &format!("{IMAGE}/src"));
    assert_eq!(STANDARD.decode(put.as_str().unwrap()).unwrap(), std::fs::read(&file).unwrap());
    flow::undo(&started.app, &id).unwrap();
    assert_eq!(flow::source(&started.app, &id).unwrap(), FLOW);
    started.desk.answer(None);
    assert_eq!(flow::add_image(&started.app, &id, 2, &pointer(IMAGE), "src", None), Ok(None));
}

#[test]
fn a_list_of_pictures_is_begun_lengthened_and_changed_by_position() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    for (revision, name, index) in [(0, "one.png", 0), (1, "two.png", 1), (2, "three.png", 0)] {
        let file = dot(&folder, name);
        started.desk.answer(Some(&file));
        flow::add_image(&started.app, &id, revision, &pointer(CAROUSEL), "images", Some(index)).unwrap();
    }
    let list = value(&started, &id, &format!("{CAROUSEL}/images"));
    let names: Vec<_> =
        list.as_array().unwrap().iter().map(|item| item["alt-text"].as_str().unwrap()).collect();
    assert_eq!(names, ["one", "two"]);
}

#[test]
fn a_dropped_picture_is_put_where_the_page_says_and_only_once() {
    let (folder, started) = fresh();
    let id = import(&started, folder.path(), "a.json", FLOW);
    flow::take_dropped(&started.app, vec![dot(&folder, "dot.png")], (1, 1));
    let events = started.desk.events();
    let [Event::FilesDropped { token, .. }] = events.as_slice() else { panic!("{events:?}") };
    flow::drop_image(&started.app, &id, 0, &pointer(IMAGE), "src", None, token).unwrap();
    let again = flow::drop_image(&started.app, &id, 1, &pointer(IMAGE), "src", None, token);
    assert_eq!(again.unwrap_err().code, Code::NotFound);
}
