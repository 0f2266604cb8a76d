use serde::{Deserialize, Serialize};

/// The five stages of a customer's journey; a starter's goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Get found.
    Awareness,
    /// Help them choose.
    Consideration,
    /// Win the booking.
    Decision,
    /// Keep your promise.
    Retention,
    /// Be recommended.
    Advocacy,
}

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

/// The conversation drawn on a starter's card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StarterChat {
    /// What the customer wrote first, if anything.
    pub hello: Option<String>,
    /// The business's message.
    pub message: String,
    /// The button that opens the form.
    pub button: String,
    /// Bubble that comes back: title.
    pub done: String,
    /// Second line of it.
    pub done_detail: Option<String>,
}
