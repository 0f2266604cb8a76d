//! Rate cards as CSV: [`read_csv`] says what is read.

mod cells;
mod layout;
mod tiers;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::facts::{self, Category, Confidence, Currency, RateCard};
use layout::{Layout, Row};
use tiers::Found;

/// What is known of a file beside what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its name, or where it is from.
    pub source: String,
    /// The day it was taken in.
    pub as_of: Option<Date>,
    /// The first day it holds for; `None`: the day that its title says.
    pub valid_from: Option<Date>,
}

/// A rate card from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The card.
    pub card: RateCard,
    /// What was not understood and left out, or is unusual.
    pub notes: Vec<Note>,
}

/// Something in a file that is no fault. Displays as one sentence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Note {
    /// A column that no rate is read from.
    #[error("The column \"{column}\" is not used.")]
    UnknownColumn {
        /// Its heading.
        column: String,
    },
    /// A market that is in no table of ours: kept, but no country leads to it.
    #[error("Line {line}: no country of the market \"{market}\" is known.")]
    UnknownMarket {
        /// Where it stands first.
        line: u64,
        /// As it is written.
        market: String,
    },
    /// A currency Meta is not known to bill in: kept.
    #[error("Line {line}: WhatsApp is not known to bill in {currency}.")]
    UnknownCurrency {
        /// Where it stands first.
        line: u64,
        /// The currency.
        currency: Currency,
    },
    /// A row of a category we do not know: left out.
    #[error("Line {line}: rates of \"{category}\" are not used.")]
    UnknownCategory {
        /// Where it stands.
        line: u64,
        /// As it is written.
        category: String,
    },
    /// A row without a rate, such as a footnote: left out.
    #[error("Line {line} has no rate and is not used.")]
    NoRate {
        /// Where it stands.
        line: u64,
    },
}

/// Why a file is no rate card. Displays as sentences: what, where, what to do. Lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// Another encoding.
    #[error("The file is not saved in UTF-8. In the spreadsheet, save it as \"CSV UTF-8\".")]
    NotUtf8,
    /// A row that is no row.
    #[error("Line {line} cannot be read as a row of a table. Download the file again.")]
    Broken {
        /// Where.
        line: u64,
    },
    /// No row with the names of columns.
    #[error(
        "No row names the columns \"Market\" and a category such as \"Marketing\". Use a rate card in CSV from WhatsApp's pricing page."
    )]
    NoHeader,
    /// No rate.
    #[error("The table has no rates below line {line}. Download the file again.")]
    NoRates {
        /// The line that names the columns.
        line: u64,
    },
    /// Nobody says from when the rates hold.
    #[error(
        "The file does not say from when its rates hold. Give the day that WhatsApp's pricing page names."
    )]
    NoDate,
    /// A rate without a market.
    #[error("Line {line} has a rate but no market. Write the market in the column \"{column}\".")]
    NoMarket {
        /// Where.
        line: u64,
        /// The heading of the markets.
        column: String,
    },
    /// A rate without a currency.
    #[error("Line {line} has a rate but no currency such as USD. Write it in a column \"Currency\".")]
    NoCurrency {
        /// Where.
        line: u64,
    },
    /// A rate that is no number.
    #[error(
        "Line {line}, column \"{column}\": \"{text}\" is not a price. Write it as 0.0125, or n/a if there is none."
    )]
    NotAPrice {
        /// Where.
        line: u64,
        /// The column's heading.
        column: String,
        /// What stands there.
        text: String,
    },
    /// A rate whose comma may stand for two things.
    #[error(
        "Line {line}, column \"{column}\": the comma of \"{text}\" may part thousands or decimals. Write decimals with a point."
    )]
    Ambiguous {
        /// Where.
        line: u64,
        /// The column's heading.
        column: String,
        /// What stands there.
        text: String,
    },
    /// A bound of a tier that is no whole number.
    #[error("Line {line}, column \"{column}\": \"{text}\" is not a number of messages. Write it as 250,000.")]
    NotACount {
        /// Where.
        line: u64,
        /// The column's heading.
        column: String,
        /// What stands there.
        text: String,
    },
    /// Tiers that leave a gap or lie over each other.
    #[error(
        "Line {line}: the tier of {category} in \"{market}\" does not begin at message {expected}, where the one before ends. Mend its From and To."
    )]
    Tiers {
        /// Where.
        line: u64,
        /// The market.
        market: String,
        /// The category.
        category: Category,
        /// Where it should begin.
        expected: u64,
    },
    /// A tier whose last message comes before its first.
    #[error(
        "Line {line}: the tier of {category} in \"{market}\" ends before it begins. Mend its From and To."
    )]
    Backwards {
        /// Where.
        line: u64,
        /// The market.
        market: String,
        /// The category.
        category: Category,
    },
    /// Two different rates for the same.
    #[error("Line {line}: there is another rate of {category} in \"{market}\" above. Delete one of them.")]
    TwoRates {
        /// The second one's.
        line: u64,
        /// The market.
        market: String,
        /// The category.
        category: Category,
    },
}

