//! The adviser against labelled texts: those that its words were made with (`tuning`, `own`), and the half that was set
//! aside and that they were not made with. `WAYMARK_ADVISER_ALL=1` also prints each text that is judged otherwise.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use flows::adviser::{Advice, Certainty, Consequence, Intent, Part, PartKind, advise, judge, sentences};
use flows::json::{Pointer, Tree};
use flows::template::{Category, Template};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Labelled {
    id: String,
    language: String,
    category: String,
    text: String,
    buttons: Vec<String>,
}

fn half(name: &str) -> Option<Vec<Labelled>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/adviser").join(name);
    let text = std::fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

impl Labelled {
    fn parts(&self) -> Vec<Part<'_>> {
        let label = |(index, text)| Part {
            at: Pointer(format!("/label/{index}")),
            kind: PartKind::Label,
            text: Cow::Borrowed(text),
        };
        let body =
            Part { at: Pointer("/text".to_owned()), kind: PartKind::Text, text: self.text.as_str().into() };
        [body].into_iter().chain(self.buttons.iter().map(String::as_str).enumerate().map(label)).collect()
    }
}

/// Of what was found the share that is right, and of what is right the share that was found.
#[derive(Default, Clone, Copy)]
struct Score {
    hits: f64,
    false_alarms: f64,
    missed: f64,
}

impl Score {
    fn precision(self) -> f64 {
        self.hits / (self.hits + self.false_alarms)
    }

    fn recall(self) -> f64 {
        self.hits / (self.hits + self.missed)
    }
}

/// Precision and recall of MARKETING, and the share of all that is judged as labelled.
fn measure(name: &str, texts: &[Labelled]) -> (Score, f64) {
    let mut table: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut right: BTreeMap<&str, u32> = BTreeMap::new();
    let mut wrong = Vec::new();
    for text in texts {
        let advice = judge(&text.language, &text.parts());
        let judged = advice.category.map_or("NONE", Category::name);
        *table.entry((&text.category, judged)).or_default() += 1;
        for scope in [text.language.as_str(), "all"] {
            let score = scores.entry(scope).or_default();
            match (text.category == "MARKETING", judged == "MARKETING") {
                (true, true) => score.hits += 1.0,
                (false, true) => score.false_alarms += 1.0,
                (true, false) => score.missed += 1.0,
                (false, false) => {}
            }
            *right.entry(scope).or_default() += u32::from(judged == text.category);
        }
        if judged != text.category {
            let words: Vec<_> = advice.reasons.iter().map(|r| (r.intent, r.words.as_str())).collect();
            wrong.push(format!("  {} is {}, judged {judged}: {words:?}", text.id, text.category));
        }
    }
    eprintln!("\n{name}: {} texts\n  labelled -> judged", texts.len());
    for ((labelled, judged), count) in table {
        eprintln!("  {labelled:>14} -> {judged:<14} {count:>3}");
    }
    let count = |scope: &str| texts.iter().filter(|text| scope == "all" || text.language == scope).count();
    let accuracy = |scope: &str| f64::from(right[scope]) / f64::from(u32::try_from(count(scope)).unwrap());
    for (scope, score) in &scores {
        let (precision, recall) = (score.precision(), score.recall());
        eprintln!(
            "  {scope:>5}: precision {precision:.3} recall {recall:.3} accuracy {:.3}",
            accuracy(scope)
        );
    }
    if std::env::var_os("WAYMARK_ADVISER_ALL").is_some() {
        eprintln!("{}", wrong.join("\n"));
    }
    (scores["all"], accuracy("all"))
}

#[test]
fn texts_that_the_words_were_made_with_are_judged_as_labelled() {
    for (name, file) in [("tuning", "tuning.json"), ("own", "own.json")] {
        let (score, accuracy) = measure(name, &half(file).unwrap());
        assert!(score.precision() >= 0.9, "{name}: {}", score.precision());
        assert!(score.recall() >= 0.9, "{name}: {}", score.recall());
        assert!(accuracy >= 0.9, "{name}: {accuracy}");
    }
}

