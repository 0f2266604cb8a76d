//! How many people an account may write to first.
//!
//! Meta raises it by itself, so it is asked for again whenever a journey is about to be published. What is known stands with the
//! account; while Meta cannot be asked, it stays.

use cloud::models::PhoneNumber;
use flows::journey::{AccountKnown, MessagingLimit};

use super::PRACTICE;
use super::open::Connection;
use crate::App;
use crate::wire::Error;

/// Meta's word as it is kept; none: Meta said nothing.
pub(super) fn word(number: &PhoneNumber) -> Option<String> {
    number.whatsapp_business_manager_messaging_limit.as_ref().map(|limit| limit.name().to_owned())
}

/// Asks for it and keeps the answer. The practice account stays as it is: nobody is written to from there.
pub(crate) async fn ask_limit(app: &App, connection: &Connection) -> Result<(), Error> {
    if connection.id == PRACTICE {
        return Ok(());
    }
    let Ok(number) = connection.graph.phone_number(&connection.number).await else { return Ok(()) };
    app.store(|workspace| workspace.put_messaging_limit(&connection.id, word(&number).as_deref()))
}

/// The account that journeys are looked at for: that with the lowest limit. None: no account is connected, or of one it is not
/// known, so that it may be as low as any.
pub(crate) fn lowest(accounts: Vec<store::Account>) -> Option<AccountKnown> {
    let known = |account: store::Account| {
        let limit = MessagingLimit::of(account.messaging_limit.as_deref()?)?;
        Some(AccountKnown { name: account.name, limit })
    };
    let all: Option<Vec<AccountKnown>> = accounts.into_iter().map(known).collect();
    all?.into_iter().min_by_key(|account| account.limit)
}
