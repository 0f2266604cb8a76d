//! The same Flow gives the same bytes each of 1,000 times, also in several threads: findings, preview, mirror, text.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use flows::check::{check, meta_errors};
use flows::edit::{Document, Edit, apply};
use flows::json::{Pointer, Tree};
use flows::mirror::{History, Overview, Revision, snapshot};
use flows::preview::{PreviewAct, PreviewState, act, at_rest, render};
use serde_json::json;

const RUNS: usize = 1_000;
const THREADS: usize = 4;

/// Two screens with data, choices, a condition and several mistakes: small, so that a thousand runs are soon done.
fn flow() -> String {
    let screen = |id: &str, action: serde_json::Value| {
        json!({"id": id, "title": "T", "data": {
            "a": {"type": "string", "__example__": "x"}, "b": {"type": "boolean", "__example__": true},
            "c": {"type": "number", "__example__": 1}
        }, "layout": {"type": "SingleColumnLayout", "children": [
            {"type": "TextBody", "text": "${data.a} ${data.missing}", "visible": "${data.b}"},
            {"type": "TextInput", "name": "same", "label": "A label that is far too long for a field"},
            {"type": "TextInput", "name": "same", "label": "B", "colour": "red"},
            {"type": "Dropdown", "name": "size", "label": "Size", "data-source": [
                {"id": "s", "title": "Small"}, {"id": "s", "title": "Large"}]},
            {"type": "If", "condition": "${data.c} > 0 && ${form.same} == 'x'", "then": [
                {"type": "TextCaption", "text": "`'Hi ' ${form.same}`"}]},
            {"type": "Footer", "label": "Go on", "on-click-action": action}
        ]}})
    };
    let on = json!({"name": "navigate", "next": {"type": "screen", "name": "SECOND"},
        "payload": {"a": "${form.same}", "b": true, "c": 3, "d": "${data.none}"}});
    let end = json!({"name": "complete", "payload": {"size": "${form.size}", "x": "${form.nobody}"}});
    json!({"version": "7.3", "screens": [screen("FIRST", on), screen("SECOND", end)]}).to_string()
}

/// Everything that comes of a text, as bytes.
fn all(text: &str) -> Vec<u8> {
    let tree = Tree::parse(text);
    let mut bytes = serde_json::to_vec(&(check(&tree), meta_errors(text), at_rest(&tree, &[]))).unwrap();

    let state = PreviewState { today: "2026-03-04".to_owned(), ..PreviewState::default() };
    let footer = render(&tree, &state).footer.unwrap().pointer;
    let pressed = act(&tree, &state, &PreviewAct::Press { pointer: footer, item: None });
    bytes.extend(serde_json::to_vec(&pressed).unwrap());

    let document = Document::new("Same", text, BTreeMap::new());
    let first = tree.root().get("screens").unwrap().item(0).unwrap().get("id").unwrap().as_str().unwrap();
    let edits = vec![
        Edit::DuplicateScreens { screens: vec![first.to_string()], offset: None },
        Edit::RenameScreen { from: first.to_string(), to: "RENAMED".to_owned() },
        Edit::DuplicateItems { items: vec![Pointer("/screens/0/layout/children/0".to_owned())] },
    ];
    let edited = apply(&document, &Edit::Batch { name: None, edits }).unwrap();
    bytes.extend(edited.document.text().as_bytes());
    bytes.extend(serde_json::to_vec(&edited.change).unwrap());
    let overview = Overview::of(&edited.document);
    let revision = Revision { number: 1, document: &edited.document, overview: &overview, diagnostics: &[] };
    bytes.extend(serde_json::to_vec(&snapshot(revision, History::default())).unwrap());
    bytes
}

#[test]
fn a_thousand_runs_give_the_same_bytes() {
    let text = flow();
    let bytes = all(&text);
    assert!(!check(&Tree::parse(text.as_str())).is_empty(), "there is something to find");
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| (0..RUNS / THREADS).for_each(|_| assert!(all(&text) == bytes)));
        }
    });
}
