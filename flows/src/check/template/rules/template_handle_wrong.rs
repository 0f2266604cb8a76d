//! The sample file of a header is given by a web address, by the number of a sent file, or by a name that no file of
//! yours can have.
//!
//! # Why
//!
//! Meta takes only a file that was uploaded for a template. A file of yours, `media:` and its name, is uploaded when the
//! template is sent in.
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
use crate::template::{ComponentType, MEDIA, media_name};

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
            let is_nameless = written.starts_with(MEDIA) && media_name(&written).is_none();
            if is_address || is_number || is_nameless {
                out.add(&RULE, "", "The sample file was not uploaded for a template", &[Spot::value(handle)]);
            }
        }
    }
}
