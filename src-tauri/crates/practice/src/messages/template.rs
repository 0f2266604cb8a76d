//! The template of a message: found, allowed, filled in.

use cloud::models::{TemplateCategory, TemplateStatus};
use serde_json::Value;

use super::{Kind, fill, send};
use crate::account::Account;
use crate::facts::{DAY, facts};
use crate::refusal::Refusal;
use crate::templates::StoredTemplate;

const NOT_THERE: i64 = 132_001;
const PAUSED: i64 = 132_015;
const DISABLED: i64 = 132_016;

impl Account {
    /// The template that a message names, and its parts filled in.
    pub(super) fn template_filled(
        &self,
        payload: &Value,
        to_user_id: bool,
    ) -> Result<(StoredTemplate, Value), Refusal> {
        let wanted = payload.get("template").unwrap_or(&Value::Null);
        let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let name = text(wanted.get("name"));
        let language = text(wanted.get("language").and_then(|language| language.get("code")));
        let found = self.templates.iter().find(|known| known.name == name && known.language == language);
        let Some(template) = found else {
            let why = format!("There is no template {name} in the language {language}.");
            return Err(Refusal::code(NOT_THERE, why));
        };
        match template.status {
            TemplateStatus::Approved => {}
            TemplateStatus::Paused => return Err(Refusal::code(PAUSED, "The template is paused.")),
            TemplateStatus::Disabled => return Err(Refusal::code(DISABLED, "The template is disabled.")),
            _ => return Err(Refusal::code(NOT_THERE, "The template is not approved.")),
        }
        if to_user_id && template.category == TemplateCategory::Authentication {
            return Err(send::not_to_user_id());
        }
        let shown = fill::filled(template, wanted.get("components"))?;
        Ok((template.clone(), shown))
    }
}

/// Seconds that a message waits for the phone: its template's, or the usual time.
pub(super) fn life(template: Option<&StoredTemplate>, kind: Kind) -> i64 {
    let facts = facts();
    let own = template.and_then(|template| template.payload().get("message_send_ttl_seconds")?.as_i64());
    let usual =
        if kind == Kind::Authentication { facts.authentication_life_seconds } else { facts.life_days * DAY };
    // -1 stands for the longest time there is.
    own.map_or(usual, |own| if own < 0 { facts.life_days * DAY } else { own })
}
