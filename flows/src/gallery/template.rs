//! Finished message templates one can start from. The data lies in `flows/gallery/templates/`: a folder per starter with
//! `starter.json` (what the card says) and one file per language, each the payload that creates the template.
//!
//! All languages of a starter have the same parts in the same places, so the texts of two languages lie at the same
//! pointers. Pictures and files of headers are named `media:<file>` ([`crate::template::media_name`]) and lie in
//! `templates/media`. Every payload is clean under Waymark's own checks; people and businesses are made up.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Stage, nearest};
use crate::json::{Node, Tree};
use crate::template::{Category, ComponentType, Template, media_name};

/// What a template starter's card says in one language of the app.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateWords {
    /// Title.
    pub title: String,
    /// One sentence on what it is for.
    pub about: String,
}

/// `starter.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    stage: Stage,
    trades: Vec<String>,
    text: BTreeMap<String, TemplateWords>,
}

/// A file that a starter shows in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media {
    /// The name it goes by in `media:<name>`.
    pub name: &'static str,
    /// JPEG or PDF.
    pub bytes: &'static [u8],
}

/// A finished message template in several languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateStarter {
    /// Stable kebab-case id: the folder's name.
    pub id: &'static str,
    /// Its goal.
    pub stage: Stage,
    /// Trades it is made for, for example `salon`.
    pub trades: Vec<String>,
    /// What it is sent for.
    pub category: Category,
    words: BTreeMap<String, TemplateWords>,
    pub(super) sources: &'static [(&'static str, &'static str)],
}

impl TemplateStarter {
    /// Meta's codes of the languages it comes in, the first is the default.
    pub fn languages(&self) -> impl Iterator<Item = &'static str> {
        self.sources.iter().map(|(language, _)| *language)
    }

    /// What the card says in the language of the app nearest to the wish; English when there is none.
    pub fn words(&self, wish: &str) -> Option<&TemplateWords> {
        let english = || self.words.get("en");
        nearest(self.words.keys().map(String::as_str), wish).map_or_else(english, |tag| self.words.get(tag))
    }

    /// The payload in the language nearest to the wish, such as `pt-BR`.
    pub fn source(&self, wish: &str) -> &'static str {
        let language = nearest(self.languages(), wish);
        let found =
            self.sources.iter().find(|(tag, _)| Some(*tag) == language).or_else(|| self.sources.first());
        found.map_or("", |(_, text)| *text)
    }

    /// The files that its headers show, each once.
    pub fn media(&self) -> Vec<Media> {
        let mut found: Vec<Media> = Vec::new();
        for (_, text) in self.sources {
            let tree = Tree::parse(*text);
            let template = Template::of(&tree);
            let headers = template.components.iter().filter(|part| part.kind == ComponentType::Header);
            let handles = headers.filter_map(|part| part.node.get("example")?.get("header_handle"));
            for handle in handles.flat_map(Node::items) {
                let file = handle.as_str().and_then(|written| media(media_name(&written)?));
                found.extend(file.filter(|file| !found.contains(file)));
            }
        }
        found
    }
}

/// Id, card and payloads by language, in the order of the gallery.
type Folder = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

macro_rules! folders {
    ($($id:literal,)*) => { &[$(folders!(@ $id)),*] };
    (@ $id:literal) => {
        (
            $id,
            folders!(@ $id, "starter"),
            &[
                ("en_US", folders!(@ $id, "en_US")),
                ("es", folders!(@ $id, "es")),
                ("pt_BR", folders!(@ $id, "pt_BR")),
            ],
        )
    };
    (@ $id:literal, $file:literal) => {
        include_str!(concat!("../../gallery/templates/", $id, "/", $file, ".json"))
    };
}

static FOLDERS: &[Folder] = folders! {
    "welcome-catalogue",
    "welcome-menu",
    "opt-in-confirmed",
    "season-offer",
    "trial-class",
    "open-day",
    "neighbourhood-hello",
    "back-in-stock",
    "treatments",
    "group-menus",
    "course-guide",
    "photos-for-quote",
    "gym-plans",
    "rooms",
    "new-home",
    "abandoned-cart",
    "booking-confirmed",
    "table-booked",
    "stay-confirmed",
    "event-ticket",
    "waiting-list",
    "quote-ready",
    "quote-follow-up",
    "enrolment-received",
    "one-time-code",
    "order-confirmed",
    "order-shipped",
    "out-for-delivery",
    "order-delivered",
    "order-ready",
    "receipt",
    "payment-due",
    "appointment-reminder",
    "appointment-moved",
    "appointment-cancelled",
    "visit-questions",
    "class-changed",
    "child-absent",
    "on-our-way",
    "hotel-check-in",
    "hotel-check-out",
    "event-tomorrow",
    "car-ready",
    "refund-sent",
    "renewal",
    "next-visit",
    "yearly-check",
    "service-due",
    "review-request",
    "order-survey",
    "visit-survey",
    "referral",
    "vip-invite",
    "gift-report",
};

macro_rules! files {
    ($($name:literal,)*) => {
        &[$(Media { name: $name, bytes: include_bytes!(concat!("../../gallery/templates/media/", $name)) }),*]
    };
}

static MEDIA: &[Media] = files! {
    "calm.jpg",
    "glow.jpg",
    "menu.pdf",
    "parcel.jpg",
    "quote.pdf",
    "receipt.pdf",
    "room.jpg",
    "style.jpg",
    "table.jpg",
};

/// All template starters, in the order of the gallery.
pub fn template_starters() -> Vec<TemplateStarter> {
    FOLDERS.iter().filter_map(read).collect()
}

/// The template starter with this id.
pub fn template_starter(id: &str) -> Option<TemplateStarter> {
    FOLDERS.iter().find(|(folder, ..)| *folder == id).and_then(read)
}

/// The file of this name that starters show in a header.
pub fn media(name: &str) -> Option<Media> {
    MEDIA.iter().find(|file| file.name == name).copied()
}

/// A folder as a starter; `None` only when a file of it is not readable, which the tests rule out.
fn read(&(id, card, sources): &Folder) -> Option<TemplateStarter> {
    let card: Card = serde_json::from_str(card).ok()?;
    let tree = Tree::parse(sources.first()?.1);
    let category = Template::of(&tree).category?;
    Some(TemplateStarter { id, stage: card.stage, trades: card.trades, category, words: card.text, sources })
}
