//! A button that hands a code to an app does not name the app as Meta wants it, names too many, or the terms are not
//! accepted.
//!
//! # Why
//!
//! Without it the phone cannot hand the code over.
//!
//! # Example
//!
//! ```json
//! {"type": "OTP", "otp_type": "ONE_TAP", "supported_apps": [{"package_name": "shop", "signature_hash": "K8a"}]}
//! ```
//!
//! # Fix
//!
//! Copy both from the app's maker.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts::{self, Pattern};
use crate::json::Node;
use crate::template::ButtonType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-app-wrong",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_app_wrong.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    let limits = &facts::template().limits;
    for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Otp) {
        let is = |kind: &str| button.node.get("otp_type").is_some_and(|otp| otp.is_str_ignoring_case(kind));
        let hands_over = is("ONE_TAP") || is("ZERO_TAP");
        let list = button.node.get("supported_apps");
        let apps: Vec<Node<'t>> = list.into_iter().flat_map(Node::items).collect();
        if hands_over && apps.is_empty() && button.node.get("package_name").is_none() {
            out.add(&RULE, "", "The app that takes the code is missing", &[Spot::value(button.node)]);
        }
        if let Some(first) = apps.get(limits.apps_max) {
            let headline = format!("{} apps; {} are allowed", apps.len(), limits.apps_max);
            out.add(&RULE, "", headline, &[Spot::value(*first)]).mended(mend::remove_item(*first, "Take this one out"));
        }
        for app in apps.iter().copied().chain([button.node]) {
            let wrong = |key: &str, pattern: &Pattern| {
                app.get(key).filter(|node| node.as_str().is_some_and(|text| !pattern.is_match(&text)))
            };
            if let Some(node) = wrong("package_name", &limits.package_pattern) {
                out.add(&RULE, "", "An app's package looks like com.example.shop", &[Spot::value(node)]);
            }
            if let Some(node) = wrong("signature_hash", &limits.signature_pattern) {
                let headline = format!("An app's signature has {} letters", limits.signature_length);
                out.add(&RULE, "", headline, &[Spot::value(node)]);
            }
        }
        let accepted = button.node.get("zero_tap_terms_accepted").and_then(Node::as_bool);
        if is("ZERO_TAP") && accepted != Some(true) {
            out.add(&RULE, "", "The terms for codes without a tap are not accepted", &[Spot::value(button.node)]);
        }
    }
}
