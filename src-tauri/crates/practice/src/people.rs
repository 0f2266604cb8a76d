//! The people behind the simulated phones, and what they do on request.

use std::collections::BTreeMap;

use cloud::models::webhook::{
    ChangeValue, Contact, Messaging, Metadata, Preference, PreferenceValue, Profile,
};
use flows::facts as domain;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::account::Account;
use crate::facts::{HOUR, facts};
use crate::refusal::Refusal;

/// People by the digits of their number.
pub type People = BTreeMap<String, Person>;

/// Somebody with a phone. Times are seconds since 1970 by the account's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is told and untold by itself")]
pub struct Person {
    /// Digits of the number, with the calling code.
    pub number: String,
    /// What WhatsApp calls them to this business.
    pub user_id: String,
    /// The name in their profile.
    pub name: String,
    /// Last time they wrote, which opens the window.
    pub last_wrote: Option<i64>,
    /// They came from an ad and wait for an answer since.
    pub came_from_ad: Option<i64>,
    /// Everything is free until.
    pub ad_window_until: Option<i64>,
    /// They blocked the business.
    pub has_blocked: bool,
    /// The business blocked them.
    pub is_blocked: bool,
    /// They want no marketing.
    pub has_stopped_marketing: bool,
    /// They have got as much marketing as anybody gets.
    pub is_capped: bool,
    /// Nothing gets through to their phone.
    pub is_unreachable: bool,
    /// They are not on WhatsApp.
    pub is_away: bool,
    /// Seconds until they read what has arrived; none never do. As the account says unless they were told.
    pub reads_after: Reading,
    /// When the next message to them is due, if they came at an even pace.
    pub(crate) pace: i64,
}

/// When somebody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// As the account says.
    #[default]
    Usual,
    /// After so many seconds.
    After(i64),
    /// Never.
    Never,
}

/// What somebody is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum PersonAct {
    /// Write to the business.
    Write {
        /// The words, when it is a text.
        text: Option<String>,
        /// Any message as a webhook has it: `{"type": "button", "button": {...}}`.
        message: Option<Value>,
        /// The message it answers.
        context: Option<String>,
        /// They come from an ad.
        #[serde(default)]
        from_ad: bool,
    },
    /// Block the business.
    Block,
    /// Unblock it.
    Unblock,
    /// Want no marketing.
    StopMarketing,
    /// Want marketing again.
    ResumeMarketing,
    /// Have got as much marketing as anybody gets, or not any more.
    CapMarketing {
        /// Whether.
        capped: bool,
    },
    /// Let nothing through to the phone.
    Unreachable,
    /// Let everything through that has waited.
    Reachable,
    /// Leave WhatsApp.
    Leave,
    /// Come back to it.
    Return,
    /// Read so many seconds after a message has arrived; without a number never.
    Read {
        /// Seconds.
        after_seconds: Option<i64>,
    },
    /// Be blocked by the business, or not any more.
    BeBlocked {
        /// Whether.
        blocked: bool,
    },
    /// Have this name.
    Rename {
        /// The name.
        name: String,
    },
}

impl Person {
    fn new(number: &str, serial: &str) -> Self {
        let country =
            domain::countries_of_number(number).first().map_or("US", |country| country.iso.as_str());
        Self {
            number: number.to_owned(),
            user_id: format!("{country}.{serial}"),
            name: format!("+{number}"),
            last_wrote: None,
            came_from_ad: None,
            ad_window_until: None,
            has_blocked: false,
            is_blocked: false,
            has_stopped_marketing: false,
            is_capped: false,
            is_unreachable: false,
            is_away: false,
            reads_after: Reading::Usual,
            pace: 0,
        }
    }

    /// When the window closes; none when it never opened.
    pub fn window_until(&self) -> Option<i64> {
        Some(self.last_wrote? + facts().window_hours * HOUR)
    }

    /// Whether anything may be sent.
    pub fn is_window_open(&self, now: i64) -> bool {
        self.window_until().is_some_and(|until| now < until)
    }

    /// Whether everything is free.
    pub fn is_ad_window_open(&self, now: i64) -> bool {
        self.ad_window_until.is_some_and(|until| now < until)
    }

