//! A number is smaller or larger than Meta takes: the minutes a code lasts, the seconds a message may wait.
//!
//! # Why
//!
//! Meta refuses the template.
//!
//! # Example
//!
//! ```json
//! {"type": "FOOTER", "code_expiration_minutes": 91}
//! ```
//!
//! # Fix
//!
//! Choose a number within the bounds.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::rule::{Rule, Run};
use crate::check::template::TemplateContext;
use crate::check::mend;
use crate::facts;
use crate::json::Node;
use super::capital;

pub(in crate::check) static RULE: Rule = Rule {
    id: "template-number-range",
    severity: Severity::Blocked,
    codes: &["100"],
    checks: &[],
    source: include_str!("template_number_range.rs"),
    run: Run::Template(run),
};

fn run<'t>(cx: &TemplateContext<'_, 't>, out: &mut Findings<'t>) {
    for known in &cx.known {
        for member in known.members.iter().filter(|member| member.min.is_some() || member.max_number.is_some()) {
            let Some(value) = known.node.get(&member.name) else { continue };
            let (least, most) = (member.min.unwrap_or(i64::MIN), member.max_number.unwrap_or(i64::MAX));
            look(value, &member.words, least, most, out);
        }
    }
    let value = cx.template.root.get("message_send_ttl_seconds");
    let lifetime = cx.template.category.and_then(|category| facts::template().lifetimes.get(category.name()));
    if let (Some(value), Some(lifetime)) = (value, lifetime) {
        let is_always = lifetime.always_30_days && value.as_f64() == Some(-1.0);
        if !is_always {
            look(value, "how many seconds it waits for the phone", lifetime.min, lifetime.max, out);
        }
    }
}

fn look<'t>(value: Node<'t>, words: &str, least: i64, most: i64, out: &mut Findings<'t>) {
    let Some(number) = value.as_f64() else { return };
    #[expect(clippy::cast_precision_loss, reason = "the bounds are small")]
    let (low, high) = (least as f64, most as f64);
    let nearest = if number < low { least } else if number > high { most } else { return };
    let headline = format!("{}: from {least} to {most}", capital(words));
    out.add(&RULE, "", headline, &[Spot::value(value)])
        .mended(mend::fix(format!("Change it to {nearest}"), mend::replace(value, nearest.into())));
}
