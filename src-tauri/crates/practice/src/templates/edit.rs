use cloud::models::{RejectedReason, TemplateStatus};
use flows::facts::account as facts;
use serde_json::Value;

use super::{StoredTemplate, judge};
use crate::account::Account;
use crate::agenda::Task;
use crate::facts::DAY;
use crate::refusal::{Refusal, Trouble};

/// Where it stands, or how often it was changed, does not allow it.
const STATUS_FIXED: i64 = 2_388_039;

impl Account {
    /// Changes a template and sends it in again.
    pub(crate) fn edit_template(&mut self, id: &str, change: &str, now: i64) -> Result<(), Refusal> {
        let change: Value =
            serde_json::from_str(change).map_err(|_| Refusal::parameter("The payload is not JSON."))?;
        let template = self.template(id)?;
        let Some(change) = change.as_object().filter(|change| !change.is_empty()) else {
            return Err(Refusal::parameter("There is nothing to change."));
        };
        if let Some(other) = change.keys().find(|key| !facts().edited.contains(key)) {
            return Err(Refusal::parameter(format!("{other} cannot be changed.")));
        }
        template.may_be_edited(now)?;
        let category = change.get("category").and_then(Value::as_str);
        let is_other = |name: &str| judge::category(&template.text).is_none_or(|own| !is_named(&own, name));
        if template.status == TemplateStatus::Approved && category.is_some_and(is_other) {
            return Err(Refusal::parameter("The category of an approved template cannot be changed."));
        }
        let mut payload = template.payload();
        if let Some(payload) = payload.as_object_mut() {
            payload.extend(change.clone());
        }
        let text = payload.to_string();
        judge::refuse(&text)?;
        self.knows_what_it_names(&text)?;
        let review = now + self.pace.review_seconds;
        let template = self.template_mut(id)?;
        if template.status == TemplateStatus::Approved {
            template.edits.retain(|at| *at > now - 30 * DAY);
            template.edits.push(now);
        }
        if category.is_some() {
            template.category = judge::category(&text).unwrap_or_else(|| template.category.clone());
        }
        template.text = text;
        template.is_from_library = false;
        template.status = TemplateStatus::Pending;
        template.rejected_reason = RejectedReason::None;
        let template = template.id.clone();
        self.agenda.forget(|task| matches!(task, Task::Unpause { template: paused } if *paused == template));
        self.agenda.add(review, Task::Review { template });
        Ok(())
    }
}

fn is_named(category: &cloud::models::TemplateCategory, name: &str) -> bool {
    serde_json::to_value(category).ok().and_then(|value| Some(value.as_str()?.eq_ignore_ascii_case(name)))
        == Some(true)
}

impl StoredTemplate {
    fn may_be_edited(&self, now: i64) -> Result<(), Refusal> {
        let refused = |words: &str| Err(Refusal::of(Trouble::Template(STATUS_FIXED), words));
        match self.status {
            TemplateStatus::Rejected | TemplateStatus::Paused => Ok(()),
            TemplateStatus::Approved => {
                let within = |days: i64| self.edits.iter().filter(|at| **at > now - days * DAY).count();
                if within(1) >= facts().edits_in_24_hours {
                    return refused("An approved template can be edited once in 24 hours.");
                }
                if within(30) >= facts().edits_in_30_days {
                    return refused("An approved template can be edited ten times in 30 days.");
                }
                Ok(())
            }
            _ => refused("Only approved, rejected and paused templates can be edited."),
        }
    }
}
