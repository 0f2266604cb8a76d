//! Texts made to be too much: the tests see that each is answered, the benchmark how fast.
#![allow(dead_code, reason = "the benchmark does not ask how it ends")]

use flows::json::SyntaxErrorKind;

/// A text and how reading it ends.
pub(crate) struct Bomb {
    pub(crate) name: &'static str,
    pub(crate) text: String,
    /// `None`: it is JSON, and the checks have something to say.
    pub(crate) refused: Option<SyntaxErrorKind>,
}

/// A number as a short name.
pub(crate) fn key(mut number: u32) -> String {
    let mut key = String::new();
    loop {
        key.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
        if number == 0 {
            return key;
        }
    }
}

pub(crate) fn all() -> Vec<Bomb> {
    const DEEP: usize = 100_000;
    const MANY: u32 = 1_000_000;
    let bomb = |name, text, refused| Bomb { name, text, refused };
    let keys = |key: &dyn Fn(u32) -> String| {
        let members: Vec<String> = (0..MANY).map(|number| format!("\"{}\":1", key(number))).collect();
        format!("{{{}}}", members.join(","))
    };
    vec![
        bomb(
            "100,000 arrays in each other",
            format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
            Some(SyntaxErrorKind::TooDeep),
        ),
        bomb(
            "100,000 objects in each other",
            format!("{}1{}", "{\"a\":".repeat(DEEP), "}".repeat(DEEP)),
            Some(SyntaxErrorKind::TooDeep),
        ),
        bomb(
            "a string of 50 MB",
            format!("{{\"version\":\"{}\"}}", "a".repeat(50_000_000)),
            Some(SyntaxErrorKind::TooLarge),
        ),
        bomb(
            "a string just below Meta's 10 MB",
            format!("{{\"version\":\"{}\"}}", "a".repeat(10_400_000)),
            None,
        ),
        bomb("1,000,000 keys", keys(&key), None),
        bomb("1,000,000 keys in a component", in_a_component(&keys(&key)), None),
        bomb("1,000,000 times the same key", keys(&|_| "version".chars().take(2).collect()), None),
        bomb(
            "the same keys twice",
            r#"{"version":"7.3","version":"7.3","screens":[],"screens":[]}"#.to_owned(),
            None,
        ),
        bomb("lone surrogates", r#"{"version":"\ud83d","screens":["\udc00\ud800"]}"#.to_owned(), None),
        bomb("a byte order mark", "\u{feff}{\"version\":\"7.3\"}".to_owned(), None),
        bomb(
            "a byte order mark inside",
            "{\"version\":\u{feff}\"7.3\"}".to_owned(),
            Some(SyntaxErrorKind::UnexpectedToken),
        ),
        bomb("a zero byte", "{\"version\":\0\"7.3\"}".to_owned(), Some(SyntaxErrorKind::UnexpectedToken)),
        bomb(
            "a zero byte in a string",
            "{\"version\":\"7\0.3\"}".to_owned(),
            Some(SyntaxErrorKind::ControlCharacter),
        ),
        bomb("an expression of 1,000,000 terms", expression(), None),
    ]
}

fn expression() -> String {
    in_a_component(&format!("{{\"text\":\"`{}1`\"}}", "1+".repeat(1_000_000)))
}

/// The members of an object, as those of a component.
fn in_a_component(object: &str) -> String {
    let members = object.strip_prefix('{').unwrap_or_default();
    format!(
        r#"{{"version":"7.3","screens":[{{"id":"A","title":"T","terminal":true,"layout":{{"type":"SingleColumnLayout","children":[{{"type":"TextBody",{members},{{"type":"Footer","label":"x","on-click-action":{{"name":"complete","payload":{{}}}}}}]}}}}]}}"#
    )
}
