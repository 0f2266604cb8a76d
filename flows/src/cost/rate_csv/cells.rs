//! What stands in a cell.

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;

use crate::facts::{self, Currency, Micros};

/// Small letters and digits alone.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a cell says that there is nothing.
pub(super) fn is_absent(cell: &str) -> bool {
    let cell = cell.trim();
    cell.chars().all(|letter| matches!(letter, '-' | '–' | '—'))
        || matches!(plain(cell).as_str(), "na" | "none")
}

pub(super) enum BadRate {
    NotAPrice,
    Ambiguous,
}

/// What a message costs. Not for cells that say that there is nothing.
pub(super) fn rate(cell: &str) -> Result<Micros, BadRate> {
    const SIGNS: [&str; 6] = ["US$", "$US", "R$", "$", "€", "£"];
    let cell = cell.trim();
    let cell = SIGNS.iter().find_map(|sign| cell.strip_prefix(sign)).unwrap_or(cell).trim();
    let (points, commas) = (cell.matches('.').count(), cell.matches(',').count());
    let number = match (points, commas) {
        (_, 0) if points <= 1 => cell.to_owned(),
        (0, 1) => {
            let (units, rest) = cell.split_once(',').unwrap_or((cell, ""));
            if rest.len() == 3 && units != "0" {
                return Err(BadRate::Ambiguous);
            }
            format!("{units}.{rest}")
        }
        (0 | 1, _) if cell.rfind('.') > cell.rfind(',') || points == 0 => grouped(cell, '.')?,
        (_, 0 | 1) => grouped(cell, ',')?,
        _ => return Err(BadRate::NotAPrice),
    };
    let number = if number.starts_with('.') { format!("0{number}") } else { number };
    number.parse().map_err(|_| BadRate::NotAPrice)
}

/// A number whose thousands are parted, with a point for its decimals.
fn grouped(cell: &str, decimal: char) -> Result<String, BadRate> {
    let (units, rest) = cell.split_once(decimal).unwrap_or((cell, "0"));
    let units = whole(units).ok_or(BadRate::NotAPrice)?;
    Ok(format!("{units}.{rest}"))
}

pub(super) struct NotACount;

/// A bound of a tier; `None` where it is open.
pub(super) fn count(cell: &str) -> Result<Option<u64>, NotACount> {
    let open = is_absent(cell) || matches!(plain(cell).as_str(), "unlimited" | "andabove" | "above");
    if open || cell.trim() == "∞" { Ok(None) } else { whole(cell).map(Some).ok_or(NotACount) }
}

/// A whole number, thousands parted or not, as India parts them too: `250000`, `250,000`, `2,50,000`.
fn whole(cell: &str) -> Option<u64> {
    let parts = |letter: char| matches!(letter, ',' | '.' | '\'' | '’') || letter.is_whitespace();
    let groups: Vec<_> = cell.trim().split(parts).collect();
    let fits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (last, before) = groups.split_last()?;
    let grouped = before.is_empty() || last.len() == 3 && before.iter().all(|group| group.len() <= 3);
    (grouped && groups.iter().all(|group| fits(group))).then(|| groups.concat().parse().ok())?
}

/// A currency; Meta also writes `$US`.
pub(super) fn currency(cell: &str) -> Option<Currency> {
    let cell = cell.trim();
    if matches!(cell, "$US" | "US$") { "USD".parse().ok() } else { cell.to_uppercase().parse().ok() }
}

/// The first currency Meta bills in that a title names.
pub(super) fn currency_in(title: &str) -> Option<Currency> {
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    words.filter_map(|word| word.parse().ok()).find(|currency| facts::pricing().currencies.contains(currency))
}

/// The day behind the first "effective" that has one.
pub(super) fn date(title: &str) -> Option<Date> {
    const FORMS: [&str; 5] = ["%Y-%m-%d", "%B %d, %Y", "%B %d %Y", "%d %B %Y", "%b %d, %Y"];
    let lower = title.to_ascii_lowercase();
    lower.match_indices("effective").find_map(|(at, word)| {
        let rest = lower.get(at + word.len()..)?.trim_start_matches([' ', ':', ',']);
        let rest = ["as of ", "from ", "on "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        FORMS.iter().find_map(|form| BrokenDownTime::parse_prefix(form, rest).ok()?.0.to_date().ok())
    })
}
