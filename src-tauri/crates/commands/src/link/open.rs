use url::Url;

use crate::App;
use crate::wire::{Code, Error};

/// What may leave the app. Everything else (`javascript:`, `file:`, ...) stays where it is.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];

/// Opens a link in the system's program for it.
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

/// The link in its normal form. A control character or a space anywhere makes it another link than it looks like.
fn check(url: &str) -> Option<Url> {
    if url.chars().any(|letter| letter.is_control() || letter.is_whitespace()) {
        return None;
    }
    let url = Url::parse(url).ok()?;
    let web = matches!(url.scheme(), "http" | "https");
    let plain = url.username().is_empty() && url.password().is_none();
    let whole = if web { url.host().is_some() && plain } else { !url.path().is_empty() };
    (SCHEMES.contains(&url.scheme()) && whole).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn only_web_mail_and_phone_links_leave_the_app() {
        let good = [
            ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
            ("http://example.com", "http://example.com/"),
            ("HTTPS://Example.COM/A", "https://example.com/A"),
            ("https://wa.me/15550100", "https://wa.me/15550100"),
            ("https://bücher.example/", "https://xn--bcher-kva.example/"),
            ("mailto:salon@example.com", "mailto:salon@example.com"),
            ("tel:+15550100", "tel:+15550100"),
        ];
        for (link, opened) in good {
            assert_eq!(check(link).map(String::from).as_deref(), Some(opened), "{link}");
        }
        let bad = [
            "",
            " ",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\nscript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "javascript&colon;alert(1)",
            "&#106;avascript:alert(1)",
            "javascript://example.com/%0aalert(1)",
            "vbscript:msgbox(1)",
            "data:text/html,<script>1</script>",
            "data:text/html;base64,PHN2Zz4=",
            "file:///etc/passwd",
            "file://server/share/x.exe",
            "FILE:///C:/x",
            "\\\\server\\share\\x.exe",
            "C:\\Windows\\x.exe",
            "/etc/passwd",
            "//example.com/x",
            "example.com",
            "www.example.com",
            "ftp://example.com",
            "ssh://example.com",
            "smb://example.com/x",
            "ms-settings:x",
            "ms-msdt:/id x",
            "search-ms:query=x",
            "ldap://example.com",
            "blob:https://example.com/1",
            "about:blank",
            "chrome://settings",
            "tauri://localhost",
            "ipc://localhost/flow_edit",
            "asset://localhost/x",
            "view-source:https://example.com",
            "intent://x#Intent;end",
            "jar:https://example.com!/x",
            "ws://example.com",
            "https://",
            "https:///",
            "http://",
            "mailto:",
            "tel:",
            "https://example.com/\nx",
            "https://exa mple.com",
            "https://example.com\u{0}",
            "https://example.com\u{2028}x",
            "https://user:pass@example.com/",
            "https://example.com@evil.example/",
            "whatsapp\u{200b}\u{0}:x",
            "steam://run/1",
            "slack://open",
        ];
        assert!(bad.len() >= 50);
        for link in bad {
            assert_eq!(check(link), None, "{link}");
        }
    }
}
