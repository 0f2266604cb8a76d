//! Speed and memory of the built app in its real window, next to an empty window on the same machine.
//!
//! Run with `cargo xtask bench`; prints a line for each promise and fails when one is broken.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "test code: what cannot be measured ends the run"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use serde_json::{Value, json};
use tests::desktop::{Desktop, Start};
use tests::measure::{memory, percentile};
use tests::place;

const STARTS: usize = 7;
const MEGABYTE: f64 = 1_048_576.0;

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let kept = runtime.block_on(async {
        let mut kept = start_and_memory().await;
        kept &= edits().await;
        kept &= map().await;
        kept
    });
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn promise(what: &str, figure: f64, limit: f64, unit: &str) -> bool {
    let kept = figure <= limit;
    println!(
        "{} {what}: {figure:.1} {unit} (at most {limit} {unit})",
        if kept { "kept  " } else { "BROKEN" }
    );
    kept
}

/// Milliseconds from the start of the process to the first paint, and megabytes of all its processes at idle.
async fn one_start(program: &Path) -> (f64, f64) {
    (first_paint(program.to_path_buf()).await, idle_memory(program.to_path_buf()).await)
}

async fn first_paint(program: PathBuf) -> f64 {
    let home = tempfile::tempdir().expect("a home folder");
    let mut desktop = Start { program, ..Start::at(home.path()) }.open().await;
    desktop.until("the first paint", "return performance.getEntriesByType('paint').length > 0").await;
    let paint = desktop
        .run("return performance.timeOrigin + performance.getEntriesByType('paint').at(-1).startTime")
        .await
        .as_f64()
        .unwrap_or(f64::NAN);
    paint - desktop.processes().first().map_or(f64::NAN, |app| app.started)
}

async fn idle_memory(program: PathBuf) -> f64 {
    let home = tempfile::tempdir().expect("a home folder");
    let mut app = Start { program, ..Start::at(home.path()) }.undriven();
    tokio::time::sleep(Duration::from_secs(10)).await;
    let processes = app.processes();
    assert!(processes.len() >= 3, "the window has its web view: {processes:?}");
    #[expect(clippy::cast_precision_loss)]
    let bytes: f64 = processes.iter().map(|process| memory(process.id) as f64).sum();
    bytes / MEGABYTE
}

async fn start_and_memory() -> bool {
    let empty = place::built().join("examples/empty_window");
    let ours = place::program("waymark-desktop");
    let (mut empty_runs, mut our_runs) = (Vec::new(), Vec::new());
    // in turns, so that a busy moment of the machine meets both
    for _ in 0..STARTS {
        empty_runs.push(one_start(&empty).await);
        our_runs.push(one_start(&ours).await);
    }
    let median = |runs: &[(f64, f64)], pick: fn(&(f64, f64)) -> f64| {
        percentile(&runs.iter().map(pick).collect::<Vec<_>>(), 0.5)
    };
    let (empty_start, our_start) = (median(&empty_runs, |run| run.0), median(&our_runs, |run| run.0));
    let (empty_memory, our_memory) = (median(&empty_runs, |run| run.1), median(&our_runs, |run| run.1));
    println!("first paint: empty {empty_start:.0} ms, Waymark {our_start:.0} ms; median of {STARTS}");
    println!("idle memory (PSS): empty {empty_memory:.1} MB, Waymark {our_memory:.1} MB; median of {STARTS}");
    let start = promise("first paint above an empty window", our_start - empty_start, 300.0, "ms");
    promise("idle memory above an empty window", our_memory - empty_memory, 60.0, "MB") && start
}

/// A Flow of this many screens with this many parts each, in a chain with one end.
fn large_flow(screens: usize, parts: usize) -> Value {
    let name = |mut index: usize| {
        let mut name = String::from("S_");
        loop {
            name.push(char::from(b'A' + u8::try_from(index % 26).unwrap_or_default()));
            index /= 26;
            if index == 0 {
                break name;
            }
        }
    };
    let screen = |index: usize| {
        let last = index + 1 == screens;
        let mut children: Vec<Value> = (0..parts.saturating_sub(1))
            .map(|part| match part % 3 {
                0 => json!({"type": "TextBody", "text": format!("Paragraph {part} of screen {index}")}),
                1 => json!({"type": "TextInput", "name": format!("answer_{part}"), "label": "Your answer",
                            "helper-text": "As you like", "required": false}),
                _ => json!({"type": "Dropdown", "name": format!("choice_{part}"), "label": "Your choice",
                            "data-source": [{"id": "a", "title": "First"}, {"id": "b", "title": "Second"}]}),
            })
            .collect();
        let action = if last {
            json!({"name": "complete", "payload": {}})
        } else {
            json!({"name": "navigate", "next": {"type": "screen", "name": name(index + 1)}, "payload": {}})
        };
        children.push(json!({"type": "Footer", "label": "Continue", "on-click-action": action}));
        let mut screen = json!({"id": name(index), "title": format!("Screen {index}")});
        if last {
            screen["terminal"] = json!(true);
        }
        screen["layout"] = json!({"type": "SingleColumnLayout", "children": children});
        screen
    };
    json!({"version": "7.3", "screens": (0..screens).map(screen).collect::<Vec<_>>()})
}

/// The app with this Flow open in the editor.
async fn opened(flow: &Value, home: &std::path::Path) -> Desktop {
    let file = home.join("large.json");
    std::fs::write(&file, serde_json::to_string_pretty(flow).expect("JSON")).expect("a file");
    let desktop = Start::at(home).arg(file.to_string_lossy()).open().await;
    desktop.see(".react-flow__node").await;
    desktop
}

/// From an edit in the page to patch and findings in its mirror.
async fn edits() -> bool {
    let home = tempfile::tempdir().expect("a home folder");
    let desktop = opened(&large_flow(100, 50), home.path()).await;
    let mut times: Vec<f64> = Vec::new();
    // in portions, as the driver waits for half a minute at most and typing rests between two edits
    for _ in 0..10 {
        let some = desktop.page.execute_async(include_str!("edits.js"), vec![json!(20)]).await;
        let some = some.expect("edits run");
        times.extend(some.as_array().into_iter().flatten().filter_map(Value::as_f64));
    }
    println!(
        "edit to mirror, 100 screens x 50 parts, {} edits: p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms",
        times.len(),
        percentile(&times, 0.5),
        percentile(&times, 0.95),
        percentile(&times, 0.99)
    );
    promise("edit to mirror, p95", percentile(&times, 0.95), 16.0, "ms")
}

/// Script time of one step while a card is dragged among 500.
async fn map() -> bool {
    let home = tempfile::tempdir().expect("a home folder");
    let desktop = opened(&large_flow(500, 3), home.path()).await;
    let times =
        desktop.page.execute_async(include_str!("drag.js"), vec![json!(120)]).await.expect("drag runs");
    let times = times.as_array().unwrap_or_else(|| panic!("no times of a drag: {times}"));
    let times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
    println!(
        "script time of a drag step, 500 screens, {} steps: p50 {:.1} ms, p95 {:.1} ms",
        times.len(),
        percentile(&times, 0.5),
        percentile(&times, 0.95)
    );
    promise("script time of a drag step, p95", percentile(&times, 0.95), 16.0, "ms")
}
