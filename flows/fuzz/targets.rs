//! What holds for any text whatever. The fuzz targets and the tests of every run call the same functions.

use std::collections::BTreeMap;

use flows::check::{Checker, Diagnostic, explain, meta_errors};
use flows::diff::differences;
use flows::edit::{Document, Edit, apply};
use flows::expr::MAX_SOURCE;
use flows::facts;
use flows::json::{Member, Node, Tree};
use flows::mirror::{History, Overview, Revision, snapshot};
use flows::preview::{PreviewAct, PreviewState, act, at_rest, render};
use serde_json::json;

/// So many values of a text are looked at one by one.
const LOOKED_AT: usize = 2_000;

/// Looks at a text and fails when something does not hold.
type Target = fn(&str);

/// All targets, by name.
pub(crate) const ALL: [(&str, Target); 6] = [
    ("read", read),
    ("check", check),
    ("edit", edit),
    ("migrate", migrate),
    ("preview", preview),
    ("expression", expression),
];

/// Reading keeps every byte, finds every value again, and takes what others take.
pub(crate) fn read(text: &str) {
    let tree = Tree::parse(text);
    assert_eq!(tree.text(), text);
    let mut nodes = Vec::new();
    walk(tree.root(), &mut nodes);
    for node in nodes {
        assert!(node.span().end as usize <= text.len());
        assert!(text.is_char_boundary(node.span().start as usize));
        assert!(text.is_char_boundary(node.span().end as usize));
        assert_eq!(tree.at(&node.pointer()).map(Node::id), Some(node.id()));
    }
    if tree.error().is_some() {
        let taken = serde_json::from_str::<serde_json::Value>(text);
        assert!(taken.is_err(), "refused: {:?}", tree.error());
        return;
    }
    let pretty = Tree::parse(tree.pretty());
    assert_eq!(pretty.error(), None);
    assert_eq!(pretty.root().to_value(), tree.root().to_value());
    assert_eq!(pretty.pretty(), pretty.text());
}

fn walk<'t>(node: Node<'t>, found: &mut Vec<Node<'t>>) {
    if found.len() < LOOKED_AT {
        found.push(node);
        node.items().for_each(|item| walk(item, found));
        // Of members with the same name a pointer means the last one.
        let meant = |member: &Member<'t>| node.get(&member.key()).map(Node::id) == Some(member.value.id());
        node.members().filter(meant).for_each(|member| walk(member.value, found));
    }
}

/// Every finding has a place, every text that is not JSON has a finding, and checking again says the same.
pub(crate) fn check(text: &str) {
    found(text);
    meta_errors(text);
}

/// What is found in a text, each looked at.
pub(crate) fn found(text: &str) -> Vec<Diagnostic> {
    let tree = Tree::parse(text);
    let mut checker = Checker::default();
    let found = checker.check(&tree);
    assert!(checker.check(&tree) == found, "another verdict the second time");
    assert!(tree.error().is_none() || !found.is_empty(), "not JSON, and nothing is said");
    for finding in &found {
        for place in std::iter::once(&finding.place).chain(&finding.more_places) {
            assert!(place.span.start <= place.span.end && place.span.end as usize <= text.len());
            assert!(place.lines.line_start >= 1 && place.lines.column_start >= 1);
        }
        assert!(!finding.headline.is_empty() && explain(&finding.rule).is_some(), "{}", finding.rule);
    }
    found
}

/// Buttons can be pressed, taken back exactly, pasted and compared.
pub(crate) fn edit(text: &str) {
    let document = Document::new("Fuzz", text, BTreeMap::new());
    for finding in found(text).iter().take(20) {
        for fix in &finding.fixes {
            let Ok(applied) = apply(&document, &Edit::Batch { name: None, edits: fix.edits.clone() }) else {
                continue;
            };
            let undone =
                applied.change.inverse().replay(&applied.document).expect("an edit can be taken back");
            assert_eq!(undone.text(), text);
        }
    }
    let overview = Overview::of(&document);
    let revision = Revision { number: 0, document: &document, overview: &overview, diagnostics: &[] };
    snapshot(revision, History::default());
    let small = Document::new("Small", SMALL, BTreeMap::new());
    differences(SMALL, text);
    differences(text, SMALL);
    let paste = Edit::Paste { clipboard: text.to_owned(), parent: None, index: None, position: None };
    if let Ok(pasted) = apply(&small, &paste) {
        assert_eq!(pasted.document.tree().error(), None);
    }
}

const SMALL: &str = r#"{"version":"7.3","screens":[{"id":"A","title":"T","terminal":true,"layout":{"type":"SingleColumnLayout","children":[{"type":"Footer","label":"x","on-click-action":{"name":"complete","payload":{}}}]}}]}"#;

/// A Flow, also taken for an older one, gets to the newest version in one step that can be taken back.
pub(crate) fn migrate(text: &str) {
    let to = facts::versions().recommended;
    let newest = format!("\"{to}\"");
    let older = ["\"2.1\"", "\"6.0\""].map(|older| text.replacen(&newest, older, 1));
    for text in older.into_iter().chain([text.to_owned()]) {
        let Ok(moved) = flows::migrate::migrate(&text, to) else { continue };
        let document = Document::new("Fuzz", text.clone(), BTreeMap::new());
        let applied = apply(&document, &moved.edit).expect("its steps were taken before");
        assert_eq!(applied.document.text(), moved.text);
        let undone = applied.change.inverse().replay(&applied.document).expect("an edit can be taken back");
        assert_eq!(undone.text(), text);
    }
}

/// Every screen shows; whatever can be pressed is pressed; a state survives its trip to the page.
pub(crate) fn preview(text: &str) {
    let tree = Tree::parse(text);
    at_rest(&tree, &[]);
    let mut state = PreviewState { today: "2026-03-04".to_owned(), ..PreviewState::default() };
    for _ in 0..4 {
        let view = render(&tree, &state);
        let footer = view.footer.iter().map(|footer| footer.pointer.clone());
        let parts = view.items.iter().map(|item| item.pointer.clone());
        for pointer in footer.chain(parts).take(40) {
            state = act(&tree, &state, &PreviewAct::Press { pointer, item: None }).state;
        }
    }
    state = act(&tree, &state, &PreviewAct::Back).state;
    let kept = serde_json::to_string(&state).expect("a state is JSON");
    assert!(serde_json::from_str::<PreviewState>(&kept).expect("a state is read back") == state);
}

/// The text as every kind of expression in a Flow.
pub(crate) fn expression(text: &str) {
    if text.len() > 2 * MAX_SOURCE {
        return; // refused by its length, over and over
    }
    let flow = json!({"version": "7.3", "screens": [{
        "id": "A", "title": text, "terminal": true,
        "data": {"x": {"type": "string", "__example__": text}, "n": {"type": "number", "__example__": 3}},
        "layout": {"type": "SingleColumnLayout", "children": [
            {"type": "TextBody", "text": text, "visible": text},
            {"type": "TextBody", "text": format!("`{text}`"), "visible": format!("${{{text}}}")},
            {"type": "RichText", "text": text},
            {"type": "If", "condition": text, "then": [{"type": "TextBody", "text": "${data.x}"}]},
            {"type": "TextInput", "name": "f", "label": "F", "pattern": text, "init-value": text},
            {"type": "Footer", "label": "x", "on-click-action": {"name": "complete", "payload": {"a": text, "b": format!("`{text}`")}}}
        ]}
    }]}).to_string();
    found(&flow);
    preview(&flow);
}
