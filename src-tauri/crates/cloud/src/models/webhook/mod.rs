//! What Meta posts to a business's own address when something happens: messages that come in, how far those sent have
//! got, what becomes of templates, numbers and the account.
//!
//! As Meta may leave out and add whatever it wants, every member is optional, and what is not named here is kept: what
//! was read is written back equal. [`Webhook::unknown`] tells what the model does not name.

mod account;
mod call;
mod content;
mod digits;
mod group;
mod history;
mod message;
mod messaging;
mod signature;
mod status;
mod template;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::record::{Unknown, below, record, take};
use crate::facts::graph_api;

pub use account::{
    AccountAlert, AccountReview, AccountUpdate, AlertInfo, BanInfo, CapabilityUpdate, CertificationInfo,
    DisconnectionInfo, ExceptionCountry, FlowError, FlowUpdate, InternationalRates, NumberName,
    NumberQuality, Restriction, SecurityUpdate, SolutionUpdate, ViolationInfo, VolumeTier, WabaInfo,
};
pub use call::{Call, Session};
pub use content::{
    Address, Button, Card, Document, Edit, Email, FlowReply, Interactive, InteractiveKind, Location, Media,
    Name, Order, OrderItem, Organization, PermissionReply, Phone, Reaction, Reply, Revoke, System,
    SystemKind, Text, Unsupported, Url,
};
pub use digits::Digits;
pub use group::{Group, Participant, Picture};
pub use history::{Chunk, ChunkPlace, StateChange, StateContact, StateTime, Thread};
pub use message::{
    Content, Context, HistoryContext, Identity, Message, MessageKind, Product, Referral, Welcome,
};
pub use messaging::{
    Contact, Messaging, Metadata, Preference, PreferenceValue, Problem, ProblemData, Profile,
};
pub use signature::{Signature, verify};
pub use status::{Conversation, Origin, Payment, Pricing, Status, StatusKind};
pub use template::{ButtonText, DisableInfo, OtherInfo, RejectionInfo, TemplateEvent, TemplateUpdate};

/// What `object` of a webhook about WhatsApp is.
const OBJECT: &str = "whatsapp_business_account";

/// One post of Meta's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value")]
pub struct Webhook {
    /// `whatsapp_business_account`.
    pub object: String,
    /// What happened, by account.
    pub entry: Vec<Entry>,
    /// Everything else that came.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

record! {
    /// What happened to one account.
    Entry {
        /// The account; for some fields the business portfolio.
        id: String,
        /// When, seconds since 1970. Messages have times of their own.
        time: Digits,
        /// What happened.
        changes: Vec<Change>,
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Change {
    /// What it is about; says what the value is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<ChangeValue>,
    /// Everything else that came.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// What happened, by field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ChangeValue {
    /// `messages` and the other fields of a phone number's conversations.
    Messaging(Box<Messaging>),
    /// The fields about templates.
    Template(Box<TemplateUpdate>),
    /// `account_update`.
    Account(Box<AccountUpdate>),
    /// `account_review_update`.
    Review(AccountReview),
    /// `account_alerts`.
    Alert(AccountAlert),
    /// `business_capability_update`.
    Capability(CapabilityUpdate),
    /// `phone_number_quality_update`.
    NumberQuality(NumberQuality),
    /// `phone_number_name_update`.
    NumberName(NumberName),
    /// `security`.
    Security(SecurityUpdate),
    /// `flows`.
    Flow(Box<FlowUpdate>),
    /// `partner_solutions`.
    Solution(SolutionUpdate),
    /// A field whose values are not described, or a value of another form than its field's.
    Undescribed(Value),
}

/// Why something is no webhook about WhatsApp.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAWebhook {
    /// Longer than Meta posts.
    #[error("This has {bytes} bytes; Meta posts at most {most}.")]
    TooLarge {
        /// Its length.
        bytes: usize,
        /// The longest there is.
        most: usize,
    },
    /// No JSON, or nested too deeply.
    #[error("This cannot be read as JSON: line {line}, column {column}.")]
    NotJson {
        /// Where, counted from 1.
        line: usize,
        /// Where, counted from 1.
        column: usize,
    },
    /// JSON, but no object.
    #[error("A webhook is a JSON object.")]
    NotAnObject,
    /// About something else than WhatsApp.
    #[error("This is not about WhatsApp: its \"object\" is {found}, not \"whatsapp_business_account\".")]
    OtherObject {
        /// The value as JSON, or that there is none.
        found: String,
    },
    /// Nothing in it says what happened.
    #[error("A webhook has a list \"entry\" of what happened; this one has none.")]
    NoEntries,
}

impl Webhook {
    /// Reads what was posted.
    pub fn parse(text: &str) -> Result<Self, NotAWebhook> {
        let most = graph_api().map_or(usize::MAX, |api| api.webhook_max_bytes);
        if text.len() > most {
            return Err(NotAWebhook::TooLarge { bytes: text.len(), most });
        }
        let value: Value = serde_json::from_str(text)
            .map_err(|error| NotAWebhook::NotJson { line: error.line(), column: error.column() })?;
        Self::try_from(value)
    }

