//! A link button leads to WhatsApp itself.
//!
//! # Why
//!
//! Many were refused with such links; Meta's pages do not say so.
//!
//! # Example
//!
//! ```json
//! {"type": "URL", "text": "Write to us", "url": "https://wa.me/15550001111"}
//! ```
//!
//! # Fix
//!
//! Use a quick reply: the person is in the chat already.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::template::ButtonType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-link-to-whatsapp",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_link_to_whatsapp.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for button in cx.template.buttons.iter().filter(|button| button.kind == ButtonType::Url) {
        let Some(node) = button.node.get("url") else { continue };
        let url = node.as_str().unwrap_or_default().to_lowercase();
        if HOSTS.iter().any(|host| url.starts_with(&format!("https://{host}"))) {
            out.add(&RULE, "", "A link to WhatsApp is often refused", &[Spot::value(node)]);
        }
    }
}

/// Web addresses that open WhatsApp.
const HOSTS: [&str; 3] = ["wa.me/", "api.whatsapp.com/", "chat.whatsapp.com/"];
