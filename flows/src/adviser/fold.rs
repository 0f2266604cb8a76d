//! A text as the adviser reads it: folded letters cut into words, each with its place in the text as written.
//!
//! Folding takes away what people write one way or the other: capitals, accents, styled letters, Arabic vowel signs and
//! spellings of alef and ya, the Hindi dot, native digits.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

use crate::template::variables;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    Number,
    Variable,
    /// A number or a variable with a currency.
    Price,
    /// A number or a variable with a percent sign.
    Percent,
    /// A sign of money without a number yet.
    Currency,
}

/// A word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// In bytes of the folded text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Which sentence it stands in, from 0.
    pub(super) sentence: usize,
}

/// A folded text and its words.
pub(super) struct Folded<'t> {
    written: &'t str,
    pub(super) text: String,
    /// For each byte of the folded text, and for its end, where the letter that it is from begins as written.
    from: Vec<u32>,
    pub(super) tokens: Vec<Token>,
}

impl<'t> Folded<'t> {
    /// Folds a text. `money` are words for currencies, folded and sorted.
    pub(super) fn of(written: &'t str, money: &[String]) -> Self {
        let mut text = String::with_capacity(written.len());
        let mut from = Vec::with_capacity(written.len() + 1);
        for (at, letter) in written.char_indices() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            if letter.is_ascii() {
                text.push(letter.to_ascii_lowercase());
                from.push(at);
            } else {
                decompose_compatible(letter, |part| {
                    text.extend(part.to_lowercase().filter_map(fold_letter));
                });
                from.resize(text.len(), at);
            }
        }
        from.push(u32::try_from(written.len()).unwrap_or(u32::MAX));
        let tokens = tokens(&text, money);
        Self { written, text, from, tokens }
    }

    /// Where a stretch of the folded text stands as written, in bytes.
    pub(super) fn at(&self, folded: Range<usize>) -> Range<usize> {
        let place = |at: usize| self.from.get(at).map_or(self.written.len(), |at| *at as usize);
        let start = place(folded.start);
        let one = self.written.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let end = place(folded.end).max(start + one);
        let kept = self.written.get(start..end).unwrap_or_default().trim_end().len();
        start..start + kept
    }
}

/// A text in folded words with one space between them. One without any letter or number only loses the spaces at its ends.
pub(crate) fn folded_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        decompose_compatible(letter, |part| {
            for folded in part.to_lowercase().filter_map(fold_letter) {
                if is_letter(folded) {
                    if std::mem::take(&mut gap) {
                        words.push(' ');
                    }
                    words.push(folded);
                } else {
                    gap = !words.is_empty();
                }
            }
        });
    }
    if words.is_empty() { text.trim().to_owned() } else { words }
}

/// A letter without what makes no difference; none for a sign that is left out.
fn fold_letter(letter: char) -> Option<char> {
    let folded = match letter {
        '\u{300}'..='\u{36f}'
        | '\u{610}'..='\u{61a}'
        | '\u{640}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{93c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => return None,
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        'ँ' => 'ं',
        '’' | '‘' | 'ʼ' | '`' => '\'',
        '٪' => '%',
        '٫' => '.',
        '٬' => ',',
        '٠'..='٩' => digit(letter, '٠'),
        '۰'..='۹' => digit(letter, '۰'),
        '०'..='९' => digit(letter, '०'),
        other => other,
    };
    Some(folded)
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).unwrap_or(letter)
}

/// Whether a letter is one of a word; the sign that takes a Hindi vowel away is.
fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '\u{94d}'
}

