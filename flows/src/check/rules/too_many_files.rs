//! The form would send more files, or larger ones, than can be sent when it completes.
//!
//! # Why
//!
//! Meta takes 10 files and 100 MB in all. Without limits of their own, the fields for photos and
//! documents allow more.
//!
//! # Example
//!
//! ```json
//! {"type": "PhotoPicker", "name": "photos", "label": "Photos"}
//! ```
//!
//! # Fix
//!
//! Set the most files and the largest size of the fields, for example 3 files of 10 MB.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::payload::picker_component;
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::facts;
use crate::flow::{Component, ComponentKind, Slot};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-many-files",
    severity: Severity::Blocked,
    codes: &["INVALID_ON_CLICK_ACTION_PAYLOAD"],
    checks: &["OnClickActionPayloadV500", "OnClickActionPayloadV600"],
    source: include_str!("too_many_files.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let limits = facts::limits();
    let (most_files, most_size) = (f64::from(limits.media_files_in_payload), f64::from(limits.media_kilobytes_in_payload));
    for action in cx.actions.iter().filter(|a| a.slot == Slot::Click && a.is("complete")) {
        let Some(payload) = action.payload() else { continue };
        let pickers: Vec<_> = payload.members().filter_map(|m| picker_component(cx, m.value)).collect();
        let files: f64 = pickers.iter().map(|p| number(p, most_property(p))).sum();
        let size: f64 = pickers.iter().map(|p| number(p, most_property(p)) * number(p, "max-file-size-kb")).sum();
        if files > most_files {
            let message = format!(
                "The aggregated maximum uploaded files of the PhotoPicker and DocumentPicker components cannot exceed \
                 {most_files} when using in the complete action payload. If 'max-uploaded-photos' or \
                 'max-uploaded-documents' property is not set, the default uploaded files count is 30."
            );
            let headline = format!("A form can send {most_files} files at most");
            let finding = out.add(&RULE, message, headline, &[Spot::value(payload)]);
            add_fix(finding, &pickers, most_files, most_size);
        }
        if size > most_size {
            let message = format!(
                "The aggregated size of maximum uploaded files of the PhotoPicker and DocumentPicker components cannot \
                 exceed {most_size} KB when using in the complete action payload. If 'max-file-size-kb' property is \
                 not set, the default file size is 25600 KB."
            );
            let headline = format!("A form can send files of {} MB in all at most", most_size / 1024.0);
            let finding = out.add(&RULE, message, headline, &[Spot::value(payload)]);
            add_fix(finding, &pickers, most_files, most_size);
        }
    }
}

fn most_property(picker: &Component<'_>) -> &'static str {
    if picker.is(ComponentKind::PhotoPicker) { "max-uploaded-photos" } else { "max-uploaded-documents" }
}

/// The number that is set, or that holds when none is.
fn number(picker: &Component<'_>, property: &str) -> f64 {
    let set = picker.get(property).and_then(Node::as_f64);
    let default = || {
        let facts = picker.kind.and_then(|kind| facts::component(kind).property(property));
        facts.and_then(|p| p.default.as_ref()?.as_f64()).unwrap_or_default()
    };
    set.unwrap_or_else(default)
}

/// Shares the limits evenly among the fields.
fn add_fix(finding: &mut crate::check::Diagnostic, pickers: &[Component<'_>], files: f64, size: f64) {
    let Ok(count) = u32::try_from(pickers.len()).map(f64::from) else { return };
    let each = (files / count).floor().clamp(1.0, 3.0);
    let kilobytes = (size / (each * count)).floor();
    let edits = pickers
        .iter()
        .flat_map(|picker| {
            [(most_property(picker), each), ("max-file-size-kb", kilobytes.min(25600.0))].map(|(key, n)| {
                Edit::SetProperty { at: picker.node.pointer(), key: key.to_owned(), value: super::number(n) }
            })
        })
        .collect();
    finding.mended(Fix { title: format!("Allow {each} files each"), edits });
}
