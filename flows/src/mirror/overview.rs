//! From a document to what the page sees of it, and from one revision to the next.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::edges::Ways;
use super::layout::layout;
use super::{Edge, History, Patch, Screen, Snapshot, TextChange, edges};
use crate::check::Diagnostic;
use crate::edit::view::ScreenNode;
use crate::edit::{Change, Document, Position, view};
use crate::flow::Flow;
use crate::json::{Node, Span, Tree};

/// What is derived from a document for the page. Kept beside it, so that the next patch compares with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    cards: Vec<Card>,
    /// Of the same screens.
    ways: Vec<Arc<Ways>>,
    edges: Vec<Edge>,
}

/// A screen without its content.
#[derive(Debug, Clone, PartialEq)]
struct Card {
    key: String,
    index: usize,
    id: String,
    title: String,
    entry: bool,
    terminal: bool,
    position: Position,
    span: Span,
}

impl Overview {
    /// Reads a document. While its text cannot be read, the last one that could.
    pub fn of(document: &Document) -> Self {
        let screens = view::screens(document.shown());
        let ways = screens.iter().map(|screen| Arc::new(Ways::of(*screen))).collect();
        Self::with(document, &screens, ways)
    }

    /// The same for the next revision of the document: only screens whose text changed are read.
    #[must_use]
    pub fn next(&self, document: &Document, next: &Document) -> Self {
        let (text, next_text) = (document.shown().text(), next.shown().text());
        let screens = view::screens(next.shown());
        let ways = screens.iter().enumerate().map(|(place, screen)| {
            let known = self.cards.get(place).zip(self.ways.get(place));
            let same = |card: &Card| {
                card.index == screen.index && card.span.of(text) == screen.node.span().of(next_text)
            };
            match known {
                Some((card, ways)) if same(card) => Arc::clone(ways),
                _ => Arc::new(Ways::of(*screen)),
            }
        });
        Self::with(next, &screens, ways.collect())
    }

    fn with(document: &Document, screens: &[ScreenNode<'_>], ways: Vec<Arc<Ways>>) -> Self {
        let tree = document.shown();
        let edges = edges::edges(tree, &ways);
        let keys = Flow::of(tree).keys();
        let reached: std::collections::BTreeSet<&str> =
            edges.iter().filter(|edge| edge.from != edge.to).map(|edge| edge.to.as_str()).collect();
        let mut cards: Vec<Card> = screens
            .iter()
            .zip(keys)
            .map(|(screen, key)| {
                let id = screen.id();
                Card {
                    key,
                    index: screen.index,
                    title: screen.title(),
                    entry: !reached.contains(id.as_str()),
                    terminal: screen.is_terminal(),
                    position: Position { x: 0.0, y: 0.0 },
                    span: screen.node.span(),
                    id,
                }
            })
            .collect();
        place(&mut cards, &edges, document.positions());
        Self { cards, ways, edges }
    }

    /// Number of screens.
    pub fn screens(&self) -> usize {
        self.cards.len()
    }

    fn keys(&self) -> impl Iterator<Item = &str> {
        self.cards.iter().map(|card| card.key.as_str())
    }
}

fn place(cards: &mut [Card], edges: &[Edge], positions: &BTreeMap<String, Position>) {
    let places: BTreeMap<&str, usize> =
        cards.iter().enumerate().rev().map(|(n, c)| (c.id.as_str(), n)).collect();
    let way = |edge: &Edge| Some((*places.get(edge.from.as_str())?, *places.get(edge.to.as_str())?));
    let ways: Vec<_> = edges.iter().filter_map(way).collect();
    let put: Vec<_> = cards.iter().map(|card| positions.get(&card.key).copied()).collect();
    for (card, at) in cards.iter_mut().zip(layout(&ways, &put)) {
        card.position = at;
    }
}

/// One revision of a Flow with what is known of it.
#[derive(Debug, Clone, Copy)]
pub struct Revision<'r> {
    /// Its number; grows by one with every edit, undo and redo.
    pub number: u32,
    /// The document.
    pub document: &'r Document,
    /// Derived from the document.
    pub overview: &'r Overview,
    /// What the checks found.
    pub diagnostics: &'r [Diagnostic],
}

impl Revision<'_> {
    fn screen(&self, card: &Card) -> Screen {
        let node = self.tree().at(&view::screens_pointer().index(card.index));
        Screen {
            key: card.key.clone(),
            index: u32::try_from(card.index).unwrap_or(u32::MAX),
            id: card.id.clone(),
            title: card.title.clone(),
            entry: card.entry,
            terminal: card.terminal,
            position: card.position,
            json: node.map(Node::to_value).unwrap_or_default(),
        }
    }

    fn tree(&self) -> &Tree {
        self.document.shown()
    }

    /// A root member as written; a value that is not a string as its text.
    fn member(&self, key: &str) -> Option<String> {
        let node = self.tree().root().get(key)?;
        Some(node.as_str().map_or_else(|| node.raw().to_owned(), Into::into))
    }

    fn same(&self, card: &Card, other: &Self, known: &Card) -> bool {
        card.index == known.index
            && card.entry == known.entry
            && card.terminal == known.terminal
            && card.position == known.position
            && card.span.of(self.tree().text()) == known.span.of(other.tree().text())
    }
}

/// The whole Flow, as the page gets it when it opens.
pub fn snapshot(revision: Revision<'_>, history: History) -> Snapshot {
    Snapshot {
        revision: revision.number,
        name: revision.document.name().to_owned(),
        readable: revision.document.is_readable(),
        version: revision.member("version"),
        data_api_version: revision.member("data_api_version"),
        screens: revision.overview.cards.iter().map(|card| revision.screen(card)).collect(),
        edges: revision.overview.edges.clone(),
        diagnostics: revision.diagnostics.to_vec(),
        notes: revision.document.notes().clone(),
        history,
    }
}

/// What leads the page from one revision to the next. `change` is the one that led there.
pub fn patch(before: Revision<'_>, after: Revision<'_>, change: &Change, history: History) -> Patch {
    let known: BTreeMap<&str, &Card> =
        before.overview.cards.iter().map(|card| (card.key.as_str(), card)).collect();
    let differs =
        |card: &&Card| known.get(card.key.as_str()).is_none_or(|known| !after.same(card, &before, known));
    let lines = before.document.tree().lines();
    let text = change.text.iter().rev().map(|diff| TextChange {
        start: lines.utf16(diff.span().start),
        end: lines.utf16(diff.span().end),
        text: diff.inserted.clone(),
    });
    Patch {
        revision: after.number,
        name: change.name.as_ref().map(|renamed| renamed.after.clone()),
        readable: after.document.is_readable(),
        version: after.member("version"),
        data_api_version: after.member("data_api_version"),
        order: (!before.overview.keys().eq(after.overview.keys()))
            .then(|| after.overview.keys().map(str::to_owned).collect()),
        screens: after.overview.cards.iter().filter(differs).map(|card| after.screen(card)).collect(),
        edges: (before.overview.edges != after.overview.edges).then(|| after.overview.edges.clone()),
        diagnostics: (before.diagnostics != after.diagnostics).then(|| after.diagnostics.to_vec()),
        text: text.collect(),
        notes: change.notes.iter().map(|noted| (noted.at.clone(), noted.after.clone())).collect(),
        history,
        focus: change.focus.clone().filter(|at| after.tree().at(at).is_some()),
    }
}