fn is_currency(letter: char) -> bool {
    matches!(letter, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

/// Words before a full stop that ends no sentence.
const SHORTENED: [&str; 22] = [
    "dr", "dra", "sr", "sra", "mr", "mrs", "ms", "no", "nro", "num", "ref", "st", "rs", "rp", "yth", "bpk",
    "prof", "ud", "uds", "av", "tel", "د",
];

fn tokens(text: &str, money: &[String]) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut sentence = 0;
    let holes = variables(text).list;
    let mut holes = holes.iter().map(|hole| hole.at.clone()).peekable();
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let start = at;
        at += letter.len_utf8();
        let kind = if let Some(hole) = holes.next_if(|hole| hole.start == start) {
            at = hole.end;
            TokenKind::Variable
        } else if is_letter(letter) {
            at = word_end(text, start);
            word_kind(text.get(start..at).unwrap_or_default(), money)
        } else if is_currency(letter) {
            TokenKind::Currency
        } else if letter == '%' {
            if let Some(number) =
                found.last_mut().filter(|last| last.sentence == sentence && is_amount(last.kind))
            {
                *number = Token { kind: TokenKind::Percent, end: at, ..*number };
            }
            continue;
        } else {
            let before = found.last().and_then(|last| text.get(last.start..last.end)).unwrap_or_default();
            if found.last().is_some_and(|last| last.sentence == sentence) && ends(text, letter, at, before) {
                sentence += 1;
            }
            continue;
        };
        push(&mut found, Token { kind, start, end: at, sentence }, text);
    }
    found
}

fn is_amount(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Number | TokenKind::Variable)
}

/// Adds a word; a currency and a number that stand together become a price.
fn push(found: &mut Vec<Token>, token: Token, text: &str) {
    let Some(last) = found.last_mut().filter(|last| last.sentence == token.sentence) else {
        found.push(token);
        return;
    };
    let is_price = match (last.kind, token.kind) {
        (TokenKind::Currency, kind) => is_amount(kind),
        (TokenKind::Number | TokenKind::Variable | TokenKind::Price, TokenKind::Currency) => true,
        _ => false,
    };
    if is_price {
        *last = Token { kind: TokenKind::Price, end: token.end, ..*last };
        return;
    }
    // The letters of `R$` and `US$`.
    let is_short = last.kind == TokenKind::Word && last.end == token.start && last.end - last.start <= 3;
    if token.kind == TokenKind::Currency && is_short && text.get(token.start..token.end) == Some("$") {
        *last = Token { kind: TokenKind::Currency, end: token.end, ..*last };
        return;
    }
    found.push(token);
}

/// Where the word that begins here ends. An apostrophe stays in it, in a number what parts its digits.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut is_number = true;
    let mut letters = text.get(start..).unwrap_or_default().chars().peekable();
    while let Some(letter) = letters.next() {
        let joins = match letter {
            '\'' => letters.peek().is_some_and(|next| next.is_alphabetic()),
            '.' | ',' | ':' => is_number && letters.peek().is_some_and(char::is_ascii_digit),
            _ => is_letter(letter),
        };
        if !joins {
            break;
        }
        is_number &= !letter.is_alphabetic();
        end += letter.len_utf8();
    }
    end
}

fn is_money(word: &str, money: &[String]) -> bool {
    money.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
}

fn word_kind(word: &str, money: &[String]) -> TokenKind {
    if word.starts_with(|letter: char| letter.is_ascii_digit()) {
        let amount = word.trim_start_matches(|letter: char| letter.is_ascii_digit() || ".,".contains(letter));
        let is_price = !amount.is_empty() && is_money(amount, money);
        let has_letters = word.contains(char::is_alphabetic);
        return match (is_price, has_letters) {
            (true, _) => TokenKind::Price,
            (false, true) => TokenKind::Word,
            _ => TokenKind::Number,
        };
    }
    if is_money(word, money) {
        return TokenKind::Currency;
    }
    let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit() || ".,".contains(letter));
    let has_digits = letters.len() < word.len();
    if has_digits && is_money(letters, money) { TokenKind::Price } else { TokenKind::Word }
}

/// Whether a sign ends the sentence; `at` is behind it, `before` the word before it.
fn ends(text: &str, letter: char, at: usize, before: &str) -> bool {
    let is_followed = text.get(at..).and_then(|rest| rest.chars().next()).is_none_or(char::is_whitespace);
    match letter {
        '\n' | '।' | '!' | '?' | '؟' => true,
        '.' => is_followed && !SHORTENED.contains(&before),
        _ => false,
    }
}

/// The sentences of a text that have words, in bytes: each from its first word on to where the next one begins.
pub(super) fn sentences(folded: &Folded<'_>) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut last = None;
    for token in &folded.tokens {
        if last != Some(token.sentence) {
            starts.push(folded.at(token.start..token.end).start);
            last = Some(token.sentence);
        }
    }
    if let Some(first) = starts.first_mut() {
        *first = 0;
    }
    let ends = starts.iter().skip(1).copied().chain([folded.written.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}
