//! The endpoint answers.

use std::collections::BTreeMap;

use serde_json::Value;

use super::act::{Hand, Next};
use super::check::text;
use super::endpoint;
use super::open::arrive;
use super::payload;
use super::scene::Object;
use super::state::Outcome;

impl Hand<'_> {
    /// The endpoint's answer. `to`: id of the screen it names. What a phone refuses leaves it waiting.
    pub(super) fn answer(&self, to: Option<&str>, data: &BTreeMap<String, Value>) -> Next {
        let document = self.scene.document;
        let mut state = self.state();
        if let Some(reason) = endpoint::refusal(self.scene, to, data) {
            return (state, Outcome::Broken { reason });
        }
        let opening = std::mem::take(&mut state.opening);
        state.waiting = false;
        let data: Object = data.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
        let own = document.id(self.scene.at);
        match to {
            Some("SUCCESS") => {
                let params = data.get("extension_message_response").and_then(|answer| answer.get("params"));
                let params = params.and_then(Value::as_object).cloned().unwrap_or_default();
                let payload = payload::response(params);
                let summary = payload::summary(document, &state);
                state.sent = true;
                (state, Outcome::Complete { payload, summary })
            }
            Some(id) if own != id || opening => {
                if let Some(to) = document.by_id(id) {
                    self.go(&mut state, to, data);
                }
                if opening {
                    state.back.clear();
                }
                arrive(document, state, Outcome::Forward)
            }
            _ => {
                let known = state.screens.entry(self.key()).or_default();
                known.notice = data.get("error_message").map(text).filter(|text| !text.is_empty());
                known.touched.clear();
                known.data.extend(data.into_iter().filter(|(key, _)| key != "error_message"));
                (state, Outcome::Stay)
            }
        }
    }
}
