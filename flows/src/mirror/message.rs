//! What the page sees of a template or a message: small enough to be told whole after every edit.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::adviser::{self, Certainty, Consequence, Intent};
use crate::chat::{self, ChatView};
use crate::check::{Diagnostic, DocumentKind, check_document};
use crate::cost::{self, Charge};
use crate::edit::{Document, Notes, Timeline};
use crate::facts::{self, RateCard};
use crate::json::{Node, Pointer, Tree};
use crate::mirror::History;
use crate::template::{Category, Template};

/// A template or a message as the page needs it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessageSnapshot {
    /// Grows by one with every edit, undo and redo.
    pub revision: u32,
    /// Its name in this workspace.
    pub name: String,
    /// What it is.
    pub kind: DocumentKind,
    /// False while the text cannot be read: `json` is that of the last readable text.
    pub readable: bool,
    /// The payload that creates or sends it, byte for byte.
    pub text: String,
    /// The payload as it can be shown.
    pub json: Value,
    /// What is kept beside the text.
    pub notes: Notes,
    /// Undo and redo.
    pub history: History,
    /// Where the user's eye should go.
    pub focus: Option<Pointer>,
}

/// All of a template or a message, for the page.
pub fn message_snapshot(
    revision: u32,
    kind: DocumentKind,
    document: &Document,
    timeline: &Timeline,
    focus: Option<Pointer>,
) -> MessageSnapshot {
    MessageSnapshot {
        revision,
        kind,
        name: document.name().to_owned(),
        readable: document.is_readable(),
        text: document.text().to_owned(),
        json: document.shown().root().to_value(),
        notes: document.notes().clone(),
        history: timeline.names(),
        focus,
    }
}

/// What is known of a template or a message as it stands, with what is under the hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessageView {
    /// What stands to be said about it, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// Which category its words speak for; none when it is no template.
    pub advice: Option<MessageAdvice>,
    /// What the phone shows.
    pub chat: ChatView,
    /// What one costs in each country that was asked for, in its category and in the one its words speak for.
    pub prices: Vec<MessagePrice>,
}

/// Which category Meta will likely file a template under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct MessageAdvice {
    /// Meta's name of the category; none when the words do not tell.
    pub category: Option<String>,
    /// How sure that is.
    pub certainty: Certainty,
    /// The words that speak for it, the strongest first.
    pub reasons: Vec<MessageReason>,
    /// What follows for the owner.
    pub consequences: Vec<Consequence>,
}

/// Words that speak for a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct MessageReason {
    /// What they are about.
    pub intent: Intent,
    /// The words as written.
    pub words: String,
    /// The text or label that they stand in.
    pub part: Pointer,
    /// Where they begin in that text, in UTF-16 code units.
    pub start: u32,
    /// One past their end.
    pub end: u32,
}

/// What a message of a category costs in a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MessagePrice {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Meta's name of the category.
    pub category: String,
    /// What one costs, in units of the currency: `0.0125`. None: see `why`.
    pub amount: Option<String>,
    /// What a thousand cost.
    pub thousand: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// The first day the rate holds for, ISO.
    pub valid_from: Option<String>,
    /// The rate does not come from Meta's own file.
    pub illustrative: bool,
    /// Why it cannot be said, as a sentence; nothing when it is free.
    pub why: Option<String>,
}

/// The rule about whom a message goes to.
const RECIPIENT: &str = "message-recipient-missing";

/// What stands to be said about a template or a message while it is composed: that it goes to nobody yet is no fault then.
pub fn composed_findings(tree: &Tree) -> Vec<Diagnostic> {
    let mut found = check_document(tree);
    found.retain(|finding| finding.rule != RECIPIENT);
    found
}

