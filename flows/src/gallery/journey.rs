//! Finished journeys one can start from. The data lies in `flows/gallery/journeys/`: a folder per starter with
//! `starter.json` (what the card says, what it shows, and a first tour), one journey per language, and `tests.json`: runs
//! of the English one that have to come out as they are written. The templates and Flows that a journey uses are starters
//! of this gallery, by their names. People and businesses are made up.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{TemplateWords, nearest, template_starters};
use crate::edit::Notes;
use crate::journey::{Journey, NodeId, Project};
use crate::json::{Pointer, Tree};
use crate::simulate::Case;

/// What people do with WhatsApp that a journey shows from end to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum UseCase {
    /// Where is my order?
    OrderTracking,
    /// Questions that come again and again are answered at once.
    Faq,
    /// A time, a table or a room is booked.
    Booking,
    /// Who asks is asked back, so that the right person calls.
    LeadQualification,
    /// How was it, a day after it came.
    AfterDeliverySurvey,
    /// What was put into the cart and left there.
    AbandonedCart,
    /// Happy people are asked for a review.
    Review,
    /// Happy people bring a friend.
    Referral,
    /// Regulars hear of some things first.
    Vip,
}

impl UseCase {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::OrderTracking,
        Self::Faq,
        Self::Booking,
        Self::LeadQualification,
        Self::AfterDeliverySurvey,
        Self::AbandonedCart,
        Self::Review,
        Self::Referral,
        Self::Vip,
    ];
}

/// A stop of the first tour through a journey.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TourStop {
    /// The node it is about.
    pub node: NodeId,
    text: BTreeMap<String, String>,
}

impl TourStop {
    /// What it says in the language of the app nearest to the wish; English when there is none.
    pub fn text(&self, wish: &str) -> &str {
        in_language(&self.text, wish).map_or("", String::as_str)
    }
}

/// `starter.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    trades: Vec<String>,
    covers: Vec<UseCase>,
    text: BTreeMap<String, TemplateWords>,
    tour: Vec<TourStop>,
}

/// A finished journey.
#[derive(Debug, Clone, PartialEq)]
pub struct JourneyStarter {
    /// Stable kebab-case id: the folder's name.
    pub id: &'static str,
    /// Trades it is made for.
    pub trades: Vec<String>,
    /// What it shows.
    pub covers: Vec<UseCase>,
    /// The first tour, in order.
    pub tour: Vec<TourStop>,
    /// Runs of the English journey, called as the starter, in [`gallery_project`].
    pub tests: Vec<Case>,
    words: BTreeMap<String, TemplateWords>,
    sources: &'static [(&'static str, &'static str)],
}

impl JourneyStarter {
    /// What the card says in the language of the app nearest to the wish; English when there is none.
    pub fn words(&self, wish: &str) -> Option<&TemplateWords> {
        in_language(&self.words, wish)
    }

    /// The journeys, each with its language.
    pub fn sources(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.sources.iter().copied()
    }
}

/// Name of the note that says which starter a journey was made of: its id.
const MADE_OF: &str = "made-of";

/// What is kept beside a journey that is made of a starter.
pub fn made_of(starter: &str) -> Notes {
    Notes::from([(Pointer::root().key(MADE_OF), starter.into())])
}

/// The starter that a journey was made of, by its notes.
pub fn origin(notes: &Notes) -> Option<JourneyStarter> {
    let id = notes.get(&Pointer::root().key(MADE_OF))?.as_str()?;
    FOLDERS.iter().find(|(known, ..)| *known == id).and_then(read)
}

/// Of texts by language the one nearest to the wish; English when there is none.
fn in_language<'t, T>(texts: &'t BTreeMap<String, T>, wish: &str) -> Option<&'t T> {
    nearest(texts.keys().map(String::as_str), wish).or(Some("en")).and_then(|tag| texts.get(tag))
}

/// Id, card, tests and journeys by language.
type Folder = (&'static str, &'static str, &'static str, &'static [(&'static str, &'static str)]);

macro_rules! folders {
    ($($id:literal: [$($language:literal),*],)*) => {
        &[$((
            $id,
            folders!(@ $id, "starter"),
            folders!(@ $id, "tests"),
            &[$(($language, folders!(@ $id, $language))),*],
        )),*]
    };
    (@ $id:literal, $file:literal) => {
        include_str!(concat!("../../gallery/journeys/", $id, "/", $file, ".json"))
    };
}

static FOLDERS: &[Folder] = folders! {
    "shop": ["en"],
    "salon": ["en"],
    "clinic": ["en"],
    "restaurant": ["en"],
    "school": ["en"],
    "tradesman": ["en"],
    "gym": ["en"],
    "hotel": ["en"],
    "event": ["en"],
    "garage": ["en"],
    "property": ["en"],
    "charity": ["en"],
};

/// All journey starters, in the order of the gallery.
pub fn journey_starters() -> Vec<JourneyStarter> {
    FOLDERS.iter().filter_map(read).collect()
}

/// A folder as a starter; `None` only when a file of it is not readable, which the tests rule out.
fn read(&(id, card, tests, sources): &Folder) -> Option<JourneyStarter> {
    let Card { trades, covers, text, tour } = serde_json::from_str(card).ok()?;
    let tests = serde_json::from_str(tests).ok()?;
    Some(JourneyStarter { id, trades, covers, tour, tests, words: text, sources })
}

/// A journey beside the templates and Flows of this gallery, as if Meta had approved them all.
pub fn gallery_project(name: &str, journey: &str) -> Project {
    let journey = Journey::read(&Tree::parse(journey));
    let mut project = Project::of(name, journey);
    for starter in template_starters() {
        for (_, source) in starter.sources {
            project.add(starter.id, &Tree::parse(*source));
        }
    }
    project.flows = super::starters().into_iter().map(|starter| starter.id.to_owned()).collect();
    project
}
