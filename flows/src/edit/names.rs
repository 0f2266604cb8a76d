//! New ids and names, and what a part or a step is called.

use std::collections::BTreeSet;

use super::view::{ScreenNode, text_of};
use crate::json::Node;

/// Whether Meta accepts this as the id of a screen (7.0 and later: letters and underscores, not only
/// underscores; `SUCCESS` is reserved in any casing).
pub(super) fn is_screen_id(id: &str) -> bool {
    let plain = id.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
    plain && id.bytes().any(|b| b.is_ascii_alphabetic()) && !id.eq_ignore_ascii_case("success")
}

/// Whether a binding can write this name.
pub(super) fn is_field_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
}

/// Whether a binding can write this name of a value that a screen is given: Meta takes no `-` there.
pub(super) fn is_data_name(name: &str) -> bool {
    is_field_name(name) && !name.contains('-')
}

/// A free id for a screen of this title: `Ask size` gives `ASK_SIZE`, then `ASK_SIZE_B`, `ASK_SIZE_C` ...
pub(super) fn screen_id(title: &str, taken: &BTreeSet<String>) -> String {
    let mut id = String::new();
    for c in title.chars().flat_map(plain_letters) {
        if c.is_ascii_alphabetic() {
            id.push(c.to_ascii_uppercase());
        } else if !id.is_empty() && !id.ends_with('_') {
            id.push('_');
        }
        if id.len() >= 40 {
            break;
        }
    }
    let id = id.trim_end_matches('_');
    let base = match id {
        "" => "SCREEN",
        "SUCCESS" => "SUCCESS_SCREEN",
        id => id,
    };
    free_id(base, taken)
}

/// A free id that starts like this one.
pub(super) fn free_id(base: &str, taken: &BTreeSet<String>) -> String {
    if is_screen_id(base) && !taken.contains(base) {
        return base.to_owned();
    }
    let base = if is_screen_id(base) { base } else { "SCREEN" };
    let numbered = (1_u32..).map(|n| format!("{base}_{}", letters(n)));
    std::iter::once(base.to_owned()).chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default()
}

/// 1 is B, 25 is Z, then AA, AB ...: ids have no digits.
fn letters(n: u32) -> String {
    let mut n = n;
    let mut out = Vec::new();
    loop {
        out.push(char::from(b'A' + u8::try_from(n % 26).unwrap_or(0)));
        n /= 26;
        if n == 0 {
            break;
        }
        n -= 1;
    }
    out.iter().rev().collect()
}

/// Latin letters with marks as the letter below the mark.
fn plain_letters(c: char) -> std::str::Chars<'static> {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "A",
        'Ç' | 'ç' | 'Ć'..='č' => "C",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "E",
        'Ì'..='Ï' | 'ì'..='ï' => "I",
        'Ñ' | 'ñ' | 'Ń' | 'ń' => "N",
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' => "O",
        'Ù'..='Ü' | 'ù'..='ü' => "U",
        'Ś' | 'ś' | 'Š' | 'š' => "S",
        'ß' => "SS",
        'Ž' | 'ž' | 'Ż' | 'ż' | 'Ź' | 'ź' => "Z",
        'Ł' | 'ł' => "L",
        c if c.is_ascii_alphabetic() => return ascii(c),
        _ => " ",
    }
    .chars()
}

fn ascii(c: char) -> std::str::Chars<'static> {
    const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let at = LETTERS.find(c.to_ascii_uppercase()).unwrap_or(0);
    LETTERS.get(at..=at).unwrap_or(" ").chars()
}

/// A free id for a step of this title: `Ask size` gives `ask_size`, then `ask_size_2` ... A title without Latin letters gives
/// the fallback.
pub(super) fn free_step_id(title: &str, fallback: &str, taken: &BTreeSet<String>) -> String {
    let plain = crate::template::name_of(title);
    let base: String = plain.chars().take(40).collect();
    let base = base.trim_matches('_');
    field_name(if base.is_empty() { fallback } else { base }, taken)
}

/// A free name for an answer: `size`, then `size_2`, `size_3` ...
pub(super) fn field_name(base: &str, taken: &BTreeSet<String>) -> String {
    let numbered = (2_u32..).map(|n| format!("{base}_{n}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or_default()
}

/// What people call a part: its words, else its name, else its type.
pub(super) fn of_part(node: Node<'_>) -> String {
    let words = ["label", "text", "title", "condition", "name", "id", "type"];
    let content = node.get("main-content").map(|content| text_of(content, "title")).unwrap_or_default();
    let first = std::iter::once(content).chain(words.iter().map(|key| text_of(node, key)));
    first.map(|text| short(&text)).find(|text| !text.is_empty()).unwrap_or_else(|| "part".to_owned())
}

/// What people call a screen: its title, else its id.
pub(super) fn of_screen(screen: ScreenNode<'_>) -> String {
    let title = short(&screen.title());
    if title.is_empty() { short(&screen.id()) } else { title }
}

/// One line of at most 32 characters.
pub(super) fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().nth(32).is_none() {
        return line;
    }
    let cut: String = line.chars().take(31).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, taken: &[&str], expect: &str) {
        let taken = taken.iter().map(|id| (*id).to_owned()).collect();
        assert_eq!(screen_id(title, &taken), expect, "{title}");
        assert!(is_screen_id(expect));
    }

    #[test]
    fn ids_come_from_titles() {
        check("Ask size", &[], "ASK_SIZE");
        check("Ask size", &["ASK_SIZE"], "ASK_SIZE_B");
        check("Ask size", &["ASK_SIZE", "ASK_SIZE_B"], "ASK_SIZE_C");
        check("Confirmação, 2. passo!", &[], "CONFIRMACAO_PASSO");
        check("اختيار الموعد", &[], "SCREEN");
        check("Success", &[], "SUCCESS_SCREEN");
        check("  ", &["SCREEN"], "SCREEN_B");
    }

    #[test]
    fn suffixes_never_end() {
        assert_eq!([1, 25, 26, 27].map(letters), ["B", "Z", "AA", "AB"]);
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(short("a  b\nc"), "a b c");
        assert_eq!(short(&"x".repeat(40)).chars().count(), 32);
    }
}
