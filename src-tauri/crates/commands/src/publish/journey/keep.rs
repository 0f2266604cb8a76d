use std::collections::{BTreeMap, BTreeSet};

use flows::edit::Position;
use serde::{Deserialize, Serialize};

use super::LocalJourney;
use super::decide::named;
use crate::App;
use crate::message::keep_sent;
use crate::publish::books::Books;
use crate::publish::row::Row;
use crate::wire::{Error, Outcome, PlanKind, PlanRow, ReportRow};

/// Where the cards of what is live stood; kept in the books as JSON.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct KeptPlaces {
    pub(crate) positions: BTreeMap<String, Position>,
}

/// Keeps a journey as what is live, once its parts are. `there` is what the account has as it is here, by the rows' `document`.
pub(in crate::publish) fn keep(
    app: &App,
    account: &str,
    local: &LocalJourney,
    planned: &[PlanRow],
    there: &BTreeSet<String>,
) -> Row {
    let row = |outcome, sentence: String| {
        ReportRow::new(PlanKind::Journey, &local.journey, &local.name, outcome, sentence)
    };
    if let Some(part) = missing(local, planned, there) {
        let sentence = format!("It waits: {} is not there as it is here.", named(part));
        return Row::Done(row(Outcome::Unfinished, sentence));
    }
    match put(app, account, local) {
        Ok((version, was_live)) => {
            let (outcome, sentence) = if was_live {
                (Outcome::Skipped, "It is the same as what is live.")
            } else {
                let kept = "All its parts are there, and this version of it is kept as what is live.";
                (Outcome::Published, kept)
            };
            Row::There(ReportRow { remote_id: Some(version), ..row(outcome, sentence.to_owned()) })
        }
        Err(error) => {
            Row::Done(ReportRow { error: Some(error.clone()), ..row(Outcome::Unfinished, error.sentence) })
        }
    }
}

/// The first part that is not at the account as it is here.
fn missing<'p>(
    local: &LocalJourney,
    planned: &'p [PlanRow],
    there: &BTreeSet<String>,
) -> Option<&'p PlanRow> {
    let mut parts = planned.iter().filter(|row| local.after.contains(&row.document));
    parts.find(|part| !there.contains(&part.document))
}

/// The version it is kept as, and whether it was live already.
fn put(app: &App, account: &str, local: &LocalJourney) -> Result<(String, bool), Error> {
    let books = Books { app, account };
    let live = books.live(&local.journey)?;
    if let Some(live) = live.filter(|live| live.text.as_deref() == Some(local.text.as_str())) {
        return Ok((live.remote_id, true));
    }
    // The version first: when it ends between the two, the next run finds it and keeps no second one.
    keep_sent(app, &local.journey, account, &local.text)?;
    let versions = app.store(|workspace| workspace.versions(&local.journey))?;
    let version = versions.into_iter().find(|version| version.account.as_deref() == Some(account));
    let version = version.map(|version| version.id).unwrap_or_default();
    let places = KeptPlaces { positions: local.positions.clone() };
    let detail = serde_json::to_string(&places).unwrap_or_default();
    books.note_live(&local.journey, &version, &local.text, detail)?;
    Ok((version, false))
}
