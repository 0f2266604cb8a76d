//! A field asks for more than it allows: its smallest number is larger than its largest.
//!
//! # Why
//!
//! Nobody could fill it in.
//!
//! # Example
//!
//! ```json
//! {"type": "TextInput", "name": "code", "label": "Code", "min-chars": 5, "max-chars": 2}
//! ```
//!
//! # Fix
//!
//! Swap the two numbers, or remove one.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot, plain};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "min-above-max",
    severity: Severity::Blocked,
    codes: &["MIN_VALUE_GREATER_THAN_MAX"],
    checks: &[],
    source: include_str!("min_above_max.rs"),
    run: Run::Screen(run),
};

/// Kinds that Meta's validator looks at, with the two properties.
const PAIRS: [(ComponentKind, &str, &str); 4] = [
    (ComponentKind::TextInput, "min-chars", "max-chars"),
    (ComponentKind::CheckboxGroup, "min-selected-items", "max-selected-items"),
    (ComponentKind::PhotoPicker, "min-uploaded-photos", "max-uploaded-photos"),
    (ComponentKind::DocumentPicker, "min-uploaded-documents", "max-uploaded-documents"),
];

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let chips = (ComponentKind::ChipsSelector, "min-selected-items", "max-selected-items");
    for (kind, least, most) in PAIRS.into_iter().chain([chips]) {
        for component in cx.of_kind(kind) {
            let (Some(min), Some(max)) = (component.get(least), component.get(most)) else { continue };
            let (Some(low), Some(high)) = (min.as_f64(), max.as_f64()) else { continue };
            if low <= high {
                continue;
            }
            let name = component.name().unwrap_or_default();
            let message = format!("'{least}' cannot be greater than '{most}' for {} '{name}'.", kind.name());
            let headline = format!("'{}' is above '{}'", plain(least), plain(most));
            let at = component.node.pointer();
            let edits = vec![
                Edit::SetProperty { at: at.clone(), key: least.to_owned(), value: max.to_value() },
                Edit::SetProperty { at, key: most.to_owned(), value: min.to_value() },
            ];
            let finding = out.add(&RULE, message, headline, &[Spot::value(min)]);
            if kind == ComponentKind::ChipsSelector {
                finding.only_documented();
            }
            finding.mended(Fix { title: "Swap the two".to_owned(), edits });
        }
    }
}
