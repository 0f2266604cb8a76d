//! The chat: what a message or a template is on the phone, and promises that hold for all of them.
//!
//! A case is in a file of `chat/`: `{about, template?, message?, values?, expect?, words?}`. With both a template and a
//! message the template is sent by the message. `expect` is a part of the view: members that are not named may be
//! anything. `words` are all texts, top to bottom, a line each; see [`line`].

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test may fail")]

#[path = "chat/all.rs"]
mod all;

use std::path::{Path, PathBuf};

use flows::chat::{
    BubbleText, ChatView, HeadKind, SampleValue, TextLine, TextLineKind, TextRun, of_message,
    of_sent_template, of_template,
};
use flows::json::Tree;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    template: Option<Value>,
    message: Option<Value>,
    #[serde(default)]
    values: Vec<SampleValue>,
    expect: Option<Value>,
    words: Option<Vec<String>>,
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|kind| kind == "json") && !path.ends_with("index.json"));
    paths.sort();
    paths
}

fn view(case: &Case) -> ChatView {
    let tree = |value: &Value| Tree::parse(value.to_string());
    match (&case.template, &case.message) {
        (Some(template), None) => of_template(&tree(template), &case.values),
        (None, Some(message)) => of_message(&tree(message)),
        (Some(template), Some(message)) => of_sent_template(&tree(template), &tree(message)),
        (None, None) => panic!("{}: nothing to show", case.about),
    }
}

#[test]
fn phones_show_what_the_cases_say() {
    let mut count = 0;
    for path in files(&folder("tests/chat")) {
        let cases: Vec<Case> = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for case in cases {
            count += 1;
            let view = view(&case);
            let is = serde_json::to_value(&view).unwrap();
            if let Some(expect) = &case.expect {
                let fault = differs(expect, &is, "");
                assert!(fault.is_none(), "{}: {}\n{is:#}", case.about, fault.unwrap_or_default());
            }
            if let Some(words) = &case.words {
                assert_eq!(&lines(&view), words, "{}", case.about);
            }
        }
    }
    assert!(count > 30, "{count} cases");
}

/// Where a value does not have what it should.
fn differs(expect: &Value, is: &Value, at: &str) -> Option<String> {
    match (expect, is) {
        (Value::Object(expect), Value::Object(is)) => expect.iter().find_map(|(key, value)| {
            differs(value, is.get(key).unwrap_or(&Value::Null), &format!("{at}/{key}"))
        }),
        (Value::Array(expect), Value::Array(is)) if expect.len() == is.len() => {
            let mut pairs = expect.iter().zip(is).enumerate();
            pairs.find_map(|(index, (expect, is))| differs(expect, is, &format!("{at}/{index}")))
        }
        _ if expect == is => None,
        _ => Some(format!("{at} should be {expect}, is {is}")),
    }
}

/// All texts of a message, top to bottom.
fn lines(view: &ChatView) -> Vec<String> {
    let Some(bubble) = &view.bubble else { return Vec::new() };
    let mut all = Vec::new();
    let mut add = |text: Option<&BubbleText>| {
        all.extend(text.into_iter().flat_map(|text| &text.lines).map(line));
    };
    if let Some(HeadKind::Title { text }) = bubble.head.as_ref().map(|head| &head.kind) {
        add(Some(text));
    }
    add(bubble.offer.as_ref().and_then(|offer| offer.text.as_ref()));
    add(bubble.text.as_ref());
    add(bubble.footer.as_ref());
    bubble.cards.iter().for_each(|card| add(card.text.as_ref()));
    all
}

/// A line: `- ` and `> ` as they begin, numbers with a point; styles of a run in front of it as `b:`, `i:`, `s:`, `c:`, `m:`;
/// a variable as `[name=sample]` or `[name?]`; a link as `<text>`.
fn line(line: &TextLine) -> String {
    let mark = match line.kind {
        TextLineKind::Plain => String::new(),
        TextLineKind::Bullet => "- ".into(),
        TextLineKind::Numbered { number } => format!("{number}. "),
        TextLineKind::Quote => "> ".into(),
    };
    line.runs.iter().fold(mark, |line, it| line + &run(it))
}

fn run(run: &TextRun) -> String {
    let signs =
        [(run.bold, "b:"), (run.italic, "i:"), (run.strike, "s:"), (run.code, "c:"), (run.mono, "m:")];
    let style: String = signs.iter().filter(|(is, _)| *is).map(|(_, sign)| *sign).collect();
    let text = match &run.variable {
        Some(variable) if variable.missing => format!("[{}?]", run.text),
        Some(variable) => format!("[{}={}]", variable.name, run.text),
        None => run.text.clone(),
    };
    let text = if run.link.is_some() { format!("<{text}>") } else { text };
    style + &text
}
