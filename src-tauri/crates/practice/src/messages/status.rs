//! A message gets on: sent, delivered, read or failed, each told by a webhook with what it costs.

use std::collections::BTreeMap;

use flows::cost::{self, Charge, Circumstances, FreeReason, Recipient};
use flows::facts as domain;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::{Delivery, Kind, Side, Status, StoredMessage};
use crate::account::Account;
use crate::agenda::Task;
use crate::people::{Person, Reading};

/// What was delivered in a calendar month.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Tally {
    /// `2026-11`; what is counted for another month counts no more.
    month: String,
    /// Messages that are no templates.
    pub(crate) service: u64,
    /// Charged ones by market and category.
    volumes: BTreeMap<String, u64>,
}

impl Tally {
    fn of(&mut self, date: Date) -> &mut Self {
        let month = format!("{}-{:02}", date.year(), date.month());
        if self.month != month {
            *self = Self { month, ..Self::default() };
        }
        self
    }

    /// Sets how many of the month's free messages are used up.
    pub(crate) fn use_up(&mut self, now: i64, service: u64) {
        self.of(day(now)).service = service;
    }
}

/// The day of a time. The account's time zone is UTC.
fn day(at: i64) -> Date {
    jiff::Timestamp::from_second(at).unwrap_or_default().to_zoned(jiff::tz::TimeZone::UTC).date()
}

impl Account {
    /// A message gets so far.
    pub(crate) fn deliver(&mut self, id: &str, to: Delivery, at: i64) {
        let Some(message) = self.message(id).cloned() else { return };
        let Some(person) = self.people.get(&message.phone).cloned() else { return };
        let is_late = to == Delivery::Delivered && at >= message.waits_until;
        let waits = to == Delivery::Delivered && (person.is_unreachable || person.has_blocked);
        if is_late || waits || matches!(message.delivery(), Some(Delivery::Failed { .. })) {
            return;
        }
        let told = self.price(&message, &person, to, at);
        if let Some(message) = self.message_mut(id) {
            message.statuses.push(Status { status: to, at });
            if let Some((pricing, charge)) = &told {
                (message.pricing, message.charge) = (Some(pricing.clone()), Some(charge.clone()));
            }
        }
        self.tell_delivery(&message, &person, to, told.map(|(pricing, _)| pricing), at);
        self.plan_next(&message, &person, to, at);
    }

    fn plan_next(&mut self, message: &StoredMessage, person: &Person, to: Delivery, at: i64) {
        let reads_after = match person.reads_after {
            Reading::Usual => Some(self.pace.read_seconds),
            Reading::After(seconds) => Some(seconds),
            Reading::Never => None,
        };
        let next = match to {
            // Of a reaction nothing more is told.
            Delivery::Sent if message.kind != Some(Kind::Reaction) => {
                Some((self.pace.deliver_seconds, Delivery::Delivered))
            }
            Delivery::Delivered => reads_after.map(|after| (after, Delivery::Read)),
            _ => None,
        };
        if let Some((after, to)) = next {
            self.agenda.add(at + after, Task::Deliver { message: message.id.clone(), to });
        }
    }

    /// How far messages of the business have got, newest first: of one, or of all.
    pub(crate) fn history(&self, only: Option<&str>) -> Vec<Value> {
        let own = self.messages.iter().rev().filter(|message| message.from == Side::Business);
        own.filter(|message| only.is_none_or(|id| message.id == id))
            .map(|message| {
                let events = message.statuses.iter().enumerate().map(|(order, Status { status, at })| {
                    let mut event = json!({"id": format!("{}.{order}", message.id), "timestamp": at,
                        "delivery_status": status.name().to_ascii_uppercase(), "webhook_update_state": "DELIVERED"});
                    if let (Delivery::Failed { code }, Some(event)) = (status, event.as_object_mut()) {
                        event.insert("error_description".to_owned(), json!(reason(*code)));
                    }
                    event
                });
                let events: Vec<Value> = events.collect();
                json!({"id": message.id, "message_id": message.id, "events": {"data": events}})
            })
            .collect()
    }

