//! A number is smaller or larger than Meta takes, for example the minutes that a call button works.
//!
//! # Why
//!
//! Meta refuses the message.
//!
//! # Example
//!
//! ```json
//! {"ttl_minutes": 50000}
//! ```
//!
//! # Fix
//!
//! Choose a number within the bounds.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot, capital};
use crate::check::mend;
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-number-range",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_number_range.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (_, member, value) in cx.values().filter(|(_, member, _)| member.min.or(member.max_number).is_some())
    {
        let Some(number) = value.as_f64() else { continue };
        #[expect(clippy::cast_precision_loss, reason = "the bounds are small")]
        let beyond =
            |bound: Option<i64>, sign: f64| bound.filter(|bound| (number - *bound as f64) * sign > 0.0);
        let Some(nearest) = beyond(member.min, -1.0).or(beyond(member.max_number, 1.0)) else { continue };
        let end = if member.min == Some(nearest) { "least" } else { "most" };
        let headline = format!("{}: at {end} {nearest}", capital(&member.words));
        let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
        // Cards are numbered together.
        if member.name != "card_index" {
            finding
                .mended(mend::fix(format!("Change it to {nearest}"), mend::replace(value, nearest.into())));
        }
    }
}
