//! A journey sends marketing and tells nobody how to stop it.
//!
//! # Why
//!
//! People who do not know how to stop offers block the number, and that lowers how many you may write to. Waymark always
//! takes words such as "stop" for what they mean, but people have to be told. It is enough that the template says it or
//! has a button for it, that a message of this journey says it, that a step takes the consent back, or that any journey
//! begins by such a word. Whether people come by that before the offer is not looked at.
//!
//! # Example
//!
//! ```json
//! {"id": "offer", "kind": "template", "name": "season_offer"}
//! ```
//!
//! # Fix
//!
//! Say in the template how to stop, best in its last line: "Reply STOP to get no more offers".

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::engine::opts_out;
use crate::facts::template_words;
use crate::journey::{Body, JourneyNode};
use crate::template::Category;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-opt-out-missing",
    severity: Severity::Risky,
    codes: &[],
    checks: &[],
    source: include_str!("journey_opt_out_missing.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    let offers =
        cx.used().filter(|used| used.known.category == Category::Marketing && !used.known.offers_stop);
    let offers: Vec<_> = offers.collect();
    let Some(first) = offers.first() else { return };
    let language = &cx.journey().settings.language;
    let elsewhere = cx.project().journeys.values().flat_map(|journey| &journey.nodes);
    if cx.nodes().any(|at| offers_stop(at.node, language)) || elsewhere.into_iter().any(begins_by_stop) {
        return;
    }
    let headline = format!("Nobody is told how to stop offers such as '{}'", first.at.called());
    let spots: Vec<_> = offers.iter().map(|used| Spot::value(used.text)).collect();
    out.add(&RULE, "", shorten(&headline), &spots);
}

/// Whether a step says how to stop, or takes the consent back.
fn offers_stop(node: &JourneyNode, language: &str) -> bool {
    let says = |text: &str| template_words::stop(language, &text.to_lowercase()).is_some();
    let messages = || node.body.sends().into_iter().filter_map(|sent| sent.payload);
    match &node.body {
        _ if node.off => false,
        Body::Consent(consent) => !consent.marketing,
        _ => messages().any(|message| message.texts().into_iter().any(says)),
    }
}

/// Whether somebody who writes or taps that they want no more comes in there.
fn begins_by_stop(node: &JourneyNode) -> bool {
    let words = match &node.body {
        Body::Keyword(keyword) => &keyword.words,
        Body::Reply(reply) => &reply.ids,
        _ => return false,
    };
    !node.off && words.iter().any(|word| opts_out(word))
}