    /// Everything that has waited for a phone arrives.
    pub(crate) fn deliver_waiting(&mut self, number: &str, now: i64) {
        let waiting = self.messages.iter().filter(|message| {
            message.from == Side::Business
                && message.phone == number
                && message.kind != Some(Kind::Reaction)
                && message.delivery() == Some(Delivery::Sent)
                && message.at + self.pace.deliver_seconds <= now
        });
        let waiting: Vec<String> = waiting.map(|message| message.id.clone()).collect();
        for message in waiting {
            self.agenda.add(now, Task::Deliver { message, to: Delivery::Delivered });
        }
    }

    /// What a status says of the price, and what that is by the rate card. Only of those that carry it: sent and
    /// delivered. What is delivered counts for those that follow.
    fn price(
        &mut self,
        message: &StoredMessage,
        person: &Person,
        to: Delivery,
        at: i64,
    ) -> Option<(Value, Value)> {
        if !matches!(to, Delivery::Sent | Delivery::Delivered) {
            return None;
        }
        let kind = message.kind?;
        let delivered = day(at);
        let tally = self.tally.of(delivered);
        let market = market(&person.number, delivered);
        let key = format!("{market}/{}", kind.name());
        let now = Circumstances {
            delivered,
            window_open: kind == Kind::Service || person.is_window_open(at),
            ad_window_open: person.is_ad_window_open(at),
            service_used: tally.service,
            volume: tally.volumes.get(&key).copied().unwrap_or_default(),
        };
        let priced = cost::Message { kind: kind.cost(), to: Recipient::Number(&person.number) };
        let charge = cost::of(&priced, &now, cost::card_on(domain::rate_cards(), delivered));
        if to == Delivery::Delivered {
            if kind == Kind::Service {
                tally.service += 1;
            }
            if matches!(charge, Charge::Charged { .. }) {
                *tally.volumes.entry(key).or_default() += 1;
            }
        }
        let (name, category) = match &charge {
            Charge::Free { because: FreeReason::AdWindow } => ("free_entry_point", "referral_conversion"),
            Charge::Free { .. } => ("free_customer_service", kind.name()),
            Charge::Charged { .. } | Charge::Unknown { .. } => ("regular", kind.name()),
        };
        let pricing = json!({"billable": name == "regular", "pricing_model": "PMP", "type": name, "category": category});
        Some((pricing, serde_json::to_value(&charge).unwrap_or_default()))
    }

    fn tell_delivery(
        &mut self,
        message: &StoredMessage,
        person: &Person,
        to: Delivery,
        pricing: Option<Value>,
        at: i64,
    ) {
        let mut status = json!({"id": message.id, "timestamp": at.to_string(), "recipient_id": person.number,
            "recipient_user_id": person.user_id, "status": to.name()});
        if let Some(status) = status.as_object_mut() {
            let mark = message.mark.as_ref().map(|mark| json!(mark));
            status.extend(mark.map(|mark| ("biz_opaque_callback_data".to_owned(), mark)));
            let is_free = pricing.as_ref().and_then(|pricing| pricing.get("type")?.as_str())
                == Some("free_entry_point");
            if let (true, Some(until)) = (is_free, person.ad_window_until) {
                let conversation = json!({"id": format!("practice-{}", person.number),
                    "expiration_timestamp": until.to_string(), "origin": {"type": "referral_conversion"}});
                status.insert("conversation".to_owned(), conversation);
            }
            status.extend(pricing.map(|pricing| ("pricing".to_owned(), pricing)));
            if let Delivery::Failed { code } = to {
                let why = reason(code);
                status.insert(
                    "errors".to_owned(),
                    json!([{"code": code, "title": why, "message": why, "error_data": {"details": why}}]),
                );
            }
        }
        let mut told = self.told_of(person);
        if let Some(told) = told.as_object_mut() {
            told.insert("statuses".to_owned(), json!([status]));
        }
        self.webhooks.push(&self.waba.id, "messages", &told, None);
    }
}

/// The market a number is in, for counting.
fn market(number: &str, on: Date) -> String {
    domain::countries_of_number(number)
        .first()
        .map_or_else(String::new, |country| country.market(on).to_owned())
}

/// Our words for why a message fails.
fn reason(code: i64) -> &'static str {
    match code {
        131_026 => "The person is not on WhatsApp.",
        131_049 => "The person gets no more marketing for now.",
        131_050 => "The person has stopped marketing messages.",
        _ => "The message cannot be delivered.",
    }
}
