//! How fast a journey is proved after an edit. Promises: of 1,000 nodes with about 99 loops in at most 10 ms, of 5,000 nodes in
//! at most 60 ms, in 99 of 100 journeys; twice that where quiet hours hold every message, for which the time of day is
//! followed.
//!
//! Journeys are made by a fixed seed: messages, waits, questions, branches and systems, one after the other, and a way back
//! from about every tenth node.

#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use flows::journey::{Journey, Project};
use flows::json::Tree;
use flows::window::prove;
use serde_json::{Value, json};

mod bars;

use bars::{ms, promise};

/// Journeys of each size.
const JOURNEYS: u64 = 100;
const LOOPS: u64 = 99;
const SMALL: (usize, Duration) = (1_000, Duration::from_millis(10));
const LARGE: (usize, Duration) = (5_000, Duration::from_millis(60));

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let mut kept = true;
    for quiet in [false, true] {
        for (nodes, bar) in [SMALL, LARGE] {
            let proved: Vec<_> = (0..JOURNEYS).map(|seed| once(nodes, seed, quiet)).collect();
            let mut times: Vec<Duration> = proved.iter().map(|(time, _, _)| *time).collect();
            times.sort_unstable();
            let widened = proved.iter().filter(|(_, widened, _)| *widened).count();
            let zones: usize = proved.iter().map(|(_, _, zones)| *zones).sum();
            let bar = if quiet { bar * 2 } else { bar };
            let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or_default();
            let what = if quiet { ", quiet hours for all messages" } else { "" };
            kept &= promise(
                &format!("the proof of {nodes} nodes{what}"),
                &format!(
                    "p50 {:.2} ms, p99 {:.2} ms, {} zones each, taken together in {widened} of {JOURNEYS}",
                    ms(at(50)),
                    ms(at(99)),
                    zones / proved.len(),
                ),
                &format!("p99 at most {} ms", bar.as_millis()),
                at(99) <= bar,
            );
        }
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How long a proof takes, whether zones were taken together, and how many there were.
fn once(nodes: usize, seed: u64, quiet: bool) -> (Duration, bool, usize) {
    let project = Project::of("main", made(nodes, seed, quiet));
    let start = Instant::now();
    let proof = prove(black_box(&project), &"main".into()).unwrap();
    let time = start.elapsed();
    assert!(proof.messages.iter().any(|message| message.reached), "nobody comes anywhere");
    (time, proof.widened, proof.zones())
}

fn made(nodes: usize, seed: u64, quiet: bool) -> Journey {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |most: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) % most
    };
    let text = json!({"type": "text", "text": {"body": "Hello"}});
    let mut all = vec![json!({"id": "start", "kind": "keyword", "words": ["start"], "to": {"next": "n0"}})];
    for number in 0..nodes {
        let next = format!("n{}", number + 1);
        let back = below(nodes as u64) < LOOPS;
        let other = match number as u64 {
            at if back && at > 0 => format!("n{}", at - 1 - below(at.min(50))),
            at => format!("n{}", at + 1 + below(4)),
        };
        let hours = format!("{}m", 5 + below(600));
        let mut node: Value = match below(10) {
            0..=3 => json!({"kind": "send", "messages": [text], "to": {"next": next, "closed": other}}),
            4 | 5 => json!({"kind": "wait", "for": hours, "to": {"next": next}}),
            6 => json!({"kind": "wait_reply", "timeout": hours, "to": {"next": next, "no_answer": other}}),
            7 => json!({"kind": "ask", "message": text, "expects": {"text": {}}, "timeout": hours,
                        "to": {"next": next, "no_answer": other}}),
            8 => {
                let when = match below(3) {
                    0 => json!("window_open"),
                    1 => json!("consent"),
                    _ => json!({"tag": format!("t{}", below(20))}),
                };
                let case = json!({"id": "a", "name": "A", "when": when});
                json!({"kind": "branch", "cases": [case], "to": {"case:a": next, "else": other}})
            }
            _ => json!({"kind": "http", "method": "GET", "url": "https://www.example.com",
                        "to": {"next": next, "failed": other}}),
        };
        if let Some(members) = node.as_object_mut() {
            members.insert("id".to_owned(), json!(format!("n{number}")));
        }
        all.push(node);
    }
    let mut settings = json!({});
    if quiet {
        settings = json!({"quiet_hours": {"from": "21:00", "to": "09:00", "holds": "all"}});
    }
    let text = json!({"journey": 1, "settings": settings, "nodes": all}).to_string();
    Journey::read(&Tree::parse(text))
}