/// Looks at a payload. `countries` are those prices are wanted for, on a day, by these rate cards.
pub fn message_view(tree: &Tree, on: Date, countries: &[String], cards: &[RateCard]) -> MessageView {
    let diagnostics = composed_findings(tree);
    if tree.error().is_some() || DocumentKind::of(tree) != DocumentKind::Template {
        return MessageView { diagnostics, advice: None, chat: chat::of_message(tree), prices: Vec::new() };
    }
    let template = Template::of(tree);
    let advice = advice(tree, &template);
    let advised = advice.category.as_deref().and_then(Category::from_name);
    let mut categories: Vec<Category> = template.category.into_iter().chain(advised).collect();
    categories.dedup();
    let prices = categories.into_iter().flat_map(|category| prices(category, on, countries, cards)).collect();
    MessageView { diagnostics, advice: Some(advice), chat: chat::of_template(tree, &[]), prices }
}

fn advice(tree: &Tree, template: &Template<'_>) -> MessageAdvice {
    let advice = adviser::advise(template);
    let reason = |reason: adviser::Reason| {
        let text = tree.at(&reason.part).and_then(Node::as_str)?;
        let units = |bytes: usize| {
            let units = text.get(..bytes)?.encode_utf16().count();
            u32::try_from(units).ok()
        };
        Some(MessageReason {
            start: units(reason.span.start)?,
            end: units(reason.span.end)?,
            intent: reason.intent,
            words: reason.words,
            part: reason.part,
        })
    };
    MessageAdvice {
        category: advice.category.map(|category| category.name().to_owned()),
        certainty: advice.certainty,
        reasons: advice.reasons.into_iter().filter_map(reason).collect(),
        consequences: advice.consequences,
    }
}

fn prices(category: Category, on: Date, countries: &[String], cards: &[RateCard]) -> Vec<MessagePrice> {
    let priced = match category {
        Category::Marketing => facts::Category::Marketing,
        Category::Utility => facts::Category::Utility,
        Category::Authentication => facts::Category::Authentication,
    };
    let card = cost::card_on(cards, on);
    let countries = countries.iter().map(String::as_str);
    let all = cost::per_thousand(countries, priced, on, card).into_iter();
    all.map(|of| price(of, category.name(), card)).collect()
}

fn price(of: cost::Thousand, category: &str, card: Option<&RateCard>) -> MessagePrice {
    let thousand = of.thousand.map(|amount| amount.to_string());
    let (amount, currency, why) = match of.each {
        Charge::Charged { amount, currency, .. } => {
            (Some(amount.to_string()), Some(currency.to_string()), None)
        }
        Charge::Free { .. } => (Some("0".to_owned()), None, None),
        Charge::Unknown { why } => (None, None, Some(why.to_string())),
    };
    MessagePrice {
        country: of.country,
        category: category.to_owned(),
        amount,
        thousand,
        currency,
        valid_from: card.map(|card| card.valid_from.to_string()),
        illustrative: card.is_some_and(|card| card.illustrative),
        why,
    }
}

/// What messages cost in a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct MarketPrices {
    /// One of each category, at the list rate; `SERVICE` are free-form messages, which only go out within the 24 hours.
    pub prices: Vec<MessagePrice>,
    /// So many free-form messages cost nothing each month; none: all of them cost what they do.
    #[specta(type = Option<u32>)]
    pub free_replies: Option<u64>,
}

/// What one message of each category costs in a country on a day.
pub fn market_prices(country: &str, on: Date, cards: &[RateCard]) -> MarketPrices {
    let countries = [country.to_owned()];
    let templates = [Category::Marketing, Category::Utility, Category::Authentication];
    let mut all: Vec<_> = templates.into_iter().flat_map(|it| prices(it, on, &countries, cards)).collect();
    let card = cost::card_on(cards, on);
    let replies = cost::per_thousand([country], facts::Category::Service, on, card);
    all.extend(replies.into_iter().map(|of| price(of, SERVICE, card)));
    let era = facts::pricing().era(on);
    let free = era.and_then(|era| era.free_tier).filter(|tier| tier.category == facts::Category::Service);
    MarketPrices { prices: all, free_replies: free.map(|tier| tier.count) }
}

/// Meta's name of the category of free-form messages.
const SERVICE: &str = "SERVICE";
