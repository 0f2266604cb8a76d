//! A transcript in a few lines: what the customer sees, and what is decided.

use jiff::Timestamp;
use serde_json::Value;

use super::Transcript;
use crate::engine::{Entry, Inbound, Moment, What};

/// Begins the line that says when the lines after it happened.
pub(super) const AT: &str = "at ";

/// Begins the line that says how a journey ended.
pub(super) const ENDED: &str = "ended ";

/// The lines of a transcript, with a line for each new moment, and what is known of the person at the end.
///
/// One line: `wrote: Hi`, `called`, `sent ask_size: Which size?`, `sent hello as template order_here (utility): 1=Ana`,
/// `refused promo: window`, `skipped promo: cap`, `held promo until 2026-11-29T09:00:00Z`, `asks track`, `assigned Front desk: …`,
/// `reached booked`, `consent = "given"`, `ended order: through`. At the end: `known size = "L"`, `known tags = ["vip"]`.
pub fn seen(transcript: &Transcript) -> Vec<String> {
    let mut lines = Vec::new();
    let mut last = None;
    for entry in &transcript.entries {
        let Some(line) = line(entry) else { continue };
        if last.replace(entry.at) != Some(entry.at) {
            lines.push(format!("{AT}{}", stamp(entry.at)));
        }
        lines.push(line);
    }
    let person = &transcript.state.person;
    lines.extend(person.fields.iter().map(|(name, value)| format!("known {name} = {value}")));
    if !person.tags.is_empty() {
        lines.push(format!("known tags = {}", person.tags.iter().cloned().collect::<Value>()));
    }
    lines
}

fn line(entry: &Entry) -> Option<String> {
    let (journey, node) = match &entry.place {
        Some((journey, node)) => (journey.0.as_str(), node.0.as_str()),
        None => ("", ""),
    };
    Some(match &entry.what {
        What::Inbound { message: Some(message) } => said(message),
        What::Inbound { message: None } => "called".to_owned(),
        What::Sent { template: None, payload, .. } => format!("sent {node}: {}", says(payload)),
        What::Sent { template: Some(name), category, payload, .. } => {
            let category = category.map_or("", |category| category.name()).to_lowercase();
            let values = payload.as_object().into_iter().flatten();
            let values: Vec<String> = values
                .map(|(name, value)| format!("{name}={}", value.as_str().unwrap_or_default()))
                .collect();
            let values = if values.is_empty() { String::new() } else { format!(": {}", values.join(", ")) };
            format!("sent {node} as template {name} ({category}){values}")
        }
        What::Refused { why, .. } => format!("refused {node}: {}", word(why)),
        What::Skipped { why, .. } => format!("skipped {node}: {}", word(why)),
        What::Held { until } => format!("held {node} until {}", stamp(*until)),
        What::Asks { .. } => format!("asks {node}"),
        What::Assigned { to, note } => format!("assigned {to}: {note}"),
        What::Noted { name, value } => format!("{name} = {value}"),
        What::SetByHand { name, value } => format!("set by hand: {name} = {value}"),
        What::Reached { goal } => format!("reached {goal}"),
        What::Ended { why } => format!("{ENDED}{journey}: {}", word(why)),
        What::Began | What::Came | What::Waits { .. } | What::Took { .. } => return None,
    })
}

fn said(message: &Inbound) -> String {
    match message {
        Inbound::Text(text) => format!("wrote: {text}"),
        Inbound::Tapped { words, .. } => format!("tapped: {words}"),
        Inbound::Flow(values) => {
            format!("filled: {}", serde_json::to_value(values).unwrap_or_default())
        }
        Inbound::Location(place) => format!("place: {place}"),
        Inbound::Media(id) => format!("file: {id}"),
        Inbound::Ad { ad, text } => format!("from ad {ad}: {text}"),
    }
}

/// What is read of a message: its body, or its caption, or what it is.
fn says(payload: &Value) -> String {
    let kind = payload.get("type").and_then(Value::as_str).unwrap_or_default();
    let text = |pointer: &str| payload.pointer(pointer).and_then(Value::as_str);
    let of_kind = |part: &str| payload.get(kind)?.get(part)?.as_str();
    let read = text("/text/body").or_else(|| text("/interactive/body/text")).or_else(|| of_kind("caption"));
    read.unwrap_or(kind).to_owned()
}

fn word(of: &impl serde::Serialize) -> String {
    serde_json::to_value(of).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn stamp(at: Moment) -> String {
    Timestamp::from_millisecond(at.0).map_or_else(|_| at.0.to_string(), |stamp| stamp.to_string())
}