/// Reads a rate card. What is not understood is left out and noted; what is understood but wrong is an error.
///
/// Meta publishes two files a currency on its pricing page, and no description of them. What is assumed, from public
/// programs that read them:
///
/// - **List rates**: a title ("Cost per message in USD on the WhatsApp Business Platform, effective October 1, 2026"),
///   maybe notes, then the columns `Market`, `Currency`, `Marketing`, `Utility`, `Authentication`,
///   `Authentication-International` (with a line break in the cell) and `Service`. The currency is written `USD` or
///   `$US`; `n/a` where there is no rate.
/// - **Volume tiers**: titles, a row that names the sections `Utility`, `Authentication`,
///   `Authentication-International`, then for each section the columns `From`, `To`, `Rate type`, `Rate`,
///   `vs. List rate`, after `Market` (which may be unnamed) and `Currency`. A market stands in its first row only;
///   counts are written `250,001`, the last `To` is `--`.
/// - **One rate a row**: `Market`, `Currency`, `Category` (or `Message type`), `From`, `To`, `Rate` (or `List rate`).
///   [`write_csv`] writes this one.
///
/// Columns are found by their names, whatever their order, letters' size, spaces and hyphens; cells may be separated
/// by commas, semicolons or tabs, and have a decimal comma where it cannot be one for thousands.
pub fn read_csv(file: &[u8], origin: &Origin) -> Result<Imported, CardError> {
    let text = std::str::from_utf8(file).map_err(|_| CardError::NotUtf8)?.trim_start_matches('\u{feff}');
    let (rows, layout) = layout::find(text)?;
    let (above, below) = rows.split_at_checked(layout.head).unwrap_or_default();
    let title: String = above.iter().map(|row| row.cells.join(",")).collect::<Vec<_>>().join("\n");
    let valid_from = origin.valid_from.or_else(|| cells::date(&title)).ok_or(CardError::NoDate)?;
    let mut notes = Notes::default();
    for column in &layout.unused {
        notes.all.push(Note::UnknownColumn { column: column.clone() });
    }
    let found =
        read_rows(below.get(1..).unwrap_or_default(), &layout, cells::currency_in(&title), &mut notes)?;
    if found.is_empty() {
        return Err(CardError::NoRates { line: below.first().map_or(1, |row| row.line) });
    }
    let card = RateCard {
        valid_from,
        as_of: origin.as_of,
        source: origin.source.clone(),
        confidence: Confidence::Official,
        illustrative: false,
        prices: tiers::prices(found)?,
    };
    Ok(Imported { card, notes: notes.all })
}

#[derive(Default)]
struct Notes {
    all: Vec<Note>,
    seen: BTreeSet<String>,
}

impl Notes {
    fn once(&mut self, name: &str, note: Note) {
        if self.seen.insert(name.to_owned()) {
            self.all.push(note);
        }
    }
}

