//! The facts files fit their types and each other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use flows::facts::{self, ComponentKind, Version, VersionState};

#[test]
fn every_kind_has_its_entry_in_order() {
    let names: Vec<_> = facts::components().iter().map(|c| c.kind.as_str()).collect();
    let kinds: Vec<_> = ComponentKind::ALL.iter().map(|kind| format!("{kind:?}")).collect();
    assert_eq!(names, kinds);
    for kind in ComponentKind::ALL {
        assert_eq!(ComponentKind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(ComponentKind::from_name("textbody"), None);
}

#[test]
fn every_property_is_complete() {
    let properties = facts::components().iter().flat_map(|c| &c.properties);
    assert_eq!(properties.clone().count(), 181);
    for property in properties {
        assert!(!property.types.is_empty(), "{}", property.name);
        let object = property.types == [facts::JsonType::Object] && property.name.starts_with("on-");
        assert_eq!(object, !property.actions.is_empty(), "{}", property.name);
    }
}

#[test]
fn every_file_reads_and_names_source_and_date() {
    assert_eq!(facts::limits().screens, 100);
    assert_eq!(facts::error_codes().iter().filter(|code| code.emitted).count(), 57);
    assert!(facts::check_runs(&["RoutesV500", "RoutesV602"], Version::new(7, 3)));
    assert!(!facts::check_runs(&["RoutesV500", "RoutesV602"], Version::new(7, 2)));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/facts");
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(value["source"].is_string() && value["date"].is_string());
    }
}

#[test]
fn versions_are_ordered_by_number() {
    let all = facts::versions();
    assert_eq!(all.get(all.recommended).map(|v| v.state), Some(VersionState::Publishable));
    assert!(Version::new(1, 10) > Version::new(1, 9));
    for odd in ["7", "7.", ".3", "07.3", "7.3.1", "7.300", "x.y", " 7.3", "+7.3"] {
        assert!(odd.parse::<Version>().is_err(), "{odd}");
    }
}

/// Findings call things what the editor calls them.
#[test]
fn the_words_are_those_of_the_editor() {
    let read = |path: &str| -> serde_json::Value {
        let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let words = read("facts/words.json");
    let parts = read("../ui/src/i18n/en/parts.json");
    let inspector = read("../ui/src/i18n/en/inspector.json");
    for kind in ComponentKind::ALL {
        assert_eq!(words["parts"][kind.name()], parts[kind.name()]);
        assert_eq!(facts::words().part(kind), parts[kind.name()]);
    }
    let under = |prefix: &str| -> serde_json::Value {
        let all = inspector.as_object().unwrap().iter();
        all.filter_map(|(key, word)| Some((key.strip_prefix(prefix)?.to_owned(), word.clone()))).collect()
    };
    assert_eq!(words["properties"], under("property."));
    assert_eq!(words["actions"], under("action."));
}