#[test]
fn texts_that_were_set_aside_are_judged_as_labelled() {
    let Some(texts) = half("set_aside.json") else { return };
    let (score, accuracy) = measure("set aside", &texts);
    assert!(score.precision() >= 0.8, "{}", score.precision());
    assert!(score.recall() >= 0.75, "{}", score.recall());
    assert!(accuracy >= 0.75, "{accuracy}");
}

fn every_text() -> Vec<Labelled> {
    ["tuning.json", "own.json", "set_aside.json"].into_iter().filter_map(half).flatten().collect()
}

/// Every reason says the words that it points at.
fn assert_pointed(advice: &Advice, parts: &[Part<'_>]) {
    for reason in &advice.reasons {
        let part = parts.iter().find(|part| part.at == reason.part).unwrap();
        assert_eq!(part.text.get(reason.span.clone()), Some(reason.words.as_str()), "{}", part.text);
        assert!(!reason.words.is_empty(), "{}", part.text);
    }
}

#[test]
fn reasons_say_the_words_they_point_at_and_speak_for_the_category() {
    for text in every_text() {
        let parts = text.parts();
        let advice = judge(&text.language, &parts);
        assert_pointed(&advice, &parts);
        assert!(!advice.reasons.is_empty(), "{}", text.id);
        for reason in &advice.reasons {
            assert_eq!(reason.intent.category(), advice.category, "{}: {reason:?}", text.id);
        }
    }
}

#[test]
fn sentences_are_the_text_cut_up() {
    for text in every_text() {
        let whole: String = sentences(&text.text).into_iter().map(|at| &text.text[at]).collect();
        assert_eq!(whole, text.text);
    }
    let of = |text: &'static str| -> Vec<&str> { sentences(text).into_iter().map(|at| &text[at]).collect() };
    assert_eq!(
        of("Hi {{1}}! It is 6.30 p.m. now. See Dr. {{2}}"),
        ["Hi {{1}}! ", "It is 6.30 p.m. ", "now. ", "See Dr. {{2}}"]
    );
    assert_eq!(of("पहला है। दूसरा"), ["पहला है। ", "दूसरा"]);
    assert_eq!(of("هل وصل؟ نعم"), ["هل وصل؟ ", "نعم"]);
    assert_eq!(of(" \n"), Vec::<&str>::new());
}

/// A template as Meta takes it, judged.
fn of_template(template: &serde_json::Value) -> Advice {
    let tree = Tree::parse(template.to_string());
    advise(&Template::of(&tree))
}

#[test]
fn a_template_is_judged_by_all_of_its_words() {
    let template = |footer: &str, label: &str| {
        json!({"name": "a", "language": "en_GB", "category": "UTILITY", "components": [
            {"type": "HEADER", "format": "TEXT", "text": "Order {{1}}"},
            {"type": "BODY", "text": "Your parcel is on its way and should reach you on {{1}}."},
            {"type": "FOOTER", "text": footer},
            {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": label}]}
        ]})
    };
    let plain = of_template(&template("Thank you", "Track parcel"));
    assert_eq!((plain.category, plain.certainty), (Some(Category::Utility), Certainty::Sure));
    assert_eq!(plain.consequences, []);
    let footer = of_template(&template("20% off until Sunday", "Track parcel"));
    assert_eq!((footer.category, footer.certainty), (Some(Category::Marketing), Certainty::Sure));
    assert_eq!(
        (footer.reasons[0].words.as_str(), footer.reasons[0].part.0.as_str()),
        ("20% off", "/components/2/text")
    );
    let label = of_template(&template("Thank you", "Shop now"));
    assert_eq!(label.reasons[0].part.0, "/components/3/buttons/0/text");
    assert_eq!(label.reasons[0].intent, Intent::Shop);
    for wanted in [131_049, 131_050] {
        assert!(label.consequences.iter().any(|one| matches!(
            one,
            Consequence::PerUserCap { error } | Consequence::StopPreference { error } if *error == wanted
        )));
    }
}

#[test]
fn an_offer_that_ends_promotes_whatever_it_says() {
    let advice = of_template(&json!({"name": "a", "language": "en", "category": "UTILITY", "components": [
        {"type": "BODY", "text": "Your order {{1}} is on its way."},
        {"type": "LIMITED_TIME_OFFER", "limited_time_offer": {"text": "For you"}}
    ]}));
    assert_eq!(advice.category, Some(Category::Marketing));
    assert_eq!(advice.reasons[0].part.0, "/components/1/limited_time_offer/text");
}

#[test]
fn a_language_without_words_is_judged_only_where_english_tells() {
    let of = |text: &str| {
        let part = Part { at: Pointer("/text".to_owned()), kind: PartKind::Text, text: text.into() };
        judge("de", &[part]).category
    };
    assert_eq!(of("Ihre Bestellung {{1}} ist unterwegs."), None);
    assert_eq!(of("Flash Sale! 20% off"), Some(Category::Marketing));
}

#[test]
fn the_same_words_are_found_however_they_are_written() {
    let of = |language: &str, text: &str| {
        let part = Part { at: Pointer("/text".to_owned()), kind: PartKind::Text, text: text.into() };
        let advice = judge(language, &[part]);
        (advice.category, advice.reasons.iter().map(|reason| reason.intent).collect::<BTreeSet<_>>())
    };
    for (language, texts) in [
        ("en", ["Our big SALE: 20% off", "our big sale: 20% off", "Our big 𝗦𝗔𝗟𝗘: ２０％ off"]),
        (
            "es",
            [
                "Promoción: 20 % de descuento",
                "promocion: 20% de descuento",
                "PROMOCIO\u{301}N: 20% DE DESCUENTO",
            ],
        ),
        ("ar", ["خصم ٢٠٪ على كلّ شيء", "خصــم 20% علي كل شيء", "خَصْم ۲۰٪ على كل شيء"]),
        ("hi", ["सिर्फ़ ₹४९९ में, २०% छूट", "सिर्फ ₹499 में, 20% छूट", "सिर्फ\u{93c} ₹499 में, 20% छूट"]),
    ] {
        let first = of(language, texts[0]);
        assert_eq!(first.0, Some(Category::Marketing), "{language}");
        for text in texts {
            assert_eq!(of(language, text), first, "{text}");
        }
    }
}

/// Pieces that the judgement takes apart: words, signs, variables, several scripts.
fn a_text() -> impl Strategy<Value = String> {
    let pieces = [
        "sale",
        "20",
        "%",
        "off",
        "$",
        "₹",
        "{{1}}",
        "{{",
        "}}",
        ". ",
        "\n",
        "! ",
        "।",
        "؟",
        "'",
        "code",
        "otp",
        "و",
        "ال",
        "خصم",
        "छूट",
        "\u{94d}",
        "\u{301}",
        "\u{200d}",
        "½",
        "ﷺ",
        "𝗦",
        "ß",
        "İ",
        "order",
        " ",
        "R$",
        "5.5",
    ];
    let piece =
        prop_oneof![3 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => ".{0,6}"];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn any_texts_are_judged_and_their_order_makes_no_difference(
        texts in prop::collection::vec(a_text(), 0..4),
        language in prop::sample::select(vec!["en", "es", "pt_BR", "hi", "id", "ar", "de", ""])
    ) {
        let part = |(index, text): (usize, &'_ String)| (Pointer(format!("/{index}")), text.clone());
        let named: Vec<_> = texts.iter().enumerate().map(part).collect();
        let parts: Vec<Part<'_>> =
            named.iter().map(|(at, text)| Part { at: at.clone(), kind: PartKind::Text, text: text.into() }).collect();
        let advice = judge(language, &parts);
        assert_pointed(&advice, &parts);
        let turned: Vec<Part<'_>> = parts.iter().rev().cloned().collect();
        prop_assert_eq!(judge(language, &turned), advice);
        for text in &texts {
            let whole: String = sentences(text).into_iter().map(|at| &text[at]).collect();
            prop_assert!(whole == *text || whole.is_empty());
        }
    }
}
