//! A link button has no web address that Meta takes: `https://`, with at most one variable at the very end.
//!
//! # Why
//!
//! Meta refuses it, and people could not open it.
//!
//! # Example
//!
//! ```json
//! {"type": "URL", "text": "Track it", "url": "https://example.com/{{1}}/track", "example": ["A1"]}
//! ```
//!
//! # Fix
//!
//! Write the whole address; a variable goes to its end.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts;
use crate::template::{ButtonType, variables};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-link-wrong",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_link_wrong.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Url) {
        let Some(node) = button.node.get("url") else { continue };
        let Some(url) = node.as_str().filter(|url| !url.trim().is_empty()) else { continue };
        let found = variables(&url);
        let is_last = found.list.iter().all(|variable| variable.at.end == url.len());
        let mut say = |headline: &str| out.add(&RULE, "", headline, &[Spot::value(node)]).fixes.len();
        if found.list.len() > facts::template().limits.url_variables {
            say("The link has several variables; one is allowed");
        } else if !is_last {
            say("The variable of a link has to stand at its end");
        } else if !found.loose.is_empty() {
            say("The link has double braces without a partner");
        }
        let fixed = url.get(..found.list.first().map_or(url.len(), |variable| variable.at.start)).unwrap_or_default();
        if !is_web_address(fixed) {
            let finding = out.add(&RULE, "", "The link has to be a web address with https://", &[Spot::value(node)]);
            let secure = url.strip_prefix("http://").unwrap_or(&url);
            let secure = format!("https://{secure}");
            let secured = secure.get(..secure.len() - (url.len() - fixed.len())).unwrap_or_default();
            if is_web_address(secured) && !url.contains("://") | url.starts_with("http://") {
                finding.mended(mend::fix("Begin with https://", mend::replace(node, secure.into())));
            }
        }
    }
}

/// Whether it is `https://`, a host with a point and perhaps more, without spaces.
fn is_web_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !text.contains(char::is_whitespace)
}
