//! Each part of a template and what it takes.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Blank, BlankKind};
use crate::chat::{CODE, SampleValue, Samples};
use crate::facts;
use crate::json::Node;
use crate::template::{
    Button, ButtonType, Category, Component, ComponentType, Name, ParameterFormat, Template, media_name,
    variables,
};

/// Builds the parts of a message and writes down what they take.
pub(super) struct Filling<'a> {
    template: &'a Template<'a>,
    values: &'a [SampleValue],
    offer_ends: i64,
    pub(super) blanks: Vec<Blank>,
}

impl<'a> Filling<'a> {
    pub(super) fn new(template: &'a Template<'a>, values: &'a [SampleValue], offer_ends: i64) -> Self {
        Self { template, values, offer_ends, blanks: Vec::new() }
    }

    /// The parts of the message itself.
    pub(super) fn message(&mut self) -> Vec<Value> {
        let mut parts = self.on(None);
        let cards = self.template.cards();
        if !cards.is_empty() {
            let cards: Vec<Value> = (0..cards.len())
                .map(|card| json!({"card_index": card, "components": self.on(Some(card))}))
                .collect();
            parts.push(json!({"type": "carousel", "cards": cards}));
        }
        parts
    }

    /// The parts of the message, or of one of its cards.
    fn on(&mut self, card: Option<usize>) -> Vec<Value> {
        let template = self.template;
        let own = template.components.iter().filter(|part| part.card == card);
        let mut parts: Vec<Value> = own.filter_map(|part| self.part(part)).collect();
        let buttons = template.buttons.iter().filter(|button| button.card == card);
        parts.extend(buttons.enumerate().filter_map(|(index, button)| self.button(index, button)));
        parts
    }

    fn part(&mut self, part: &Component<'_>) -> Option<Value> {
        let (name, parameters) = match part.kind {
            ComponentType::Header => ("header", self.header(part.node)),
            ComponentType::Body if part.node.get("text").is_none() && self.is_for_codes() => {
                let code = self.code(part.node, "1");
                ("body", vec![json!({"type": "text", "text": code})])
            }
            ComponentType::Body => ("body", self.texts(part.node)),
            ComponentType::LimitedTimeOffer => ("limited_time_offer", self.offer(part.node)),
            _ => return None,
        };
        (!parameters.is_empty()).then(|| json!({"type": name, "parameters": parameters}))
    }

    fn is_for_codes(&self) -> bool {
        self.template.category == Some(Category::Authentication)
    }

    /// A value for a place; the sample is what stands there until one is given.
    fn blank(&mut self, node: Node<'_>, name: &str, kind: BlankKind, sample: Option<String>) -> String {
        let at = node.pointer();
        let given = self.values.iter().find(|value| value.at == at && value.name == name);
        let value = given.map(|value| value.text.clone()).or(sample).unwrap_or_default();
        self.blanks.push(Blank { at, name: name.to_owned(), kind, value: value.clone() });
        value
    }

    fn code(&mut self, node: Node<'_>, name: &str) -> String {
        self.blank(node, name, BlankKind::OneTimeCode, Some(facts::chat().sample_code.clone()))
    }

    /// The variables of a text, each once.
    fn texts(&mut self, part: Node<'_>) -> Vec<Value> {
        let Some(text) = part.get("text").and_then(Node::as_str) else { return Vec::new() };
        let at = part.pointer();
        let mut names: BTreeSet<Name<'_>> = BTreeSet::new();
        let mut order: Vec<Name<'_>> =
            variables(&text).list.into_iter().map(|it| it.name).filter(|name| names.insert(*name)).collect();
        if self.template.format == ParameterFormat::Positional {
            order.sort_unstable();
        }
        let samples = Samples::of(part, &at, &[]);
        let mut parameters = Vec::with_capacity(order.len());
        for name in order {
            let written = name.to_string();
            let value = self.blank(part, &written, BlankKind::Text, samples.get(&name));
            let mut parameter = json!({"type": "text", "text": value});
            if let (ParameterFormat::Named, Some(parameter)) =
                (self.template.format, parameter.as_object_mut())
            {
                parameter.insert("parameter_name".to_owned(), Value::String(written));
            }
            parameters.push(parameter);
        }
        parameters
    }

    fn header(&mut self, part: Node<'_>) -> Vec<Value> {
        let format = part.get("format").and_then(Node::as_str).unwrap_or_default().to_ascii_lowercase();
        match format.as_str() {
            "" | "text" => self.texts(part),
            "location" => vec![self.place(part)],
            "product" => vec![self.product(part)],
            _ => vec![self.file(part, &format)],
        }
    }

