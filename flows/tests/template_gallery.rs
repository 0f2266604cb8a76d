//! Every template one can start from, in every language.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use flows::adviser::advise;
use flows::check::{DocumentKind, check, check_document};
use flows::gallery::{Stage, TemplateStarter, media, template_starter, template_starters};
use flows::json::{Node, Tree};
use flows::template::{Category, Template, media_name, variables};
use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/gallery/templates");
const LANGUAGES: [&str; 3] = ["en_US", "es", "pt_BR"];
const TRADES: [&str; 8] = ["shop", "salon", "clinic", "restaurant", "school", "trades", "gym", "hotel"];
/// These have a few of their own, and send those of others in their journeys.
const MORE_TRADES: [&str; 4] = ["events", "car", "property", "charity"];
const STAGES: [Stage; 5] =
    [Stage::Awareness, Stage::Consideration, Stage::Decision, Stage::Retention, Stage::Advocacy];

/// Each payload with a name for messages.
fn payloads() -> Vec<(String, TemplateStarter, &'static str)> {
    let of = |starter: TemplateStarter| {
        LANGUAGES.map(|tag| (format!("{}/{tag}", starter.id), starter.clone(), starter.source(tag)))
    };
    template_starters().into_iter().flat_map(of).collect()
}

fn names(folder: &str) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn every_folder_on_disk_is_a_starter_and_every_file_is_shown() {
    let starters = template_starters();
    let mut expected: BTreeSet<String> = starters.iter().map(|starter| starter.id.to_owned()).collect();
    assert!(expected.len() >= 40 && expected.len() == starters.len());
    expected.insert("media".to_owned());
    assert_eq!(names(ROOT), expected);
    let files = ["en_US.json", "es.json", "pt_BR.json", "starter.json"].map(str::to_owned);
    for starter in &starters {
        assert_eq!(names(&format!("{ROOT}/{}", starter.id)), BTreeSet::from(files.clone()), "{}", starter.id);
        assert!(starter.languages().eq(LANGUAGES));
    }
    let shown: BTreeSet<String> =
        starters.iter().flat_map(TemplateStarter::media).map(|file| file.name.to_owned()).collect();
    assert_eq!(names(&format!("{ROOT}/media")), shown);
}

#[test]
fn every_payload_is_clean_advice_included() {
    let mut found = Vec::new();
    for (name, _, text) in payloads() {
        let tree = Tree::parse(text);
        assert_eq!(DocumentKind::of(&tree), DocumentKind::Template, "{name}");
        found.extend(
            check_document(&tree).into_iter().map(|f| format!("{name}: {} [{}]", f.headline, f.rule)),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn names_languages_and_categories_are_what_the_folder_says() {
    for (name, starter, text) in payloads() {
        let tree = Tree::parse(text);
        let template = Template::of(&tree);
        assert_eq!(template.name.as_deref(), Some(starter.id.replace('-', "_").as_str()), "{name}");
        assert_eq!(template.language.as_deref(), name.split('/').nth(1), "{name}");
        assert_eq!(template.category, Some(starter.category), "{name}");
    }
}

/// Meta writes the words of codes itself: there is nothing to judge.
#[test]
fn the_adviser_agrees_with_every_category() {
    let mut other = Vec::new();
    for (name, starter, text) in payloads() {
        let tree = Tree::parse(text);
        let advice = advise(&Template::of(&tree));
        if starter.category != Category::Authentication && advice.category != Some(starter.category) {
            other.push(format!("{name}: {:?} by {:?}", advice.category, advice.reasons));
        }
    }
    assert!(other.is_empty(), "{}", other.join("\n"));
}

/// Members that are words of a language; all others are the same in all.
const WORDS: [&str; 4] = ["language", "text", "example", "flow_json"];

/// What is at which pointer: words only as the variables in them.
fn shape(at: &str, value: &Value, out: &mut BTreeMap<String, String>) {
    let key = at.rsplit('/').next().unwrap_or_default();
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, value)| shape(&format!("{at}/{key}"), value, out));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| shape(&format!("{at}/{index}"), item, out));
        }
        Value::String(words) if WORDS.contains(&key) => {
            let found: BTreeSet<_> = variables(words).list.iter().map(|one| one.name.to_string()).collect();
            out.insert(at.to_owned(), format!("words with {found:?}"));
        }
        other => {
            out.insert(at.to_owned(), other.to_string());
        }
    }
}

