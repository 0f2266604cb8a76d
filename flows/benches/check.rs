//! The two bars of speed: reading and checking a large Flow against `serde_json` reading the same text, and
//! checking again after an edit of one property.

use std::hint::black_box;

use criterion::Criterion;
use flows::check::{Checker, check};
use flows::json::{Pointer, Tree, edits};
use serde_json::{Value, json};

/// Screens times components of each, as the bar has it.
const SCREENS: usize = 100;
const COMPONENTS: usize = 50;

/// A clean Flow of that size, with all sorts of fields, choices, conditions, data and ways.
fn large() -> String {
    let screens: Vec<Value> = (0..SCREENS).map(screen).collect();
    let flow = json!({"version": "7.3", "screens": screens});
    let text = serde_json::to_string_pretty(&flow).unwrap_or_default();
    assert!(check(&Tree::parse(text.as_str())).iter().all(|f| f.rule == "crowded-screen"));
    text
}

/// Letters only, as ids must be.
fn id(index: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 10).unwrap_or_default());
    format!("SCREEN_{}{}", letter(index / 10), letter(index))
}

fn screen(index: usize) -> Value {
    let last = index + 1 == SCREENS;
    let mut children: Vec<Value> = (0..COMPONENTS - 1).map(part).collect();
    let action = if last {
        json!({"name": "complete", "payload": {"answer": "${form.field_0}"}})
    } else {
        json!({"name": "navigate", "next": {"type": "screen", "name": id(index + 1)},
               "payload": {"name": "${form.field_0}", "ready": true}})
    };
    children.push(json!({"type": "Footer", "label": "Continue", "on-click-action": action}));
    json!({
        "id": id(index),
        "title": format!("Page {index}"),
        "terminal": last,
        "data": {
            "name": {"type": "string", "__example__": "Ana"},
            "ready": {"type": "boolean", "__example__": true}
        },
        "layout": {"type": "SingleColumnLayout", "children": children}
    })
}

fn part(index: usize) -> Value {
    let name = format!("field_{index}");
    match index % 5 {
        0 => {
            json!({"type": "TextInput", "name": name, "label": "Your name", "required": true, "helper-text": "As on your card"})
        }
        1 => json!({"type": "TextBody", "text": "${data.name}", "visible": "${data.ready}"}),
        2 => json!({"type": "Dropdown", "name": name, "label": "Size", "data-source": [
            {"id": "small", "title": "Small"}, {"id": "middle", "title": "Middle"}, {"id": "large", "title": "Large"}
        ]}),
        3 => json!({"type": "TextCaption", "text": "`'Hello ' ${data.name}`"}),
        _ => {
            json!({"type": "DatePicker", "name": name, "label": "Day", "min-date": "2026-01-01", "max-date": "2026-12-31"})
        }
    }
}

fn bars(c: &mut Criterion) {
    let text = large();
    let mut group = c.benchmark_group("100 screens x 50 components");
    group.bench_function("serde_json reads the text", |b| {
        b.iter(|| serde_json::from_str::<Value>(black_box(&text)).is_ok());
    });
    group.bench_function("the tree is read", |b| b.iter(|| Tree::parse(black_box(text.as_str()))));
    group.bench_function("the tree is read and checked", |b| {
        b.iter(|| check(&Tree::parse(black_box(text.as_str()))));
    });
    let mut tree = Tree::parse(text.as_str());
    let mut checker = Checker::default();
    checker.check(&tree);
    let label = Pointer("/screens/50/layout/children/49/label".to_owned());
    let mut turn = false;
    group.bench_function("one property is edited and checked again", |b| {
        b.iter(|| {
            turn = !turn;
            let value = Value::from(if turn { "Go on" } else { "Continue" });
            let changes = tree.at(&label).map(|node| edits::replace_value(node, &value));
            tree.apply(&changes.unwrap_or_default());
            checker.check(&tree)
        });
    });
    group.finish();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    bars(&mut criterion);
    criterion.final_summary();
}
