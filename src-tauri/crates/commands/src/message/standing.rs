use cloud::models::TemplateId;
use store::Live;

use crate::account::{self, Connection};
use crate::publish::{Said, word};
use crate::wire::{Error, Standing};
use crate::{App, message};

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
        detail: Said::of(&template).written(),
        at: app.host().now(),
        ..live.clone()
    };
    app.store(|workspace| workspace.put_states(std::slice::from_ref(&now)))?;
    Ok(Some(now))
}

/// What the books know, as the page shows it.
pub(super) fn told(app: &App, message: &str, live: &Live) -> Result<Standing, Error> {
    let text = message::text(app, message)?;
    Ok(Said::standing(live, live.text.as_deref() == Some(&text)))
}
