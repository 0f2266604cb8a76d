//! A screen asks for photos and documents, or for one of them twice.
//!
//! # Why
//!
//! Phones take one such field on a screen.
//!
//! # Example
//!
//! ```json
//! [{"type": "PhotoPicker", "name": "photos", "label": "Photos"}, {"type": "DocumentPicker", "name": "papers", "label": "Papers"}]
//! ```
//!
//! # Fix
//!
//! Move one of them to another screen.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::counting::counted;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-many-pickers",
    severity: Severity::Blocked,
    codes: &["COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN"],
    checks: &[],
    source: include_str!("too_many_pickers.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::limits().pickers_per_screen as usize;
    let is_picker = |kind: Option<ComponentKind>| kind.is_some_and(ComponentKind::is_picker);
    if counted(&cx.components, is_picker) > most {
        let message = format!(
            "You can only have a maximum of {most} component of type PhotoPicker or DocumentPicker per screen."
        );
        let pickers = cx.components.iter().filter(|c| is_picker(c.kind));
        let spots: Vec<_> = pickers.filter_map(|c| c.get("type")).map(Spot::value).collect();
        out.add(&RULE, message, "A screen can ask for photos or documents once", &spots);
    }
}
