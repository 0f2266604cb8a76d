//! How a project comes to where other documents are: nothing there is changed, and what has a name that is taken by
//! something else comes under a new one.

use std::collections::{BTreeMap, BTreeSet};

use super::references::{Renames, renamed};
use super::{Contents, ProjectDocument};
use crate::check::DocumentKind;
use crate::json::Tree;
use crate::template::Template;

/// A document of a project on its way in.
#[derive(Debug, Clone, PartialEq)]
pub struct Arriving {
    /// As it is to be here: under its name here, saying the names of the others here.
    pub document: ProjectDocument,
    /// How it comes.
    pub arrival: Arrival,
}

/// How a document comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// As it is called.
    New,
    /// Under a new name, as something else here has its own.
    Renamed,
    /// Not at all: the same one is here.
    Here,
}

/// What a project comes to: `here` are the documents that are there, `media` the names its files have here, by those they
/// have in the project. Gives all documents of the project, in their order.
///
/// A name is taken when something else of the kind has it. Of templates that is the name at Meta, of all its languages
/// together. The same project coming again finds itself and adds nothing.
pub fn arrive(
    contents: &Contents,
    here: &[ProjectDocument],
    media: &BTreeMap<String, String>,
) -> Vec<Arriving> {
    let media = media.iter().filter(|(old, new)| old != new);
    let mut renames =
        Renames { media: media.map(|(old, new)| (old.clone(), new.clone())).collect(), ..Renames::default() };
    let here = Others { all: here.iter().collect() };
    renames.flows = here.free_names(contents, DocumentKind::Flow, &renames);
    renames.templates = here.free_template_names(contents, &renames);
    here.name_journeys(contents, &mut renames);
    let messages = here.free_names(contents, DocumentKind::Message, &renames);
    contents.documents.iter().map(|document| here.arriving(document, &renames, &messages)).collect()
}

/// What is here.
struct Others<'h> {
    all: Vec<&'h ProjectDocument>,
}

