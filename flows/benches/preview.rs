//! How long the phone takes to show a screen. Bars: one screen well under 1 ms, 100 screens at rest under 50 ms.
#![allow(missing_docs)] // what the macros below make
#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use flows::json::Tree;
use flows::preview::{PreviewAct, PreviewState, act, at_rest, render};
use serde_json::{Value, json};

/// A Flow of `screens` screens with 50 components each, every one leading to the next.
fn flow(screens: usize) -> Tree {
    let name = |index: usize| {
        let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap());
        format!("S_{}{}", letter(index / 26), letter(index))
    };
    let children = |index: usize| {
        let mut children: Vec<Value> = (0..49)
            .map(|part| match part % 7 {
                0 => json!({"type": "TextHeading", "text": "`'Hi ' ${data.name}`"}),
                1 => json!({"type": "TextBody", "markdown": true, "text": ["Some **bold** words", "- and", "- a list"]}),
                2 => json!({"type": "TextInput", "name": format!("t{part}"), "label": "E-mail", "input-type": "email",
                            "required": true, "helper-text": "We write once"}),
                3 => json!({"type": "Dropdown", "name": format!("d{part}"), "label": "Slot", "data-source": "${data.slots}"}),
                4 => json!({"type": "If", "condition": "(${data.n} > 3) && ${data.yes}",
                            "then": [{"type": "TextBody", "text": "${data.name}"}]}),
                5 => json!({"type": "DatePicker", "name": format!("w{part}"), "label": "When", "min-date": "2026-01-01"}),
                _ => json!({"type": "CheckboxGroup", "name": format!("c{part}"), "label": "Extras",
                            "data-source": [{"id": "1", "title": "One"}, {"id": "2", "title": "Two"}]}),
            })
            .collect();
        let action = if index + 1 == screens {
            json!({"name": "complete", "payload": {}})
        } else {
            json!({"name": "navigate", "next": {"type": "screen", "name": name(index + 1)}, "payload": {"n": 4}})
        };
        children.push(json!({"type": "Footer", "label": "Next", "on-click-action": action}));
        children
    };
    let slots: Vec<Value> =
        (0..20).map(|id| json!({"id": id.to_string(), "title": format!("Slot {id}")})).collect();
    let screens: Vec<Value> = (0..screens)
        .map(|index| {
            json!({"id": name(index), "title": "A screen", "terminal": index + 1 == screens,
                   "data": {"name": {"type": "string", "__example__": "Ana"}, "n": {"type": "number", "__example__": 5},
                            "yes": {"type": "boolean", "__example__": true}, "slots": {"type": "array", "__example__": slots}},
                   "layout": {"type": "SingleColumnLayout", "children": children(index)}})
        })
        .collect();
    Tree::parse(json!({"version": "7.3", "screens": screens}).to_string())
}

fn preview(bench: &mut Criterion) {
    let small = flow(10);
    let large = flow(100);
    let start = PreviewState::default();
    let typed = PreviewAct::SetField { name: "t2".into(), value: "ana@home.example".into() };
    bench.bench_function("render a screen of 50 components, 10 screens", |bench| {
        bench.iter(|| render(black_box(&small), &start));
    });
    bench.bench_function("render a screen of 50 components, 100 screens", |bench| {
        bench.iter(|| render(black_box(&large), &start));
    });
    bench.bench_function("type into a field, 10 screens", |bench| {
        bench.iter(|| act(black_box(&small), &start, &typed));
    });
    bench.bench_function("100 screens of 50 components at rest", |bench| {
        bench.iter(|| at_rest(black_box(&large), &[]));
    });
}

criterion_group!(benches, preview);
criterion_main!(benches);
