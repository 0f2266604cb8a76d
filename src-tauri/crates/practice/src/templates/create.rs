use cloud::models::{RejectedReason, TemplateId, TemplateStatus};
use flows::facts::account as facts;
use serde_json::Value;

use super::{StoredTemplate, judge, library, unknown_quality};
use crate::account::Account;
use crate::agenda::Task;
use crate::facts::HOUR;
use crate::refusal::{Refusal, Trouble};

/// Subcodes of a creation that the account's own state does not allow.
const LIMIT_REACHED: i64 = 2_388_019;
const NAME_BLOCKED: i64 = 2_388_023;
const NAME_TAKEN: i64 = 2_388_024;
/// Too many creations.
const RATE: i64 = 80_008;

impl Account {
    /// Takes a template in, or refuses it. `text` is the payload as it came.
    pub(crate) fn create_template(&mut self, text: String, now: i64) -> Result<&StoredTemplate, Refusal> {
        let payload: Value =
            serde_json::from_str(&text).map_err(|_| Refusal::parameter("The payload is not JSON."))?;
        let is_from_library = payload.get("library_template_name").is_some();
        let text = if is_from_library { library::filled(&payload)? } else { text };
        judge::refuse(&text)?;
        let member = |name: &str| payload.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (name, language) = (member("name"), member("language"));
        let category = judge::category(&text).ok_or_else(|| Refusal::parameter("category is not valid."))?;
        self.may_create(&name, &language, now)?;
        self.knows_what_it_names(&text)?;
        let template = StoredTemplate {
            id: TemplateId::new(self.next_number('6')).map_err(|_| Refusal::internal())?,
            name,
            language,
            category,
            correct_category: None,
            status: if is_from_library { TemplateStatus::Approved } else { TemplateStatus::Pending },
            rejected_reason: RejectedReason::None,
            text,
            quality: unknown_quality(now),
            edits: Vec::new(),
            pauses: 0,
            was_approved: is_from_library,
            is_from_library,
            sends: 0,
            blocks: 0,
        };
        self.creations.retain(|at| *at > now - HOUR);
        self.creations.push(now);
        if !is_from_library {
            self.agenda.add(now + self.pace.review_seconds, Task::Review { template: template.id.clone() });
        }
        self.templates.push(template);
        self.templates.last().ok_or_else(Refusal::internal)
    }

    /// How many templates it may have; each language counts.
    pub(crate) fn template_limit(&self) -> usize {
        let facts = facts();
        if self.pace.is_verified { facts.templates_verified } else { facts.templates_unverified }
    }

    fn may_create(&self, name: &str, language: &str, now: i64) -> Result<(), Refusal> {
        let facts = facts();
        if self.creations.iter().filter(|at| **at > now - HOUR).count() >= facts.creations_per_hour {
            return Err(Refusal::code(RATE, "Too many templates were created in the last hour."));
        }
        let refused = |subcode, words: &str| Err(Refusal::of(Trouble::Template(subcode), words));
        if self.templates.len() >= self.template_limit() {
            return refused(LIMIT_REACHED, "The account has as many templates as it may.");
        }
        if self.templates.iter().any(|known| known.name == name && known.language == language) {
            return refused(NAME_TAKEN, "There is a template with this name in this language.");
        }
        let is_blocked = |known: &super::BlockedName| {
            known.name == name && known.language == language && known.until > now
        };
        if self.blocked_names.iter().any(is_blocked) {
            return refused(NAME_BLOCKED, "A template with this name in this language is being deleted.");
        }
        Ok(())
    }

    /// Sample files and Flows that a template names must be the account's.
    pub(super) fn knows_what_it_names(&self, text: &str) -> Result<(), Refusal> {
        let payload: Value = serde_json::from_str(text).unwrap_or_default();
        let mut wrong = None;
        walk(&payload, &mut |object| {
            let handles = object.get("header_handle").and_then(Value::as_array).into_iter().flatten();
            for handle in handles.filter_map(Value::as_str) {
                if !self.handles.iter().any(|known| known == handle) {
                    wrong = Some("The sample file is not known: upload it first.".to_owned());
                }
            }
            if object
                .get("type")
                .and_then(Value::as_str)
                .is_some_and(|kind| kind.eq_ignore_ascii_case("FLOW"))
            {
                let id = object.get("flow_id").and_then(text_of);
                if let Some(id) = id.filter(|id| self.flow(id).is_err()) {
                    wrong = Some(format!("This account has no Flow with the id {id}."));
                }
                let name = object.get("flow_name").and_then(Value::as_str);
                if let Some(name) = name.filter(|name| !self.flows.iter().any(|flow| flow.name == *name)) {
                    wrong = Some(format!("This account has no Flow called {name}."));
                }
            }
        });
        wrong.map_or(Ok(()), |why| Err(Refusal::parameter(why)))
    }
}

/// A text, or a number as text.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Looks at every object in a value.
pub(crate) fn walk(value: &Value, look: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            look(object);
            object.values().for_each(|value| walk(value, look));
        }
        Value::Array(items) => items.iter().for_each(|item| walk(item, look)),
        _ => {}
    }
}
