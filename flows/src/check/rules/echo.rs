//! Something more that Meta says about a place that already has a finding.
//!
//! # Why
//!
//! Meta's validator tries every part and every form a value could have, and reports what each of them
//! lacks. These sentences go away with the finding beside them.
//!
//! # Example
//!
//! ```json
//! {"type": "TextBody", "text": " "}
//! ```
//!
//! # Fix
//!
//! Mend the other finding at this place.

use crate::check::Diagnostic;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts::JsonType;
use crate::json::{Member, Node};
use super::{not_a_binding, wrong_type as type_rule};

pub(in crate::check) static RULE: Rule = Rule {
    id: "echo",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_TYPE", "PATTERN_MISMATCH", "INVALID_PROPERTY_KEY", "INVALID_PROPERTY_VALUE", "INVALID_ENUM_VALUE", "MISSING_REQUIRED_PROPERTY", "NOT_KEYWORD_SCHEMA_VALIDATION_FAILED", "MIN_CHARS_REQUIRED"],
    checks: &[],
    source: include_str!("echo.rs"),
    run: Run::Schema,
};

const HEADLINE: &str = "Meta says more about this place";

/// A sentence of Meta's with its code.
pub(in crate::check) fn say<'t>(code: &'static str, message: String, node: Node<'t>, out: &mut Findings<'t>) {
    if !out.is_full() && !is_said(out, code, &message, &out.place(Spot::value(node)).path) {
        out.add(&RULE, message, HEADLINE, &[Spot::value(node)]).coded(code);
    }
}

/// Another type the value could have had.
pub(in crate::check) fn wrong_type<'t>(node: Node<'t>, property: &str, other: JsonType, out: &mut Findings<'t>) {
    say("INVALID_PROPERTY_TYPE", type_rule::message(property, other, node.kind()), node, out);
}

/// It could have been a binding.
pub(in crate::check) fn not_a_binding<'t>(node: Node<'t>, property: &str, out: &mut Findings<'t>) {
    say("PATTERN_MISMATCH", not_a_binding::message(property), node, out);
}

/// A name that some other component would not have.
pub(in crate::check) fn unknown_property<'t>(member: Member<'t>, component: &str, out: &mut Findings<'t>) {
    let message = format!("Property '{}' is not allowed in '{component}' component.", member.key());
    out.add(&RULE, message, HEADLINE, &[Spot::name(member)]).coded("INVALID_PROPERTY_KEY");
}

/// An action without a name is also held against `open_url`.
pub(in crate::check) fn nameless_action<'t>(action: Node<'t>, out: &mut Findings<'t>) {
    if action.get("url").is_none() {
        let message = "Required property 'url' is missing.".to_owned();
        say("MISSING_REQUIRED_PROPERTY", message, action, out);
    }
    for member in action.members().filter(|m| m.name.is_str("payload") || m.name.is_str("next")) {
        let message = format!("Property '{}' cannot be specified at on-click-action 'then'.", member.key());
        out.add(&RULE, message, HEADLINE, &[Spot::value(action).shown_at(member.name)])
            .coded("NOT_KEYWORD_SCHEMA_VALIDATION_FAILED");
    }
}

/// What other components say about the same property.
pub(in crate::check) fn found(others: Vec<Diagnostic>, out: &mut Findings<'_>) {
    for mut finding in others {
        if out.is_full() {
            return;
        }
        let code = finding.meta_code.as_deref().unwrap_or_default();
        let said = out.list.iter().any(|said| {
            said.place.path == finding.place.path && said.meta_code.as_deref() == Some(code)
        });
        if !said {
            RULE.id.clone_into(&mut finding.rule);
            HEADLINE.clone_into(&mut finding.headline);
            finding.why = crate::check::explain(RULE.id).map(|text| text.why.clone()).unwrap_or_default();
            finding.fixes.clear();
            out.list.push(finding);
        }
    }
}

fn is_said(out: &Findings<'_>, code: &str, message: &str, path: &str) -> bool {
    out.list.iter().any(|said| {
        said.message == message && said.place.path == path && said.meta_code.as_deref() == Some(code)
    })
}