    /// Whether marketing templates do not reach numbers like this. Where countries share a calling code and the table
    /// does not tell them apart, it is taken for the one that gets none.
    pub(crate) fn gets_no_marketing(&self) -> bool {
        let countries = domain::countries_of_number(&self.number);
        countries.iter().any(|country| facts().no_marketing_countries.contains(&country.iso))
    }

    /// As webhooks tell of them.
    fn contact(&self) -> Contact {
        Contact {
            profile: Some(Profile { name: Some(self.name.clone()), ..Profile::default() }),
            wa_id: Some(self.number.clone()),
            user_id: Some(self.user_id.clone()),
            ..Contact::default()
        }
    }
}

/// The digits of a number.
pub(crate) fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

impl Account {
    /// Who has this number; made when nobody had it.
    pub(crate) fn person_mut(&mut self, number: &str) -> Result<&mut Person, Refusal> {
        let number = digits(number);
        if !(5..=15).contains(&number.len()) {
            return Err(Refusal::parameter("This is no phone number with its calling code."));
        }
        let serial = self.next_number('9');
        Ok(self.people.entry(number.clone()).or_insert_with(|| Person::new(&number, &serial)))
    }

    /// Lets somebody do something.
    pub(crate) fn act_as_person(&mut self, number: &str, act: PersonAct, now: i64) -> Result<Value, Refusal> {
        let person = self.person_mut(number)?;
        match act {
            PersonAct::Write { text, message, context, from_ad } => {
                let number = person.number.clone();
                let content = match (text, message) {
                    (Some(text), None) => json!({"type": "text", "text": {"body": text}}),
                    (None, Some(message)) if message.get("type").is_some() => message,
                    _ => return Err(Refusal::parameter("Give a text, or a message with its type.")),
                };
                let id = self.receive(&number, &content, context.as_deref(), from_ad, now)?;
                return Ok(json!({"success": true, "id": id}));
            }
            PersonAct::StopMarketing | PersonAct::ResumeMarketing => {
                person.has_stopped_marketing = act == PersonAct::StopMarketing;
                let person = person.clone();
                self.tell_preference(&person, now);
            }
            PersonAct::Reachable => {
                person.is_unreachable = false;
                let number = person.number.clone();
                self.deliver_waiting(&number, now);
            }
            PersonAct::Block => person.has_blocked = true,
            PersonAct::Unblock => person.has_blocked = false,
            PersonAct::CapMarketing { capped } => person.is_capped = capped,
            PersonAct::Unreachable => person.is_unreachable = true,
            PersonAct::Leave => person.is_away = true,
            PersonAct::Return => person.is_away = false,
            PersonAct::Read { after_seconds } => {
                person.reads_after =
                    after_seconds.map_or(Reading::Never, |seconds| Reading::After(seconds.max(0)));
            }
            PersonAct::BeBlocked { blocked } => person.is_blocked = blocked,
            PersonAct::Rename { name } => person.name = name,
        }
        Ok(json!({"success": true}))
    }

    fn tell_preference(&mut self, person: &Person, now: i64) {
        let (value, words) = if person.has_stopped_marketing {
            (PreferenceValue::Stop, "User requested to stop marketing messages")
        } else {
            (PreferenceValue::Resume, "User requested to resume marketing messages")
        };
        let preference = Preference {
            wa_id: Some(person.number.clone()),
            detail: Some(words.to_owned()),
            category: Some("marketing_messages".to_owned()),
            value: Some(value),
            timestamp: Some(now.into()),
            ..Preference::default()
        };
        let told = Messaging { user_preferences: Some(vec![preference]), ..self.told_of(person) };
        self.tell("user_preferences", told);
    }

    /// Tells what happened in the account's conversations.
    pub(crate) fn tell(&mut self, field: &str, told: Messaging) {
        self.webhooks.push(&self.waba.id, field, ChangeValue::Messaging(Box::new(told)), None);
    }

    /// What every webhook about somebody begins with.
    pub(crate) fn told_of(&self, person: &Person) -> Messaging {
        Messaging {
            messaging_product: Some("whatsapp".to_owned()),
            metadata: Some(Metadata {
                display_phone_number: Some(digits(&self.phone_number.display_phone_number)),
                phone_number_id: Some(self.phone_number.id.to_string()),
                ..Metadata::default()
            }),
            contacts: Some(vec![person.contact()]),
            ..Messaging::default()
        }
    }
}
