//! Addresses in texts, which phones underline.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// An address in a text.
pub(super) struct Link {
    /// In bytes of the text.
    pub(super) at: Range<usize>,
    /// `http`, `https` or `mailto`.
    pub(super) href: String,
}

/// Web and mail addresses, in order. A web address begins with `http://`, `https://` or `www.`.
pub(super) fn find(text: &str) -> Vec<Link> {
    #[expect(clippy::expect_used, reason = "a constant, tried by every test")]
    static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r#"(?i)\b(?:(?<web>https?://|www\.)[^\s<>"]+|[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})"#,
        )
        .expect("a regular expression")
    });
    if memchr::memchr3(b'/', b'.', b'@', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let found = ADDRESS.captures_iter(text).filter_map(|found| {
        let whole = found.get(0)?;
        let scheme = found.name("web");
        // Signs that end a sentence or a formatting do not belong to the address.
        let address = whole
            .as_str()
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '*', '_', '~']);
        if scheme.is_some_and(|scheme| address.len() <= scheme.as_str().len()) {
            return None;
        }
        let href = match scheme.map(|scheme| scheme.as_str()) {
            None => format!("mailto:{address}"),
            Some(scheme) if scheme.eq_ignore_ascii_case("www.") => format!("https://{address}"),
            Some(_) => address.to_owned(),
        };
        Some(Link { at: whole.start()..whole.start() + address.len(), href })
    });
    found.collect()
}

/// The host of a web address.
pub(super) fn host(href: &str) -> &str {
    let rest = href.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_without_the_signs_around_them() {
        let text = "See (https://a.example/x?y=1), *www.b.example* or ask ana@c.example. 3.50 a.b http:// @x";
        let found: Vec<_> =
            find(text).into_iter().map(|link| (text.get(link.at).unwrap(), link.href)).collect();
        let found: Vec<_> = found.iter().map(|(text, href)| (*text, href.as_str())).collect();
        assert_eq!(
            found,
            [
                ("https://a.example/x?y=1", "https://a.example/x?y=1"),
                ("www.b.example", "https://www.b.example"),
                ("ana@c.example", "mailto:ana@c.example"),
            ]
        );
        assert_eq!((host("https://www.b.example:80/x"), host("mailto:a@b")), ("b.example:80", ""));
    }
}
