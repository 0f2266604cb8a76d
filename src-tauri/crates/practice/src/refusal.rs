//! Errors in Meta's shape. The words are ours; numbers and shape are Meta's.

use cloud::GraphError;
use flows::check::Diagnostic;
use serde_json::{Value, json};

/// Numbers from here on are subcodes of error 100.
const TEMPLATE_SUBCODES: i64 = 2_388_000;

/// What a request was refused for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// A parameter is missing or wrong (100).
    Parameter,
    /// The name belongs to another Flow (100).
    NameTaken,
    /// There is no such object (100, subcode 33).
    NoObject,
    /// The token is missing, wrong or expired (190).
    Token,
    /// The Flow cannot be changed (139001).
    Update,
    /// The Flow cannot be published (139002).
    Publish,
    /// The Flow cannot be deprecated (139003).
    Deprecate,
    /// The Flow cannot be deleted (139004).
    Delete,
    /// Too many requests (80007).
    Rate,
    /// A template is refused (100 with this subcode).
    Template(i64),
    /// Refused with this code.
    Code(i64),
    /// Our own trouble (1).
    Internal,
}

/// A request that was refused, with nothing done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    trouble: Trouble,
    details: String,
}

impl Refusal {
    pub(crate) fn of(trouble: Trouble, details: impl Into<String>) -> Self {
        Self { trouble, details: details.into() }
    }

    pub(crate) fn no_object(id: &str) -> Self {
        Self::of(Trouble::NoObject, format!("This account has nothing with the id {id}."))
    }

    pub(crate) fn parameter(details: impl Into<String>) -> Self {
        Self::of(Trouble::Parameter, details)
    }

    pub(crate) fn code(code: i64, details: impl Into<String>) -> Self {
        Self::of(Trouble::Code(code), details)
    }

    /// Of a finding of the checks, with Meta's code for it: a subcode of template creation, a code, or 100.
    pub(crate) fn finding(finding: &Diagnostic) -> Self {
        let trouble = match finding.meta_code.as_deref().and_then(|code| code.parse().ok()) {
            Some(subcode) if subcode >= TEMPLATE_SUBCODES => Trouble::Template(subcode),
            Some(100) | None => Trouble::Parameter,
            Some(code) => Trouble::Code(code),
        };
        Self::of(trouble, format!("{} ({})", finding.headline, finding.place.path))
    }

    /// Why, in a sentence.
    pub(crate) fn details(&self) -> &str {
        &self.details
    }

    pub(crate) fn internal() -> Self {
        Self::of(Trouble::Internal, "The practice account could not keep its state.")
    }

    /// HTTP status it is answered with.
    pub(crate) fn status(&self) -> u16 {
        match self.trouble {
            Trouble::Token => 401,
            Trouble::Rate => 429,
            Trouble::Internal => 500,
            _ => 400,
        }
    }

    /// The body of the answer.
    pub(crate) fn body(&self) -> Value {
        let (code, kind, subcode, title) = match self.trouble {
            Trouble::Parameter => (100, "OAuthException", None, "Invalid parameter"),
            Trouble::NameTaken => (100, "OAuthException", None, "The name is taken"),
            Trouble::NoObject => (100, "GraphMethodException", Some(33), "No such object"),
            Trouble::Token => (190, "OAuthException", None, "The access token is not valid"),
            Trouble::Update => (139_001, "OAuthException", None, "The Flow cannot be updated"),
            Trouble::Publish => (139_002, "OAuthException", None, "The Flow cannot be published"),
            Trouble::Deprecate => (139_003, "OAuthException", None, "The Flow cannot be deprecated"),
            Trouble::Delete => (139_004, "OAuthException", None, "The Flow cannot be deleted"),
            Trouble::Rate => (80_007, "OAuthException", None, "Too many requests"),
            Trouble::Template(subcode) => (100, "OAuthException", Some(subcode), "The template is refused"),
            Trouble::Code(code) => (code, "OAuthException", None, "The request is refused"),
            Trouble::Internal => (1, "OAuthException", None, "An unknown error occurred"),
        };
        let data = cloud::ErrorData {
            messaging_product: Some("whatsapp".to_owned()),
            details: Some(self.details.clone()),
        };
        let error = GraphError {
            code,
            subcode,
            message: format!("(#{code}) {title}"),
            kind: Some(kind.to_owned()),
            user_title: Some(title.to_owned()),
            user_msg: Some(self.details.clone()),
            data: Some(data),
            is_transient: (self.trouble == Trouble::Internal).then_some(true),
            trace: Some("practice".to_owned()),
        };
        json!({ "error": error })
    }
}
