//! Buttons of a template.

use super::{CODE, Making};
use crate::chat::samples::Samples;
use crate::chat::text::Filled;
use crate::chat::{BubbleButton, ButtonRole as Role, ButtonSign as Sign, said, scalar};
use crate::json::Node;
use crate::template::{Button, ButtonType, Name};

/// The button of the part that asks for permission to call; its words are WhatsApp's.
pub(super) fn call_permission(part: Node<'_>) -> BubbleButton {
    BubbleButton {
        at: part.pointer(),
        role: Role::CallPermission,
        label: None,
        target: None,
        sign: Sign::Phone,
        otherwise: None,
    }
}

impl Making<'_> {
    pub(super) fn button(&self, button: &Button<'_>) -> BubbleButton {
        let node = button.node;
        let (role, sign) = look(button);
        let target = match button.kind {
            ButtonType::Url => self.url(node),
            ButtonType::PhoneNumber => said(node, "phone_number"),
            ButtonType::CopyCode => self.code(node),
            ButtonType::Flow => said(node, "flow_name").or_else(|| said(node, "flow_id")),
            _ => None,
        };
        let mut label = said(node, "text");
        let mut otherwise = None;
        if button.kind == ButtonType::Otp {
            let own = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
            let words = self.code_words;
            let copy = label.take().or_else(|| own(&words?.copy));
            if role == Role::Autofill {
                label = said(node, "autofill_text").or_else(|| own(&words?.autofill));
                otherwise = copy;
            } else {
                label = copy;
            }
        }
        BubbleButton { at: node.pointer(), role, label, target, sign, otherwise }
    }

    /// The address, with its sample. Samples are the end of the address, or all of it.
    fn url(&self, button: Node<'_>) -> Option<String> {
        let url = button.get("url")?.as_str()?;
        let samples = Samples::of(button, &button.pointer(), self.values);
        let example = button.get("example").and_then(|example| scalar(example.item(0).unwrap_or(example)));
        let whole = |sample: &String| sample.contains("://");
        let mut full = None;
        let filled = Filled::with(url, |name: &Name<'_>| {
            let sample = samples.get(name).or_else(|| example.clone());
            full = full.take().or_else(|| sample.clone().filter(whole));
            sample
        });
        let text = filled.text.into_owned();
        Some(full.unwrap_or(text))
    }

    /// The code of an offer.
    pub(super) fn code(&self, button: Node<'_>) -> Option<String> {
        let at = button.pointer();
        let value = self.values.iter().find(|value| value.at == at && value.name == CODE);
        let example = || button.get("example").and_then(|example| scalar(example.item(0).unwrap_or(example)));
        value.map(|value| value.text.clone()).or_else(example).filter(|code| !code.is_empty())
    }
}

fn look(button: &Button<'_>) -> (Role, Sign) {
    match button.kind {
        ButtonType::QuickReply => (Role::Reply, Sign::Reply),
        ButtonType::Url => (Role::Url, Sign::Link),
        ButtonType::PhoneNumber => (Role::Phone, Sign::Phone),
        ButtonType::CopyCode => (Role::CopyOffer, Sign::Copy),
        ButtonType::Flow => (Role::Flow, flow_sign(button.node)),
        ButtonType::Catalog => (Role::Catalog, Sign::None),
        ButtonType::Mpm => (Role::Products, Sign::None),
        ButtonType::Spm => (Role::Product, Sign::None),
        ButtonType::Otp => {
            let kind = button.node.get("otp_type");
            let is_copy = kind.is_none_or(|kind| kind.is_str_ignoring_case("COPY_CODE"));
            (if is_copy { Role::CopyCode } else { Role::Autofill }, Sign::Copy)
        }
        ButtonType::VoiceCall => (Role::VoiceCall, Sign::Phone),
        ButtonType::RequestContactInfo => (Role::ShareContact, Sign::Person),
        ButtonType::OrderDetails => (Role::Order, Sign::None),
        ButtonType::App => (Role::App, Sign::Link),
        ButtonType::Other => (Role::Unknown, Sign::Sealed),
    }
}

fn flow_sign(button: Node<'_>) -> Sign {
    match button.get("icon").and_then(Node::as_str).as_deref() {
        Some("DOCUMENT") => Sign::Document,
        Some("PROMOTION") => Sign::Promotion,
        Some("REVIEW") => Sign::Review,
        _ => Sign::None,
    }
}
