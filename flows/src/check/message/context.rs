//! What rules about messages may look at.

use crate::check::object::{Known, add_inner};
use crate::facts::{self, MemberFacts, VariantFacts};
use crate::json::{Kind, Node};
use crate::message::{Message, MessageType};

/// A message and all in it that is known.
pub(in crate::check) struct MessageContext<'t> {
    pub(super) message: Message<'t>,
    /// Every object whose members are known.
    pub(super) known: Vec<Known<'t>>,
}

/// A file that is sent or shown.
pub(super) struct Media<'t> {
    /// Type of the message: `image`.
    pub(super) kind: &'static str,
    /// What people call it.
    pub(super) words: &'static str,
    /// The object with `id` or `link`.
    pub(super) node: Node<'t>,
}

impl<'t> MessageContext<'t> {
    pub(super) fn of(message: Message<'t>) -> Self {
        let facts = facts::message();
        let (members, words) = if message.is_receipt {
            (&facts.receipt, "the receipt")
        } else {
            (&facts.members, "the message")
        };
        let mut known = vec![Known { node: message.root, members, words }];
        let content = facts.variant("message", message.kind.name());
        if let Some(content) = content.filter(|_| !message.is_receipt) {
            known.push(Known { node: message.root, members: &content.members, words: &content.words });
        }
        add_inner(&mut known, |set, kind| facts.variant(set, kind));
        Self { message, known }
    }

    /// What people call what it holds.
    pub(super) fn content_words(&self) -> &'static str {
        facts::message()
            .variant("message", self.message.kind.name())
            .map_or("the message", |known| &known.words)
    }

    /// What is known of what can be tapped.
    pub(super) fn interactive(&self) -> Option<(&'static VariantFacts, Node<'t>)> {
        let interactive = self.message.interactive.as_ref()?;
        Some((facts::message().variant("interactive", interactive.kind.name())?, interactive.node))
    }

    /// Members that are there, each with the object that holds it.
    pub(super) fn values(&self) -> impl Iterator<Item = (&Known<'t>, &'static MemberFacts, Node<'t>)> {
        self.known.iter().flat_map(|known| {
            known
                .members
                .iter()
                .filter_map(move |member| Some((known, member, known.node.get(&member.name)?)))
        })
    }

    /// All files.
    pub(super) fn media(&self) -> impl Iterator<Item = Media<'t>> {
        self.values().filter_map(|(_, member, node)| {
            let takes = |key: &str| member.members.iter().any(|inner| inner.name == key);
            let is_media = takes("id") && takes("link") && node.kind() == Kind::Object;
            is_media.then_some(Media { kind: &member.name, words: &member.words, node })
        })
    }

    /// The parts with which a template is filled, in file order; those of cards follow.
    pub(super) fn filled(&self) -> Vec<Node<'t>> {
        let mut parts = Vec::new();
        if self.message.kind == MessageType::Template
            && let Some(list) = self.message.content.and_then(|template| template.get("components"))
        {
            parts.extend(list.items());
        }
        let mut at = 0;
        while let Some(part) = parts.get(at).copied() {
            let cards = part.get("cards").into_iter().flat_map(Node::items);
            parts.extend(cards.filter_map(|card| card.get("components")).flat_map(Node::items));
            at += 1;
        }
        parts
    }
}
