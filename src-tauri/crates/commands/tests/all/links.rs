//! Links: what the app opens and what it does not.

use commands::link;
use commands::wire::Code;

use crate::support::fresh;

#[test]
fn web_mail_and_phone_links_are_opened_in_their_normal_form() {
    let (_folder, started) = fresh();
    for (link, opened) in [
        ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
        ("http://example.com", "http://example.com/"),
        ("HTTPS://Example.COM/A", "https://example.com/A"),
        ("https://wa.me/15550100", "https://wa.me/15550100"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        // A look-alike opens as what it is.
        ("https://\u{430}pple.example/", "https://xn--pple-43d.example/"),
        ("https://example.com\u{2215}login.example/", "https://example.xn--comlogin-0f7d.example/"),
        ("https://@other.example/", "https://other.example/"),
        ("https://example.com\\@other.example/", "https://example.com/@other.example/"),
        ("https://example.com/\u{645}\u{200c}\u{646}", "https://example.com/%D9%85%E2%80%8C%D9%86"),
        ("mailto:salon@example.com", "mailto:salon@example.com"),
        (
            "mailto:salon@example.com?subject=Hi&body=a%0D%0Ab",
            "mailto:salon@example.com?subject=Hi&body=a%0D%0Ab",
        ),
        ("tel:+15550100", "tel:+15550100"),
        ("tel:(555)01-00", "tel:(555)01-00"),
    ] {
        link::open(&started.app, link).unwrap_or_else(|error| panic!("{link}: {error:?}"));
        assert_eq!(started.desk.links.lock().unwrap().pop().as_deref(), Some(opened), "{link}");
    }
}

/// Links to programs, files and code, and links that look like another one.
const TRICKS: &[&str] = &[
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
    "ｊavascript:alert(1)",
    "јavascript:alert(1)",
    "javascript\u{200b}:alert(1)",
    "javascript\u{3a}alert(1)",
    "javascript%3aalert(1)",
    "j&#x61;vascript:alert(1)",
    "&Tab;javascript:alert(1)",
    "\u{feff}https://example.com",
    "\u{200e}https://example.com",
    "ｈttps://example.com",
    "https：//example.com",
    "https://example.com/\u{202e}fdp.exe",
    "https://exam\u{2066}ple.com/",
    "https://example.com/\u{e0041}",
    "https://example.com%00.evil.example/",
    "https://example.com%0a.evil.example/",
    "https://[::1",
    "http://999.999.999.999/",
    "mailto:?attach=/etc/passwd",
    "mailto:salon@example.com?attach=/etc/passwd",
    "mailto:salon@example.com?ATTACHMENT=/etc/passwd",
    "mailto:salon@example.com?subject=x&in-reply-to=y",
    "mailto:salon@example.com%0d%0abcc:x@example.com",
    "mailto:salon@example.com?subject=x%0d%0abcc:x@example.com",
    "tel:*%2306%23",
    "tel:*#06#",
    "tel:**21*5550100%23",
    "tel:+15550100;phone-context=evil.example",
    "tel:call-me",
    "tel://example.com/15550100",
    "sms:+15550100",
    "facetime:+15550100",
    "whatsapp://send?phone=15550100",
    "data:,x",
    "DATA:text/html,x",
    "dAtA&colon;text/html,x",
    "vbs\u{0}cript:x",
    "mhtml:https://example.com!x",
    "res://x",
    "feed:https://example.com",
    "shell:startup",
    "cmd:/c",
];

#[test]
fn nothing_else_is_opened_whatever_it_is_dressed_as() {
    let (_folder, started) = fresh();
    assert!(TRICKS.len() >= 90);
    for link in TRICKS {
        let refused = link::open(&started.app, link).expect_err(link);
        assert_eq!(refused.code, Code::Refused, "{link}");
    }
    assert!(started.desk.links.lock().unwrap().is_empty());
}
