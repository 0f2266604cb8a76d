use std::process::ExitCode;

use clap::Args;
use flows::check::{Severity, explain, rule_ids};

use crate::UNUSABLE;

/// Explain a rule: what it finds, why it matters, an example and how to mend it
#[derive(Args)]
pub(crate) struct Arguments {
    /// The rule, for example `no-entry-screen`; without one all rules are listed
    rule: Option<String>,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let Some(wanted) = &arguments.rule else {
        for text in rule_ids().filter_map(explain) {
            println!("{:32} {}", text.id, text.what.lines().next().unwrap_or_default());
        }
        return ExitCode::SUCCESS;
    };
    let Some(text) = explain(wanted) else {
        eprintln!("waymark: there is no rule '{wanted}'; `waymark explain` lists all rules");
        let alike: Vec<_> =
            rule_ids().filter(|id| wanted.split('-').any(|w| w.len() > 3 && id.contains(w))).collect();
        if !alike.is_empty() {
            eprintln!("Did you mean: {}?", alike.join(", "));
        }
        return ExitCode::from(UNUSABLE);
    };
    let word = match text.severity {
        Severity::Blocked => "blocked",
        Severity::Risky => "risky",
        Severity::Advice => "advice",
    };
    println!("{} ({word})", text.id);
    if !text.codes.is_empty() {
        println!("Meta's code: {}", text.codes.join(", "));
    }
    println!("\n{}\n\nWhy\n{}\n\nExample\n{}\n\nFix\n{}", text.what, text.why, text.example, text.fix);
    ExitCode::SUCCESS
}
