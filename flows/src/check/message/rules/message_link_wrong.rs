//! A link is no web address: `https://` or `http://` and a name with a point.
//!
//! # Why
//!
//! Meta cannot fetch the file, or people could not open the page.
//!
//! # Example
//!
//! ```json
//! {"type": "image", "image": {"link": "example.com/cake.png"}}
//! ```
//!
//! # Fix
//!
//! Write the whole address.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::object::Known;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-link-wrong",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_link_wrong.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let is_button = |known: &Known<'t>| known.members.iter().any(|member| member.name == "display_text");
    let buttons = cx.values().filter(|(known, member, _)| member.name == "url" && is_button(known));
    let links =
        buttons.map(|(_, _, value)| value).chain(cx.media().filter_map(|media| media.node.get("link")));
    for value in links {
        let Some(link) = value.as_str().filter(|link| !link.trim().is_empty()) else { continue };
        if is_web_address(&link) {
            continue;
        }
        let finding =
            out.add(&RULE, "", "The link has to be a web address with https://", &[Spot::value(value)]);
        let whole = format!("https://{}", link.trim());
        if is_web_address(&whole) && !link.contains(':') {
            finding.mended(mend::fix("Begin with https://", mend::replace(value, whole.into())));
        }
    }
}

/// Whether it is `https://` or `http://`, a host with a point and perhaps more, without spaces.
fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !text.contains(char::is_whitespace)
}
