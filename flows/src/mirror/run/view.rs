//! A run as plain data, for the page.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::RunCost;
use crate::chat::ChatView;
use crate::engine::{ConsentState, End, Refusal, Skip};
use crate::journey::Stage;

/// A run up to a moment. Moments are milliseconds since 1970 (UTC), which a number of JavaScript holds exactly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunView {
    /// All that happens from outside; the page gives it back and does not look into it.
    pub script: Value,
    /// The moment it was played to.
    #[specta(type = i32)]
    pub now: i64,
    /// IANA name of the person's time zone, one that is known.
    pub zone: String,
    /// What is on the phone, in order.
    pub phone: Vec<RunBubble>,
    /// What happened, in order.
    pub entries: Vec<RunEntry>,
    /// Ways that were taken, in order: key of the step, and the output.
    pub ways: Vec<RunWay>,
    /// Keys of the steps people are at.
    pub at: Vec<String>,
    /// The person.
    pub person: RunPerson,
    /// What happens next by itself, or by what the person is about to do; none: nothing.
    #[specta(type = Option<i32>)]
    pub next: Option<i64>,
    /// What all of it costs.
    pub cost: RunCost,
    /// It went on too long and was cut off.
    pub cut: bool,
}

/// A message on the phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunBubble {
    /// When.
    #[specta(type = i32)]
    pub at: i64,
    /// Key of the step that sent it; none: the customer did, or another journey.
    pub step: Option<String>,
    /// What the business sent.
    pub chat: Option<ChatView>,
    /// What the customer wrote or tapped.
    pub words: Option<String>,
    /// The words are the values of a form that was filled in.
    pub form: bool,
    /// What can be tapped or sent as an answer, while it is waited for.
    pub answers: Option<RunAnswers>,
    /// How far the message came.
    pub status: Option<RunStatus>,
}

/// How far a message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum RunStatus {
    /// It left.
    Sent,
    /// It is on the phone.
    Delivered,
    /// It was read.
    Read,
}

/// What can be answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum RunAnswers {
    /// One of these, by its id, with its words.
    Choice {
        /// Id and words.
        choices: Vec<(String, String)>,
    },
    /// Words.
    Text,
    /// A place.
    Location,
    /// A file.
    Media,
    /// A Flow of this name.
    Flow {
        /// Its name.
        flow: String,
        /// Names of what is kept of its answer.
        gives: Vec<String>,
    },
}

/// A way that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunWay {
    /// Key of the step.
    pub step: String,
    /// The output by which it was left.
    pub output: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunEntry {
    /// When.
    #[specta(type = i32)]
    pub at: i64,
    /// Key of the step, in the journey that is looked at.
    pub step: Option<String>,
    /// What.
    pub what: RunWhat,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum RunWhat {
    /// The person wrote.
    Wrote {
        /// Their words, as they read.
        words: String,
        /// They are the values of a form that was filled in.
        form: bool,
    },
    /// The person called.
    Called,
    /// They came in.
    Began,
    /// A message went out.
    Sent {
        /// The template's name.
        template: Option<String>,
        /// Meta's name of its category.
        category: Option<String>,
        /// Which bubble of the phone.
        bubble: u32,
    },
    /// A message was not let out.
    Refused {
        /// Against which rule.
        why: Refusal,
    },
    /// A message was left out.
    Skipped {
        /// Why.
        why: Skip,
    },
    /// A message waits for quiet hours to end.
    Held {
        /// When.
        #[specta(type = i32)]
        until: i64,
    },
    /// It waits.
    Waits {
        /// When that is over.
        #[specta(type = Option<i32>)]
        until: Option<i64>,
    },
    /// Another system is asked.
    Asks,
    /// Somebody of the business took over.
    Assigned {
        /// Who.
        to: String,
    },
    /// Something known of the person changed.
    Noted {
        /// What.
        name: String,
        /// What it is now.
        value: Value,
    },
    /// Something was set by hand.
    SetByHand {
        /// A value's name, or `tag NAME`, `stage`, `consent`, `window`.
        name: String,
        /// What it is now.
        value: Value,
    },
    /// A goal was reached.
    Reached {
        /// Which.
        goal: String,
    },
    /// The way ended.
    Ended {
        /// Why.
        why: End,
    },
}

/// Where the person stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunPerson {
    /// What they are called.
    pub name: String,
    /// Until when anything may be sent; none: they never wrote.
    #[specta(type = Option<i32>)]
    pub window_until: Option<i64>,
    /// Until when everything is free, since they came from an ad.
    #[specta(type = Option<i32>)]
    pub ad_until: Option<i64>,
    /// Whether they agreed to marketing messages.
    pub consent: ConsentState,
    /// They blocked the business.
    pub blocked: bool,
    /// The stage they are in.
    pub stage: Option<Stage>,
    /// Their tags.
    pub tags: Vec<String>,
    /// What is known of them, by name.
    pub values: Vec<RunValue>,
}

/// A value that is known of the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct RunValue {
    /// Its name.
    pub name: String,
    /// The value.
    pub value: Value,
}
