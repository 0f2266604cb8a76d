//! The endpoint answers: what the phone takes of it, and what it refuses.

use std::collections::BTreeMap;

use serde_json::Value;

use super::act::{Hand, Next};
use super::check::text;
use super::open::arrive;
use super::payload;
use super::scene::Object;
use super::state::{BrokenAction, Outcome};
use crate::json::{Kind, Node};

impl Hand<'_> {
    /// The endpoint's answer. `to`: id of the screen it names.
    pub(super) fn answer(&self, to: Option<&str>, data: &BTreeMap<String, Value>) -> Next {
        let document = self.scene.document;
        let mut state = self.scene.state.clone();
        let opens = state.is_opening();
        if !opens {
            state.current = self.key();
            state.waiting = false;
        }
        let data: Object = data.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        let own = document.id(self.scene.at);
        let to = if opens { Some(to.unwrap_or_default()) } else { to.filter(|id| *id != own) };
        match to {
            Some("SUCCESS") => {
                let params = data.get("extension_message_response").and_then(|answer| answer.get("params"));
                let params = params.and_then(Value::as_object).cloned().unwrap_or_default();
                let payload = payload::response(params);
                let summary = payload::summary(document, &state);
                state.sent = true;
                (state, Outcome::Complete { payload, summary })
            }
            Some(id) => {
                let to = match self.target(opens, id, &data) {
                    Ok(to) => to,
                    Err(reason) => return (state, Outcome::Broken { reason }),
                };
                if opens {
                    state.waiting = false;
                    state.current = document.key(to);
                    let known = state.screens.entry(state.current.clone()).or_default();
                    known.data = data.into_iter().collect();
                } else {
                    self.go(&mut state, to, data);
                }
                arrive(document, state, Outcome::Forward)
            }
            None => {
                if let Some(reason) = self.misfit(self.scene.at, &data, false) {
                    return (state, Outcome::Broken { reason });
                }
                let known = state.screens.entry(self.key()).or_default();
                known.notice = data.get("error_message").map(text).filter(|text| !text.is_empty());
                known.touched.clear();
                known.data.extend(data.into_iter().filter(|(key, _)| key != "error_message"));
                (state, Outcome::Stay)
            }
        }
    }

    /// Place of the screen that an answer leads to, when the phone goes there.
    fn target(&self, opens: bool, id: &str, data: &Object) -> Result<usize, BrokenAction> {
        let document = self.scene.document;
        let screen = || id.to_owned();
        let to = document.by_id(id).ok_or_else(|| BrokenAction::NoSuchScreen { screen: screen() })?;
        if opens && !document.routes().is_entry(to) {
            return Err(BrokenAction::NotAnEntry { screen: screen() });
        }
        let own = document.id(self.scene.at);
        if !opens && !document.allows(own, id) {
            return Err(BrokenAction::NoRoute { from: own.to_owned(), screen: screen() });
        }
        self.misfit(to, data, true).map_or(Ok(to), Err)
    }

    /// What of an answer's data does not fit the data that a screen declares. `whole`: nothing may be missing.
    fn misfit(&self, at: usize, data: &Object, whole: bool) -> Option<BrokenAction> {
        let document = self.scene.document;
        let mut declared = document.screen(at)?.data?.node.members();
        let wrong = declared.find(|member| match data.get(&*member.key()) {
            Some(value) => !fits(value, member.value),
            None => whole,
        })?;
        Some(BrokenAction::WrongData {
            screen: document.id(at).to_owned(),
            key: wrong.key().into_owned(),
            wanted: wrong.value.get("type").and_then(Node::as_str).unwrap_or_default().into_owned(),
        })
    }
}

/// Whether a value is what a schema of the data model asks for.
fn fits(value: &Value, schema: Node<'_>) -> bool {
    let is_type = match schema.get("type").and_then(Node::as_str).unwrap_or_default().as_ref() {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => true,
    };
    let choices = schema.get("enum").filter(|choices| choices.kind() == Kind::Array);
    let is_choice = choices.is_none_or(|choices| choices.items().any(|choice| choice.to_value() == *value));
    let members = || {
        let required = schema.get("required").into_iter().flat_map(Node::items).filter_map(Node::as_str);
        let properties = schema.get("properties").into_iter().flat_map(Node::members);
        value.as_object().is_none_or(|members| {
            required.into_iter().all(|key| members.contains_key(&*key))
                && properties.into_iter().all(|property| {
                    members.get(&*property.key()).is_none_or(|member| fits(member, property.value))
                })
        })
    };
    let items = || {
        let schema = schema.get("items").filter(|items| items.kind() == Kind::Object);
        let (Some(schema), Some(items)) = (schema, value.as_array()) else { return true };
        items.iter().all(|item| fits(item, schema))
    };
    is_type && is_choice && members() && items()
}
