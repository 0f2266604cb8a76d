//! Where the columns of a rate card are.

use super::CardError;
use super::cells::plain;
use crate::facts::Category;

/// A row of the file.
pub(super) struct Row {
    /// Where it begins, counted from 1.
    pub line: u64,
    pub cells: Vec<String>,
}

impl Row {
    /// A cell without the space around it; nothing where the row ends before.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.trim())
    }
}

/// Where a rate is, with what says which one it is.
pub(super) struct Slot {
    what: What,
    pub from: Option<usize>,
    pub to: Option<usize>,
    pub rate: usize,
}

enum What {
    Fixed(Category),
    Column(usize),
}

impl Slot {
    pub(super) fn category(&self, row: &Row) -> Option<Category> {
        match self.what {
            What::Fixed(category) => Some(category),
            What::Column(column) => match role(row.cell(column)) {
                Some(Role::Of(category)) => Some(category),
                _ => None,
            },
        }
    }

    /// The category as it is written in the row.
    pub(super) fn named<'r>(&self, row: &'r Row) -> &'r str {
        match self.what {
            What::Fixed(category) => category.name(),
            What::Column(column) => row.cell(column),
        }
    }
}

pub(super) struct Layout {
    /// Index of the row that names the columns.
    pub head: usize,
    headings: Vec<String>,
    pub market: usize,
    pub currency: Option<usize>,
    pub slots: Vec<Slot>,
    /// Headings of columns without a meaning.
    pub unused: Vec<String>,
}

impl Layout {
    /// A column's heading on one line, or its number.
    pub(super) fn heading(&self, column: usize) -> String {
        let heading = self.headings.get(column).map_or(String::new(), |heading| one_line(heading));
        if heading.is_empty() { (column + 1).to_string() } else { heading }
    }

    pub(super) fn has_tiers(&self) -> bool {
        self.slots.iter().any(|slot| slot.from.is_some())
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Market,
    Currency,
    Category,
    From,
    To,
    Rate,
    /// Follows from other columns.
    Derived,
    Of(Category),
}

/// Names of columns without spaces and signs, in small letters.
const ROLES: [(Role, &[&str]); 12] = [
    (Role::Market, &["market", "country", "region", "countryregion", "countryorregion"]),
    (Role::Currency, &["currency", "currencycode"]),
    (Role::Category, &["category", "messagetype", "messagecategory", "templatecategory"]),
    (Role::From, &["from", "volumefrom", "tierfrom", "messagesfrom"]),
    (Role::To, &["to", "volumeto", "tierto", "messagesto"]),
    (Role::Rate, &["rate", "listrate", "tierrate", "price", "ratepermessage", "unitrate"]),
    (Role::Derived, &["ratetype", "vslistrate", "discount"]),
    (Role::Of(Category::Marketing), &["marketing"]),
    (Role::Of(Category::Utility), &["utility"]),
    (Role::Of(Category::Authentication), &["authentication"]),
    (
        Role::Of(Category::AuthenticationInternational),
        &["authenticationinternational", "authinternational", "international"],
    ),
    (Role::Of(Category::Service), &["service"]),
];

fn role(heading: &str) -> Option<Role> {
    let heading = plain(heading);
    ROLES.iter().find(|(_, names)| names.contains(&heading.as_str())).map(|(role, _)| *role)
}

/// The rows of a file and where its columns are, by whatever separator gives any.
pub(super) fn find(text: &str) -> Result<(Vec<Row>, Layout), CardError> {
    for separator in [b',', b';', b'\t'] {
        let rows = rows(text, separator)?;
        let roles: Vec<Vec<_>> =
            rows.iter().map(|row| row.cells.iter().map(|cell| role(cell)).collect()).collect();
        // A row that names sections looks like one of categories: tiers are looked for first.
        let tiers = (0..rows.len()).find_map(|head| long(&roles, head).or_else(|| sections(&roles, head)));
        let layout = tiers.or_else(|| (0..rows.len()).find_map(|head| wide(&roles, head)));
        if let Some(columns) = layout {
            let layout = named(columns, &rows, &roles);
            return Ok((rows, layout));
        }
    }
    Err(CardError::NoHeader)
}

fn rows(text: &str, separator: u8) -> Result<Vec<Row>, CardError> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    for record in reader.records() {
        let record = record.map_err(|_| CardError::Broken { line: lines.line })?;
        let start = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let line = lines.of_row(start.unwrap_or_default());
        rows.push(Row { line, cells: record.iter().map(str::to_owned).collect() });
    }
    Ok(rows)
}

