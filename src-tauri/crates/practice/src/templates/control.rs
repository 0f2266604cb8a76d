//! What Meta does with templates of its own accord, on request.

use cloud::models::webhook::{DisableInfo, OtherInfo, TemplateEvent, TemplateUpdate};
use cloud::models::{QualityScore, RejectedReason, TemplateCategory, TemplateId, TemplateStatus};
use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::agenda::Task;
use crate::facts::{HOUR, facts};
use crate::refusal::Refusal;

/// What Meta is to do with a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum TemplateAct {
    /// End the review well, whatever the words are.
    Approve,
    /// End the review badly.
    Reject {
        /// Why.
        reason: RejectedReason,
    },
    /// Give a score; `RED` also pauses it.
    Quality {
        /// The score.
        score: QualityScore,
    },
    /// Pause it: for three hours, then for six, then for good.
    Pause,
    /// End the pause.
    Unpause,
    /// Never send it again.
    Disable,
    /// File it as something else.
    Recategorize {
        /// As what.
        category: TemplateCategory,
        /// Seconds from the notice to the change; none takes Meta's, 0 changes it at once.
        after_seconds: Option<i64>,
    },
    /// Set what a comparison tells of it.
    Count {
        /// How often it was sent.
        sends: u64,
        /// How often people blocked the business after it.
        blocks: u64,
    },
}

impl Account {
    /// Does it. What does not fit where the template stands is refused.
    pub(crate) fn act_on_template(&mut self, id: &str, act: TemplateAct, now: i64) -> Result<(), Refusal> {
        let template = self.template(id)?.clone();
        let (id, status) = (template.id, template.status);
        let is_sent = matches!(status, TemplateStatus::Approved | TemplateStatus::Paused);
        let not_now = || Err(Refusal::parameter("The template does not stand where this can be done."));
        match act {
            TemplateAct::Approve if status == TemplateStatus::Pending => {
                self.approve(&id, &template.category, now);
            }
            TemplateAct::Reject { reason } if status == TemplateStatus::Pending => {
                self.reject(&id, reason, None, now);
            }
            TemplateAct::Quality { score } if is_sent => self.score(&id, &score, now),
            TemplateAct::Pause if status == TemplateStatus::Approved => self.pause(&id, now),
            TemplateAct::Unpause if status == TemplateStatus::Paused => self.end_pause(&id, now),
            TemplateAct::Disable if is_sent => self.disable(&id, now),
            TemplateAct::Recategorize { category, after_seconds } if category != template.category => {
                let after = after_seconds.unwrap_or(facts().category_notice_hours * HOUR).max(0);
                self.announce(&id, category, now, now + after);
            }
            TemplateAct::Count { sends, blocks } => {
                let template = self.template_mut(id.as_str())?;
                (template.sends, template.blocks) = (sends, blocks);
            }
            _ => return not_now(),
        }
        Ok(())
    }

    fn score(&mut self, id: &TemplateId, score: &QualityScore, now: i64) {
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        let previous = std::mem::replace(&mut template.quality.score, score.clone());
        template.quality.date = Some(now);
        let template = template.clone();
        let more = TemplateUpdate {
            previous_quality_score: Some(previous),
            new_quality_score: Some(score.clone()),
            ..TemplateUpdate::default()
        };
        self.tell_of_template("message_template_quality_update", &template, more, now);
        if *score == QualityScore::Red && template.status == TemplateStatus::Approved {
            self.pause(id, now);
        }
    }

    fn pause(&mut self, id: &TemplateId, now: i64) {
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        let Some(hours) = facts().pause_hours.get(template.pauses) else {
            return self.disable(id, now);
        };
        template.pauses += 1;
        template.status = TemplateStatus::Paused;
        let title = if template.pauses == 1 { "FIRST_PAUSE" } else { "SECOND_PAUSE" };
        let description = format!("The template is paused for {hours} hours.");
        self.agenda.add(now + hours * HOUR, Task::Unpause { template: id.clone() });
        let other_info = OtherInfo {
            title: Some(title.to_owned()),
            description: Some(description),
            ..OtherInfo::default()
        };
        let more = TemplateUpdate { other_info: Some(other_info), ..TemplateUpdate::default() };
        self.tell_status(id, TemplateEvent::Paused, more, now);
    }

    /// A pause comes to its end.
    pub(crate) fn end_pause(&mut self, id: &TemplateId, at: i64) {
        self.agenda.forget(|task| matches!(task, Task::Unpause { template } if template == id));
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        template.status = TemplateStatus::Approved;
        self.tell_status(id, TemplateEvent::Approved, TemplateUpdate::default(), at);
    }

    fn disable(&mut self, id: &TemplateId, now: i64) {
        self.agenda.forget(|task| matches!(task, Task::Unpause { template } if template == id));
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        template.status = TemplateStatus::Disabled;
        let disable_info =
            DisableInfo { disable_date: Some(now.to_string().into()), ..DisableInfo::default() };
        let more = TemplateUpdate { disable_info: Some(disable_info), ..TemplateUpdate::default() };
        self.tell_status(id, TemplateEvent::Disabled, more, now);
    }

    /// Tells that a template will be filed as something else, unless that is now.
    fn announce(&mut self, id: &TemplateId, category: TemplateCategory, now: i64, at: i64) {
        if at <= now {
            return self.recategorize(id, &category, now);
        }
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        template.correct_category = Some(category.clone());
        let template = template.clone();
        let more = TemplateUpdate {
            new_category: Some(template.category.clone()),
            correct_category: Some(category.clone()),
            category_update_timestamp: Some(at.into()),
            ..TemplateUpdate::default()
        };
        self.agenda.add(at, Task::Recategorize { template: id.clone(), category });
        self.tell_of_template("template_category_update", &template, more, now);
    }

    /// A template is filed as something else.
    pub(crate) fn recategorize(&mut self, id: &TemplateId, category: &TemplateCategory, at: i64) {
        let Ok(template) = self.template_mut(id.as_str()) else { return };
        let previous = std::mem::replace(&mut template.category, category.clone());
        template.correct_category = None;
        self.tell_category(id, &previous, at);
    }

    /// Ends the pause as the business itself can.
    pub(crate) fn unpause_template(&mut self, id: &str, now: i64) -> Result<(), Refusal> {
        let template = self.template(id)?;
        if template.status != TemplateStatus::Paused {
            return Err(Refusal::parameter("The template is not paused."));
        }
        let id = template.id.clone();
        self.end_pause(&id, now);
        Ok(())
    }
}
