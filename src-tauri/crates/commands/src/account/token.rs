use secrets::Secret;

use super::connect::check_token;
use super::limit;
use super::list::{describe, keep};
use super::open::{client, phone_number_id};
use super::trouble::Side;
use crate::App;
use crate::wire::{Account, Code, Error};

/// Gives an account a new token, which is tried first.
pub async fn token(app: &App, account: &str, token: String) -> Result<Account, Error> {
    let token = Secret::new(token.trim().to_owned());
    let stored = app.store(|workspace| workspace.accounts())?;
    let Some(mut known) = stored.into_iter().find(|known| known.id == account) else {
        return Err(Error::new(Code::NotFound, "This account is no longer here. Connect it again."));
    };
    let side = Side::Meta { account: known.name.clone() };
    let graph = client(app, known.base_url.as_deref(), token.clone())?;
    check_token(&graph, &side).await?;
    if let Ok(number) = graph.phone_number(&phone_number_id(&known.phone_number_id)?).await {
        known.messaging_limit = limit::word(&number);
    }
    let now = app.host().now();
    keep(app, account, &token, |last4| {
        known.last4 = last4;
        app.store(|workspace| workspace.put_account(&known, now))
    })?;
    Ok(describe(app, &known))
}
