//! `RULES.md`: every rule on a page, made from the registry and from the rules' cases. `UPDATE=1 cargo test -p
//! flows rules_page` writes it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::rule::{DocumentKind, Rule, all, explain};
use super::{Diagnostic, Severity};
use crate::facts::{self, VersionState};

#[path = "../../tests/rules/cases.rs"]
#[allow(dead_code, reason = "the places are for the test of the rules")]
mod cases;

const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_page_of_all_rules_is_current() {
    let path = Path::new(FOLDER).join("RULES.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "RULES.md is stale: UPDATE=1 cargo test -p flows rules_page");
}

fn page() -> String {
    let mut texts = String::new();
    let mut tables = String::new();
    for (kind, title) in [
        (DocumentKind::Flow, "Flows"),
        (DocumentKind::Template, "Message templates"),
        (DocumentKind::Message, "Messages"),
        (DocumentKind::Journey, "Journeys"),
    ] {
        write!(tables, "\n## {title}\n\n| Rule | For example | |\n|---|---|---|\n").unwrap();
        all().filter(|rule| rule.about() == kind).for_each(|rule| add(rule, &mut tables, &mut texts));
    }
    format!(
        "# Rules\n\nEverything that Waymark looks for. Made from the rules themselves by a test: \
         `UPDATE=1 cargo test -p flows rules_page` writes it anew.\n\n\
         *Refused* stops publishing: Meta says no, and the code is the one it gives. *Risky* passes Meta's \
         validator but is forbidden by its documentation or fails on some phones. *Advice* could be better.\n\
         {tables}{texts}"
    )
}

fn add(rule: &Rule, rows: &mut String, texts: &mut String) {
    let text = explain(rule.id).unwrap();
    let found = found_in_cases(rule);
    let headline = &found.first().unwrap_or_else(|| panic!("{} lacks cases", rule.id)).headline;
    let severity = in_words(rule.severity);
    writeln!(rows, "| [{}](#{}) | {} | {severity} |", rule.id, rule.id, headline.replace('|', "\\|"))
        .unwrap();
    writeln!(texts, "\n## {}\n\n> {headline}\n\n{}\n", rule.id, text.what).unwrap();
    writeln!(texts, "- **Severity:** {severity}").unwrap();
    writeln!(texts, "- **Meta's code:** {}", codes(&text.codes)).unwrap();
    if rule.about() == DocumentKind::Flow {
        writeln!(texts, "- **Versions:** {}", versions(rule)).unwrap();
    }
    writeln!(texts, "- **Mends itself:** {}", buttons(&found)).unwrap();
    writeln!(texts, "\n**Why.** {}\n\n{}\n\n**To mend it.** {}", text.why, text.example, text.fix).unwrap();
}

fn in_words(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocked => "refused",
        Severity::Risky => "risky",
        Severity::Advice => "advice",
    }
}

fn codes(codes: &[String]) -> String {
    let codes: Vec<String> = codes.iter().map(|code| format!("`{code}`")).collect();
    if codes.is_empty() { "none".to_owned() } else { codes.join(", ") }
}

/// The publishable versions in which it is looked for.
fn versions(rule: &Rule) -> String {
    let publishable =
        facts::versions().versions.iter().filter(|version| version.state == VersionState::Publishable);
    let all: Vec<_> = publishable.map(|version| version.version).collect();
    let those: Vec<_> =
        all.iter().filter(|version| rule.applies(**version)).map(ToString::to_string).collect();
    if those.len() == all.len() { "all".to_owned() } else { those.join(", ") }
}

fn buttons(found: &[Diagnostic]) -> String {
    let titles: BTreeSet<&str> = found.iter().flat_map(|f| &f.fixes).map(|fix| fix.title.as_str()).collect();
    let quoted: Vec<String> = titles.iter().take(4).map(|title| format!("\"{title}\"")).collect();
    if quoted.is_empty() { "no".to_owned() } else { format!("yes, for example {}", quoted.join(", ")) }
}

/// What the rule finds in its cases, in the order of the files.
fn found_in_cases(rule: &Rule) -> Vec<Diagnostic> {
    let cases = cases::of(rule.id).into_iter();
    let found = cases.flat_map(|(_, case)| case.found());
    found.filter(|finding| finding.rule == rule.id).collect()
}
