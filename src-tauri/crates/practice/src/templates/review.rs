use cloud::models::webhook::{RejectionInfo, TemplateEvent, TemplateUpdate};
use cloud::models::{RejectedReason, TemplateCategory, TemplateId, TemplateStatus};
use flows::json::Tree;
use flows::template::{ComponentType, Template};

use super::StoredTemplate;
use super::judge::{self, Verdict};
use crate::account::Account;
use crate::agenda::Task;

impl Account {
    /// A review comes to its end.
    pub(crate) fn end_review(&mut self, id: &TemplateId, at: i64) {
        let Ok(template) = self.template(id.as_str()) else { return };
        let verdict = match self.twin_of(template) {
            Some(twin) => Verdict::Rejected {
                reason: RejectedReason::InvalidFormat,
                info: Some((
                    format!("It says the same as the template {}", twin.name),
                    "Change the text or the small print".to_owned(),
                )),
            },
            None => judge::review(&template.text, &template.category),
        };
        match verdict {
            Verdict::Approved(category) => self.approve(id, &category, at),
            Verdict::Rejected { reason, info } => self.reject(id, reason, info, at),
        }
    }

    /// Another template with the same text and small print. Those of templates for codes are all alike.
    fn twin_of(&self, template: &StoredTemplate) -> Option<&StoredTemplate> {
        if template.category == TemplateCategory::Authentication {
            return None;
        }
        let words = words(template);
        self.templates.iter().find(|other| {
            other.id != template.id
                && other.status != TemplateStatus::Rejected
                && other.category != TemplateCategory::Authentication
                && self::words(other) == words
        })
    }

    pub(super) fn approve(&mut self, id: &TemplateId, category: &TemplateCategory, at: i64) {
        self.no_more_review(id);
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        let previous = std::mem::replace(&mut template.category, category.clone());
        template.status = TemplateStatus::Approved;
        template.was_approved = true;
        template.rejected_reason = RejectedReason::None;
        self.tell_status(id, TemplateEvent::Approved, TemplateUpdate::default(), at);
        if previous != *category {
            self.tell_category(id, &previous, at);
        }
    }

    pub(super) fn reject(
        &mut self,
        id: &TemplateId,
        reason: RejectedReason,
        info: Option<(String, String)>,
        at: i64,
    ) {
        self.no_more_review(id);
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        template.status = TemplateStatus::Rejected;
        template.rejected_reason = reason;
        let rejection_info = info.map(|(reason, recommendation)| RejectionInfo {
            reason: Some(reason),
            recommendation: Some(recommendation),
            ..RejectionInfo::default()
        });
        let more = TemplateUpdate { rejection_info, ..TemplateUpdate::default() };
        self.tell_status(id, TemplateEvent::Rejected, more, at);
    }

    fn no_more_review(&mut self, id: &TemplateId) {
        self.agenda.forget(|task| matches!(task, Task::Review { template } if template == id));
    }

    pub(super) fn tell_category(&mut self, id: &TemplateId, previous: &TemplateCategory, at: i64) {
        let Ok(template) = self.template(id.as_str()).cloned() else { return };
        let more = TemplateUpdate {
            previous_category: Some(previous.clone()),
            new_category: Some(template.category.clone()),
            ..TemplateUpdate::default()
        };
        self.tell_of_template("template_category_update", &template, more, at);
    }
}

/// Text and small print.
fn words(template: &StoredTemplate) -> [Option<String>; 2] {
    let tree = Tree::parse(&template.text);
    let view = Template::of(&tree);
    [ComponentType::Body, ComponentType::Footer].map(|kind| {
        let part = view.main(kind).next()?;
        Some(part.node.get("text")?.as_str()?.into_owned())
    })
}
