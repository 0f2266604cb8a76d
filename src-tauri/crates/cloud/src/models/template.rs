use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::TemplateId;
use super::words::words;

/// A message template as the API describes it. Which fields are there depends on what was asked for; those that are
/// not named here are kept in `rest`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Its id: of this name in this language.
    pub id: TemplateId,
    /// Shared by the same template in other languages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Meta's code, for example `pt_BR`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<TemplateStatus>,
    /// What it is filed and charged as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<TemplateCategory>,
    /// The category that Meta thinks is right, and will file it under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correct_category: Option<TemplateCategory>,
    /// Its parts, as they were sent in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub components: Option<Value>,
    /// `POSITIONAL` or `NAMED`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameter_format: Option<String>,
    /// How people take it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality_score: Option<Quality>,
    /// Why it was rejected; [`RejectedReason::None`] when it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejected_reason: Option<RejectedReason>,
    /// How long a message may wait for the phone, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_send_ttl_seconds: Option<i64>,
    /// Everything else that came.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

words! {
    /// Where a template stands.
    TemplateStatus {
        /// Being reviewed.
        Pending = "PENDING",
        /// Can be sent. The only one that can.
        Approved = "APPROVED",
        /// Refused by the review.
        Rejected = "REJECTED",
        /// Not sent for some hours: people did not like it.
        Paused = "PAUSED",
        /// Not sent again: people did not like it.
        Disabled = "DISABLED",
        /// Reviewed again on request.
        InAppeal = "IN_APPEAL",
        /// Deleted while messages are still on their way.
        PendingDeletion = "PENDING_DELETION",
        /// Deleted.
        Deleted = "DELETED",
        /// Not taken: the account has as many as it may.
        LimitExceeded = "LIMIT_EXCEEDED",
        /// Set aside after a year without use.
        Archived = "ARCHIVED",
    }
}

words! {
    /// What a template is filed as.
    TemplateCategory {
        /// Everything that promotes, mixes promotion in or is unclear.
        Marketing = "MARKETING",
        /// About an order, a booking, an account that the person has.
        Utility = "UTILITY",
        /// One-time codes.
        Authentication = "AUTHENTICATION",
    }
}

words! {
    /// Why a template was rejected.
    RejectedReason {
        /// Against WhatsApp's policies.
        AbusiveContent = "ABUSIVE_CONTENT",
        /// Of another category than it says.
        IncorrectCategory = "INCORRECT_CATEGORY",
        /// Written in a way that cannot be filled in or sent.
        InvalidFormat = "INVALID_FORMAT",
        /// It was not rejected, or nobody says why.
        None = "NONE",
        /// It promotes where it must not.
        Promotional = "PROMOTIONAL",
        /// It looks like a fraud.
        Scam = "SCAM",
        /// Language or category are not those of its words.
        TagContentMismatch = "TAG_CONTENT_MISMATCH",
    }
}

/// How people take a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    /// The score.
    #[serde(default = "unknown")]
    pub score: QualityScore,
    /// When it was given, seconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<i64>,
}

fn unknown() -> QualityScore {
    QualityScore::Unknown
}

words! {
    /// How well people take something.
    QualityScore {
        /// Well.
        Green = "GREEN",
        /// Not so well.
        Yellow = "YELLOW",
        /// Badly: it will be paused.
        Red = "RED",
        /// Too few have got it to say.
        Unknown = "UNKNOWN",
    }
}

/// Answer to the creation of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreatedTemplate {
    /// Its id.
    pub id: TemplateId,
    /// Most often [`TemplateStatus::Pending`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<TemplateStatus>,
    /// What it is filed as, which may be another than was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<TemplateCategory>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_we_do_not_know_is_kept() {
        let text = r#"{"id":"1","status":"FROZEN","category":"GREETING","quality_score":{"score":"BLUE"},"rejected_reason":"TOO_LONG","sub_category":"X"}"#;
        let template: Template = serde_json::from_str(text).unwrap();
        assert_eq!(template.status, Some(TemplateStatus::Other("FROZEN".to_owned())));
        assert_eq!(template.category, Some(TemplateCategory::Other("GREETING".to_owned())));
        assert_eq!(template.rest["sub_category"], "X");
        assert_eq!(serde_json::to_string(&template).unwrap(), text);
        let known: TemplateStatus = serde_json::from_str("\"PENDING_DELETION\"").unwrap();
        assert_eq!(known, TemplateStatus::PendingDeletion);
    }
}
