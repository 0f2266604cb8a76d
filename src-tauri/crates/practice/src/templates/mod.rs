//! Message templates: what the account holds and what may be done with them.

mod compare;
mod control;
mod create;
mod delete;
mod edit;
mod judge;
mod library;
mod review;

use cloud::models::webhook::{ChangeValue, Digits, TemplateEvent, TemplateUpdate};
use cloud::models::{Quality, QualityScore, RejectedReason, TemplateCategory, TemplateId, TemplateStatus};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

pub use control::TemplateAct;
pub(crate) use create::{text_of, walk};
pub(crate) use library::library;

use crate::account::Account;
use crate::refusal::Refusal;

/// A template in one language as the account keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredTemplate {
    /// Its id.
    pub id: TemplateId,
    /// Unique with its language.
    pub name: String,
    /// Meta's code.
    pub language: String,
    /// What it is filed as; its payload may say another.
    pub category: TemplateCategory,
    /// What it will be filed as.
    pub correct_category: Option<TemplateCategory>,
    /// Where it stands.
    pub status: TemplateStatus,
    /// Why it was rejected.
    pub rejected_reason: RejectedReason,
    /// The payload that made it, byte for byte until it is edited.
    pub text: String,
    /// How people take it.
    pub quality: Quality,
    /// Times of its edits while it was approved.
    pub edits: Vec<i64>,
    /// How often it was paused.
    pub pauses: usize,
    /// Whether it was ever approved.
    pub was_approved: bool,
    /// Whether its words are those of Meta's library.
    pub is_from_library: bool,
    /// How often it was sent.
    pub sends: u64,
    /// How often people blocked the business after it.
    pub blocks: u64,
}

/// A name that is not taken for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockedName {
    pub(crate) name: String,
    pub(crate) language: String,
    /// Seconds since 1970.
    pub(crate) until: i64,
}

impl StoredTemplate {
    /// Its payload.
    pub(crate) fn payload(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// The value of a field as the API tells it; none for fields it does not have.
    pub(crate) fn field(&self, name: &str) -> Option<Value> {
        match name {
            "name" => Some(json!(self.name)),
            "language" => Some(json!(self.language)),
            "status" => Some(json!(self.status)),
            "category" => Some(json!(self.category)),
            "correct_category" => self.correct_category.as_ref().map(|category| json!(category)),
            "rejected_reason" => Some(json!(self.rejected_reason)),
            "quality_score" => Some(json!(self.quality)),
            "components" => Some(self.payload().get("components").cloned().unwrap_or_else(|| json!([]))),
            "parameter_format" => Some(json!(if self.is_named() { "NAMED" } else { "POSITIONAL" })),
            "message_send_ttl_seconds" => self.payload().get(name).cloned(),
            "health_status" => {
                Some(json!({"can_send_message": if self.is_sendable() { "AVAILABLE" } else { "BLOCKED" },
                "entities": [{"entity_type": "MESSAGE_TEMPLATE", "id": self.id,
                    "can_send_message": if self.is_sendable() { "AVAILABLE" } else { "BLOCKED" }}]}))
            }
            _ => None,
        }
    }

    /// Whether its variables have names.
    pub(crate) fn is_named(&self) -> bool {
        let payload = self.payload();
        let format = payload.get("parameter_format").and_then(Value::as_str).unwrap_or_default();
        format.eq_ignore_ascii_case("named")
    }

    pub(crate) fn is_sendable(&self) -> bool {
        self.status == TemplateStatus::Approved
    }
}

/// Before anybody has got it.
pub(crate) fn unknown_quality(now: i64) -> Quality {
    Quality { score: QualityScore::Unknown, date: Some(now) }
}

impl Account {
    /// The template with this id.
    pub fn template(&self, id: &str) -> Result<&StoredTemplate, Refusal> {
        self.templates
            .iter()
            .find(|template| template.id.as_str() == id)
            .ok_or_else(|| Refusal::no_object(id))
    }

    pub(crate) fn template_mut(&mut self, id: &str) -> Result<&mut StoredTemplate, Refusal> {
        let found = self.templates.iter_mut().find(|template| template.id.as_str() == id);
        found.ok_or_else(|| Refusal::no_object(id))
    }

    pub(crate) fn has_template(&self, id: &str) -> bool {
        self.template(id).is_ok()
    }

    /// What Meta would post about a template: what all such payloads have, and more.
    fn tell_of_template(&mut self, field: &str, template: &StoredTemplate, more: TemplateUpdate, at: i64) {
        let value = TemplateUpdate {
            id: template.id.as_str().parse().ok().map(Digits::Number),
            name: Some(template.name.clone()),
            // In webhooks the language is written with a dash.
            language: Some(template.language.replace('_', "-")),
            ..more
        };
        self.webhooks.push(&self.waba.id, field, ChangeValue::Template(Box::new(value)), Some(at));
    }

    /// Tells where a template stands now.
    fn tell_status(&mut self, id: &TemplateId, event: TemplateEvent, more: TemplateUpdate, at: i64) {
        let Ok(template) = self.template(id.as_str()).cloned() else { return };
        let value = TemplateUpdate {
            event: Some(event),
            reason: Some(template.rejected_reason.clone()),
            message_template_category: Some(template.category.clone()),
            ..more
        };
        self.tell_of_template("message_template_status_update", &template, value, at);
    }
}
