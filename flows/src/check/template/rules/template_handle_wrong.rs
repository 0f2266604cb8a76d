//! The sample file of a header is given by a web address or by the number of a sent file.
//!
//! # Why
//!
//! Meta takes only a file that was uploaded for a template.
//!
//! # Example
//!
//! ```json
//! {"type": "HEADER", "format": "IMAGE", "example": {"header_handle": ["https://example.com/a.jpg"]}}
//! ```
//!
//! # Fix
//!
//! Choose the file anew; it is then uploaded.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::json::Node;
use crate::template::ComponentType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-handle-wrong",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_handle_wrong.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for part in cx.template.components.iter().filter(|part| part.kind == ComponentType::Header) {
        let handles = part.node.get("example").and_then(|example| example.get("header_handle"));
        for handle in handles.into_iter().flat_map(Node::items) {
            let Some(written) = handle.as_str() else { continue };
            let is_address = written.starts_with("http://") || written.starts_with("https://");
            let is_number = !written.is_empty() && written.chars().all(|c| c.is_ascii_digit());
            if is_address || is_number {
                out.add(&RULE, "", "The sample file was not uploaded for a template", &[Spot::value(handle)]);
            }
        }
    }
}
