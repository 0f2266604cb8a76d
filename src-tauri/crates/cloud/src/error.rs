use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::facts::{Class, class};

/// An error in Meta's words: `error` of the reply. Everything Meta said is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GraphError {
    /// What to branch on.
    pub code: i64,
    /// A second number; Meta says not to rely on it.
    #[serde(default, rename = "error_subcode", skip_serializing_if = "Option::is_none")]
    pub subcode: Option<i64>,
    /// For developers, in English.
    #[serde(default)]
    pub message: String,
    /// For example `OAuthException`.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Headline for people.
    #[serde(default, rename = "error_user_title", skip_serializing_if = "Option::is_none")]
    pub user_title: Option<String>,
    /// Explanation for people.
    #[serde(default, rename = "error_user_msg", skip_serializing_if = "Option::is_none")]
    pub user_msg: Option<String>,
    /// More, most of all `details`.
    #[serde(
        default,
        rename = "error_data",
        deserialize_with = "lenient_data",
        skip_serializing_if = "Option::is_none"
    )]
    pub data: Option<ErrorData>,
    /// Meta thinks it may pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_transient: Option<bool>,
    /// For Meta's support.
    #[serde(default, rename = "fbtrace_id", skip_serializing_if = "Option::is_none")]
    pub trace: Option<String>,
}

/// `error_data` of an error.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ErrorData {
    /// `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<String>,
    /// The part that says what is wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
}

impl GraphError {
    /// `error_data.details`.
    pub fn details(&self) -> Option<&str> {
        self.data.as_ref()?.details.as_deref()
    }

    /// The clearest words there are.
    pub fn words(&self) -> &str {
        self.user_msg.as_deref().or_else(|| self.details()).unwrap_or(&self.message)
    }
}

/// `error_data` comes as an object, as JSON in a string or as a plain string, depending on the endpoint.
fn lenient_data<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<ErrorData>, D::Error> {
    let value = Option::<serde_json::Value>::deserialize(deserializer)?;
    Ok(value.map(|value| match value {
        serde_json::Value::String(text) => {
            serde_json::from_str(&text).unwrap_or(ErrorData { details: Some(text), ..ErrorData::default() })
        }
        other => serde_json::from_value(other).unwrap_or_default(),
    }))
}

/// What can go wrong with a call. [`Error::may_have_acted`] answers the question that matters before a repeat.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The token is expired, revoked or missing: connect the account again.
    #[error("the access token is not valid any more: {}", .0.words())]
    Token(Box<GraphError>),
    /// Too many calls: wait. Nothing was done.
    #[error("too many requests")]
    RateLimited {
        /// How long, when the reply says so.
        after: Option<Duration>,
        /// Meta's words.
        said: Option<Box<GraphError>>,
    },
    /// Meta refused the request. Nothing was done.
    #[error("refused: {}", .0.words())]
    Refused(Box<GraphError>),
    /// Trouble at Meta. What happened is unknown.
    #[error("the server has trouble (HTTP {status})")]
    Server {
        /// HTTP status.
        status: u16,
        /// Meta's words.
        said: Option<Box<GraphError>>,
    },
    /// The reply makes no sense to us. What happened is unknown.
    #[error("the answer could not be understood (HTTP {status}): {why}")]
    BadAnswer {
        /// HTTP status.
        status: u16,
        /// What is odd about it. Never holds the reply.
        why: String,
    },
    /// No connection, or none of our own making. Nothing was sent.
    #[error(transparent)]
    NotSent(outbound::Error),
    /// No whole answer came back. What happened is unknown.
    #[error(transparent)]
    NoAnswer(outbound::Error),
}

impl Error {
    /// True when Meta may have carried the call out all the same: look before doing it again.
    pub fn may_have_acted(&self) -> bool {
        matches!(self, Self::Server { .. } | Self::BadAnswer { .. } | Self::NoAnswer(_))
    }

    /// Meta's words, when Meta said something.
    pub fn said(&self) -> Option<&GraphError> {
        match self {
            Self::Token(said) | Self::Refused(said) => Some(said),
            Self::RateLimited { said, .. } | Self::Server { said, .. } => said.as_deref(),
            Self::BadAnswer { .. } | Self::NotSent(_) | Self::NoAnswer(_) => None,
        }
    }

    /// Meta's code, when Meta gave one.
    pub fn code(&self) -> Option<i64> {
        self.said().map(|said| said.code)
    }

    /// Sorts an error reply. The status alone decides only where there is no code.
    pub(crate) fn from_reply(status: u16, said: Option<Box<GraphError>>, after: Option<Duration>) -> Self {
        match (said.as_ref().map(|said| class(said.code)), status) {
            (Some(Class::Rate), _) | (_, 429) => Self::RateLimited { after, said },
            // A code that says nothing of the server may stand under a status or a word that does.
            (Some(Class::Server), _) | (None | Some(Class::Refusal), 500..) => Self::Server { status, said },
            (Some(Class::Refusal), _) if said.as_ref().and_then(|said| said.is_transient) == Some(true) => {
                Self::Server { status, said }
            }
            _ => match said {
                Some(said) if class(said.code) == Class::Authentication => Self::Token(said),
                Some(said) => Self::Refused(said),
                None => Self::BadAnswer { status, why: "an error without Meta's explanation".to_owned() },
            },
        }
    }
}

impl From<outbound::Error> for Error {
    fn from(error: outbound::Error) -> Self {
        if error.nothing_sent() { Self::NotSent(error) } else { Self::NoAnswer(error) }
    }
}
