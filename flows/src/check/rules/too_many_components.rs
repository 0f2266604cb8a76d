//! A screen has more parts than a screen can have.
//!
//! # Why
//!
//! Phones become slow and people lose patience; Meta refuses the form.
//!
//! # Example
//!
//! ```json
//! {"layout": {"type": "SingleColumnLayout", "children": ["(a hundred and one parts)"]}}
//! ```
//!
//! # Fix
//!
//! Spread the parts over several screens.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::counting::{counted, over};
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-many-components",
    severity: Severity::Blocked,
    codes: &["MAX_ALLOWED_COMPONENTS_PER_SCREEN"],
    checks: &[],
    source: include_str!("too_many_components.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    let most = facts::limits().components_per_screen as usize;
    let is_part = |kind: Option<ComponentKind>| kind != Some(ComponentKind::Form);
    if counted(&cx.components, is_part) > most {
        let found = cx.components.iter().filter(|c| is_part(c.kind)).count();
        let message = format!("Maximum number of components allowed per screen is {most} but found {found}.");
        let spots: Vec<_> =
            over(&cx.components, is_part, most).filter_map(|c| c.get("type")).map(Spot::value).collect();
        out.add(&RULE, message, format!("A screen can have {most} parts; this one has {found}"), &spots);
    }
}
