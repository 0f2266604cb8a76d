//! What can be tapped in a message.

use crate::json::{Kind, Node};
use crate::named::named;

named! {
    /// What can be tapped.
    InteractiveType {
        /// Up to three buttons that answer.
        Button = "button",
        /// A list to choose from.
        List = "list",
        /// A button that opens a web page.
        CtaUrl = "cta_url",
        /// A button that opens a Flow.
        Flow = "flow",
        /// Asks for a place.
        LocationRequestMessage = "location_request_message",
        /// Asks for an address.
        AddressMessage = "address_message",
        /// One product.
        Product = "product",
        /// Several products.
        ProductList = "product_list",
        /// The catalogue.
        CatalogMessage = "catalog_message",
        /// Cards to swipe through.
        Carousel = "carousel",
        /// Asks whether the business may call.
        CallPermissionRequest = "call_permission_request",
        /// A button that calls on WhatsApp.
        VoiceCall = "voice_call",
        /// Asks for the phone number.
        RequestContactInfo = "request_contact_info",
    }
}

/// The object `interactive` of a message.
#[derive(Debug, Clone, Copy)]
pub struct Interactive<'t> {
    /// The object.
    pub node: Node<'t>,
    /// What it is.
    pub kind: InteractiveType,
    /// What stands above the text.
    pub header: Option<Node<'t>>,
    /// What can be tapped.
    pub action: Option<Node<'t>>,
}

/// A card of a carousel.
#[derive(Debug, Clone, Copy)]
pub struct Card<'t> {
    /// The object.
    pub node: Node<'t>,
    /// What can be tapped on it.
    pub action: CardAction,
}

/// What can be tapped on a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardAction {
    /// A button that opens a web page.
    Link,
    /// So many buttons that answer.
    Replies(usize),
    /// A product.
    Product,
    /// Nothing, or several of these.
    Unclear,
}

impl<'t> Interactive<'t> {
    /// Reads the object.
    pub fn of(node: Node<'t>) -> Self {
        let kind = node.get("type").and_then(Node::as_str).unwrap_or_default();
        Self {
            node,
            kind: InteractiveType::from_name(&kind),
            header: node.get("header"),
            action: node.get("action"),
        }
    }

    /// What an array of its action holds.
    fn listed(&self, key: &str) -> impl Iterator<Item = Node<'t>> + use<'t> {
        self.action.and_then(|action| action.get(key)).into_iter().flat_map(Node::items)
    }

    /// Its buttons.
    pub fn buttons(&self) -> impl Iterator<Item = Node<'t>> + use<'t> {
        self.listed("buttons")
    }

    /// Its sections, of choices or of products.
    pub fn sections(&self) -> impl Iterator<Item = Node<'t>> + use<'t> {
        self.listed("sections")
    }

    /// The choices of all sections.
    pub fn rows(&self) -> impl Iterator<Item = Node<'t>> + use<'t> {
        self.sections().filter_map(|section| section.get("rows")).flat_map(Node::items)
    }

    /// The products of all sections.
    pub fn products(&self) -> impl Iterator<Item = Node<'t>> + use<'t> {
        self.sections().filter_map(|section| section.get("product_items")).flat_map(Node::items)
    }

    /// What its button is told: the link, or the Flow.
    pub fn parameters(&self) -> Option<Node<'t>> {
        self.action?.get("parameters")
    }

    /// The cards of a carousel.
    pub fn cards(&self) -> impl Iterator<Item = Card<'t>> + use<'t> {
        let is_carousel = self.kind == InteractiveType::Carousel;
        self.listed("cards").filter(move |node| is_carousel && node.kind() == Kind::Object).map(Card::of)
    }
}

impl<'t> Card<'t> {
    fn of(node: Node<'t>) -> Self {
        let has = |key: &str| node.get("action").and_then(|action| action.get(key));
        let is_product = has("catalog_id").or(has("product_retailer_id")).is_some();
        let action = match (has("parameters"), has("buttons"), is_product) {
            (Some(_), None, false) => CardAction::Link,
            (None, Some(buttons), false) => CardAction::Replies(buttons.items().count()),
            (None, None, true) => CardAction::Product,
            _ => CardAction::Unclear,
        };
        Self { node, action }
    }
}
