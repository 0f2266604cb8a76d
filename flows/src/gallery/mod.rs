//! Finished Flows, message templates and whole journeys one can start from, for different businesses. The data lies in
//! `flows/gallery/`: a folder per starter with `starter.json` (what the card says) and one Flow JSON file per language;
//! templates lie in `flows/gallery/templates/`, journeys in `flows/gallery/journeys/`.
//!
//! Every starter works without an endpoint, names made-up people and businesses only, and is clean
//! under Waymark's own checks.

mod journey;
mod template;

use std::collections::BTreeMap;

pub use journey::{JourneyStarter, TourStop, UseCase, gallery_project, journey_starters, made_of, origin};
pub use template::{Media, TemplateStarter, TemplateWords, media, template_starter, template_starters};

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use crate::journey::Stage;

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

/// What a starter's card says in one language.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Words {
    /// Title.
    pub title: String,
    /// One sentence on what it does.
    pub summary: String,
    /// Words to find it by.
    pub keywords: Vec<String>,
    /// The chat around it.
    pub chat: StarterChat,
}

/// `starter.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    trade: String,
    stage: Stage,
    languages: Vec<String>,
    text: BTreeMap<String, Words>,
}

/// A finished Flow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// Stable kebab-case id: the folder's name.
    pub id: &'static str,
    /// Trade it is made for, for example `salon`.
    pub trade: String,
    /// Its goal.
    pub stage: Stage,
    /// BCP 47 tags it comes in, the first is the default.
    pub languages: Vec<String>,
    /// Number of screens.
    pub screens: u32,
    /// Number of questions: every component with a name of its own, in all branches.
    pub questions: u32,
    words: BTreeMap<String, Words>,
    sources: &'static [(&'static str, &'static str)],
}

impl Starter {
    /// The language to show for a wish such as `pt-BR`: the same tag, the same language, else the default.
    pub fn language_for(&self, wish: &str) -> &str {
        let tags = || self.languages.iter().map(String::as_str);
        nearest(tags(), wish).or_else(|| tags().next()).unwrap_or("en")
    }

    /// What the card says in the language nearest to the wish.
    pub fn words(&self, wish: &str) -> Option<&Words> {
        self.words.get(self.language_for(wish))
    }

    /// The Flow JSON in the language nearest to the wish.
    pub fn source(&self, wish: &str) -> Option<&'static str> {
        let language = self.language_for(wish);
        self.sources.iter().find(|(tag, _)| *tag == language).map(|(_, text)| *text)
    }
}

/// Of these tags the one nearest to the wish: the same, the language without a country, the language with another one.
fn nearest<'t>(tags: impl Iterator<Item = &'t str>, wish: &str) -> Option<&'t str> {
    let parts = |tag: &str| tag.to_lowercase().replace('_', "-");
    let primary = |tag: &str| parts(tag).split('-').next().unwrap_or_default().to_owned();
    let far = |tag: &&str| match parts(tag) {
        same if same == parts(wish) => Some(0),
        plain if plain == primary(wish) => Some(1),
        _ if primary(tag) == primary(wish) => Some(2),
        _ => None,
    };
    tags.filter_map(|tag| Some((far(&tag)?, tag))).min_by_key(|(far, _)| *far).map(|(_, tag)| tag)
}

/// Id, card and Flow JSON files by language, in the order of the gallery.
type Folder = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Names the files of one folder below `flows/gallery`.
macro_rules! folder {
    ($id:literal: $($language:literal),+) => {
        (
            $id,
            include_str!(concat!("../../gallery/", $id, "/starter.json")),
            &[$(($language, include_str!(concat!("../../gallery/", $id, "/", $language, ".json")))),+],
        )
    };
}

static FOLDERS: &[Folder] = &[
    folder!("salon-booking": "en", "ar"),
    folder!("restaurant-table": "en", "pt"),
    folder!("clinic-intake": "en"),
    folder!("shop-size-finder": "en"),
    folder!("trades-lead": "en"),
    folder!("school-enrolment": "en"),
    folder!("support-photos": "en"),
    folder!("event-registration": "en"),
    folder!("delivery-survey": "en"),
    folder!("loyalty-signup": "en"),
];

/// All starters, in the order of the gallery.
pub fn starters() -> Vec<Starter> {
    FOLDERS.iter().filter_map(read).collect()
}

/// The starter with this id.
pub fn starter(id: &str) -> Option<Starter> {
    FOLDERS.iter().find(|(folder, ..)| *folder == id).and_then(read)
}

/// A folder as a starter; `None` only when its card is not readable, which the tests rule out.
fn read(&(id, card, sources): &Folder) -> Option<Starter> {
    let card: Card = serde_json::from_str(card).ok()?;
    let (_, first) = sources.first()?;
    let flow: Value = serde_json::from_str(first).ok()?;
    let screens = flow.get("screens")?.as_array()?;
    let questions =
        screens.iter().filter_map(|screen| screen.pointer("/layout/children")).map(questions).sum();
    Some(Starter {
        id,
        trade: card.trade,
        stage: card.stage,
        languages: card.languages,
        screens: u32::try_from(screens.len()).unwrap_or(u32::MAX),
        questions,
        words: card.text,
        sources,
    })
}

/// Named components in an array of components, branches included. A Form's name is not a question.
fn questions(children: &Value) -> u32 {
    children.as_array().into_iter().flatten().map(of_component).sum()
}

fn of_component(component: &Value) -> u32 {
    let asks = component.get("name").is_some() && component.get("type") != Some(&Value::from("Form"));
    let inner = ["children", "then", "else"].iter().filter_map(|key| component.get(key)).map(questions);
    let cases = component.get("cases").and_then(Value::as_object);
    let in_cases = cases.into_iter().flat_map(|cases| cases.values()).map(questions);
    u32::from(asks) + inner.sum::<u32>() + in_cases.sum::<u32>()
}

#[cfg(test)]
mod tests;
