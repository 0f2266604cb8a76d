//! Parts of a template and its buttons.

use crate::json::{Kind, Node};
use crate::named::named;

named! {
    /// What a part is.
    ComponentType {
        /// A title, a picture, a film, a file or a place above the text.
        Header = "HEADER",
        /// The text.
        Body = "BODY",
        /// The small print below.
        Footer = "FOOTER",
        /// The buttons.
        Buttons = "BUTTONS",
        /// Cards to swipe through.
        Carousel = "CAROUSEL",
        /// An offer that ends.
        LimitedTimeOffer = "LIMITED_TIME_OFFER",
        /// Asks whether the business may call.
        CallPermissionRequest = "CALL_PERMISSION_REQUEST",
    }
}

named! {
    /// What a button does.
    ButtonType {
        /// Sends its words back.
        QuickReply = "QUICK_REPLY",
        /// Opens a web page.
        Url = "URL",
        /// Calls a number.
        PhoneNumber = "PHONE_NUMBER",
        /// Copies a code.
        CopyCode = "COPY_CODE",
        /// Opens a Flow.
        Flow = "FLOW",
        /// Opens the catalogue.
        Catalog = "CATALOG",
        /// Opens several products.
        Mpm = "MPM",
        /// Opens one product.
        Spm = "SPM",
        /// Takes over a one-time code.
        Otp = "OTP",
        /// Calls on WhatsApp.
        VoiceCall = "VOICE_CALL",
        /// Asks for the phone number.
        RequestContactInfo = "REQUEST_CONTACT_INFO",
        /// Shows an order to pay.
        OrderDetails = "ORDER_DETAILS",
        /// Opens an app.
        App = "APP",
    }
}

impl ComponentType {
    /// What an object says it is.
    pub fn of(node: Node<'_>) -> Self {
        Self::from_name(&node.get("type").and_then(Node::as_str).unwrap_or_default())
    }
}

impl ButtonType {
    /// What an object says it is.
    pub fn of(node: Node<'_>) -> Self {
        Self::from_name(&node.get("type").and_then(Node::as_str).unwrap_or_default())
    }
}

/// A part in its template.
#[derive(Debug, Clone, Copy)]
pub struct Component<'t> {
    /// The object.
    pub node: Node<'t>,
    /// What it is.
    pub kind: ComponentType,
    /// The card it stands on, from 0; `None` in the message itself.
    pub card: Option<usize>,
}

/// A button in its template.
#[derive(Debug, Clone, Copy)]
pub struct Button<'t> {
    /// The object.
    pub node: Node<'t>,
    /// What it does.
    pub kind: ButtonType,
    /// The card it stands on, from 0; `None` in the message itself.
    pub card: Option<usize>,
}

/// The parts that an object holds, with those of its cards.
pub(super) fn components<'t>(holder: Node<'t>, card: Option<usize>, found: &mut Vec<Component<'t>>) {
    let list = holder.get("components").into_iter().flat_map(Node::items);
    for node in list.filter(|node| node.kind() == Kind::Object) {
        let component = Component { node, kind: ComponentType::of(node), card };
        found.push(component);
        if component.kind == ComponentType::Carousel && card.is_none() {
            let cards = node.get("cards").into_iter().flat_map(Node::items);
            cards.enumerate().for_each(|(index, card)| components(card, Some(index), found));
        }
    }
}

/// The buttons of a part.
pub(super) fn buttons<'t>(component: &Component<'t>) -> Vec<Button<'t>> {
    if component.kind != ComponentType::Buttons {
        return Vec::new();
    }
    let list = component.node.get("buttons").into_iter().flat_map(Node::items);
    list.filter(|node| node.kind() == Kind::Object)
        .map(|node| Button { node, kind: ButtonType::of(node), card: component.card })
        .collect()
}
