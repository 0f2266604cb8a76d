use flows::cost::read_csv;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::cards::{File, keep};
use crate::flow::read_bytes;
use crate::wire::{Code, Error, RatesTaken};
use crate::{App, FileKind};

/// Takes in a price list of Meta's that the user chooses. `None` when the dialog was closed.
pub fn import(app: &App) -> Result<Option<RatesTaken>, Error> {
    let Some(path) = app.host().choose_file(FileKind::Table) else { return Ok(None) };
    let source = crate::name_of(&path);
    let bad = |why: String| Error::new(Code::BadFile, format!("{source}: {why}"));
    let bytes = read_bytes(&path)?;
    let now = Timestamp::from_millisecond(app.host().now()).unwrap_or_default();
    let as_of = now.to_zoned(TimeZone::UTC).date();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let file = File { source: source.clone(), as_of, text };
    let read = read_csv(&bytes, &file.origin()).map_err(|why| bad(why.to_string()))?;
    keep(app, file)?;
    Ok(Some(RatesTaken {
        source,
        valid_from: read.card.valid_from.to_string(),
        markets: u32::try_from(read.card.prices.len()).unwrap_or(u32::MAX),
        notes: read.notes.iter().map(ToString::to_string).collect(),
    }))
}
