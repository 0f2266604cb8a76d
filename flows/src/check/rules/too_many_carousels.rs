//! A form has more galleries (ImageCarousel) than Meta allows.
//!
//! # Why
//!
//! Pictures make a form slow to open.
//!
//! # Example
//!
//! ```json
//! {"screens": ["(four screens with an ImageCarousel each)"]}
//! ```
//!
//! # Fix
//!
//! Remove one, or show a single Image instead.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::{ComponentKind, Screen};

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-many-carousels",
    severity: Severity::Blocked,
    codes: &["INVALID_PROPERTY_VALUE"],
    checks: &["ImageCarouselV701"],
    source: include_str!("too_many_carousels.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let kind = ComponentKind::ImageCarousel;
    let most = facts::component(kind).max_per_flow.unwrap_or(u32::MAX) as usize;
    let found: usize = cx.outlines.iter().map(|outline| outline.carousels).sum();
    if found <= most {
        return;
    }
    let carousels = cx.flow.screens.iter().flat_map(Screen::components).filter(|c| c.is(kind));
    let spots: Vec<_> = carousels.skip(most).filter_map(|c| c.get("type")).map(Spot::value).collect();
    let message = format!("Maximum number of ImageCarousel allowed per Flow is {most} but found {found}.");
    out.add(&RULE, message, format!("A form can have {most} galleries of pictures at most"), &spots);
}
