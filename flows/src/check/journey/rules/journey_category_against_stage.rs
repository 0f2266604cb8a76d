//! A template is filed under a category that does not suit what it is sent for.
//!
//! # Why
//!
//! Utility is for one order, booking or payment of the person, or for what they asked for. A utility template with none
//! of it behind will probably be filed as marketing by Meta, which costs more; whoever goes on like that may be kept from
//! sending utility at all. The other way round, an order update that goes out as marketing costs more and does not reach
//! those who did not agree. What lies behind is told by the way: an event, a date, a sign-up, another system's word or
//! answer, a Flow or a booking. Words are not looked at here; the template's own advice does that. Templates that go out instead of a
//! message are left alone. In retention, utility is never doubted, and marketing only where an event lets everybody in.
//!
//! # Example
//!
//! ```json
//! {"id": "hello", "kind": "template", "stage": "awareness", "name": "welcome_note"}
//! ```
//!
//! # Fix
//!
//! Inside the 24 hours write freely; outside send a marketing template to those who agreed. Have updates of an order filed
//! as utility.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::{Body, JourneyNode, Role, Stage};
use crate::template::Category;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-category-against-stage",
    severity: Severity::Advice,
    codes: &[],
    checks: &[],
    source: include_str!("journey_category_against_stage.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    // Who calls this journey knows what lies behind
    if cx.is_called() {
        return;
    }
    let starts = || cx.nodes().filter(|at| !at.node.off && at.node.body.role() == Role::Trigger);
    let anybody = starts().filter(|at| !is_concrete(at.node)).map(|at| at.index);
    let nothing_behind = cx.onward(anybody, |node| !is_concrete(node));
    let events = starts().filter(|at| matches!(&at.node.body, Body::Event(event) if !event.with_consent));
    let by_event = cx.onward(events.map(|at| at.index), |node| !asks_for_offers(node));
    for used in cx.used().filter(|used| matches!(used.at.node.body, Body::SendTemplate(_))) {
        let headline = match (used.known.category, used.at.node.stage) {
            (_, None) | (Category::Utility, Some(Stage::Retention)) => continue,
            (Category::Utility, Some(_)) if nothing_behind.contains(&used.at.index) => {
                format!("'{}' is filed as utility with no order or booking behind", used.at.called())
            }
            (Category::Marketing, Some(Stage::Retention)) if by_event.contains(&used.at.index) => {
                format!("'{}' tells of an order, but goes out as marketing", used.at.called())
            }
            _ => continue,
        };
        out.add(&RULE, "", shorten(&headline), &[Spot::value(used.text)]);
    }
}

/// Whether something of the person's own is known from here on.
fn is_concrete(node: &JourneyNode) -> bool {
    match &node.body {
        // That somebody is on the list, or no more, is confirmed by utility
        Body::OptIn(_)
        | Body::Consent(_)
        | Body::Event(_)
        | Body::Webhook(_)
        | Body::Date(_)
        | Body::WaitEvent(_)
        | Body::Flow(_)
        | Body::Assign(_) => true,
        body => body.outside().is_some() && !matches!(body, Body::Ai(_)),
    }
}

/// Whether only those go on by it who agreed, or who are asked first.
fn asks_for_offers(node: &JourneyNode) -> bool {
    matches!(node.body, Body::Branch(_) | Body::Consent(_) | Body::WaitReply(_) | Body::Ask(_))
}