impl Others<'_> {
    fn named(&self, kind: DocumentKind, name: &str) -> impl Iterator<Item = &ProjectDocument> {
        self.all.iter().copied().filter(move |other| other.kind == kind && other.name == name)
    }

    /// Of the documents of a kind whose name is taken by something else: a name that is free, or that the same one has.
    fn free_names(
        &self,
        contents: &Contents,
        kind: DocumentKind,
        renames: &Renames,
    ) -> BTreeMap<String, String> {
        let own = || contents.documents.iter().filter(move |document| document.kind == kind);
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        let mut taken: BTreeSet<String> = own().map(|document| document.name.clone()).collect();
        for document in own() {
            if names.contains_key(&document.name) {
                continue;
            }
            let fits = |name: &str| {
                let mut others = self.named(kind, name).peekable();
                if others.peek().is_none() {
                    return true;
                }
                let arrived = renamed(document, renames);
                // The names of journeys here are not known yet when that of a journey is looked for.
                let blind = Renames { blind: true, ..Renames::default() };
                others.any(|other| match kind {
                    DocumentKind::Journey => is_same(&renamed(other, &blind), &arrived),
                    _ => is_same(other, &arrived),
                })
            };
            if fits(&document.name) {
                continue;
            }
            let free = numbered(&document.name, " ").find(|name| !taken.contains(name) && fits(name));
            if let Some(free) = free {
                taken.insert(free.clone());
                names.insert(document.name.clone(), free);
            }
        }
        names
    }

    /// Names the journeys. Whether one is the same as one here shows when those it calls have their names, and the other way
    /// round: first they are held against each other without those names; then whoever is not the same after all gets a
    /// name that is free, until nothing changes.
    fn name_journeys(&self, contents: &Contents, renames: &mut Renames) {
        let own = || contents.documents.iter().filter(|document| document.kind == DocumentKind::Journey);
        let blind = Renames { blind: true, ..renames.clone() };
        renames.journeys = self.free_names(contents, DocumentKind::Journey, &blind);
        loop {
            let differs = own().find_map(|document| {
                let name = renames.journeys.get(&document.name).unwrap_or(&document.name);
                let mut others = self.named(DocumentKind::Journey, name).peekable();
                others.peek()?;
                let arrived = renamed(document, renames);
                (!others.any(|other| is_same(other, &arrived))).then_some(&document.name)
            });
            let is_free = |name: &String| {
                self.named(DocumentKind::Journey, name).next().is_none()
                    && own().all(|document| document.name != *name)
                    && renames.journeys.values().all(|taken| taken != name)
            };
            let Some((name, free)) =
                differs.and_then(|name| Some((name, numbered(name, " ").find(is_free)?)))
            else {
                return;
            };
            renames.journeys.insert(name.clone(), free);
        }
    }

    /// The same of templates by their names at Meta.
    fn free_template_names(&self, contents: &Contents, renames: &Renames) -> BTreeMap<String, String> {
        let mut families: BTreeMap<String, Vec<(String, &ProjectDocument)>> = BTreeMap::new();
        for document in contents.documents.iter().filter(|it| it.kind == DocumentKind::Template) {
            if let Some((name, language)) = key(&document.text) {
                families.entry(name).or_default().push((language, document));
            }
        }
        let mut here: BTreeMap<(String, String), Vec<&str>> = BTreeMap::new();
        for other in self.all.iter().filter(|it| it.kind == DocumentKind::Template) {
            if let Some(key) = key(&other.text) {
                here.entry(key).or_default().push(&other.text);
            }
        }
        let mut names = BTreeMap::new();
        let mut taken: BTreeSet<String> = families.keys().cloned().collect();
        for (name, family) in &families {
            let fits = |candidate: &str| {
                family.iter().all(|(language, document)| {
                    let Some(others) = here.get(&(candidate.to_owned(), language.clone())) else {
                        return true;
                    };
                    let mut renames = renames.clone();
                    if candidate != name {
                        renames.templates.insert(name.clone(), candidate.to_owned());
                    }
                    let text = renamed(document, &renames).text;
                    others.contains(&text.as_str())
                })
            };
            if fits(name) {
                continue;
            }
            if let Some(free) = numbered(name, "_").find(|free| !taken.contains(free) && fits(free)) {
                taken.insert(free.clone());
                names.insert(name.clone(), free);
            }
        }
        names
    }

    fn arriving(
        &self,
        document: &ProjectDocument,
        renames: &Renames,
        messages: &BTreeMap<String, String>,
    ) -> Arriving {
        let names = match document.kind {
            DocumentKind::Flow => &renames.flows,
            DocumentKind::Journey => &renames.journeys,
            DocumentKind::Message => messages,
            DocumentKind::Template => {
                let renamed_at_meta =
                    key(&document.text).is_some_and(|(name, _)| renames.templates.contains_key(&name));
                return self.arriving_template(renamed(document, renames), renamed_at_meta);
            }
        };
        let new = names.get(&document.name);
        let name = new.unwrap_or(&document.name).clone();
        let document = ProjectDocument { name, ..renamed(document, renames) };
        let arrival = if self.named(document.kind, &document.name).any(|other| is_same(other, &document)) {
            Arrival::Here
        } else if new.is_some() {
            Arrival::Renamed
        } else {
            Arrival::New
        };
        Arriving { document, arrival }
    }

    /// A template whose text is here is here, whatever it is called on this computer.
    fn arriving_template(&self, document: ProjectDocument, renamed_at_meta: bool) -> Arriving {
        let mut others = self.all.iter().filter(|other| other.kind == DocumentKind::Template);
        let arrival = if others.any(|other| other.text == document.text && other.notes == document.notes) {
            Arrival::Here
        } else if renamed_at_meta {
            Arrival::Renamed
        } else {
            Arrival::New
        };
        Arriving { document, arrival }
    }
}

fn is_same(one: &ProjectDocument, other: &ProjectDocument) -> bool {
    one.text == other.text && one.notes == other.notes && one.places == other.places
}

/// A template's name at Meta and its language.
fn key(text: &str) -> Option<(String, String)> {
    let tree = Tree::parse(text);
    let template = Template::of(&tree);
    Some((template.name?.into_owned(), template.language.unwrap_or_default().into_owned()))
}

/// `Booking 2`, `Booking 3` ...; after `Booking 2` comes `Booking 3` as well.
fn numbered(name: &str, between: &str) -> impl Iterator<Item = String> {
    let stem = match name.rsplit_once(between) {
        Some((stem, number)) if number.parse::<u32>().is_ok() && !stem.is_empty() => stem,
        _ => name,
    };
    (2_u32..).map(move |number| format!("{stem}{between}{number}"))
}
