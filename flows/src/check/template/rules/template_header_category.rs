//! A header cannot be in this category: a place in a message of codes, a product outside marketing.
//!
//! # Why
//!
//! Meta refuses it.
//!
//! # Example
//!
//! ```json
//! {"category": "UTILITY", "components": [{"type": "HEADER", "format": "PRODUCT"}]}
//! ```
//!
//! # Fix
//!
//! Choose another header.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::template::{Category, ComponentType};

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-header-category",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_header_category.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for part in cx.template.main(ComponentType::Header) {
        let Some(format) = part.node.get("format") else { continue };
        let only_marketing = format.is_str_ignoring_case("PRODUCT") || format.is_str_ignoring_case("GIF");
        if only_marketing && cx.is(Category::Utility) {
            out.add(&RULE, "", "This header belongs to marketing", &[Spot::value(format)]);
        }
    }
}
