use cloud::models::{PhoneNumber, PhoneNumberId, WabaId};
use secrets::Secret;

use super::limit;
use super::list::{describe, keep};
use super::open::{client, phone_number_id, waba_id};
use super::trouble::{Side, failed};
use crate::App;
use crate::wire::{Account, Code, ConnectAccount, Error};

/// What a token needs to publish Flows. Source: Flows API, permissions.
const PERMISSION: &str = "whatsapp_business_management";

/// Connects an account. The token is tried first; then it goes to the keychain and never comes back.
pub async fn connect(app: &App, request: ConnectAccount) -> Result<Account, Error> {
    let ConnectAccount { name, waba_id: waba, phone_number_id: number, token, base_url } = request;
    let token = Secret::new(token.trim().to_owned());
    let name = name.trim().to_owned();
    if name.is_empty() {
        return Err(Error::new(
            Code::Refused,
            "Give the account a name, for example the name of your business.",
        ));
    }
    let (waba, number) = (waba_id(&waba)?, phone_number_id(&number)?);
    let base_url = base_url.map(|url| url.trim().to_owned()).filter(|url| !url.is_empty());
    let side = Side::Meta { account: name.clone() };
    let phone = try_out(app, &side, base_url.as_deref(), &token, &waba, &number).await?;

    let known = app.store(|workspace| workspace.accounts())?;
    let same =
        known.iter().find(|known| known.waba_id == waba.as_str() && known.phone_number_id == number.as_str());
    if known.iter().any(|known| known.name == name && same.is_none_or(|same| same.id != known.id)) {
        return Err(Error::new(
            Code::Refused,
            format!("There is an account called \"{name}\" already. Choose another name."),
        ));
    }
    let id = match same {
        Some(same) => same.id.clone(),
        None => app.store(|workspace| workspace.new_id())?,
    };
    let mut account = store::Account {
        last4: None,
        id,
        name,
        waba_id: waba.to_string(),
        phone_number_id: number.to_string(),
        messaging_limit: limit::word(&phone),
        display_phone_number: Some(phone.display_phone_number).filter(|shown| !shown.is_empty()),
        base_url,
    };
    let now = app.host().now();
    keep(app, &account.id.clone(), &token, |last4| {
        account.last4 = last4;
        app.store(|workspace| workspace.put_account(&account, now))
    })?;
    Ok(describe(app, &account))
}

/// Asks Meta whether the token is good for this account and number.
async fn try_out(
    app: &App,
    side: &Side,
    base_url: Option<&str>,
    token: &Secret<String>,
    waba: &WabaId,
    number: &PhoneNumberId,
) -> Result<PhoneNumber, Error> {
    let graph = client(app, base_url, token.clone())?;
    check_token(&graph, side).await?;
    let numbers = graph.phone_numbers(waba).await.map_err(|error| match &error {
        cloud::Error::Refused(_) => Error {
            sentence: format!("This token cannot see the account {waba}. Check the account id, and that the token was made for it."),
            ..failed(&error, side)
        },
        _ => failed(&error, side),
    })?;
    numbers.into_iter().find(|known| known.id == *number).ok_or_else(|| {
        Error::new(
            Code::Refused,
            format!(
                "The account {waba} has no phone number with the id {number}. Check the phone number id."
            ),
        )
    })
}

/// Asks Meta what the token may do.
pub(super) async fn check_token(graph: &cloud::Graph, side: &Side) -> Result<(), Error> {
    let known = graph.debug_token().await.map_err(|error| failed(&error, side))?;
    if !known.is_valid {
        return Err(Error::new(
            Code::TokenNeeded,
            "Meta does not accept this access token. It may have expired: make a new one and paste it here.",
        ));
    }
    if !known.scopes.iter().any(|scope| scope == PERMISSION) {
        return Err(Error::new(
            Code::Refused,
            format!("This access token may not manage Flows. Make one with the permission {PERMISSION}."),
        ));
    }
    Ok(())
}