    /// About WhatsApp, with what happened.
    pub fn of(entry: Vec<Entry>) -> Self {
        Self { object: OBJECT.to_owned(), entry, rest: Map::new() }
    }

    /// Everything that happened, in order.
    pub fn changes(&self) -> impl Iterator<Item = &Change> {
        self.entry.iter().filter_map(|entry| entry.changes.as_ref()).flatten()
    }

    /// JSON pointers of what this model does not name: members, words of lists, values of another form.
    pub fn unknown(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.entry.unknown("/entry", &mut found);
        found.extend(self.rest.keys().map(|key| below("", key)));
        found
    }
}

impl TryFrom<Value> for Webhook {
    type Error = NotAWebhook;

    fn try_from(value: Value) -> Result<Self, NotAWebhook> {
        let Value::Object(mut rest) = value else { return Err(NotAWebhook::NotAnObject) };
        if rest.get("object").and_then(Value::as_str) != Some(OBJECT) {
            let found = rest.get("object").map_or_else(|| "missing".to_owned(), Value::to_string);
            return Err(NotAWebhook::OtherObject { found: found.chars().take(100).collect() });
        }
        rest.shift_remove("object");
        let entry = take(&mut rest, "entry").ok_or(NotAWebhook::NoEntries)?;
        Ok(Self { object: OBJECT.to_owned(), entry, rest })
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut rest = Map::deserialize(from)?;
        let field: Option<String> = take(&mut rest, "field");
        let value = rest.shift_remove("value");
        let value = value.map(|value| ChangeValue::of(field.as_deref().unwrap_or_default(), value));
        Ok(Self { field, value, rest })
    }
}

impl ChangeValue {
    fn of(field: &str, value: Value) -> Self {
        match field {
            "messages"
            | "message_echoes"
            | "smb_message_echoes"
            | "smb_app_state_sync"
            | "history"
            | "calls"
            | "user_preferences"
            | "group_lifecycle_update"
            | "group_participants_update"
            | "group_settings_update"
            | "group_status_update" => read(value, Self::Messaging),
            "message_template_status_update"
            | "message_template_quality_update"
            | "message_template_components_update"
            | "template_category_update"
            | "template_correct_category_detection" => read(value, Self::Template),
            "account_update" => read(value, Self::Account),
            "account_review_update" => read(value, Self::Review),
            "account_alerts" => read(value, Self::Alert),
            "business_capability_update" => read(value, Self::Capability),
            "phone_number_quality_update" => read(value, Self::NumberQuality),
            "phone_number_name_update" => read(value, Self::NumberName),
            "security" => read(value, Self::Security),
            "flows" => read(value, Self::Flow),
            "partner_solutions" => read(value, Self::Solution),
            _ => Self::Undescribed(value),
        }
    }
}

fn read<T: for<'de> Deserialize<'de>>(value: Value, of: impl Fn(T) -> ChangeValue) -> ChangeValue {
    match T::deserialize(&value) {
        Ok(known) => of(known),
        Err(_) => ChangeValue::Undescribed(value),
    }
}

impl Unknown for Change {
    fn unknown(&self, at: &str, found: &mut Vec<String>) {
        let value = below(at, "value");
        match &self.value {
            Some(ChangeValue::Messaging(known)) => known.unknown(&value, found),
            Some(ChangeValue::Template(known)) => known.unknown(&value, found),
            Some(ChangeValue::Account(known)) => known.unknown(&value, found),
            Some(ChangeValue::Review(known)) => known.unknown(&value, found),
            Some(ChangeValue::Alert(known)) => known.unknown(&value, found),
            Some(ChangeValue::Capability(known)) => known.unknown(&value, found),
            Some(ChangeValue::NumberQuality(known)) => known.unknown(&value, found),
            Some(ChangeValue::NumberName(known)) => known.unknown(&value, found),
            Some(ChangeValue::Security(known)) => known.unknown(&value, found),
            Some(ChangeValue::Flow(known)) => known.unknown(&value, found),
            Some(ChangeValue::Solution(known)) => known.unknown(&value, found),
            Some(ChangeValue::Undescribed(_)) => found.push(value),
            None => {}
        }
        found.extend(self.rest.keys().map(|key| below(at, key)));
    }
}
