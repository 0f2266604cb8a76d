use serde::{Deserialize, Serialize};

use super::words::words;

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
    /// Its own id.
    #[serde(default)]
    pub id: String,
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
    /// Its own id.
    #[serde(default)]
    pub id: String,
    /// What.
    pub delivery_status: DeliveryStatus,
    /// Seconds since 1970.
    pub timestamp: i64,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_description: Option<String>,
}

words! {
    /// How far a message gets.
    DeliveryStatus {
        /// On its way.
        Sent = "SENT",
        /// On the phone.
        Delivered = "DELIVERED",
        /// Seen.
        Read = "READ",
        /// It will not arrive.
        Failed = "FAILED",
        /// Taken back.
        Deleted = "DELETED",
    }
}

words! {
    /// What happens to a message that was accepted.
    Acceptance {
        /// It goes out.
        Accepted = "accepted",
        /// It waits until Meta knows how people take the first ones.
        HeldForQualityAssessment = "held_for_quality_assessment",
        /// It does not go out: the template is paused.
        Paused = "paused",
    }
}
