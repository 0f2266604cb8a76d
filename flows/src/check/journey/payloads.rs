//! The messages that a journey sends, held against the rules about messages.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use crate::check::findings::Findings;
use crate::check::message;
use crate::check::rule::Rule;
use crate::check::{Diagnostic, Place};
use crate::edit::Edit;
use crate::journey::Body;
use crate::json::{MetaStyle, Node, Pointer, Span, Tree};

use super::context::{At, JourneyContext};

/// The rule about whom a message goes to: that is given when it is sent.
const RECIPIENT: &str = "message-recipient-missing";

/// Bytes of messages that are remembered to be without findings; beyond, all are forgotten. Ours.
const MOST_REMEMBERED: usize = 4_000_000;

/// Messages in which no rule found anything. What rules find in a text is always the same, and most messages stay as they are
/// from one look at a journey to the next.
#[derive(Default)]
struct Clean {
    texts: HashSet<Box<str>>,
    bytes: usize,
}

static CLEAN: LazyLock<Mutex<Clean>> = LazyLock::new(Mutex::default);

impl Clean {
    fn locked() -> MutexGuard<'static, Self> {
        CLEAN.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn remember(&mut self, text: &str) {
        if self.bytes + text.len() > MOST_REMEMBERED {
            *self = Self::default();
        }
        self.bytes += text.len();
        self.texts.insert(text.into());
    }
}

/// Adds what the rules about messages find in the messages of all steps.
pub(super) fn look<'t>(cx: &JourneyContext<'t>, is_asked: &dyn Fn(&Rule) -> bool, out: &mut Findings<'t>) {
    let is_asked = |rule: &Rule| is_asked(rule) && rule.id != RECIPIENT;
    let asks_all = message::ALL.iter().all(|rule| is_asked(rule) || rule.id == RECIPIENT);
    for payload in cx.nodes().flat_map(payloads) {
        if out.is_full() {
            return;
        }
        if Clean::locked().texts.contains(payload.raw()) {
            continue;
        }
        let tree = Tree::parse(payload.raw());
        let mut found = Findings::new(&tree, MetaStyle::Dotted);
        message::look(&tree, &is_asked, &mut found);
        // That it is for WhatsApp is said when it is sent.
        found.list.retain(|finding| finding.message != "messaging_product");
        if asks_all && found.list.is_empty() {
            Clean::locked().remember(payload.raw());
        }
        let within = Within::of(payload, out);
        let journey = out.tree();
        out.list.extend(found.list.into_iter().map(|finding| within.moved(finding, journey)));
    }
}

fn payloads<'t>(at: At<'_, 't>) -> Vec<Node<'t>> {
    let member = |key: &str| at.text.get(key);
    match &at.node.body {
        Body::Send(_) => member("messages").into_iter().flat_map(Node::items).collect(),
        Body::Ask(_) => member("message").into_iter().chain(member("again")).collect(),
        Body::Flow(_) => member("message").into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Where a message lies in its journey.
struct Within {
    pointer: Pointer,
    path: String,
    start: u32,
}

impl Within {
    fn of(payload: Node<'_>, out: &Findings<'_>) -> Self {
        let place = out.place(crate::check::findings::Spot::value(payload));
        Self { pointer: place.pointer, path: place.path, start: place.span.start }
    }

    /// The finding as one of the journey.
    fn moved(&self, finding: Diagnostic, tree: &Tree) -> Diagnostic {
        let fixes = finding.fixes.into_iter().map(|mut fix| {
            fix.edits.iter_mut().for_each(|edit| self.edit(edit));
            fix
        });
        Diagnostic {
            fixes: fixes.collect(),
            place: self.place(&finding.place, tree),
            more_places: finding.more_places.iter().map(|place| self.place(place, tree)).collect(),
            ..finding
        }
    }

    fn place(&self, place: &Place, tree: &Tree) -> Place {
        let span = Span::new(place.span.start + self.start, place.span.end + self.start);
        let dot = if place.path.is_empty() || place.path.starts_with('[') { "" } else { "." };
        Place {
            pointer: self.pointer(&place.pointer),
            path: format!("{}{dot}{}", self.path, place.path),
            span,
            lines: tree.lines().span(span),
            screen: None,
        }
    }

    fn pointer(&self, inner: &Pointer) -> Pointer {
        Pointer(format!("{}{}", self.pointer.0, inner.0))
    }

    fn edit(&self, edit: &mut Edit) {
        match edit {
            Edit::SetProperty { at, .. }
            | Edit::RemoveProperty { at, .. }
            | Edit::RenameProperty { at, .. }
            | Edit::ReplaceValue { at, .. }
            | Edit::InsertItem { at, .. } => *at = self.pointer(at),
            Edit::RemoveItems { items } | Edit::DuplicateItems { items } => {
                for item in items {
                    *item = self.pointer(item);
                }
            }
            Edit::MoveItem { from, to, .. } => {
                *from = self.pointer(from);
                *to = self.pointer(to);
            }
            Edit::Batch { edits, .. } => edits.iter_mut().for_each(|edit| self.edit(edit)),
            // Rules about messages offer no other.
            _ => {}
        }
    }
}
