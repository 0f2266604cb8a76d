use url::Url;

use crate::App;
use crate::wire::{Code, Error};

/// Opens a link in the system's program for it: web pages, mail addresses, phone numbers. Everything else
/// (`javascript:`, `file:`, ...) stays where it is.
pub fn open(app: &App, url: &str) -> Result<(), Error> {
    let checked = check(url).ok_or_else(|| {
        Error::new(
            Code::Refused,
            "This link cannot be opened. Only web pages, mail addresses and phone numbers can.",
        )
    })?;
    app.host().open_link(checked.as_str()).map_err(|why| {
        Error::new(Code::Internal, format!("No program on this computer opened the link: {why}."))
    })
}

/// What a mail link may fill in. Everything else goes to the mail program unseen; `attach` would send a file.
/// Source: RFC 6068, section 7.
const MAIL_FIELDS: [&str; 5] = ["to", "cc", "bcc", "subject", "body"];

/// The link in its normal form. Whatever makes a link another one than it looks like is refused: control characters,
/// spaces, letters that are not seen or turn the reading direction, also written as `%0a`.
fn check(url: &str) -> Option<Url> {
    if url.chars().any(|letter| letter.is_control() || letter.is_whitespace() || is_unseen(letter)) {
        return None;
    }
    let url = Url::parse(url).ok()?;
    let whole = match url.scheme() {
        "https" | "http" => url.host().is_some() && url.username().is_empty() && url.password().is_none(),
        "mailto" => is_mail(&url),
        "tel" => is_phone(url.path()) && url.fragment().is_none(),
        _ => false,
    };
    whole.then_some(url)
}

/// Zero width or turning the direction; joiners are left, other languages and emoji write with them.
fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

fn is_mail(url: &Url) -> bool {
    let path = url.path().to_ascii_lowercase();
    let plain = !path.is_empty() && !path.contains("%0") && !path.contains("%1") && !path.contains("%7f");
    let fields = url.query_pairs().all(|(name, value)| {
        let name = name.to_ascii_lowercase();
        // Only a body has lines; in any other field they would begin a header of their own.
        let lines = name == "body" || !value.contains(char::is_control);
        MAIL_FIELDS.contains(&name.as_str()) && lines
    });
    plain && fields
}

/// Digits as people write them. Codes such as `*#06#` do something to the phone instead of calling.
fn is_phone(path: &str) -> bool {
    path.contains(|letter: char| letter.is_ascii_digit())
        && path.chars().all(|letter| letter.is_ascii_digit() || "+-.()".contains(letter))
}
