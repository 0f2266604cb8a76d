//! What went wrong with an account, in plain words.

use std::time::Duration;

use cloud::GraphError;

use crate::wire::{Code, Error, MetaWords};

/// Who an account lies with, for sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Side {
    /// The built-in account.
    Practice,
    /// Meta, under the user's name for the account.
    Meta {
        /// That name.
        account: String,
    },
}

impl Side {
    /// As a sentence begins with it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Practice => "The practice account",
            Self::Meta { .. } => "Meta",
        }
    }

    /// Inside a sentence.
    pub(crate) fn inside(&self) -> &'static str {
        match self {
            Self::Practice => "the practice account",
            Self::Meta { .. } => "Meta",
        }
    }
}

/// A call that failed, with Meta's words kept.
pub(crate) fn failed(error: &cloud::Error, side: &Side) -> Error {
    let name = side.name();
    let (code, sentence) = match error {
        cloud::Error::Token(_) => {
            return Error { meta: error.said().map(words).map(Box::new), ..token_needed(side) };
        }
        cloud::Error::RateLimited { after, .. } => (
            Code::RateLimited,
            format!("{name} takes no more requests for now. Try again {}.", later(*after)),
        ),
        cloud::Error::Refused(said) => (Code::Refused, format!("{name} refused: {}", sentence(said.words()))),
        cloud::Error::Server { status, .. } => (
            Code::BadAnswer,
            format!("{name} has trouble right now (HTTP {status}). Try again in a few minutes."),
        ),
        cloud::Error::BadAnswer { .. } => (
            Code::BadAnswer,
            format!("The answer of {} could not be understood. Try again in a few minutes.", side.inside()),
        ),
        cloud::Error::NotSent(_) => return cannot_reach(error),
        cloud::Error::NoAnswer(outbound::Error::TimedOut) => {
            (Code::TimedOut, format!("{name} did not answer in time. Try again: nothing is done twice."))
        }
        cloud::Error::NoAnswer(_) => (
            Code::TimedOut,
            format!("The connection to {} broke off. Try again: nothing is done twice.", side.inside()),
        ),
    };
    Error { code, sentence, meta: error.said().map(words).map(Box::new) }
}

/// A call that was refused, in our words where Meta's code is known.
pub(crate) fn explained(error: &cloud::Error, side: &Side) -> Error {
    let plain = failed(error, side);
    let small = |number: i64| u32::try_from(number).ok();
    let facts =
        error.said().and_then(|said| flows::facts::error(small(said.code)?, said.subcode.and_then(small)));
    match facts {
        Some(facts) => Error { sentence: format!("{} {}", facts.happened, facts.todo), ..plain },
        None => plain,
    }
}

/// Nothing could be sent.
pub(crate) fn cannot_reach(error: &cloud::Error) -> Error {
    match error {
        cloud::Error::NotSent(outbound::Error::Unreachable(_)) => Error::new(
            Code::Offline,
            "There is no connection. Check the internet connection and try again. Your work is saved here.",
        ),
        other => Error::new(Code::Refused, format!("The account cannot be used as it is set up: {other}.")),
    }
}

/// The token has to be given again.
pub(crate) fn token_needed(side: &Side) -> Error {
    let sentence = match side {
        Side::Practice => "The practice account was started anew. Please try again.".to_owned(),
        Side::Meta { account } => format!(
            "The access token of \"{account}\" is missing or has expired. Paste a new one under Accounts, then go on."
        ),
    };
    Error::new(Code::TokenNeeded, sentence)
}

/// The keychain did not do what it was asked.
pub(crate) fn keychain(error: &secrets::Error) -> Error {
    match error {
        secrets::Error::Locked => Error::new(
            Code::TokenNeeded,
            "The keychain of this computer is locked. Unlock it and try again, or paste the access token again.",
        ),
        secrets::Error::Failed(why) => Error::new(
            Code::NoKeychain,
            format!("The keychain of this computer failed ({why}). Paste the access token again."),
        ),
    }
}

/// Meta's words as they cross to the UI.
pub(crate) fn words(said: &GraphError) -> MetaWords {
    let small = |number: i64| i32::try_from(number).unwrap_or(i32::MAX);
    MetaWords {
        code: small(said.code),
        subcode: said.subcode.map(small),
        title: said.user_title.clone(),
        message: said.user_msg.clone().unwrap_or_else(|| said.message.clone()),
        details: said.details().map(str::to_owned),
        trace: said.trace.clone(),
    }
}

fn sentence(words: &str) -> String {
    let words = words.trim();
    if words.ends_with(['.', '!', '?', '。', '؟']) { words.to_owned() } else { format!("{words}.") }
}

fn later(after: Option<Duration>) -> String {
    match after.map(|after| after.as_secs().div_ceil(60)) {
        None => "in a few minutes".to_owned(),
        Some(0 | 1) => "in a minute".to_owned(),
        Some(minutes) => format!("in {minutes} minutes"),
    }
}
