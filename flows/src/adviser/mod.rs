//! Which category Meta will file a template under, by its words, and what follows from that.
//!
//! Meta decides by what a template says, not by what its author calls it: whatever promotes, or mixes promotion in, or
//! leaves open what it is about is MARKETING; one-time codes are AUTHENTICATION. Words are data
//! (`facts/adviser.json`), language by language; the judgement is the same for all.

pub(crate) mod fold;
mod lexicon;
mod weigh;

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::json::{Node, Pointer};
use crate::template::{Category, Component, ComponentType, Template};

/// What a phrase is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// A discount, a gift, a special price.
    Offer,
    /// A sale.
    Sale,
    /// Something new to buy, or news of the business.
    News,
    /// Asks to buy, to order, to book, to come in.
    Shop,
    /// Praises what the business does or sells.
    Praise,
    /// Reminds of a purchase that was not finished.
    Cart,
    /// Asks to go on with a plan or a membership that ends.
    Renewal,
    /// Offers more beside what was bought.
    Upsell,
    /// Asks someone back who has not come for a while.
    WinBack,
    /// Wishes of a season or a birthday.
    Greeting,
    /// Asks to tell friends.
    Referral,
    /// Asks to install an app.
    App,
    /// Asks for an opinion of the business at large.
    GenericSurvey,
    /// Points and rewards that want to be spent.
    Loyalty,
    /// Asks to come to an event.
    Event,
    /// Something is in stock again, or fits a saved search.
    BackInStock,
    /// Introduces somebody, or greets without a purpose.
    Introduction,
    /// Does not say what it is about.
    Unclear,
    /// An order, its way and its delivery, a job done for the person.
    Order,
    /// A payment, an invoice, a refund.
    Payment,
    /// An appointment or a booking that the person has.
    Booking,
    /// An account, its safety; outages, recalls, legal notices; what somebody must know.
    Notice,
    /// Confirms that someone gets messages, or gets them no more.
    OptIn,
    /// Asks about one named order or visit.
    NamedSurvey,
    /// Goes on with what the person asked.
    Reply,
    /// Says, with several variables, something of the person's own.
    Specific,
    /// A one-time code.
    OneTimeCode,
    /// Says nothing by itself; its words are taken for nothing else.
    Plain,
    /// Says that its sentence tells what has happened.
    Defuse,
}

impl Intent {
    /// Whether its words promote nothing where they tell what has happened: "the discount that you used".
    fn can_be_told(self) -> bool {
        matches!(
            self,
            Self::Offer
                | Self::Sale
                | Self::News
                | Self::Shop
                | Self::Praise
                | Self::Loyalty
                | Self::Event
                | Self::BackInStock
                | Self::Introduction
                | Self::App
        )
    }

    /// The category that it speaks for.
    pub fn category(self) -> Option<Category> {
        match self {
            Self::Order
            | Self::Payment
            | Self::Booking
            | Self::Notice
            | Self::OptIn
            | Self::NamedSurvey
            | Self::Reply
            | Self::Specific => Some(Category::Utility),
            Self::OneTimeCode => Some(Category::Authentication),
            Self::Plain | Self::Defuse => None,
            _ => Some(Category::Marketing),
        }
    }
}

/// How sure the advice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The words say it plainly.
    Sure,
    /// More speaks for it than against it.
    Likely,
}

/// What follows from a category, from the facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Consequence {
    /// Meta files it under MARKETING, whatever it was sent in as.
    FiledAsMarketing {
        /// The day since when, ISO.
        since: String,
    },
    /// Every delivered message costs the price of marketing.
    MarketingPrice,
    /// People must have agreed to get marketing.
    NeedsOptIn,
    /// No number of the United States gets it.
    NoUsNumbers {
        /// The day since when, ISO.
        since: String,
    },
    /// A person gets only so much marketing; what is over that fails.
    PerUserCap {
        /// Meta's error.
        error: u32,
    },
    /// Who has stopped marketing gets none; sending fails.
    StopPreference {
        /// Meta's error.
        error: u32,
    },
    /// In another category Meta rejects it.
    Rejected {
        /// Meta's reason.
        reason: String,
    },
}

/// Words that speak for a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Reason {
    /// What they are about.
    pub intent: Intent,
    /// The words as written.
    pub words: String,
    /// The text or label that they stand in.
    pub part: Pointer,
    /// Where in that text, in bytes (UTF-8): `text[span] == words`.
    pub span: Range<usize>,
}

/// What Meta will likely say about a category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The category; nothing when the language is not one that can be judged and no word tells.
    pub category: Option<Category>,
    /// How sure that is.
    pub certainty: Certainty,
    /// The words that speak for it, the strongest first.
    pub reasons: Vec<Reason>,
    /// What follows for the owner.
    pub consequences: Vec<Consequence>,
}

/// What a text is in its template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// A header, a text or a footer.
    Text,
    /// The words of a button.
    Label,
    /// The words of an offer that ends: promotion, whatever they are.
    Offer,
}

/// A text to judge.
#[derive(Debug, Clone)]
pub struct Part<'t> {
    /// Where it stands.
    pub at: Pointer,
    /// What it is.
    pub kind: PartKind,
    /// What it says.
    pub text: Cow<'t, str>,
}

/// Judges a template by its texts and the labels of its buttons.
pub fn advise(template: &Template<'_>) -> Advice {
    judge(language(template), &parts(template))
}

/// The language that a template is judged in: its own, English when it names none.
pub fn language<'t>(template: &'t Template<'_>) -> &'t str {
    template.language.as_deref().unwrap_or("en")
}

/// What of a template is judged.
pub fn parts<'t>(template: &Template<'t>) -> Vec<Part<'t>> {
    let part = |kind, node: Option<Node<'t>>| {
        let node = node?;
        Some(Part { at: node.pointer(), kind, text: node.as_str()? })
    };
    let of_component = |component: &Component<'t>| {
        let is_offer = component.kind == ComponentType::LimitedTimeOffer;
        let offer = component.node.get("limited_time_offer").filter(|_| is_offer);
        let offer = part(PartKind::Offer, offer.and_then(|offer| offer.get("text")));
        [offer, part(PartKind::Text, component.node.get("text"))]
    };
    let labels = template.buttons.iter().filter_map(|button| part(PartKind::Label, button.node.get("text")));
    template.components.iter().flat_map(of_component).flatten().chain(labels).collect()
}

/// Judges texts in a language (Meta's code of it). Their order makes no difference.
pub fn judge(language: &str, parts: &[Part<'_>]) -> Advice {
    weigh::judge(lexicon::of(language), parts)
}

/// The sentences of a text, in bytes, without gaps: each ends where the next one begins.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    fold::sentences(&fold::Folded::of(text, lexicon::money()))
}
