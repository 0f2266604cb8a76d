//! The text likely asks for a full card number, an account number, or an identity document.
//!
//! # Why
//!
//! Meta refuses templates that ask for such things, and may limit the account.
//!
//! # Example
//!
//! ```json
//! {"type": "BODY", "text": "Please reply with your card number and CVV to confirm"}
//! ```
//!
//! # Fix
//!
//! Ask for less (the last four digits), or let people use your web page.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::findings::short;
use crate::facts::template_words as words;
use crate::template::ComponentType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-asks-secrets",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("template_asks_secrets.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for text in cx.texts_of(ComponentType::Body) {
        let lower = text.written.to_lowercase();
        let language = cx.template.language.as_deref().unwrap_or_default();
        if let Some(word) = words::secret(language, &lower) {
            let headline = format!("This likely asks for a secret: '{}'", short(word));
            out.add(&RULE, "", headline, &[Spot::value(text.node)]);
        }
    }
}
