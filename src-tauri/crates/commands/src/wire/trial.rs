use flows::chat::ChatView;
use flows::sending::Blank;
use serde::{Deserialize, Serialize};

/// A message on trial: what would be sent, and what is in its way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Trial {
    /// What a template takes, with what stands there now.
    pub blanks: Vec<Blank>,
    /// Where it would go, as Meta writes a number; `None` while what was typed is no phone number.
    pub to: Option<String>,
    /// Phones of the practice account; a real account has none.
    pub phones: Vec<TrialPhone>,
    /// What arrives.
    pub chat: ChatView,
    /// Address of the request.
    pub address: String,
    /// Its body, as it is sent but for files of this workspace, which are uploaded first.
    pub body: String,
    /// What is in the way; nothing is sent while there is any.
    pub problems: Vec<TrialProblem>,
}

/// What keeps a message from being sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "problem", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TrialProblem {
    /// There is no phone number yet.
    NoNumber,
    /// The template was never sent in to this account.
    NotSentIn,
    /// Meta has not approved the template.
    NotApproved {
        /// Meta's word for its state.
        status: String,
    },
    /// Values are missing.
    ValuesMissing,
    /// The person has not written within the last 24 hours.
    WindowClosed,
    /// A receipt is no message.
    NoMessage,
    /// A rule says why Meta would refuse it.
    Refused {
        /// In the rule's words.
        words: String,
    },
}

/// A simulated phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrialPhone {
    /// Its number, E.164.
    pub number: String,
    /// The number as people read it.
    pub shown: String,
    /// ISO code of the number's country.
    pub country: String,
    /// The person has written within the last 24 hours.
    pub is_window_open: bool,
    /// The person has blocked the business.
    pub has_blocked: bool,
    /// The person wants no marketing.
    pub has_stopped_marketing: bool,
}

/// What the person with a simulated phone does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub enum PhoneAct {
    /// Writes to the business, which opens the window.
    Write,
    /// Blocks the business.
    Block,
    /// Unblocks it.
    Unblock,
    /// Wants no marketing.
    StopMarketing,
    /// Wants it again.
    ResumeMarketing,
}

/// How far a message on trial has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrialStanding {
    /// Each thing that happened, oldest first.
    pub events: Vec<TrialEvent>,
    /// Why it failed and what to do; `None` while it has not.
    pub failed: Option<String>,
    /// Meta's code of that, when it was told.
    pub code: Option<u32>,
    /// What it cost; `None` while that is not known.
    pub price: Option<TrialPrice>,
}

/// Something that happened to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrialEvent {
    /// Meta's word, for example `SENT`, `DELIVERED`, `READ`, `FAILED`.
    pub status: String,
    /// When, milliseconds since 1970 (UTC), as a decimal string.
    pub at: String,
}

/// What a message cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TrialPrice {
    /// For example `0.0382`; `0` when it was free.
    pub amount: String,
    /// Its currency; `None` when it was free.
    pub currency: Option<String>,
}
