//! A web address, a pattern or a colour is not written as such.
//!
//! # Why
//!
//! The phone could not use it, so Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"name": "open_url", "url": "example"}
//! ```
//!
//! # Fix
//!
//! Write web addresses with https://, colours as #RRGGBB, and close every bracket of a pattern.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, plain, short};
use crate::check::mend;
use crate::check::rule::{Rule, Run};
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "wrong-format",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE_FORMAT", "PATTERN_MISMATCH"],
    checks: &[],
    source: include_str!("wrong_format.rs"),
    run: Run::Schema,
};

pub(in crate::check) fn found<'t>(node: Node<'t>, property: &str, format: &str, out: &mut Findings<'t>) {
    let message = format!("Property '{property}' should be in '{format}' format.");
    let what = if format == "uri" { "a full web address" } else { "a pattern that phones can read" };
    out.add(&RULE, message, format!("'{}' is not {what}", plain(property)), &[Spot::value(node)])
        .mended_by(if format == "uri" { as_url(node) } else { without(node, property) });
}

pub(in crate::check) fn pattern<'t>(node: Node<'t>, property: &str, out: &mut Findings<'t>) {
    let message = format!("Property '{property}' should match the pattern '^#([A-Fa-f0-9]{{6}})$'.");
    out.add(
        &RULE,
        message,
        format!("'{}' is not written like #12AB9F", plain(property)),
        &[Spot::value(node)],
    )
    .coded("PATTERN_MISMATCH")
    .mended_by(as_color(node, property));
}

/// A text in a list of paragraphs.
pub(in crate::check) fn paragraph<'t>(node: Node<'t>, property: &str, out: &mut Findings<'t>) {
    let message = format!("Property '{property}' should match the pattern '^(?!s*$).+'.");
    out.add(&RULE, message, "A paragraph of this text is empty", &[Spot::value(node)])
        .coded("PATTERN_MISMATCH")
        .mended(mend::remove_item(node, "Delete this paragraph"));
}

fn without(node: Node<'_>, property: &str) -> Vec<Fix> {
    let owner = node.parent().filter(|owner| mend::is_optional(*owner, property));
    owner.map(|owner| mend::remove(owner, property)).into_iter().collect()
}

/// What is written, as a web address.
fn as_url(node: Node<'_>) -> Vec<Fix> {
    let written = node.as_str().unwrap_or_default();
    let address = written.trim().trim_start_matches('/').replace(' ', "%20");
    let url = format!("https://{}", address.split_once("://").map_or(address.as_str(), |(_, rest)| rest));
    let url = if address.is_empty() || !is_url(&url) { "https://example.com".to_owned() } else { url };
    vec![mend::fix(format!("Change it to {}", short(&url)), mend::replace(node, url.into()))]
}

/// `fa0` and `#fa0` as `#ffaa00`, else without a colour.
fn as_color(node: Node<'_>, property: &str) -> Vec<Fix> {
    let written = node.as_str().unwrap_or_default();
    let hex = written.trim().trim_start_matches('#');
    let long: String =
        if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    let color = format!("#{long}");
    let mut fixes = without(node, property);
    if is_color(&color) {
        fixes.insert(0, mend::fix(format!("Change it to {color}"), mend::replace(node, color.into())));
    }
    fixes
}

/// `#RRGGBB`
pub(in crate::check) fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A scheme, a colon, and something without spaces behind it.
pub(in crate::check) fn is_url(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
            && !rest.is_empty()
            && !text.contains(|c: char| c.is_whitespace() || c.is_control())
    })
}