fn read_rows(
    rows: &[Row],
    layout: &Layout,
    of_title: Option<Currency>,
    notes: &mut Notes,
) -> Result<Vec<Found>, CardError> {
    let mut found = Vec::new();
    let mut last = "";
    for row in rows {
        let line = row.line;
        let written = row.cell(layout.market);
        let rates = layout.slots.iter().filter(|slot| !cells::is_absent(row.cell(slot.rate)));
        let rates: Vec<_> = rates.collect();
        if !written.is_empty() {
            last = written;
        }
        if rates.is_empty() {
            let meant = layout.slots.iter().any(|slot| !row.cell(slot.rate).is_empty());
            if !meant && row.cells.iter().any(|cell| !cell.trim().is_empty()) {
                notes.all.push(Note::NoRate { line });
            }
            continue;
        }
        // Below its first row, a market with tiers is not written again.
        let written = if layout.has_tiers() { last } else { written };
        if written.is_empty() {
            return Err(CardError::NoMarket { line, column: layout.heading(layout.market) });
        }
        let market = facts::market_named(written).unwrap_or_else(|| {
            notes.once(written, Note::UnknownMarket { line, market: written.to_owned() });
            written
        });
        let currency = layout.currency.and_then(|column| cells::currency(row.cell(column))).or(of_title);
        let currency = currency.ok_or(CardError::NoCurrency { line })?;
        if !facts::pricing().currencies.contains(&currency) {
            notes.once(&currency.to_string(), Note::UnknownCurrency { line, currency });
        }
        for slot in rates {
            let Some(category) = slot.category(row) else {
                let category = slot.named(row).to_owned();
                notes.all.push(Note::UnknownCategory { line, category });
                continue;
            };
            let count = |column: Option<usize>| match column {
                Some(column) => cells::count(row.cell(column)).map_err(|_| CardError::NotACount {
                    line,
                    column: layout.heading(column),
                    text: row.cell(column).to_owned(),
                }),
                None => Ok(None),
            };
            let (from, to) = (count(slot.from)?, count(slot.to)?);
            let rate = cells::rate(row.cell(slot.rate)).map_err(|bad| {
                let (column, text) = (layout.heading(slot.rate), row.cell(slot.rate).to_owned());
                match bad {
                    cells::BadRate::NotAPrice => CardError::NotAPrice { line, column, text },
                    cells::BadRate::Ambiguous => CardError::Ambiguous { line, column, text },
                }
            })?;
            found.push(Found { line, market: market.to_owned(), category, currency, from, to, rate });
        }
    }
    Ok(found)
}

/// A rate card as CSV, one rate a row, with a title that says from when it holds: [`read_csv`] gives the same prices
/// back. Begins with a byte order mark, without which some spreadsheets take it for another encoding.
pub fn write_csv(card: &RateCard) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing to memory does not fail.
    let _ = out.write_record([format!("Cost per message, effective {}", card.valid_from)]);
    let _ = out.write_record(["Market", "Currency", "Category", "From", "To", "Rate"]);
    for (market, prices) in &card.prices {
        for (category, price) in prices {
            let mut from = 1;
            for tier in &price.tiers {
                let to = tier.to.map_or_else(|| "--".to_owned(), |to| to.to_string());
                let _ = out.write_record([
                    market,
                    &price.currency.to_string(),
                    category.name(),
                    &from.to_string(),
                    &to,
                    &tier.rate.to_string(),
                ]);
                from = tier.to.map_or(from, |to| to.saturating_add(1));
            }
        }
    }
    out.into_inner().unwrap_or_default()
}

/// Two cards that do not hold from the same day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "The list rates hold from {list} on, the volume tiers from {tiers} on. Use two files that hold from the same day."
)]
pub struct OtherDay {
    /// First day of the list rates.
    pub list: Date,
    /// First day of the tiers.
    pub tiers: Date,
}

/// Meta's two files as one card: prices with tiers take the place of list rates.
pub fn with_tiers(mut list: RateCard, tiers: RateCard) -> Result<RateCard, OtherDay> {
    if list.valid_from != tiers.valid_from {
        return Err(OtherDay { list: list.valid_from, tiers: tiers.valid_from });
    }
    for (market, prices) in tiers.prices {
        list.prices.entry(market).or_default().extend(prices);
    }
    Ok(list)
}
