//! Some choices of a list have a picture, others a colour.
//!
//! # Why
//!
//! The phone shows either pictures or colours beside the choices of one list.
//!
//! # Example
//!
//! ```json
//! [{"id": "a", "title": "A", "color": "#ff0000"}, {"id": "b", "title": "B", "image": "(picture)"}]
//! ```
//!
//! # Fix
//!
//! Use pictures for all of them, or colours for all.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::json::Node;

pub(in crate::check) static RULE: Rule = Rule {
    id: "image-and-color",
    severity: Severity::Blocked,
    codes: &["DATA_SOURCE_ITEMS_HAVE_BOTH_IMAGE_AND_COLOR"],
    checks: &[],
    source: include_str!("image_and_color.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for component in &cx.components {
        let Some(items) = component.get("data-source") else { continue };
        let of = |key: &str| items.items().filter_map(|item| item.get(key)).collect::<Vec<Node<'t>>>();
        let (images, colors) = (of("image"), of("color"));
        if images.is_empty() || colors.is_empty() {
            continue;
        }
        let message = format!(
            "Data source can only have either only image attributes or only color attributes for all items for {} '{}'.",
            component.type_name(),
            component.name().unwrap_or_default()
        );
        let mut nodes: Vec<_> = colors.into_iter().chain(images).collect();
        nodes.sort_by_key(|node| node.span());
        let spots: Vec<_> = nodes.into_iter().map(Spot::value).collect();
        let colored = items.items().filter(|item| item.get("color").is_some());
        let remove = |item: Node<'_>| Edit::RemoveProperty { at: item.pointer(), key: "color".to_owned() };
        let fix = Fix { title: "Keep the pictures".to_owned(), edits: colored.map(remove).collect() };
        out.add(&RULE, message, "Pictures and colours are mixed in one list", &spots).mended(fix);
    }
}
