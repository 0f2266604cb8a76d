//! Rate cards of the workspace, kept as the files they came from.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use flows::cost::{Origin, RateCard, read_csv, with_tiers};
use flows::facts;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::App;
use crate::wire::Error;

/// The setting that holds them.
const SETTING: &str = "rates";

/// Files that are kept; a year has four price lists of two files each.
const KEPT: usize = 12;

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct File {
    pub(super) source: String,
    pub(super) as_of: Date,
    pub(super) text: String,
}

impl File {
    pub(super) fn origin(&self) -> Origin {
        Origin { source: self.source.clone(), as_of: Some(self.as_of), valid_from: None }
    }
}

/// All cards, read once.
#[derive(Default)]
pub(crate) struct Cards(Mutex<Option<Arc<[RateCard]>>>);

impl Cards {
    pub(crate) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Every rate card there is; of the same day those that were taken in come last, and count.
pub(crate) fn all(app: &App) -> Result<Arc<[RateCard]>, Error> {
    let mut known = app.rates().0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(cards) = known.as_ref() {
        return Ok(cards.clone());
    }
    let mut cards: BTreeMap<Date, RateCard> = BTreeMap::new();
    for file in kept(app)? {
        // What was read when it was taken in can be read again.
        let Ok(read) = read_csv(file.text.as_bytes(), &file.origin()) else { continue };
        let card = match cards.remove(&read.card.valid_from) {
            Some(before) => with_tiers(before, read.card.clone()).unwrap_or(read.card),
            None => read.card,
        };
        cards.insert(card.valid_from, card);
    }
    let all: Arc<[RateCard]> = facts::rate_cards().iter().cloned().chain(cards.into_values()).collect();
    *known = Some(all.clone());
    Ok(all)
}

fn kept(app: &App) -> Result<Vec<File>, Error> {
    let written = app.store(|workspace| workspace.setting(SETTING))?;
    // Written by a later Waymark it may not be understood; then what is built in counts.
    Ok(written.and_then(|written| serde_json::from_str(&written).ok()).unwrap_or_default())
}

/// Keeps a file, the newest ones only.
pub(super) fn keep(app: &App, file: File) -> Result<(), Error> {
    let mut files = kept(app)?;
    files.retain(|known| known.text != file.text);
    files.push(file);
    let surplus = files.len().saturating_sub(KEPT);
    files.drain(..surplus);
    let written = serde_json::to_string(&files).unwrap_or_default();
    app.store(|workspace| workspace.set_setting(SETTING, &written))?;
    app.rates().forget();
    Ok(())
}
