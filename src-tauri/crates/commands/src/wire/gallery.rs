use serde::{Deserialize, Serialize};

pub use flows::gallery::{Stage, StarterChat};

/// A finished Flow one can start from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Starter {
    /// Stable kebab-case id, for example `salon-booking`.
    pub id: String,
    /// Trade it is made for, for example `salon`.
    pub trade: String,
    /// Its goal.
    pub stage: Stage,
    /// Title in the asked language.
    pub title: String,
    /// One sentence on what it does.
    pub summary: String,
    /// Number of screens.
    pub screens: u32,
    /// Number of questions.
    pub questions: u32,
    /// BCP 47 tags it comes in, the first is the default.
    pub languages: Vec<String>,
    /// The chat around it, for the card: what the business writes, the button, what comes back.
    pub chat: StarterChat,
    /// Words to find it by.
    pub keywords: Vec<String>,
}
