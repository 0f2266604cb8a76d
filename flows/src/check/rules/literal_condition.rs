//! The condition of an If is a fixed `true` or `false`, without quotation marks.
//!
//! # Why
//!
//! There is nothing to decide, and Meta's validator breaks off at it.
//!
//! # Example
//!
//! ```json
//! {"type": "If", "condition": true, "then": [{"type": "TextBody", "text": "Hello"}]}
//! ```
//!
//! # Fix
//!
//! Use data or an answer that is true or false, or take the parts out of the If.

use crate::check::Severity;
use crate::check::context::FlowContext;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::flow::ComponentKind;

pub(in crate::check) static RULE: Rule = Rule {
    id: "literal-condition",
    severity: Severity::Blocked,
    codes: &["INVALID_FLOW_JSON"],
    checks: &["ConditionalRenderingV500", "ConditionalRenderingV600"],
    source: include_str!("literal_condition.rs"),
    run: Run::Flow(run),
};

fn run<'t>(cx: &FlowContext<'_, 't>, out: &mut Findings<'t>) {
    let with = cx.flow.screens.iter().zip(cx.outlines).filter(|(_, outline)| outline.literal_conditions > 0);
    for (screen, _) in with {
        let components = screen.components();
        let conditions = components.iter().filter(|c| c.is(ComponentKind::If)).filter_map(|c| c.get("condition"));
        for condition in conditions.filter(|node| node.as_bool().is_some()) {
            let finding = out.add(
                &RULE,
                "Flow JSON is not valid. invariant 88059",
                "A condition needs something to decide by",
                &[Spot::value(condition)],
            );
            // Meta names no place: its validator breaks off.
            finding.place.path.clear();
        }
    }
}
