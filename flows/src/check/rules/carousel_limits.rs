//! An ImageCarousel has more pictures than it can show, or one that is not a picture.
//!
//! # Why
//!
//! The phone shows three pictures; they stand in the file as base64 text.
//!
//! # Example
//!
//! ```json
//! {"type": "ImageCarousel", "images": [{"src": "https://example.com/a.png", "alt-text": "A"}]}
//! ```
//!
//! # Fix
//!
//! Remove pictures, or choose the picture again so that it is stored in the file.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::expr::binding;
use crate::facts;
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "carousel-limits",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &["ImageCarouselV701"],
    source: include_str!("carousel_limits.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::limits().images_per_carousel as usize;
    for images in cx.of_kind(ComponentKind::ImageCarousel).filter_map(|c| c.get("images")) {
        let extra: Vec<_> = images.items().skip(most).map(Node::pointer).collect();
        if !extra.is_empty() {
            let message = format!("Property 'images' should have at most '{most}' items.");
            out.add(&RULE, message, format!("{most} pictures at most can be swiped through"), &[Spot::value(images)])
                .mended(Fix {
                    title: format!("Keep the first {most}"),
                    edits: vec![Edit::RemoveItems { items: extra }],
                });
        }
        for source in images.items().filter_map(|image| image.get("src")) {
            let written = source.as_str().unwrap_or_default();
            if binding::whole(&written).is_none() && !is_base64(&written) {
                let message = "Image source is not in a valid base64 format.";
                out.add(&RULE, message, "This is not a picture; choose one", &[Spot::value(source)]);
            }
        }
    }
}

/// As browsers take it: the padding may be left out, but not a part of it.
pub(in crate::check) fn is_base64(text: &str) -> bool {
    let padded = text.len().is_multiple_of(4);
    let digits = if padded { text.trim_end_matches('=') } else { text };
    !digits.is_empty()
        && text.len() - digits.len() <= 2
        && digits.len() % 4 != 1
        && digits.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'/')
}
