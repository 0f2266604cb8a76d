//! A screen has more parts of one kind than Meta allows, for example two buttons at the foot.
//!
//! # Why
//!
//! Each kind has its own limit; Meta refuses more.
//!
//! # Example
//!
//! ```json
//! [{"type": "Footer", "label": "Yes"}, {"type": "Footer", "label": "No"}]
//! ```
//!
//! # Fix
//!
//! Remove the extra parts, or move them to another screen.

use crate::check::Fix;
use crate::check::Severity;
use crate::check::context::ScreenContext;
use crate::check::counting::{counted, over};
use crate::check::findings::{Findings, Spot, part};
use crate::check::rule::{Rule, Run};
use crate::edit::Edit;
use crate::facts;
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "too-many-of-a-kind",
    severity: Severity::Blocked,
    codes: &["COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN"],
    checks: &[],
    source: include_str!("too_many_of_a_kind.rs"),
    run: Run::Screen(run),
};

fn run<'t>(cx: &ScreenContext<'_, 't>, out: &mut Findings<'t>) {
    for kind in ComponentKind::ALL {
        let facts = facts::component(kind);
        let applies = facts.max_per_screen_since.is_none_or(|since| since <= cx.version);
        let Some(most) = facts.max_per_screen.filter(|_| applies).map(|most| most as usize) else { continue };
        let is_kind = |k: Option<ComponentKind>| k == Some(kind);
        let found = cx.of_kind(kind).count();
        if found <= most || counted(&cx.components, is_kind) <= most {
            continue;
        }
        let extra: Vec<_> = over(&cx.components, is_kind, most).collect();
        let name = kind.name();
        let message = format!("Maximum number of {name} allowed per screen is {most} but found {found}.");
        let spots: Vec<_> = extra.iter().filter_map(|c| c.get("type")).map(Spot::value).collect();
        let items = extra.iter().map(|c| c.node.pointer()).collect();
        out.add(&RULE, message, format!("A screen can have {most} of '{}' at most", part(kind)), &spots)
            .mended(Fix { title: "Delete the extra ones".to_owned(), edits: vec![Edit::RemoveItems { items }] });
    }
}