    fn file(&mut self, part: Node<'_>, format: &str) -> Value {
        let handle = part.get("example").and_then(|example| example.get("header_handle"));
        let handle = handle.and_then(|handle| handle.item(0).or(Some(handle))).and_then(Node::as_str);
        let handle = handle.unwrap_or_default();
        let own = media_name(&handle);
        let mut file = if own.is_some() {
            json!({"id": handle})
        } else {
            // A listing shows samples by their address, a handle of Meta's is good for reviews alone.
            let sample = handle.starts_with("http").then(|| handle.clone().into_owned());
            json!({"link": self.blank(part, "link", BlankKind::FileAddress, sample)})
        };
        if let ("document", Some(name), Some(file)) = (format, own, file.as_object_mut()) {
            file.insert("filename".to_owned(), Value::String(name.to_owned()));
        }
        json!({"type": format, format: file})
    }

    fn place(&mut self, part: Node<'_>) -> Value {
        let mut degrees = |name: &str, kind| {
            let value = self.blank(part, name, kind, None);
            // What is no number is left for the rules to tell.
            value.trim().parse::<f64>().map_or(Value::String(value), |degrees| json!(degrees))
        };
        let latitude = degrees("latitude", BlankKind::Latitude);
        let longitude = degrees("longitude", BlankKind::Longitude);
        let mut place = json!({"latitude": latitude, "longitude": longitude});
        for (name, kind) in [("name", BlankKind::PlaceName), ("address", BlankKind::PlaceAddress)] {
            let given = self.blank(part, name, kind, None);
            if let (false, Some(place)) = (given.trim().is_empty(), place.as_object_mut()) {
                place.insert(name.to_owned(), Value::String(given));
            }
        }
        json!({"type": "location", "location": place})
    }

    fn product(&mut self, part: Node<'_>) -> Value {
        let product = self.blank(part, "product", BlankKind::Product, None);
        let catalog = self.blank(part, "catalog", BlankKind::Catalog, None);
        json!({"type": "product", "product": {"product_retailer_id": product, "catalog_id": catalog}})
    }

    fn offer(&self, part: Node<'_>) -> Vec<Value> {
        let ends = part.get("limited_time_offer").and_then(|offer| offer.get("has_expiration"));
        if ends.and_then(Node::as_bool) != Some(true) {
            return Vec::new();
        }
        let offer = json!({"expiration_time_ms": self.offer_ends});
        vec![json!({"type": "limited_time_offer", "limited_time_offer": offer})]
    }

    /// What a button takes; those that take nothing are left out.
    fn button(&mut self, index: usize, button: &Button<'_>) -> Option<Value> {
        let node = button.node;
        let (sub_type, parameter) = match button.kind {
            ButtonType::Url => {
                let (name, sample) = address_end(node)?;
                let end = self.blank(node, &name, BlankKind::AddressEnd, sample);
                ("url", json!({"type": "text", "text": end}))
            }
            ButtonType::Otp => {
                // The same code as in the text.
                let text = self.blanks.iter().find(|blank| blank.kind == BlankKind::OneTimeCode);
                let code = text.map(|blank| blank.value.clone());
                let code = code.unwrap_or_else(|| self.code(node, CODE));
                ("url", json!({"type": "text", "text": code}))
            }
            ButtonType::CopyCode => {
                let example = node.get("example");
                let example = example.and_then(|example| example.item(0).or(Some(example))?.as_str());
                let code = self.blank(node, CODE, BlankKind::OfferCode, example.map(Into::into));
                ("copy_code", json!({"type": "coupon_code", "coupon_code": code}))
            }
            ButtonType::Mpm => ("mpm", json!({"type": "action", "action": self.products(node)})),
            _ => return None,
        };
        Some(
            json!({"type": "button", "sub_type": sub_type, "index": index.to_string(), "parameters": [parameter]}),
        )
    }

    fn products(&mut self, button: Node<'_>) -> Value {
        let list = self.blank(button, "products", BlankKind::Products, None);
        let products: Vec<&str> = list.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
        let items: Vec<Value> =
            products.iter().map(|product| json!({"product_retailer_id": product})).collect();
        json!({
            "thumbnail_product_retailer_id": products.first().copied().unwrap_or_default(),
            "sections": [{"product_items": items}],
        })
    }
}

/// The variable of a button's address and the sample of what stands in its place: of a sample that is the whole address,
/// the end. Nothing when the address has no variable.
fn address_end(button: Node<'_>) -> Option<(String, Option<String>)> {
    let url = button.get("url")?.as_str()?;
    let variable = variables(&url).list.into_iter().next()?;
    let before = url.get(..variable.at.start).unwrap_or_default();
    let example = button.get("example").and_then(|example| example.item(0).or(Some(example))?.as_str());
    let end =
        example.map(|whole| whole.strip_prefix(before).map(str::to_owned).unwrap_or(whole.into_owned()));
    Some((variable.name.to_string(), end))
}
