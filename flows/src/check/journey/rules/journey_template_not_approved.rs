//! A step sends a template that Meta does not let out now.
//!
//! # Why
//!
//! Meta lets out only what it approved. One that it refused, paused or switched off is refused at every send. One that it
//! looks at holds the step up until it is through, mostly within a day. A draft is sent in when you publish.
//!
//! # Example
//!
//! ```json
//! {"id": "offer", "kind": "template", "name": "season_offer"}
//! ```
//!
//! # Fix
//!
//! Change the template as Meta's reason says and send it in again, or send another one.

use super::shorten;
use crate::check::Severity;
use crate::check::findings::{Findings, Spot, short};
use crate::check::journey::JourneyContext;
use crate::check::rule::{Rule, Run};
use crate::journey::TemplateStatus;

pub(in crate::check) static RULE: Rule = Rule {
    id: "journey-template-not-approved",
    severity: Severity::Blocked,
    codes: &["132001", "132015", "132016"],
    checks: &[],
    source: include_str!("journey_template_not_approved.rs"),
    run: Run::Journey(run),
};

fn run<'t>(cx: &JourneyContext<'t>, out: &mut Findings<'t>) {
    for used in cx.used() {
        let name = short(&used.named.name);
        let (severity, headline) = match used.known.status {
            TemplateStatus::Approved => continue,
            TemplateStatus::Refused => {
                (Severity::Blocked, format!("Meta does not let '{name}' out: refused or paused"))
            }
            TemplateStatus::Pending => {
                (Severity::Risky, format!("'{name}' waits for Meta; the step is held up until then"))
            }
            TemplateStatus::Draft => {
                (Severity::Advice, format!("'{name}' is a draft; publishing sends it to Meta"))
            }
        };
        let place = used.text.get("name").unwrap_or(used.text);
        let found = out.add(&RULE, "", shorten(&headline), &[Spot::value(place)]);
        found.severity = severity;
        if severity != Severity::Blocked {
            found.meta_code = None;
        }
    }
}
