//! The birthday of a contact is no date written as year, month, day.
//!
//! # Why
//!
//! Meta refuses the contact.
//!
//! # Example
//!
//! ```json
//! {"birthday": "18.8.2012"}
//! ```
//!
//! # Fix
//!
//! Write it as 2012-08-18.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use jiff::civil::Date;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-birthday-wrong",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_birthday_wrong.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    for (_, _, value) in cx.values().filter(|(_, member, _)| member.name == "birthday") {
        let Some(written) = value.as_str().filter(|written| !written.trim().is_empty()) else { continue };
        if written.len() != "2012-08-18".len() || written.parse::<Date>().is_err() {
            out.add(&RULE, "", "The birthday has to be written like 2012-08-18", &[Spot::value(value)]);
        }
    }
}
