use std::collections::BTreeSet;

use super::*;
use crate::facts::ComponentKind;

#[test]
fn every_folder_is_a_starter() {
    let ids: Vec<_> = starters().iter().map(|starter| starter.id).collect();
    let folders: Vec<_> = FOLDERS.iter().map(|(id, ..)| *id).collect();
    assert_eq!(ids, folders);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 10);
}

#[test]
fn every_folder_on_disk_is_listed() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/gallery");
    let mut on_disk = BTreeSet::new();
    for folder in std::fs::read_dir(root).unwrap() {
        let folder = folder.unwrap();
        if folder.file_name() == "templates" || folder.file_name() == "journeys" {
            continue;
        }
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            on_disk.insert((
                folder.file_name().into_string().unwrap(),
                name.trim_end_matches(".json").to_owned(),
            ));
        }
    }
    let mut listed = BTreeSet::new();
    for (id, _, sources) in FOLDERS {
        listed.insert(((*id).to_owned(), "starter".to_owned()));
        listed.extend(sources.iter().map(|(language, _)| ((*id).to_owned(), (*language).to_owned())));
    }
    assert_eq!(on_disk, listed);
}

#[test]
fn every_language_has_its_words_and_its_flow() {
    for starter in starters() {
        let sources: Vec<_> = starter.sources.iter().map(|(language, _)| (*language).to_owned()).collect();
        assert_eq!(sources, starter.languages, "{}", starter.id);
        let words: BTreeSet<_> = starter.words.keys().cloned().collect();
        assert_eq!(words, starter.languages.iter().cloned().collect(), "{}", starter.id);
        for words in starter.words.values() {
            assert!(
                words.title.chars().count() <= 40 && words.chat.button.chars().count() <= 20,
                "{}",
                words.title
            );
            assert!(!words.keywords.is_empty());
        }
    }
}

#[test]
fn every_starter_has_three_to_six_screens_and_questions() {
    for starter in starters() {
        assert!((3..=6).contains(&starter.screens), "{} has {} screens", starter.id, starter.screens);
        assert!(starter.questions >= 5, "{} asks {} questions", starter.id, starter.questions);
    }
}

#[test]
fn translations_share_ids_names_and_payloads() {
    for starter in starters() {
        let skeletons: BTreeSet<_> = starter.sources.iter().map(|(_, text)| skeleton(text)).collect();
        assert_eq!(skeletons.len(), 1, "{}", starter.id);
    }
}

/// The Flow without the words people read.
fn skeleton(text: &str) -> String {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                for key in
                    ["text", "label", "title", "description", "metadata", "helper-text", "alt-text", "tip"]
                {
                    members.remove(key);
                }
                members.remove("center-caption");
                members.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(text).unwrap();
    strip(&mut value);
    value.to_string()
}

#[test]
fn together_they_use_every_component() {
    let all: String =
        FOLDERS.iter().flat_map(|(_, _, sources)| sources.iter().map(|(_, text)| *text)).collect();
    for component in ComponentKind::ALL.map(ComponentKind::name) {
        assert!(all.contains(&format!("\"type\": \"{component}\"")), "no starter shows {component}");
    }
}

#[test]
fn the_nearest_language_answers() {
    let salon = starter("salon-booking").unwrap();
    assert_eq!(salon.language_for("ar-EG"), "ar");
    assert_eq!(salon.language_for("de"), "en");
    assert!(
        salon.source("ar").unwrap().contains("صالون") || salon.words("ar").unwrap().title.contains("صالون")
    );
    assert!(starter("restaurant-table").unwrap().source("pt_BR").unwrap().contains("Quem vem?"));
    assert_eq!(starter("nothing"), None);
}
