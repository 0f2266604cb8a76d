use serde::{Deserialize, Serialize};

/// Answer to a message: it was accepted, which does not say that it arrives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// Whom it goes to.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// The message. Meta gives one.
    pub messages: Vec<SentMessage>,
}

impl Sent {
    /// Id of the message; its statuses come under it.
    pub fn id(&self) -> Option<&str> {
        self.messages.first().map(|message| message.id.as_str())
    }
}

/// Whom a message goes to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// As the message named it.
    pub input: String,
    /// The number as WhatsApp has it; missing when the business does not know it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wa_id: Option<String>,
    /// The person's id for this business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
}

/// A message that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentMessage {
    /// `wamid.` and more.
    pub id: String,
    /// Told of templates only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_status: Option<Acceptance>,
    /// The group it goes to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group_id: Option<String>,
}

/// How far a message has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageHistory {
    /// The message.
    pub message_id: String,
    /// Oldest first, but Meta does not promise all of them.
    #[serde(default)]
    pub events: DeliveryEvents,
}

/// What happened to a message.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DeliveryEvents {
    /// Each of it.
    #[serde(default)]
    pub data: Vec<DeliveryEvent>,
}

/// Something that happened to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryEvent {
    /// What.
    pub delivery_status: DeliveryStatus,
    /// Seconds since 1970.
    pub timestamp: i64,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}

/// How far a message gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DeliveryStatus {
    /// On its way.
    Sent,
    /// On the phone.
    Delivered,
    /// Seen.
    Read,
    /// It will not arrive.
    Failed,
    /// Taken back.
    Deleted,
    /// One we do not know.
    #[serde(untagged)]
    Other(String),
}

/// What happens to a message that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Acceptance {
    /// It goes out.
    Accepted,
    /// It waits until Meta knows how people take the first ones.
    HeldForQualityAssessment,
    /// It does not go out: the template is paused.
    Paused,
    /// One we do not know.
    #[serde(untagged)]
    Other(String),
}
