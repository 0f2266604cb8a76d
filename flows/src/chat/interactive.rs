//! Messages with something to tap.

use super::head::header;
use super::text::Filling;
use super::{
    Bubble, BubbleButton, BubbleCard, BubbleHead, BubbleText, ButtonRole as Role, ButtonSign as Sign,
    ChoiceRow, ChoiceSection, ChoiceSheet, HeadKind, SealedPart, ShopHead, count, empty, said,
};
use crate::json::{Node, Pointer};
use crate::message::{Card, CardAction, Interactive, InteractiveType};

/// The bubble of a message with something to tap.
pub(super) fn bubble(interactive: &Interactive<'_>, at: Pointer, filling: Filling<'_>) -> Bubble {
    let kind = interactive.kind;
    let node = holder(interactive);
    let mut bubble = empty(at);
    bubble.head = node.get("header").and_then(|node| header(node, filling));
    bubble.text = part(node, "body", filling);
    bubble.footer = part(node, "footer", filling);
    match kind {
        InteractiveType::Button => bubble.buttons = interactive.buttons().map(reply).collect(),
        InteractiveType::List => {
            bubble.buttons = vec![button(node, Role::Choices, Sign::List, action(interactive, "button"))];
            bubble.sheet = Some(choices(interactive));
        }
        InteractiveType::Carousel => bubble.cards = interactive.cards().map(|it| card(it, filling)).collect(),
        InteractiveType::Product => {
            if let Some(action) = interactive.action {
                bubble.head = Some(product(action));
            }
            bubble.buttons = vec![button(node, Role::Product, Sign::None, None)];
        }
        InteractiveType::ProductList => {
            bubble.shop = Some(ShopHead::Products {
                at: interactive.action.unwrap_or(node).pointer(),
                product: interactive.products().find_map(|product| said(product, "product_retailer_id")),
                count: Some(count(interactive.products().count())),
            });
            bubble.buttons = vec![button(node, Role::Products, Sign::None, None)];
            bubble.sheet = Some(products(interactive));
        }
        InteractiveType::CatalogMessage => {
            let thumbnail = |parameters| said(parameters, "thumbnail_product_retailer_id");
            bubble.shop = Some(ShopHead::Catalog {
                at: interactive.action.unwrap_or(node).pointer(),
                product: interactive.parameters().and_then(thumbnail),
            });
            bubble.buttons = vec![button(node, Role::Catalog, Sign::None, None)];
        }
        InteractiveType::Other => {
            let name = interactive.node.get("type").and_then(Node::as_str).unwrap_or_default();
            bubble.sealed = vec![SealedPart { at: interactive.node.pointer(), name: name.into_owned() }];
        }
        _ => bubble.buttons = vec![single(interactive)],
    }
    bubble.shown = count(bubble.buttons.len());
    bubble
}

/// What holds the texts. Of a kind that is not known it may be the object of its name.
fn holder<'t>(interactive: &Interactive<'t>) -> Node<'t> {
    let node = interactive.node;
    let named = || node.get(&node.get("type")?.as_str()?);
    let is_plain = interactive.kind != InteractiveType::Other || node.get("body").is_some();
    if is_plain { node } else { named().unwrap_or(node) }
}

/// The one button of a kind that has one, with what it leads to.
fn single(interactive: &Interactive<'_>) -> BubbleButton {
    let parameter = |key: &str| said(interactive.parameters()?, key);
    let (role, sign, label, target) = match interactive.kind {
        InteractiveType::CtaUrl => (Role::Url, Sign::Link, parameter("display_text"), parameter("url")),
        InteractiveType::Flow => {
            let flow = parameter("flow_name").or_else(|| parameter("flow_id"));
            (Role::Flow, Sign::None, parameter("flow_cta"), flow)
        }
        InteractiveType::LocationRequestMessage => (Role::SendLocation, Sign::Pin, None, None),
        InteractiveType::AddressMessage => (Role::Address, Sign::None, None, None),
        InteractiveType::CallPermissionRequest => (Role::CallPermission, Sign::Phone, None, None),
        InteractiveType::VoiceCall => (Role::VoiceCall, Sign::Phone, parameter("display_text"), None),
        InteractiveType::RequestContactInfo => (Role::ShareContact, Sign::Person, None, None),
        _ => (Role::Unknown, Sign::Sealed, None, None),
    };
    let mut button = button(interactive.node, role, sign, label);
    button.target = target;
    button
}