/// Counts lines up to a row. The reader's own count is one short after CRLF, and it takes blank lines before a row for
/// part of it.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of_row(&mut self, start: usize) -> u64 {
        while let Some((byte, rest)) = self.bytes.get(self.at..).and_then(<[u8]>::split_first) {
            let ends = *byte == b'\n' || *byte == b'\r' && rest.first() != Some(&b'\n');
            if self.at >= start && !matches!(byte, b'\n' | b'\r') {
                break;
            }
            self.line += u64::from(ends);
            self.at += 1;
        }
        self.line
    }
}

struct Columns {
    head: usize,
    market: usize,
    currency: Option<usize>,
    slots: Vec<Slot>,
}

fn position(roles: &[Option<Role>], role: Role) -> Option<usize> {
    roles.iter().position(|found| *found == Some(role))
}

fn wide(rows: &[Vec<Option<Role>>], head: usize) -> Option<Columns> {
    let roles = rows.get(head)?;
    let market = position(roles, Role::Market)?;
    let slots: Vec<_> = roles
        .iter()
        .enumerate()
        .filter_map(|(rate, role)| match role {
            Some(Role::Of(category)) => {
                Some(Slot { what: What::Fixed(*category), from: None, to: None, rate })
            }
            _ => None,
        })
        .collect();
    let currency = position(roles, Role::Currency);
    (!slots.is_empty()).then_some(Columns { head, market, currency, slots })
}

fn long(rows: &[Vec<Option<Role>>], head: usize) -> Option<Columns> {
    let roles = rows.get(head)?;
    let slot = Slot {
        what: What::Column(position(roles, Role::Category)?),
        from: position(roles, Role::From),
        to: position(roles, Role::To),
        rate: position(roles, Role::Rate)?,
    };
    let market = position(roles, Role::Market)?;
    Some(Columns { head, market, currency: position(roles, Role::Currency), slots: vec![slot] })
}

/// Each `From` begins a section, whose category stands in a row above: the last one not right of it.
fn sections(rows: &[Vec<Option<Role>>], head: usize) -> Option<Columns> {
    let (above, roles) = (rows.get(..head)?, rows.get(head)?);
    position(roles, Role::From)?;
    let categories = |row: &[Option<Role>]| -> Vec<(usize, Category)> {
        let all = row.iter().enumerate();
        all.filter_map(|(column, role)| match role {
            Some(Role::Of(category)) => Some((column, *category)),
            _ => None,
        })
        .collect()
    };
    let named = above.iter().rev().map(|row| categories(row)).find(|row| !row.is_empty())?;
    let froms: Vec<_> = (0..roles.len()).filter(|at| roles.get(*at) == Some(&Some(Role::From))).collect();
    let ends = froms.iter().skip(1).copied().chain([roles.len()]);
    let slots: Vec<_> = froms
        .iter()
        .zip(ends)
        .filter_map(|(from, end)| {
            let category = named.iter().rfind(|(column, _)| column <= from)?.1;
            let section = roles.get(*from..end)?;
            let within = |role| Some(from + position(section, role)?);
            let rate = within(Role::Rate)?;
            Some(Slot { what: What::Fixed(category), from: Some(*from), to: within(Role::To), rate })
        })
        .collect();
    let market = position(roles, Role::Market)
        .or_else(|| above.iter().rev().find_map(|row| position(row, Role::Market)))
        .or_else(|| roles.first().filter(|role| role.is_none()).map(|_| 0))?;
    let currency = position(roles, Role::Currency);
    (!slots.is_empty()).then_some(Columns { head, market, currency, slots })
}

fn named(columns: Columns, rows: &[Row], roles: &[Vec<Option<Role>>]) -> Layout {
    let Columns { head, market, currency, slots } = columns;
    let headings = rows.get(head).map(|row| row.cells.clone()).unwrap_or_default();
    let unused = headings
        .iter()
        .zip(roles.get(head).into_iter().flatten())
        .enumerate()
        .filter(|(column, (heading, role))| role.is_none() && *column != market && !heading.trim().is_empty())
        .map(|(_, (heading, _))| one_line(heading))
        .collect();
    Layout { head, headings, market, currency, slots, unused }
}

fn one_line(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}
