//! A marketing template goes to people who may never have agreed to marketing messages.
//!
//! # Why
//!
//! WhatsApp asks that people agreed before they are sent marketing, and those who did not block and report. The
//! engine does not let it out.
//!
//! # Example
//!
//! ```json
//! {"id": "offer", "kind": "template", "name": "season_offer"}
//! ```
//!
//! # Fix
//!
//! Ask for their consent before, branch on it, or let only those in who agreed.

use serde_json::json;

use super::shorten;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::journey::context::At;
use crate::check::rule::{Rule, Run};
use crate::check::{Severity, mend};
use crate::engine::Refusal;
use crate::journey::Body;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-consent-missing",
    severity: Severity::Blocked,
    codes: &[],
    checks: &[],
    source: include_str!("journey_consent_missing.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    if !cx.knows_project {
        return;
    }
    for refused in cx.refused(Refusal::Consent) {
        let Some(at) = cx.at(refused.index) else { continue };
        let who = if refused.always { "people who never agreed" } else { "people who may never have agreed" };
        let headline = format!("'{}' sends marketing to {who}", at.called());
        let start = refused.path.first().and_then(|start| cx.at(*start));
        let only = start.filter(|start| {
            matches!(
                start.node.body,
                Body::Event(_) | Body::Date(_) | Body::Schedule(_) | Body::Webhook(_) | Body::Manual(_)
            )
        });
        let fix = |start: At<'_, '_>| {
            mend::fix("Let only those in who agreed", start.set("with_consent", json!(true)))
        };
        let found = out.add(&RULE, "", shorten(&headline), &[Spot::value(at.text)]);
        found.why = format!("{}{}", cx.way_in_words(refused), found.why);
        found.mended_by(only.map(fix).into_iter().collect());
    }
}
