use flows::facts;
use practice::{Delivery, StoredMessage};

use crate::App;
use crate::account::{self, PRACTICE, explained};
use crate::wire::{Error, TrialEvent, TrialPrice, TrialStanding};

/// How far a message on trial has got.
pub async fn follow(app: &App, account: &str, id: &str) -> Result<TrialStanding, Error> {
    let connection = account::open(app, account).await?;
    let told = connection.graph.message_history(&connection.number, id).await;
    let mut told = told.map_err(|error| explained(&error, &connection.side))?;
    told.sort_by_key(|event| event.timestamp);
    let failed = told.iter().find_map(|event| event.error_description.clone());
    let events = told.into_iter().map(|event| TrialEvent {
        status: event.delivery_status.name().to_owned(),
        at: event.timestamp.saturating_mul(1000).to_string(),
    });
    let mut standing = TrialStanding { events: events.collect(), failed, code: None, price: None };
    if connection.id == PRACTICE {
        let running = app.accounts().practice(app).await?;
        let held = running.account().map_err(|error| super::phone::unwell(&error))?;
        if let Some(message) = held.messages.iter().find(|message| message.id == id) {
            more(&mut standing, message);
        }
    }
    Ok(standing)
}

/// What Meta tells by webhooks alone, and the practice account of itself: the code of a failure and the price.
fn more(standing: &mut TrialStanding, message: &StoredMessage) {
    if let Some(Delivery::Failed { code }) = message.delivery() {
        standing.code = u32::try_from(code).ok();
        if let Some(known) = standing.code.and_then(|code| facts::error(code, None)) {
            standing.failed = Some(format!("{} {}", known.happened, known.todo));
        }
    }
    let charge = message.charge.as_ref();
    let text = |key: &str| charge.and_then(|charge| charge.get(key)?.as_str()).map(str::to_owned);
    standing.price = match text("charge").as_deref() {
        Some("free") => Some(TrialPrice { amount: "0".to_owned(), currency: None }),
        Some("charged") => text("amount").map(|amount| TrialPrice { amount, currency: text("currency") }),
        _ => None,
    };
}
