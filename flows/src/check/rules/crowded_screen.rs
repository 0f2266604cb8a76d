//! A screen has more parts than Meta's documentation allows, though its validator lets it pass.
//!
//! # Why
//!
//! Meta may refuse it one day, and people lose patience long before.
//!
//! # Example
//!
//! ```json
//! {"layout": {"type": "SingleColumnLayout", "children": ["(fifty-one parts)"]}}
//! ```
//!
//! # Fix
//!
//! Spread the parts over several screens.

use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::counting::counted;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::facts;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "crowded-screen",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("crowded_screen.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    if cx.is_huge() {
        out.add(&RULE, "", "This screen is too large to be looked at in full", &[Spot::value(cx.screen.node)]);
        return;
    }
    let limits = facts::limits();
    let count = counted(&cx.components, |kind| kind != Some(ComponentKind::Form));
    let advised = limits.components_per_screen_documented as usize;
    if count > advised && count <= limits.components_per_screen as usize {
        out.add(&RULE, "", format!("This screen has {count} parts; {advised} are advised"), &[Spot::value(cx.screen.node)]);
    }
}
