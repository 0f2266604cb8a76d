//! What can come after a node.

use serde::{Deserialize, Serialize};

/// A way out of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Output {
    /// Its name in `to`: `next`, `no_answer`, `answer:yes`.
    pub name: String,
    /// What people call it, where its name says nothing: the words on a button, the name of a case.
    pub words: Option<String>,
    /// When it is taken.
    pub role: OutputRole,
}

/// When a way out is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum OutputRole {
    /// As a rule.
    Next,
    /// After one answer, case or side of a split.
    Choice,
    /// After an answer that was not asked for, or when no case is so.
    Else,
    /// When the time for an answer or an event is over.
    NoAnswer,
    /// When a message cannot be sent because the 24 hours are over. Not connected: as the time being over for a question,
    /// as a rule for everything else.
    Closed,
    /// When another system does not answer, or says no.
    Failed,
}

impl Output {
    /// One with a fixed name.
    pub(super) fn named(name: &str, role: OutputRole) -> Self {
        Self { name: name.to_owned(), words: None, role }
    }

    /// `next`, and nothing else.
    pub(super) fn next() -> Vec<Self> {
        vec![Self::named(output::NEXT, OutputRole::Next)]
    }

    /// One of several.
    pub(super) fn choice(name: String, words: &str) -> Self {
        Self { name, words: Some(words.to_owned()), role: OutputRole::Choice }
    }
}

/// Names of outputs.
pub mod output {
    /// As a rule.
    pub const NEXT: &str = "next";
    /// An answer that was not asked for.
    pub const ELSE: &str = "else";
    /// No answer in time.
    pub const NO_ANSWER: &str = "no_answer";
    /// The window is closed.
    pub const CLOSED: &str = "closed";
    /// Another system did not do it.
    pub const FAILED: &str = "failed";

    /// The answer with this id.
    pub fn answer(id: &str) -> String {
        format!("answer:{id}")
    }

    /// The case, side or result with this id.
    pub fn case(id: &str) -> String {
        format!("case:{id}")
    }
}
