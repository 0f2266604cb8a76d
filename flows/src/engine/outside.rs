//! Other systems, questions that are looked up, assistants.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::run::{Engine, Then};
use super::{Run, Wait, What, values, words};
use crate::journey::{Body, DataType, Faq, FieldName, JourneyNode, Template, output};

/// What an assistant says.
const AI_ANSWER: &str = "ai_answer";
/// An assistant says that a person should answer.
const HAND_OVER: &str = "hand_over";

impl<'p> Engine<'p> {
    /// Asks another system, and waits.
    pub(super) fn asks(&mut self, run: &mut Run, node: &'p JourneyNode) -> Then<'p> {
        let text = |text: &Template| self.filled_text(run, &text.0);
        let with = |kind: &str, action: &str, with: &BTreeMap<String, Template>| json!({"kind": kind, "action": action, "with": self.filled_all(run, with)});
        let request = match &node.body {
            Body::Http(http) => json!({
                "kind": "http", "method": http.method, "url": text(&http.url),
                "headers": self.filled_all(run, &http.headers), "body": self.filled(run, &http.body),
            }),
            Body::Crm(crm) => with("crm", &crm.action, &crm.with),
            Body::Calendar(calendar) => with("calendar", &calendar.action, &calendar.with),
            Body::Shop(shop) => with("shop", &shop.action, &shop.with),
            Body::Ai(ai) => json!({
                "kind": "ai", "instructions": text(&ai.instructions), "message": self.state.heard,
            }),
            _ => Value::Null,
        };
        let until = node.body.timeout().map(|timeout| self.now.after(timeout));
        let then = self.wait(run, Wait::System, until);
        self.tell(run, What::Asks { epoch: run.epoch, request });
        then
    }

    /// Another system answered.
    pub(super) fn answered(&mut self, number: u32, epoch: u32, result: Option<&BTreeMap<FieldName, Value>>) {
        let waits = self.state.run(number).is_some_and(|run| run.wait == Wait::System && run.epoch == epoch);
        let Some(mut run) = waits.then(|| self.take(number)).flatten() else { return };
        let node = self.node(&run);
        let then = match (node, result) {
            (Some(node), Some(result)) => self.takes_answer(&mut run, node, result),
            _ => Then::by(output::FAILED),
        };
        self.go(run, then);
    }

    fn takes_answer(
        &mut self,
        run: &mut Run,
        node: &'p JourneyNode,
        result: &BTreeMap<FieldName, Value>,
    ) -> Then<'p> {
        if let Some(outside) = node.body.outside() {
            self.note_given(run, result, &outside.gives);
        }
        if !matches!(node.body, Body::Ai(_)) {
            return Then::next();
        }
        if result.get(&HAND_OVER.into()) == Some(&Value::Bool(true)) {
            return Then::by(output::ELSE);
        }
        let Some(answer) = result.get(&AI_ANSWER.into()).and_then(Value::as_str) else {
            return Then::by(output::FAILED);
        };
        self.note(run, &AI_ANSWER.into(), answer.into());
        self.says_words(run, node, answer)
    }

    /// Looks the person's last words up among questions.
    pub(super) fn looks_up(&mut self, run: &mut Run, node: &'p JourneyNode, faq: &'p Faq) -> Then<'p> {
        let heard = self.state.heard.as_deref().unwrap_or_default();
        let mut best = None;
        for entry in &faq.entries {
            for score in entry.questions.iter().filter_map(|question| words::fits_question(heard, question)) {
                if best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, entry));
                }
            }
        }
        let Some((_, entry)) = best else { return Then::by(output::ELSE) };
        let answer = self.filled_text(run, &entry.answer.0);
        self.says_words(run, node, &answer)
    }

    /// Texts by name, filled in.
    pub(super) fn filled_all(&self, run: &Run, texts: &BTreeMap<String, Template>) -> Value {
        let texts = texts.iter();
        let texts = texts.map(|(name, text)| (name.clone(), self.filled_text(run, &text.0).into()));
        Value::Object(texts.collect())
    }

    /// Notes what came from elsewhere.
    pub(super) fn note_given(
        &mut self,
        run: &mut Run,
        came: &BTreeMap<FieldName, Value>,
        gives: &BTreeMap<FieldName, DataType>,
    ) {
        for (name, value) in values::given(came, gives) {
            self.note(run, &name, value);
        }
    }
}
