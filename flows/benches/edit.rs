//! What an edit costs on a Flow of 100 screens with 50 components each: the edit, the patch for the page, and
//! checking again.
#![allow(missing_docs)] // what the macros below make

use std::collections::BTreeMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use flows::check::Checker;
use flows::edit::{Document, Edit, apply};
use flows::json::Pointer;
use flows::mirror::{History, Overview, Revision, patch, snapshot};
use serde_json::{Value, json};

fn screen(index: usize) -> Value {
    let id = |index: usize| {
        format!("S_{}", "ABCDEFGHIJ".chars().nth(index / 10).map_or('Z', |c| c)).to_owned()
            + &"ABCDEFGHIJ".chars().nth(index % 10).map_or("Z".to_owned(), |c| c.to_string())
    };
    let mut children: Vec<Value> = (0..49)
        .map(|n| match n % 4 {
            0 => json!({"type": "TextBody", "text": format!("Some words about question {n} of this screen")}),
            1 => json!({"type": "TextInput", "name": format!("name_{n}"), "label": "Your name", "required": true}),
            2 => json!({"type": "RadioButtonsGroup", "name": format!("choice_{n}"), "label": "Choose one", "data-source": [
                {"id": "a", "title": "The first"}, {"id": "b", "title": "The second"}, {"id": "c", "title": "The third"}]}),
            _ => json!({"type": "OptIn", "name": format!("consent_{n}"), "label": "I agree to this"}),
        })
        .collect();
    let action = if index == 99 {
        json!({"name": "complete", "payload": {"name": "${form.name_1}"}})
    } else {
        json!({"name": "navigate", "next": {"type": "screen", "name": id(index + 1)}, "payload": {}})
    };
    children.push(json!({"type": "Footer", "label": "Continue", "on-click-action": action}));
    json!({"id": id(index), "title": format!("Screen {index}"), "terminal": index == 99,
        "layout": {"type": "SingleColumnLayout", "children": children}})
}

fn large() -> Document {
    let screens: Vec<Value> = (0..100).map(screen).collect();
    let flow = json!({"version": "7.3", "screens": screens});
    let text = serde_json::to_string_pretty(&flow).unwrap_or_default();
    Document::new("Large", text, BTreeMap::new())
}

fn one_edit(c: &mut Criterion) {
    let document = large();
    let overview = Overview::of(&document);
    let mut checker = Checker::default();
    let found = checker.check(document.tree());
    let before = Revision { number: 0, document: &document, overview: &overview, diagnostics: &found };
    let at = Pointer("/screens/50/layout/children/1".to_owned());
    let edit = Edit::SetProperty { at, key: "label".to_owned(), value: json!("Your full name") };
    let rename =
        Edit::RenameField { screen: "S_FA".to_owned(), from: "name_1".to_owned(), to: "who".to_owned() };
    let mut group = c.benchmark_group("100 x 50");
    group.bench_function("edit", |b| b.iter(|| apply(&document, black_box(&edit))));
    group.bench_function("rename a field", |b| b.iter(|| apply(&document, black_box(&rename))));
    group.bench_function("overview", |b| b.iter(|| Overview::of(&document)));
    group.bench_function("snapshot", |b| b.iter(|| snapshot(before, History::default())));
    group.bench_function("edit, patch and check", |b| {
        b.iter(|| {
            let applied = apply(&document, &edit).ok()?;
            let diagnostics = checker.check(applied.document.tree());
            let overview = overview.next(&document, &applied.document);
            let after = Revision {
                number: 1,
                document: &applied.document,
                overview: &overview,
                diagnostics: &diagnostics,
            };
            Some(patch(before, after, &applied.change, History::default()))
        });
    });
    group.finish();
}

criterion_group!(benches, one_edit);
criterion_main!(benches);
