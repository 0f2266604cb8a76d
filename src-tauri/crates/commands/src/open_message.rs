//! A template or a message in work: the document and its history. It is small, so nothing that follows from it is kept.

use flows::check::{DocumentKind, Severity};
use flows::edit::{Change, Document, Edit};
use flows::json::{Node, Tree};
use flows::message::Message;
use flows::mirror::{MessageSnapshot, composed_findings, message_snapshot};
use flows::template::Template;
use serde::{Deserialize, Serialize};
use store::Card;

use crate::App;
use crate::journaled::Journaled;
use crate::wire::Error;

/// A template or a message in work. Every change is in the workspace before it is here.
pub struct OpenMessage {
    kind: DocumentKind,
    journaled: Journaled,
}

impl OpenMessage {
    /// Reads one from the workspace.
    pub(crate) fn read(app: &App, id: &str) -> Result<Self, Error> {
        let stored = app.store(|workspace| workspace.document(id))?;
        let kind = DocumentKind::from_name(&stored.kind).unwrap_or(DocumentKind::Template);
        Ok(Self { kind, journaled: Journaled::read(app, id)? })
    }

    /// The revision it stands at.
    pub fn revision(&self) -> u32 {
        self.journaled.revision()
    }

    /// What it is.
    pub fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// The document.
    pub fn document(&self) -> &Document {
        self.journaled.document()
    }

    /// All of it, for the page.
    pub fn snapshot(&self) -> MessageSnapshot {
        self.snapshot_after(None)
    }

    fn snapshot_after(&self, change: Option<Change>) -> MessageSnapshot {
        let focus = change.and_then(|change| change.focus);
        message_snapshot(self.revision(), self.kind, self.document(), self.journaled.timeline(), focus)
    }

    /// Makes an edit against a revision.
    pub(crate) fn edit(&mut self, app: &App, revision: u32, edit: &Edit) -> Result<MessageSnapshot, Error> {
        self.journaled.require(revision)?;
        let kind = self.kind;
        let changed = self.journaled.edit(app, edit, |_, next| card(kind, next))?;
        Ok(self.snapshot_after(Some(changed.change)))
    }

    /// Takes steps back (negative) or brings them again, as far as there are.
    pub(crate) fn go(&mut self, app: &App, steps: i32) -> Result<MessageSnapshot, Error> {
        let kind = self.kind;
        let changed = self.journaled.go(app, steps, |_, next| card(kind, next))?;
        Ok(self.snapshot_after(Some(changed.change)))
    }
}

/// What a list tells of a template or a message, kept with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(crate) struct Summary {
    /// Meta's name of a template's category.
    pub(crate) category: Option<String>,
    /// A template's name at Meta.
    pub(crate) name: Option<String>,
    /// A template's language, Meta's code.
    pub(crate) language: Option<String>,
    /// A message's kind, Meta's name.
    pub(crate) sort: Option<String>,
    /// How its text begins.
    pub(crate) words: String,
}

/// As much of the text as a row has room for.
const WORDS: usize = 160;

impl Summary {
    fn of(kind: DocumentKind, tree: &Tree) -> Self {
        let beginning = |text: &str| text.chars().take(WORDS).collect();
        match kind {
            DocumentKind::Message => {
                let message = Message::of(tree);
                let sort = message.interactive.as_ref().map_or_else(
                    || message.kind.name().to_owned(),
                    |interactive| interactive.kind.name().to_owned(),
                );
                let words = message.content.and_then(first_words);
                Self {
                    sort: Some(sort),
                    words: words.as_deref().map(beginning).unwrap_or_default(),
                    ..Self::default()
                }
            }
            DocumentKind::Template | DocumentKind::Flow | DocumentKind::Journey => {
                let template = Template::of(tree);
                let words = template.body().and_then(|body| body.node.get("text")?.as_str());
                Self {
                    category: template.category.map(|category| category.name().to_owned()),
                    name: template.name.map(Into::into),
                    language: template.language.map(Into::into),
                    sort: None,
                    words: words.as_deref().map(beginning).unwrap_or_default(),
                }
            }
        }
    }
}

/// The first thing a message says.
fn first_words(content: Node<'_>) -> Option<String> {
    let text = |node: Node<'_>| node.as_str().map(Into::into);
    let body = content.get("body");
    body.and_then(|body| body.get("text").or(Some(body)))
        .and_then(text)
        .or_else(|| content.get("caption").and_then(text))
        .or_else(|| content.get("name").and_then(text))
}

/// What the list shows of it.
pub(crate) fn card(kind: DocumentKind, document: &Document) -> Card {
    let found = composed_findings(document.tree());
    let blocked = found.iter().filter(|finding| finding.severity == Severity::Blocked).count();
    let summary = serde_json::to_string(&Summary::of(kind, document.shown())).unwrap_or_default();
    Card { screens: 0, blocked: u32::try_from(blocked).unwrap_or(u32::MAX), summary }
}