fn part(node: Node<'_>, key: &str, filling: Filling<'_>) -> Option<BubbleText> {
    let part = node.get(key)?;
    Some(filling.of(part.get("text")?.as_str()?).formatted(part.pointer()))
}

fn action(interactive: &Interactive<'_>, key: &str) -> Option<String> {
    said(interactive.action?, key)
}

/// A button that the action of a message or card makes.
fn button(holder: Node<'_>, role: Role, sign: Sign, label: Option<String>) -> BubbleButton {
    let at = holder.get("action").unwrap_or(holder).pointer();
    BubbleButton { at, role, label, target: None, sign, otherwise: None }
}

fn reply(node: Node<'_>) -> BubbleButton {
    let reply = ["reply", "quick_reply"].into_iter().find_map(|key| node.get(key)).unwrap_or(node);
    BubbleButton {
        at: node.pointer(),
        role: Role::Reply,
        label: Some(said(reply, "title").unwrap_or_default()),
        target: None,
        sign: Sign::Reply,
        otherwise: None,
    }
}

fn product(action: Node<'_>) -> BubbleHead {
    BubbleHead {
        at: action.pointer(),
        kind: HeadKind::Product { product: said(action, "product_retailer_id") },
    }
}

fn card(card: Card<'_>, filling: Filling<'_>) -> BubbleCard {
    let node = card.node;
    let mut drawn = BubbleCard::empty(node.pointer());
    drawn.head = node.get("header").and_then(|node| header(node, filling));
    drawn.text = part(node, "body", filling);
    let action = node.get("action");
    let parameter = |key: &str| said(action?.get("parameters")?, key);
    match card.action {
        CardAction::Link => {
            let mut link = button(node, Role::Url, Sign::Link, parameter("display_text"));
            link.target = parameter("url");
            drawn.buttons = vec![link];
        }
        CardAction::Product => {
            drawn.head = action.map(product);
            drawn.buttons = vec![button(node, Role::Product, Sign::None, None)];
        }
        CardAction::Replies(_) | CardAction::Unclear => {
            let buttons = action.and_then(|action| action.get("buttons")).into_iter().flat_map(Node::items);
            drawn.buttons = buttons.map(reply).collect();
        }
    }
    drawn
}

fn choices(interactive: &Interactive<'_>) -> ChoiceSheet {
    let row = |row: Node<'_>| ChoiceRow {
        at: row.pointer(),
        title: said(row, "title").unwrap_or_default(),
        description: said(row, "description"),
    };
    sheet(interactive, "rows", false, row)
}

fn products(interactive: &Interactive<'_>) -> ChoiceSheet {
    let row = |row: Node<'_>| ChoiceRow {
        at: row.pointer(),
        title: said(row, "product_retailer_id").unwrap_or_default(),
        description: None,
    };
    sheet(interactive, "product_items", true, row)
}

fn sheet(
    interactive: &Interactive<'_>,
    key: &str,
    products: bool,
    row: impl Fn(Node<'_>) -> ChoiceRow,
) -> ChoiceSheet {
    let section = |section: Node<'_>| ChoiceSection {
        at: section.pointer(),
        title: said(section, "title"),
        rows: section.get(key).into_iter().flat_map(Node::items).map(&row).collect(),
    };
    ChoiceSheet { products, sections: interactive.sections().map(section).collect() }
}
