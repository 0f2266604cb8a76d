//! A picture is too large for the phone, or of a kind it does not know.
//!
//! # Why
//!
//! The phone shows a grey box instead. It tells the kind of a picture by its first letter, so nothing may stand before it.
//!
//! # Example
//!
//! ```json
//! {"type": "Image", "src": "data:image/png;base64,iVBORw0KGgo="}
//! ```
//!
//! # Fix
//!
//! Drop the picture in again, so that it is made smaller and stored the way phones read it.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::rules::carousel_limits::is_base64;
use crate::edit::Edit;
use crate::facts::{Version, limits};
use crate::flow::ComponentKind;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "picture-not-shown",
    severity: Severity::Risky,
    codes: &[],
    source: include_str!("picture_not_shown.rs"),
    checks: &[],
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let limits = limits();
    let list_kilobytes = if cx.version < Version::new(6, 0) {
        limits.list_image_kilobytes_before_6_0
    } else {
        limits.list_image_kilobytes
    };
    for component in &cx.components {
        let items = |list: &str| component.get(list).into_iter().flat_map(Node::items);
        if component.is(ComponentKind::Image)
            && let Some(source) = component.get("src")
        {
            look(source, limits.image_kilobytes, out);
        }
        for source in items("images").filter_map(|image| image.get("src")) {
            look(source, limits.image_kilobytes, out);
        }
        for source in items("data-source").filter_map(|option| option.get("image")) {
            look(source, list_kilobytes, out);
        }
        for source in items("list-items").filter_map(|row| row.get("start")?.get("image")) {
            look(source, list_kilobytes, out);
        }
    }
}

fn look<'t>(source: Node<'t>, most: u32, out: &mut Findings<'t>) {
    let written = source.as_str().unwrap_or_default();
    let prefixed = written.strip_prefix("data:").and_then(|rest| rest.split_once(";base64,"));
    let base64 = prefixed.map_or(written.as_ref(), |(_, base64)| base64);
    // What is no picture at all is another rule's.
    if !is_base64(base64) {
        return;
    }
    let kilobytes = (base64.len() / 4 * 3).div_ceil(1024);
    if !base64.starts_with(['/', 'i', 'R', 'U', 'P']) {
        out.add(&RULE, "", "Phones do not know this kind of picture", &[Spot::value(source)]);
    } else if kilobytes > most as usize {
        let headline = format!("This picture has {kilobytes} KB; phones show up to {most} KB");
        out.add(&RULE, "", headline, &[Spot::value(source)]);
    } else if prefixed.is_some() {
        let edits = vec![Edit::ReplaceValue { at: source.pointer(), value: base64.into() }];
        out.add(&RULE, "", "Phones do not show a picture with 'data:' before it", &[Spot::value(source)])
            .mended(Fix { title: "Take 'data:' away".to_owned(), edits });
    }
}
