//! A latitude or a longitude is no number, or lies beyond the earth.
//!
//! # Why
//!
//! WhatsApp could not show the place.
//!
//! # Example
//!
//! ```json
//! {"type": "location", "location": {"latitude": -122.4, "longitude": 37.7}}
//! ```
//!
//! # Fix
//!
//! Latitudes go from -90 to 90, longitudes from -180 to 180.

use crate::check::Severity;
use crate::check::findings::{Findings, Spot};
use crate::check::message::MessageContext;
use crate::check::rule::{Rule, Run};
use crate::check::{Fix, mend};
use crate::facts;
use crate::json::{Kind, Node};
use crate::message::MessageType;

pub(in crate::check) static RULE: Rule = Rule {
    id: "message-location-wrong",
    severity: Severity::Blocked,
    codes: &["131009"],
    checks: &[],
    source: include_str!("message_location_wrong.rs"),
    run: Run::Message(run),
};

fn run<'t>(cx: &MessageContext<'t>, out: &mut Findings<'t>) {
    let Some(place) = cx.message.content.filter(|_| cx.message.kind == MessageType::Location) else { return };
    let limits = &facts::message().limits;
    let (latitude, longitude) = (place.get("latitude"), place.get("longitude"));
    let is_swapped = fits(latitude, limits.longitude) && fits(longitude, limits.latitude);
    for (value, most, words) in
        [(latitude, limits.latitude, "The latitude"), (longitude, limits.longitude, "The longitude")]
    {
        let Some(value) = value.filter(|value| !fits(Some(*value), most) && is_written(*value)) else {
            continue;
        };
        let headline = format!("{words} has to be a number from -{most} to {most}");
        let finding = out.add(&RULE, "", headline, &[Spot::value(value)]);
        if let (Some(a), Some(b), true) = (latitude, longitude, is_swapped) {
            let edits = vec![mend::replace(a, b.to_value()), mend::replace(b, a.to_value())];
            finding.mended(Fix { title: "Swap latitude and longitude".to_owned(), edits });
        }
    }
}

/// Whether it is a number, or a text with one, between the bounds.
fn fits(value: Option<Node<'_>>, most: f64) -> bool {
    let number = value.and_then(|value| value.as_f64().or_else(|| value.as_str()?.trim().parse().ok()));
    number.is_some_and(|number: f64| number.abs() <= most)
}

/// Whether it is a number or a text with letters; what is not, other rules tell.
fn is_written(value: Node<'_>) -> bool {
    value.kind() == Kind::Number || value.as_str().is_some_and(|text| !text.trim().is_empty())
}
