use cloud::models::webhook::{TemplateEvent, TemplateUpdate};
use cloud::models::{TemplateId, TemplateStatus};

use super::BlockedName;
use crate::account::Account;
use crate::agenda::Task;
use crate::facts::{DAY, facts};
use crate::refusal::Refusal;

impl Account {
    /// Deletes a template in all languages, in the one with this id, or all with these ids.
    pub(crate) fn delete_templates(
        &mut self,
        name: Option<&str>,
        id: Option<&str>,
        ids: Option<&[String]>,
        now: i64,
    ) -> Result<(), Refusal> {
        let doomed: Vec<TemplateId> = match (name, id, ids) {
            (None, None, Some(ids)) => {
                if ids.is_empty() || ids.len() > facts().deleted_at_once {
                    return Err(Refusal::parameter(format!(
                        "hsm_ids takes 1 to {}.",
                        facts().deleted_at_once
                    )));
                }
                ids.iter().map(|id| Ok(self.template(id)?.id.clone())).collect::<Result<_, Refusal>>()?
            }
            (Some(name), Some(id), None) => {
                let template = self.template(id)?;
                if template.name != name {
                    return Err(Refusal::parameter("hsm_id and name are of different templates."));
                }
                vec![template.id.clone()]
            }
            (Some(name), None, None) => {
                let named = self.templates.iter().filter(|template| template.name == name);
                named.map(|template| template.id.clone()).collect()
            }
            _ => return Err(Refusal::parameter("Give name, name and hsm_id, or hsm_ids alone.")),
        };
        if doomed.is_empty() {
            return Err(Refusal::parameter("There is no template with this name."));
        }
        for id in &doomed {
            if self.template(id.as_str())?.status == TemplateStatus::Disabled {
                return Err(Refusal::parameter("A disabled template cannot be deleted."));
            }
        }
        for id in &doomed {
            self.drop_template(id, now);
        }
        Ok(())
    }

    fn drop_template(&mut self, id: &TemplateId, now: i64) {
        self.tell_status(id, TemplateEvent::Deleted, TemplateUpdate::default(), now);
        self.agenda.forget(|task| match task {
            Task::Review { template } | Task::Unpause { template } | Task::Recategorize { template, .. } => {
                template == id
            }
            Task::Deliver { .. } => false,
        });
        self.blocked_names.retain(|blocked| blocked.until > now);
        if let Ok(template) = self.template(id.as_str())
            && template.was_approved
        {
            let until = now + flows::facts::account().blocked_name_days * DAY;
            let (name, language) = (template.name.clone(), template.language.clone());
            self.blocked_names.push(BlockedName { name, language, until });
        }
        self.templates.retain(|template| template.id != *id);
    }
}
