//! A message as it is sent to the bubble that arrives.

use super::text::Filling;
use super::{
    Bubble, BubbleButton, BubbleHead, ButtonRole, ButtonSign, ChatView, HeadKind, LinkCard, MessageReaction,
    NamedTemplate, QuotedMessage, Receipt, SealedPart, TextRun, TextVariable, contacts, count, emoji, empty,
    finished, head, interactive, links, said,
};
use crate::json::{Kind, Node, Tree};
use crate::message::{Interactive, Message, MessageType};

/// A message as it arrives.
pub(super) fn view(tree: &Tree, filling: Filling<'_>) -> ChatView {
    let message = Message::of(tree);
    if message.root.kind() != Kind::Object {
        return finished(None, None);
    }
    if message.is_receipt {
        let receipt = Receipt { typing: message.root.get("typing_indicator").is_some() };
        return ChatView { receipt: Some(receipt), ..finished(None, None) };
    }
    let (kind, content) = content(&message);
    let mut bubble =
        content.map_or_else(|| empty(message.root.pointer()), |node| bubble(kind, node, filling));
    if content.is_none() && kind == MessageType::Other {
        let name = message.root.get("type").and_then(Node::as_str).unwrap_or_default();
        bubble.sealed = vec![SealedPart { at: message.root.pointer(), name: name.into_owned() }];
    }
    bubble.quote = message.answers.as_ref().filter(|id| !id.is_empty()).map(|id| QuotedMessage {
        at: message.root.get("context").unwrap_or(message.root).pointer(),
        id: id.to_string(),
    });
    let language =
        content.filter(|_| kind == MessageType::Template).and_then(|template| template.get("language"));
    finished(Some(bubble), language.and_then(|language| language.get("code")?.as_str()))
}

/// What the message is. One that does not say it is what it has, if it is no text.
fn content<'t>(message: &Message<'t>) -> (MessageType, Option<Node<'t>>) {
    if message.content.is_none()
        && message.root.get("type").is_none()
        && let Some((kind, node)) = message.contents().next()
    {
        return (kind, Some(node));
    }
    (message.kind, message.content)
}

fn bubble(kind: MessageType, node: Node<'_>, filling: Filling<'_>) -> Bubble {
    let at = node.pointer();
    let mut bubble = empty(at.clone());
    match kind {
        MessageType::Text => text(node, &mut bubble, filling),
        MessageType::Interactive => return interactive_bubble(node, filling),
        MessageType::Template => template(node, &mut bubble),
        MessageType::Contacts => {
            bubble.head =
                Some(BubbleHead { at, kind: HeadKind::Contacts { contacts: contacts::cards(node) } });
        }
        MessageType::Reaction => {
            let emoji = said(node, "emoji").unwrap_or_default();
            bubble.reaction = Some(MessageReaction { at, emoji });
        }
        MessageType::Other => {
            let name = node.parent().and_then(|root| root.get("type")?.as_str()).unwrap_or_default();
            bubble.sealed = vec![SealedPart { at, name: name.into_owned() }];
        }
        file => {
            bubble.head = head::sent(file.name(), node).map(|kind| BubbleHead { at: at.clone(), kind });
            let caption = node.get("caption").and_then(Node::as_str).filter(|caption| !caption.is_empty());
            bubble.text = caption.map(|caption| filling.of(caption).formatted(at));
        }
    }
    bubble
}

fn interactive_bubble(node: Node<'_>, filling: Filling<'_>) -> Bubble {
    interactive::bubble(&Interactive::of(node), node.pointer(), filling)
}

fn text(node: Node<'_>, bubble: &mut Bubble, filling: Filling<'_>) {
    let Some(body) = node.get("body").and_then(Node::as_str) else { return };
    if node.get("preview_url").and_then(Node::as_bool) == Some(true) {
        let web = |href: &String| !links::host(href).is_empty();
        let first = links::find(&body).into_iter().map(|link| link.href).find(web);
        bubble.link_card = first.map(|url| LinkCard { host: links::host(&url).to_owned(), url });
    }
    bubble.large_emoji = emoji::large(&body);
    bubble.text = Some(filling.of(body).formatted(node.pointer()));
}

/// A template by its name: its words are not here, only what fills them.
fn template(node: Node<'_>, bubble: &mut Bubble) {
    let mut values = Vec::new();
    for component in node.get("components").into_iter().flat_map(Node::items) {
        let is = |kind: &str| component.get("type").is_some_and(|name| name.is_str_ignoring_case(kind));
        let parameters = || component.get("parameters").into_iter().flat_map(Node::items);
        if is("header") && bubble.head.is_none() {
            bubble.head = parameters().find_map(file_head);
        }
        if is("header") || is("body") {
            values.extend(parameters().enumerate().filter_map(|(index, parameter)| value(index, parameter)));
        }
        if is("button") {
            bubble.buttons.push(button(component));
        }
    }
    bubble.shown = count(bubble.buttons.len());
    let name = said(node, "name").unwrap_or_default();
    bubble.template = Some(NamedTemplate { at: node.pointer(), name, values });
}

/// The file, place or product that a parameter puts into the header.
pub(super) fn file_head(parameter: Node<'_>) -> Option<BubbleHead> {
    let kind = parameter.get("type")?.as_str()?.to_ascii_lowercase();
    let object = parameter.get(&kind)?;
    Some(BubbleHead { at: parameter.pointer(), kind: head::sent(&kind, object)? })
}

/// The words that a parameter puts in place of a variable, and the variable's name.
pub(super) fn filling(index: usize, parameter: Node<'_>) -> Option<(String, String)> {
    let fallback = |key: &str| said(parameter.get(key)?, "fallback_value");
    let text = said(parameter, "text").or_else(|| fallback("currency")).or_else(|| fallback("date_time"))?;
    Some((said(parameter, "parameter_name").unwrap_or_else(|| (index + 1).to_string()), text))
}

fn value(index: usize, parameter: Node<'_>) -> Option<TextRun> {
    let (name, text) = filling(index, parameter)?;
    let variable = Some(TextVariable { name, missing: false });
    Some(TextRun { text, variable, ..TextRun::default() })
}

/// A button of a template; its words stand in the template.
fn button(component: Node<'_>) -> BubbleButton {
    let kind = component.get("sub_type").and_then(Node::as_str).unwrap_or_default().to_ascii_lowercase();
    let (role, sign) = match kind.as_str() {
        "quick_reply" => (ButtonRole::Reply, ButtonSign::Reply),
        "url" => (ButtonRole::Url, ButtonSign::Link),
        "flow" => (ButtonRole::Flow, ButtonSign::None),
        "copy_code" => (ButtonRole::CopyOffer, ButtonSign::Copy),
        "catalog" => (ButtonRole::Catalog, ButtonSign::None),
        "mpm" => (ButtonRole::Products, ButtonSign::None),
        "order_details" => (ButtonRole::Order, ButtonSign::None),
        "voice_call" => (ButtonRole::VoiceCall, ButtonSign::Phone),
        _ => (ButtonRole::Unknown, ButtonSign::Sealed),
    };
    let parameter = component.get("parameters").and_then(|parameters| parameters.item(0));
    let text = |key: &str| parameter.and_then(|parameter| said(parameter, key));
    let is_reply = role == ButtonRole::Reply;
    BubbleButton {
        at: component.pointer(),
        role,
        label: text("text").filter(|_| is_reply),
        target: text("coupon_code").or_else(|| text("text").filter(|_| !is_reply)),
        sign,
        otherwise: None,
    }
}
