//! Finished journeys one can start from. The data lies in `flows/gallery/journeys/`: a folder per starter with
//! `starter.json` (what the card says) and one journey per language. The templates and Flows that a journey uses are
//! starters of this gallery, by their names.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{TemplateWords, nearest, template_starters};
use crate::journey::{Journey, Project};
use crate::json::Tree;

/// `starter.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    trades: Vec<String>,
    text: BTreeMap<String, TemplateWords>,
}

/// A finished journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyStarter {
    /// Stable kebab-case id: the folder's name.
    pub id: &'static str,
    /// Trades it is made for.
    pub trades: Vec<String>,
    words: BTreeMap<String, TemplateWords>,
    sources: &'static [(&'static str, &'static str)],
}

impl JourneyStarter {
    /// What the card says in the language of the app nearest to the wish; English when there is none.
    pub fn words(&self, wish: &str) -> Option<&TemplateWords> {
        let english = || self.words.get("en");
        nearest(self.words.keys().map(String::as_str), wish).map_or_else(english, |tag| self.words.get(tag))
    }

    /// The journeys, each with its language.
    pub fn sources(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.sources.iter().copied()
    }
}

/// Id, card and journeys by language.
type Folder = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

macro_rules! folders {
    ($($id:literal: [$($language:literal),*],)*) => {
        &[$((
            $id,
            folders!(@ $id, "starter"),
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
};

/// All journey starters, in the order of the gallery.
pub fn journey_starters() -> Vec<JourneyStarter> {
    FOLDERS.iter().filter_map(read).collect()
}

/// A folder as a starter; `None` only when a file of it is not readable, which the tests rule out.
fn read(&(id, card, sources): &Folder) -> Option<JourneyStarter> {
    let card: Card = serde_json::from_str(card).ok()?;
    Some(JourneyStarter { id, trades: card.trades, words: card.text, sources })
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
