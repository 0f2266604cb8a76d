//! How fast message templates are checked. Promises: one template under 50 microseconds; all 6,000 templates of a full
//! account read and checked, and searched for a word, under 300 ms.
//!
//! The templates are the real ones of `shared/conformance/payloads/templates`, each read anew from its text.

#![expect(clippy::unwrap_used, reason = "a benchmark may stop")]

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use flows::check::check_template;
use flows::json::Tree;
use flows::template::Template;

mod bars;

use bars::{medians, ms, promise};

const ROUNDS: usize = 20;
/// The most templates an account can have.
const FULL_ACCOUNT: usize = 6_000;
const ONE: Duration = Duration::from_micros(50);
const ALL: Duration = Duration::from_millis(300);

fn main() -> ExitCode {
    // `cargo test --all-targets` starts benchmarks too; they only run when asked for
    if !std::env::args().any(|arg| arg == "--bench") {
        return ExitCode::SUCCESS;
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/payloads/templates");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.file_name().is_some_and(|name| name != "index.json"));
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let account: Vec<&str> = texts.iter().cycle().take(FULL_ACCOUNT).map(String::as_str).collect();
    let [all, searched] = medians(
        ROUNDS,
        [
            &mut || {
                let start = Instant::now();
                for text in &account {
                    black_box(check_template(&Tree::parse(black_box(*text))));
                }
                start.elapsed()
            },
            &mut || {
                let start = Instant::now();
                let found = account.iter().filter(|text| says(black_box(text), "order"));
                black_box(found.count());
                start.elapsed()
            },
        ],
    );
    let one = all / u32::try_from(FULL_ACCOUNT).unwrap();
    println!("{} real templates, {FULL_ACCOUNT} in turn, {ROUNDS} rounds; medians:", texts.len());
    let one_kept = promise(
        "the check of a template",
        &format!("{:.1} us", one.as_secs_f64() * 1e6),
        &format!("under {} us", ONE.as_micros()),
        one < ONE,
    );
    let all_kept = promise(
        "a full account read, checked and searched",
        &format!("{:.0} ms", ms(all + searched)),
        &format!("under {} ms", ALL.as_millis()),
        all + searched < ALL,
    );
    if one_kept && all_kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether the name or a text of a template has a word.
fn says(text: &str, word: &str) -> bool {
    let tree = Tree::parse(text);
    let template = Template::of(&tree);
    let name = template.name.as_deref().unwrap_or_default().to_lowercase();
    let mut texts = template.components.iter().filter_map(|part| part.node.get("text")?.as_str());
    name.contains(word) || texts.any(|text| text.to_lowercase().contains(word))
}
