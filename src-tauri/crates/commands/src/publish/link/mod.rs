//! Links that begin a journey, and their QR codes.
//!
//! A code has no name at Meta: it is found by its id in the books, else by its text among those that no other link has.
//! So a creation whose answer was lost is found again and not made twice, also when the text or the step changed since,
//! and a code keeps its address when its text changes.

mod bring;
mod decide;
mod look;

pub(super) use bring::Bringer;
pub(super) use decide::{decide, gone};
pub(super) use look::Look;

use flows::journey::Journey;
use store::Intent;

use super::books::{Books, Step};
use crate::wire::Error;

/// A link as it stands when the plan is made.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LocalLink {
    /// The journey's id, `#` and the id of the step.
    pub(super) document: String,
    /// What people call it.
    pub(super) name: String,
    /// What it writes for the person.
    pub(super) text: String,
    /// Whether there is a code of it.
    pub(super) has_code: bool,
}

/// A code that the journey does not have any more.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GoneLink {
    /// As [`LocalLink::document`].
    pub(super) document: String,
    /// Its id at Meta.
    pub(super) code: String,
    /// What it writes.
    pub(super) text: String,
}

impl GoneLink {
    /// The journey that has it no more.
    pub(super) fn journey(&self) -> &str {
        self.document.split('#').next().unwrap_or_default()
    }

    /// What its row goes by: the link may be there without a code and have a row of its own.
    fn row(&self) -> String {
        format!("{}#gone", self.document)
    }
}

impl LocalLink {
    /// The links of a journey.
    pub(super) fn of(journey: &str, model: &Journey) -> Vec<Self> {
        let links = model.links().map(|(node, link)| Self {
            document: key(journey, &node.id.0),
            name: if node.title.trim().is_empty() { link.text.clone() } else { node.title.clone() },
            text: link.text.clone(),
            has_code: link.qr,
        });
        links.collect()
    }
}

/// What a link goes by in the books.
pub(crate) fn key(journey: &str, step: &str) -> String {
    format!("{journey}#{step}")
}

/// Codes that were made for a journey and that no link of it has.
pub(super) fn left_over(
    books: &Books<'_>,
    journey: &str,
    links: &[LocalLink],
) -> Result<Vec<GoneLink>, Error> {
    let all = books.app.store(|workspace| workspace.all_live())?;
    let left = all
        .into_iter()
        .filter(|live| live.account == books.account && is_left(&live.document, journey, links));
    left.map(|live| {
        let text = books.live(&live.document)?.and_then(|live| live.text).unwrap_or_default();
        Ok(GoneLink { document: live.document, code: live.remote_id, text })
    })
    .collect()
}

/// Makings of codes that are in doubt, of a journey that has no link for them.
pub(super) fn left_in_doubt(
    books: &Books<'_>,
    journey: &str,
    links: &[LocalLink],
) -> Result<Vec<Intent>, Error> {
    let mut open = books.app.store(|workspace| workspace.open_intents(books.account))?;
    open.retain(|intent| intent.step == Step::MakeCode.as_str() && is_left(&intent.document, journey, links));
    Ok(open)
}

/// Whether something is of a journey and of no link of it that has a code.
fn is_left(document: &str, journey: &str, links: &[LocalLink]) -> bool {
    let is_here = links.iter().any(|link| link.has_code && link.document == document);
    document.starts_with(&key(journey, "")) && !is_here
}

/// The address that opens a chat with a phone number, as people write it, and this text in it.
pub(crate) fn address(number: &str, text: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return None;
    }
    // The way of URLs, not of forms: a space is `%20`, which every phone reads.
    let mut url = outbound::Url::parse("https://wa.me").ok()?;
    url.set_path(digits);
    url.query_pairs_mut().append_pair("text", text);
    Some(url.as_str().replace('+', "%20"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_has_the_digits_and_the_text() {
        let cases = [
            (
                "+1 555-010-0199",
                "Hello, I would like to book",
                "https://wa.me/15550100199?text=Hello%2C%20I%20would%20like%20to%20book",
            ),
            (
                "0044 20 7946 0000",
                "1 + 1 = 2 & più?",
                "https://wa.me/442079460000?text=1%20%2B%201%20%3D%202%20%26%20pi%C3%B9%3F",
            ),
        ];
        for (number, text, wanted) in cases {
            assert_eq!(address(number, text).as_deref(), Some(wanted));
        }
        assert_eq!(address("unknown", "Hello"), None);
    }
}
