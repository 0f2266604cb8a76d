//! A template with the values of the message that sends it.

use super::message::{file_head, filling};
use super::template::CODE;
use super::{BubbleHead, ChatView, HeadKind, SampleValue, ShopHead, count, said, template};
use crate::json::{Node, Pointer, Tree};
use crate::template::{Button, Component, ComponentType, Template};

/// A template with the values of a message. Variables that the message does not fill keep their samples.
pub(super) fn view(template: &Tree, message: &Tree) -> ChatView {
    let parts = Template::of(template);
    let mut filled = Filled::default();
    let components = message.root().get("template").and_then(|template| template.get("components"));
    filled.components(&parts, None, components);
    let mut view = template::view(template, &filled.values);
    let Some(bubble) = &mut view.bubble else { return view };
    for (card, head) in filled.heads {
        let place = match card {
            None => Some(&mut bubble.head),
            Some(card) => bubble.cards.get_mut(card).map(|card| &mut card.head),
        };
        // The place stays that of the template's header.
        if let Some(Some(shown)) = place {
            shown.kind = head;
        }
    }
    match &mut bubble.shop {
        Some(ShopHead::Catalog { product, .. }) => *product = filled.product,
        Some(ShopHead::Products { product, count, .. }) => {
            *product = filled.product;
            *count = filled.count;
        }
        None => {}
    }
    view
}

/// What a message puts into a template.
#[derive(Default)]
struct Filled {
    values: Vec<SampleValue>,
    /// By card.
    heads: Vec<(Option<usize>, HeadKind)>,
    product: Option<String>,
    count: Option<u32>,
}

impl Filled {
    fn components(&mut self, template: &Template<'_>, card: Option<usize>, list: Option<Node<'_>>) {
        for component in list.into_iter().flat_map(Node::items) {
            let kind = component.get("type").and_then(Node::as_str).unwrap_or_default().to_ascii_lowercase();
            match kind.as_str() {
                "header" => self.header(part(template, card, ComponentType::Header), card, component),
                "body" => self.texts(part(template, card, ComponentType::Body), component),
                "button" => self.button(template, card, component),
                "carousel" if card.is_none() => {
                    let cards = component.get("cards").into_iter().flat_map(Node::items);
                    for (order, node) in cards.enumerate() {
                        let index = node.get("card_index").and_then(|index| index.raw().parse().ok());
                        self.components(template, Some(index.unwrap_or(order)), node.get("components"));
                    }
                }
                _ => {}
            }
        }
    }

    fn header(&mut self, part: Option<&Component<'_>>, card: Option<usize>, component: Node<'_>) {
        let mut parameters = component.get("parameters").into_iter().flat_map(Node::items);
        if let Some(BubbleHead { kind, .. }) = parameters.find_map(file_head) {
            self.heads.push((card, kind));
        }
        self.texts(part, component);
    }

    fn texts(&mut self, part: Option<&Component<'_>>, component: Node<'_>) {
        let Some(at) = part.map(|part| part.node.pointer()) else { return };
        let parameters = component.get("parameters").into_iter().flat_map(Node::items);
        for (name, text) in parameters.enumerate().filter_map(|(index, it)| filling(index, it)) {
            self.values.push(SampleValue { at: at.clone(), name, text });
        }
    }

    fn button(&mut self, template: &Template<'_>, card: Option<usize>, component: Node<'_>) {
        let index = said(component, "index").and_then(|index| index.parse().ok()).unwrap_or(0);
        let on_it = |button: &&Button<'_>| button.card == card;
        let Some(button) = template.buttons.iter().filter(on_it).nth(index) else { return };
        let at: Pointer = button.node.pointer();
        for parameter in component.get("parameters").into_iter().flat_map(Node::items) {
            let mut value = |name: &str, text: Option<String>| {
                let value = text.map(|text| SampleValue { at: at.clone(), name: name.to_owned(), text });
                self.values.extend(value);
            };
            value("1", said(parameter, "text"));
            value(CODE, said(parameter, "coupon_code"));
            let Some(action) = parameter.get("action") else { continue };
            self.product = said(action, "thumbnail_product_retailer_id").or(self.product.take());
            if let Some(sections) = action.get("sections") {
                let items = sections.items().filter_map(|section| section.get("product_items"));
                self.count = Some(count(items.map(Node::count).sum()));
            }
        }
    }
}

fn part<'p, 't>(
    template: &'p Template<'t>,
    card: Option<usize>,
    kind: ComponentType,
) -> Option<&'p Component<'t>> {
    template.components.iter().find(|part| part.card == card && part.kind == kind)
}
