//! Translations as a table for a translator: CSV with the columns where, original, translation.

use std::collections::BTreeSet;

use super::texts::{Role, TextPlace, texts};
use super::{taken, words};
use crate::diff::words as plain;
use crate::edit::{Edit, Notes};
use crate::flow::Flow;
use crate::json::Tree;

const COLUMNS: [&str; 3] = ["where", "original", "translation"];

/// Why a table cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Another encoding, as spreadsheets use that save for one country.
    #[error("is not saved in UTF-8. In the spreadsheet, save it as \"CSV UTF-8\".")]
    NotUtf8,
    /// Not the columns that were written.
    #[error("has no columns \"original\" and \"translation\". Write a table from here first and fill it in.")]
    NoColumns,
    /// A row that is no row.
    #[error("cannot be read as a table: line {0} is broken.")]
    Broken(u64),
}

/// What a table gives.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The step that takes the words in.
    pub edit: Edit,
    /// Rows with a translation that is new.
    pub words: u32,
    /// Originals that do not stand in the Flow.
    pub unknown: Vec<String>,
}

/// The table of a language. Begins with a byte order mark, without which some spreadsheets take it for another
/// encoding.
pub fn to_table(tree: &Tree, notes: &Notes, tag: &str) -> Vec<u8> {
    let known = words(notes, tag);
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail.
    let _ = out.write_record(COLUMNS);
    for text in texts(tree) {
        let place = text.places.first().map(|place| place_of(tree, place)).unwrap_or_default();
        let said = known.get(&text.original).copied().unwrap_or_default();
        let _ = out.write_record([place.as_str(), &text.original, said]);
    }
    out.into_inner().unwrap_or_default()
}

/// Reads a filled table. Empty cells change nothing.
pub fn from_table(tree: &Tree, notes: &Notes, tag: &str, table: &[u8]) -> Result<Taken, TableError> {
    let table = std::str::from_utf8(table).map_err(|_| TableError::NotUtf8)?.trim_start_matches('\u{feff}');
    // Spreadsheets separate by what the country's numbers leave free.
    let head = table.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|by| head.bytes().filter(|b| b == by).count());
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b','))
        .flexible(true)
        .from_reader(table.as_bytes());
    let broken = |error: &csv::Error| TableError::Broken(error.position().map_or(0, csv::Position::line));
    let head = rows.headers().map_err(|error| broken(&error))?.clone();
    let column = |name: &str| head.iter().position(|column| column.trim().eq_ignore_ascii_case(name));
    let (Some(original), Some(translation)) = (column("original"), column("translation")) else {
        return Err(TableError::NoColumns);
    };
    let here: BTreeSet<String> = texts(tree).into_iter().map(|text| text.original).collect();
    let known = words(notes, tag);
    let (mut new, mut unknown) = (Vec::new(), Vec::new());
    for row in rows.records() {
        let row = row.map_err(|error| broken(&error))?;
        let (Some(original), Some(said)) = (row.get(original), row.get(translation)) else { continue };
        if said.trim().is_empty() {
            continue;
        }
        // A spreadsheet may have changed the ends of lines in a cell.
        let original = original.replace("\r\n", "\n");
        let said = said.replace("\r\n", "\n");
        if !here.contains(&original) {
            unknown.push(original);
        } else if known.get(&original) != Some(&said.as_str()) {
            new.push((original, said));
        }
    }
    let count = u32::try_from(new.len()).unwrap_or(u32::MAX);
    Ok(Taken { edit: taken(format!("take in a table ({tag})"), tag, new), words: count, unknown })
}

/// Where a text stands, in plain words.
fn place_of(tree: &Tree, place: &TextPlace) -> String {
    let flow = Flow::of(tree);
    let keys = flow.keys();
    let screen =
        keys.iter().zip(&flow.screens).find(|(key, _)| **key == place.screen).map(|(_, screen)| screen);
    let title = screen.and_then(|screen| screen.node.get("title")?.as_str()).unwrap_or_default();
    let what = match (place.role, &place.component) {
        (Role::Title, _) => "title of the screen".to_owned(),
        (Role::Example, _) => format!("example of {}", place.property),
        (Role::Sent, _) => format!("{}, shown elsewhere", place.property),
        (Role::Part, component) => {
            let kind = plain::kind(component.as_deref().unwrap_or_default()).to_owned();
            format!("{kind}, {}", plain::property(&place.property))
        }
    };
    format!("{title}: {what}")
}
