//! The bars of speed: reading and checking a large Flow, against `serde_json` reading the same text and for each
//! component; and checking again after an edit of one property. Prints a line for each promise and fails when one
//! is broken.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use flows::check::{Checker, check};
use flows::json::{Pointer, Tree, edits};
use serde_json::{Value, json};

mod bars;

use bars::{medians, ms, promise};

/// How often each thing is measured.
const ROUNDS: usize = 50;
/// Reading and checking takes at most so many times what `serde_json` takes for reading alone.
const TIMES_READING: f64 = 5.0;
/// Reading and checking takes at most so many microseconds for each component.
const MICROSECONDS_A_COMPONENT: f64 = 20.0;
/// Checking again after an edit is at least so many times faster than reading and checking everything.
const TIMES_FASTER_AGAIN: f64 = 10.0;
/// Screens times components of each, as the bar has it.
const SCREENS: u16 = 100;
const COMPONENTS: u16 = 50;

/// A clean Flow of that size, with all sorts of fields, choices, conditions, data and ways.
fn large() -> String {
    let screens: Vec<Value> = (0..SCREENS).map(screen).collect();
    let flow = json!({"version": "7.3", "screens": screens});
    let text = serde_json::to_string_pretty(&flow).unwrap_or_default();
    assert!(check(&Tree::parse(text.as_str())).iter().all(|f| f.rule == "crowded-screen"));
    text
}

/// Letters only, as ids must be.
fn id(index: u16) -> String {
    let letter = |n: u16| char::from(b'A' + u8::try_from(n % 10).unwrap_or_default());
    format!("SCREEN_{}{}", letter(index / 10), letter(index))
}

fn screen(index: u16) -> Value {
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

fn part(index: u16) -> Value {
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

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let text = large();
    let mut tree = Tree::parse(text.as_str());
    let mut checker = Checker::default();
    checker.check(&tree);
    let label = Pointer("/screens/50/layout/children/49/label".to_owned());
    let mut turn = false;
    let [reading, own_reading, full, again] = medians(
        ROUNDS,
        [
            &mut || {
                let start = Instant::now();
                black_box(serde_json::from_str::<Value>(black_box(&text)).is_ok());
                start.elapsed()
            },
            &mut || {
                let start = Instant::now();
                black_box(Tree::parse(black_box(text.as_str())));
                start.elapsed()
            },
            &mut || {
                let start = Instant::now();
                black_box(check(&Tree::parse(black_box(text.as_str()))));
                start.elapsed()
            },
            &mut || {
                turn = !turn;
                let value = Value::from(if turn { "Go on" } else { "Continue" });
                let start = Instant::now();
                let changes = tree.at(&label).map(|node| edits::replace_value(node, &value));
                tree.apply(&changes.unwrap_or_default());
                black_box(checker.check(&tree));
                start.elapsed()
            },
        ],
    );
    let (reading, own_reading, full, again) = (ms(reading), ms(own_reading), ms(full), ms(again));
    let a_component = full * 1000.0 / f64::from(SCREENS * COMPONENTS);
    println!(
        "{SCREENS} screens x {COMPONENTS} components, {} bytes, medians of {ROUNDS} rounds:",
        text.len()
    );
    println!("  serde_json reads the text {reading:.2} ms, we read it {own_reading:.2} ms");
    println!("  read and checked {full:.2} ms, one property edited and checked again {again:.3} ms");
    let kept = [
        promise(
            "a full check, against serde_json reading the text",
            &format!("{:.2} times", full / reading),
            &format!("at most {TIMES_READING} times"),
            full / reading <= TIMES_READING,
        ),
        promise(
            "a full check, for each component",
            &format!("{a_component:.2} microseconds"),
            &format!("at most {MICROSECONDS_A_COMPONENT} microseconds"),
            a_component <= MICROSECONDS_A_COMPONENT,
        ),
        promise(
            "a check after one edit, against a full check",
            &format!("{:.0} times faster", full / again),
            &format!("at least {TIMES_FASTER_AGAIN} times"),
            full / again >= TIMES_FASTER_AGAIN,
        ),
    ];
    if kept.into_iter().all(|kept| kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
