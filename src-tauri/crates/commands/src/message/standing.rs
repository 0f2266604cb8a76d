use cloud::models::{RejectedReason, Template, TemplateId};
use serde::{Deserialize, Serialize};
use store::Live;

use crate::account::{self, Connection};
use crate::wire::{Error, Standing};
use crate::{App, message};

/// What the books keep of what Meta says of a template, beside its state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Answered {
    category: Option<String>,
    correct_category: Option<String>,
    reason: Option<String>,
    said: Option<String>,
}

impl Answered {
    pub(super) fn of(template: &Template) -> Self {
        let reason = template.rejected_reason.as_ref().filter(|reason| **reason != RejectedReason::None);
        let info = template.rest.get("rejection_info");
        let line = |key: &str| info.and_then(|info| info.get(key)?.as_str()).map(str::to_owned);
        let said: Vec<String> = [line("reason"), line("recommendation")].into_iter().flatten().collect();
        Self {
            category: template.category.as_ref().and_then(word),
            correct_category: template.correct_category.as_ref().and_then(word),
            reason: reason.and_then(word),
            said: Some(said.join(" ")).filter(|said| !said.is_empty()),
        }
    }

    pub(super) fn written(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Meta's word for a value of one of its lists.
pub(super) fn word<T: Serialize>(value: &T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

/// Where a template stands in an account: asked there when the account can be reached, else as it was last known. `None`
/// when it was never sent in.
pub async fn standing(app: &App, message: &str, account: &str) -> Result<Option<Standing>, Error> {
    let Some(live) = app.store(|workspace| workspace.live(message, account))? else {
        return Ok(None);
    };
    let asked = match account::open(app, account).await {
        Ok(connection) => ask(app, &connection, &live).await?,
        Err(_) => None,
    };
    told(app, message, &asked.unwrap_or(live)).map(Some)
}

/// Asks the account and writes down what it says; nothing when it does not answer.
async fn ask(app: &App, connection: &Connection, live: &Live) -> Result<Option<Live>, Error> {
    let Ok(id) = TemplateId::new(live.remote_id.clone()) else { return Ok(None) };
    let Ok(template) = connection.graph.template(&id, None).await else { return Ok(None) };
    let now = Live {
        status: template.status.as_ref().and_then(word).unwrap_or_else(|| live.status.clone()),
        detail: Answered::of(&template).written(),
        at: app.host().now(),
        ..live.clone()
    };
    app.store(|workspace| workspace.put_live(&now))?;
    Ok(Some(now))
}

/// What the books know, as the page shows it.
pub(super) fn told(app: &App, message: &str, live: &Live) -> Result<Standing, Error> {
    let text = message::text(app, message)?;
    let Answered { category, correct_category, reason, said } =
        serde_json::from_str(&live.detail).unwrap_or_default();
    Ok(Standing {
        account: live.account.clone(),
        status: live.status.clone(),
        category,
        correct_category,
        reason,
        said,
        is_current: live.text.as_deref() == Some(&text),
        at: live.at.to_string(),
    })
}
