//! A message gets on: sent, delivered, read or failed, each told by a webhook with what it costs.

use std::collections::BTreeMap;

use cloud::models::webhook::{self, Conversation, Messaging, Origin, Pricing, Problem, ProblemData};
use cloud::models::{DeliveryEvent, DeliveryEvents, MessageHistory};
use flows::cost::{self, Charge, Circumstances, FreeReason, Recipient};
use flows::facts as domain;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

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
    pub(crate) fn history(&self, only: Option<&str>) -> Vec<MessageHistory> {
        let own = self.messages.iter().rev().filter(|message| message.from == Side::Business);
        own.filter(|message| only.is_none_or(|id| message.id == id))
            .map(|message| {
                let events =
                    message.statuses.iter().enumerate().map(|(order, Status { status, at })| DeliveryEvent {
                        id: format!("{}.{order}", message.id),
                        delivery_status: status.told().name().to_ascii_uppercase().into(),
                        timestamp: *at,
                        error_description: match status {
                            Delivery::Failed { code } => Some(why(*code).to_owned()),
                            _ => None,
                        },
                    });
                MessageHistory {
                    id: message.id.clone(),
                    message_id: message.id.clone(),
                    events: DeliveryEvents { data: events.collect() },
                }
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
    ) -> Option<(Pricing, Value)> {
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
        let pricing = Pricing {
            billable: Some(name == "regular"),
            pricing_model: Some("PMP".to_owned()),
            kind: Some(name.to_owned()),
            category: Some(category.to_owned()),
            ..Pricing::default()
        };
        Some((pricing, serde_json::to_value(&charge).unwrap_or_default()))
    }

    fn tell_delivery(
        &mut self,
        message: &StoredMessage,
        person: &Person,
        to: Delivery,
        pricing: Option<Pricing>,
        at: i64,
    ) {
        let is_free =
            pricing.as_ref().and_then(|pricing| pricing.kind.as_deref()) == Some("free_entry_point");
        let conversation = person.ad_window_until.filter(|_| is_free).map(|until| Conversation {
            id: Some(format!("practice-{}", person.number)),
            expiration_timestamp: Some(until.to_string().into()),
            origin: Some(Origin { kind: Some("referral_conversion".to_owned()), ..Origin::default() }),
            ..Conversation::default()
        });
        let status = webhook::Status {
            id: Some(message.id.clone()),
            timestamp: Some(at.to_string().into()),
            recipient_id: Some(person.number.clone()),
            recipient_user_id: Some(person.user_id.clone()),
            status: Some(to.told()),
            biz_opaque_callback_data: message.mark.clone(),
            conversation,
            pricing,
            errors: if let Delivery::Failed { code } = to { Some(vec![problem(code)]) } else { None },
            ..webhook::Status::default()
        };
        let told = Messaging { statuses: Some(vec![status]), ..self.told_of(person) };
        self.tell("messages", told);
    }
}

/// The market a number is in, for counting.
fn market(number: &str, on: Date) -> String {
    domain::countries_of_number(number)
        .first()
        .map_or_else(String::new, |country| country.market(on).to_owned())
}

/// Why a message fails, in our words.
fn why(code: i64) -> &'static str {
    match code {
        131_026 => "The person is not on WhatsApp.",
        131_049 => "The person gets no more marketing for now.",
        131_050 => "The person has stopped marketing messages.",
        _ => "The message cannot be delivered.",
    }
}

fn problem(code: i64) -> Problem {
    let why = Some(why(code).to_owned());
    Problem {
        code: Some(code),
        title: why.clone(),
        message: why.clone(),
        error_data: Some(ProblemData { details: why, ..ProblemData::default() }),
        ..Problem::default()
    }
}
