//! Messages as they are sent: what the payload of `POST /{phone number}/messages` says, read from its text.
//!
//! A message's text is the payload itself. The views here are derived from it; kinds and members that are not known
//! stay in the text and are shown as what they are.

pub mod format;
mod interactive;

use std::borrow::Cow;

pub use interactive::{Card, CardAction, Interactive, InteractiveType};

use crate::json::{Kind, Node, Tree};
use crate::named::named;

named! {
    /// What a message is.
    MessageType {
        /// Words.
        Text = "text",
        /// A picture.
        Image = "image",
        /// A film.
        Video = "video",
        /// A sound or a voice message.
        Audio = "audio",
        /// A file.
        Document = "document",
        /// A sticker.
        Sticker = "sticker",
        /// A place.
        Location = "location",
        /// Cards of people.
        Contacts = "contacts",
        /// An emoji on another message.
        Reaction = "reaction",
        /// Words with something to tap.
        Interactive = "interactive",
        /// A filled-in template.
        Template = "template",
    }
}

impl MessageType {
    /// All that are known.
    pub const ALL: [Self; 11] = [
        Self::Text,
        Self::Image,
        Self::Video,
        Self::Audio,
        Self::Document,
        Self::Sticker,
        Self::Location,
        Self::Contacts,
        Self::Reaction,
        Self::Interactive,
        Self::Template,
    ];
}

/// A message.
#[derive(Debug)]
pub struct Message<'t> {
    /// The payload.
    pub root: Node<'t>,
    /// The phone number it goes to, or the id of a group.
    pub to: Option<Cow<'t, str>>,
    /// The WhatsApp id of the person it goes to; Meta looks at it when there is no `to`.
    pub recipient: Option<Cow<'t, str>>,
    /// Whether it goes to a group.
    pub is_to_group: bool,
    /// What it is. As in Meta's own samples, one that does not say it is a text.
    pub kind: MessageType,
    /// The object named as its type, with all that the type has.
    pub content: Option<Node<'t>>,
    /// The same of a message with something to tap.
    pub interactive: Option<Interactive<'t>>,
    /// Id of the message it answers.
    pub answers: Option<Cow<'t, str>>,
    /// The business's own mark that comes back with each status.
    pub mark: Option<Cow<'t, str>>,
    /// Whether it is no message but says that one was read, perhaps that an answer is being typed.
    pub is_receipt: bool,
}

impl<'t> Message<'t> {
    /// Reads a payload. What does not fit is left out of the view, never an error.
    pub fn of(tree: &'t Tree) -> Self {
        let root = tree.root();
        let text = |key: &str| root.get(key).and_then(Node::as_str);
        let name = root.get("type").map(|kind| kind.as_str().unwrap_or_default());
        let kind = name.as_deref().map_or(MessageType::Text, MessageType::from_name);
        let content = match kind {
            // One that is not known is kept under its own name.
            MessageType::Other => name.as_deref().and_then(|name| root.get(name)),
            known => root.get(known.name()),
        };
        let interactive =
            content.filter(|node| kind == MessageType::Interactive && node.kind() == Kind::Object);
        Self {
            root,
            to: text("to"),
            recipient: text("recipient"),
            is_to_group: root.get("recipient_type").is_some_and(|kind| kind.is_str_ignoring_case("group")),
            kind,
            content,
            interactive: interactive.map(Interactive::of),
            answers: root.get("context").and_then(|context| context.get("message_id")?.as_str()),
            mark: text("biz_opaque_callback_data"),
            is_receipt: root.get("status").is_some() && name.is_none(),
        }
    }

    /// The objects of all known types that it has.
    pub fn contents(&self) -> impl Iterator<Item = (MessageType, Node<'t>)> {
        let root = self.root;
        MessageType::ALL.into_iter().filter_map(move |kind| Some((kind, root.get(kind.name())?)))
    }
}

/// Whether a text looks like a message as it is sent: an object for WhatsApp that says what it is or whom it is for, or
/// one that says both.
pub fn is_message(root: Node<'_>) -> bool {
    let has = |key: &str| root.get(key).is_some();
    let is_for_someone = has("to") || has("recipient");
    root.kind() == Kind::Object
        && if has("messaging_product") {
            is_for_someone || has("type") || has("status")
        } else {
            is_for_someone && has("type")
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_read_as_it_is_sent() {
        let tree = Tree::parse(
            r#"{"messaging_product": "whatsapp", "to": "+1", "recipient": "US.1", "type": "interactive",
                "context": {"message_id": "wamid.1"}, "biz_opaque_callback_data": "a",
                "interactive": {"type": "list", "body": {"text": "Hi"}, "action": {"sections": [
                    {"rows": [{"id": "1"}, {"id": "2"}]}, {"rows": [{"id": "3"}]}]}}}"#,
        );
        let message = Message::of(&tree);
        assert_eq!(message.kind, MessageType::Interactive);
        assert_eq!((message.to.as_deref(), message.recipient.as_deref()), (Some("+1"), Some("US.1")));
        assert_eq!((message.answers.as_deref(), message.mark.as_deref()), (Some("wamid.1"), Some("a")));
        let interactive = message.interactive.as_ref().map(|it| (it.kind, it.rows().count()));
        assert_eq!(interactive, Some((InteractiveType::List, 3)));
        assert!(is_message(tree.root()) && !message.is_receipt);
    }

    #[test]
    fn what_is_not_known_is_kept() {
        let tree = Tree::parse(r#"{"type": "poll", "poll": {"name": "Which day?"}}"#);
        let message = Message::of(&tree);
        let kept = message.content.map(Node::raw);
        assert_eq!((message.kind, kept), (MessageType::Other, Some(r#"{"name": "Which day?"}"#)));
        let tree = Tree::parse(r#"{"text": {"body": "Hi"}}"#);
        assert_eq!(Message::of(&tree).kind, MessageType::Text);
        let tree =
            Tree::parse(r#"{"messaging_product": "whatsapp", "status": "read", "message_id": "wamid.1"}"#);
        assert!(Message::of(&tree).is_receipt && is_message(tree.root()));
        assert!(!is_message(Tree::parse("[1]").root()));
    }
}