#[test]
fn all_languages_have_the_same_parts_and_variables_and_words_of_their_own() {
    for starter in template_starters() {
        let values = LANGUAGES.map(|tag| serde_json::from_str::<Value>(starter.source(tag)).unwrap());
        let shapes = values.each_ref().map(|value| {
            let mut out = BTreeMap::new();
            shape("", value, &mut out);
            out
        });
        assert_eq!(shapes[0], shapes[1], "{}", starter.id);
        assert_eq!(shapes[0], shapes[2], "{}", starter.id);
        let bodies = values.map(|value| {
            let parts = value["components"].as_array().unwrap().clone();
            let body = parts.into_iter().find(|part| part["type"] == "BODY").unwrap();
            body["text"].as_str().map(str::to_owned)
        });
        let different: BTreeSet<_> = bodies.iter().flatten().collect();
        let expected = if starter.category == Category::Authentication { 0 } else { LANGUAGES.len() };
        assert_eq!(different.len(), expected, "{}", starter.id);
    }
}

#[test]
fn every_trade_finds_something_for_every_stage() {
    let starters = template_starters();
    for trade in TRADES {
        for stage in STAGES {
            let fits = |starter: &&TemplateStarter| {
                starter.stage == stage && starter.trades.iter().any(|served| served == trade)
            };
            assert!(starters.iter().any(|starter| fits(&starter)), "nothing for {trade} in {stage:?}");
        }
    }
    for starter in &starters {
        let trades: BTreeSet<_> = starter.trades.iter().map(String::as_str).collect();
        assert!(!trades.is_empty() && trades.len() == starter.trades.len(), "{}", starter.id);
        assert!(
            trades.iter().all(|trade| TRADES.contains(trade) || MORE_TRADES.contains(trade)),
            "{}",
            starter.id
        );
    }
}

#[test]
fn cards_are_short_and_in_the_languages_of_the_app() {
    for starter in template_starters() {
        let words = ["en", "ar"].map(|locale| starter.words(locale).unwrap().clone());
        assert_ne!(words[0], words[1], "{}", starter.id);
        for words in words {
            assert!(words.title.chars().count() <= 40, "{}", words.title);
            assert!(words.about.split_whitespace().count() <= 20, "{}", words.about);
            assert!(words.about.ends_with('.'), "{}", words.about);
        }
    }
}

#[test]
fn pictures_and_files_are_small_and_what_their_headers_say() {
    for (name, starter, text) in payloads() {
        let tree = Tree::parse(text);
        for part in &Template::of(&tree).components {
            let Some(handles) = part.node.get("example").and_then(|example| example.get("header_handle"))
            else {
                continue;
            };
            let written = handles.item(0).unwrap().as_str().unwrap();
            let file = media(media_name(&written).unwrap()).unwrap();
            assert!(starter.media().contains(&file), "{name}");
            assert!(file.bytes.len() < 60_000, "{}: {} bytes", file.name, file.bytes.len());
            let magic: &[u8] = match part.node.get("format").unwrap().as_str().as_deref() {
                Some("IMAGE") => b"\xff\xd8\xff",
                Some("DOCUMENT") => b"%PDF-",
                other => panic!("{name}: {other:?}"),
            };
            assert!(file.bytes.starts_with(magic), "{}", file.name);
        }
    }
    assert_eq!(media("nothing.jpg"), None);
}

#[test]
fn forms_of_buttons_are_clean_flows() {
    let mut forms = 0;
    for (name, _, text) in payloads() {
        let tree = Tree::parse(text);
        for button in &Template::of(&tree).buttons {
            let Some(form) = button.node.get("flow_json").and_then(Node::as_str) else { continue };
            let flow = Tree::parse(&*form);
            let found: Vec<_> = check(&flow).into_iter().map(|finding| finding.headline).collect();
            assert!(found.is_empty(), "{name}: {found:?}");
            let first = button.node.get("navigate_screen").unwrap().as_str().unwrap().into_owned();
            let screens = flow.root().get("screens").unwrap();
            assert!(screens.item(0).unwrap().get("id").unwrap().is_str(&first), "{name}");
            forms += 1;
        }
    }
    assert!(forms > 0);
}

#[test]
fn the_nearest_language_answers() {
    let starter = template_starter("order-shipped").unwrap();
    let language = |wish: &str| {
        let tree = Tree::parse(starter.source(wish));
        Template::of(&tree).language.unwrap().into_owned()
    };
    for (wish, tag) in
        [("pt-BR", "pt_BR"), ("pt_PT", "pt_BR"), ("es-MX", "es"), ("en", "en_US"), ("de", "en_US")]
    {
        assert_eq!(language(wish), tag, "{wish}");
    }
    assert_eq!(starter.words("ar-EG"), starter.words("ar"));
    assert_eq!(starter.words("de"), starter.words("en"));
    assert_eq!(template_starter("nothing"), None);
}

#[test]
fn a_reference_to_a_file_has_a_plain_name() {
    assert_eq!(media_name("media:summer shop.jpg"), Some("summer shop.jpg"));
    for wrong in
        ["media:", "media:../a.jpg", "media:/a.jpg", "media:a\\b.jpg", "media: a.jpg", "a.jpg", "4::aW1h"]
    {
        assert_eq!(media_name(wrong), None, "{wrong}");
    }
}
