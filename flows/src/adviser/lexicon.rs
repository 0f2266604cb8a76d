//! The words of a language and where they stand in a text.
//!
//! A phrase is a row of words with a blank between them. A word may be `stem*` (whatever it ends with), `one|other`,
//! `maybe?`, `..` (up to three words between) or `...` (up to eight), `@` (a variable), `#` (a number or a variable),
//! `$` (a price) and `%` (a percentage). All of it stands in one sentence.

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use serde::Deserialize;

use super::fold::{Folded, Token, TokenKind};
use super::{Consequence, Intent};
use crate::facts::load;

/// Phrases by intent and weight.
type Phrases = BTreeMap<Intent, BTreeMap<u32, Vec<String>>>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    consequences: BTreeMap<String, Vec<Consequence>>,
    /// Words for currencies.
    money: Vec<String>,
    /// What is written together with the front of a word, by language.
    proclitics: BTreeMap<String, Vec<String>>,
    /// English words that are used in every language.
    borrowed: Phrases,
    words: BTreeMap<String, Phrases>,
}

static FILE: LazyLock<File> = LazyLock::new(|| load(include_str!("../../facts/adviser.json")));

/// What follows when a template is of a category, by Meta's name of it.
pub(super) fn consequences(category: &str) -> Vec<Consequence> {
    FILE.consequences.get(category).cloned().unwrap_or_default()
}

/// Currencies, folded and sorted.
pub(super) fn money() -> &'static [String] {
    static MONEY: LazyLock<Vec<String>> = LazyLock::new(|| {
        let mut money: Vec<String> = FILE.money.iter().map(|word| Folded::of(word, &[]).text).collect();
        money.sort_unstable();
        money
    });
    &MONEY
}

/// A step of a phrase: one of these words, after at most so many others.
#[derive(Clone)]
struct Step {
    any: Vec<u32>,
    gap: usize,
}

struct Phrase {
    intent: Intent,
    weight: u32,
    steps: Vec<Step>,
}

/// What a found literal can stand for.
#[derive(Default, Clone, Copy)]
struct Literal {
    whole: Option<u32>,
    stem: Option<u32>,
}

const VARIABLE: u32 = 0;
const NUMBER: u32 = 1;
const PRICE: u32 = 2;
const PERCENT: u32 = 3;
const CLASSES: u32 = 4;

const SHORT_GAP: usize = 3;
const LONG_GAP: usize = 8;

/// The phrases of a language, ready to be looked for.
pub(super) struct Lexicon {
    /// Finds all literals; nothing when the language has none.
    finder: Option<AhoCorasick>,
    literals: Vec<Literal>,
    phrases: Vec<Phrase>,
    /// Phrases by a word that they begin with.
    by_first: Vec<Vec<usize>>,
    proclitics: Vec<String>,
    /// Whether there are words of its own, not only English ones.
    pub(super) is_known: bool,
}

/// A phrase in a text.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub(super) intent: Intent,
    pub(super) weight: u32,
    pub(super) phrase: usize,
    /// The words that it is made of.
    pub(super) tokens: Vec<usize>,
}

/// The phrases for a language, Meta's code of it.
pub(super) fn of(language: &str) -> &'static Lexicon {
    static OTHERS: OnceLock<Lexicon> = OnceLock::new();
    static KNOWN: LazyLock<BTreeMap<&'static str, OnceLock<Lexicon>>> =
        LazyLock::new(|| FILE.words.keys().map(|base| (base.as_str(), OnceLock::new())).collect());
    let base = language.split(['_', '-']).next().unwrap_or_default();
    let slot = KNOWN.get(base).unwrap_or(&OTHERS);
    slot.get_or_init(|| Lexicon::new(base))
}

impl Lexicon {
    fn new(base: &str) -> Self {
        let own = FILE.words.get(base);
        let mut made = Maker::default();
        if let Some(phrases) = own {
            made.add(phrases, 0, |_| true);
        }
        if base != "en" {
            made.add(&FILE.borrowed, 0, |_| true);
            // English alone says less in another language, and a single word may be one of that language.
            if let Some(english) = FILE.words.get("en") {
                made.add(english, 1, |phrase| phrase.contains(' '));
            }
        }
        let proclitics = FILE.proclitics.get(base).into_iter().flatten();
        made.done(proclitics.map(|front| Folded::of(front, &[]).text).collect(), own.is_some())
    }

    /// Every phrase in a text, by where it begins.
    pub(super) fn find(&self, folded: &Folded<'_>) -> Vec<Hit> {
        let words = self.words(folded);
        let mut hits = Vec::new();
        let mut tokens = Vec::new();
        for at in 0..folded.tokens.len() {
            for word in words.of(at) {
                let phrases = self.by_first.get(*word as usize).into_iter().flatten();
                for (index, phrase) in phrases.filter_map(|index| Some((*index, self.phrases.get(*index)?))) {
                    let rest = phrase.steps.get(1..).unwrap_or_default();
                    if !rest.iter().all(|step| words.has_any(&step.any)) {
                        continue;
                    }
                    tokens.clear();
                    tokens.push(at);
                    if follow(rest, at, &words, folded, &mut tokens) {
                        hits.push(Hit {
                            intent: phrase.intent,
                            weight: phrase.weight,
                            phrase: index,
                            tokens: tokens.clone(),
                        });
                    }
                }
            }
        }
        hits
    }

    /// For each token the known words that it is.
    fn words(&self, folded: &Folded<'_>) -> Words {
        let mut words = Words::with_room(folded.tokens.len(), self.by_first.len());
        let found = self.finder.as_ref().map(|finder| finder.find_overlapping_iter(&folded.text));
        // Literals come by where they end, so they go through the tokens once.
        for found in found.into_iter().flatten() {
            words.forward(&folded.tokens, |token| token.end < found.end());
            let Some(token) = folded.tokens.get(words.at()).filter(|token| token.start <= found.start())
            else {
                continue;
            };
            let front = folded.text.get(token.start..found.start()).unwrap_or_default();
            let is_front = front.is_empty() || self.proclitics.iter().any(|known| known == front);
            if token.kind == TokenKind::Variable || !is_front {
                continue;
            }
            let literal = self.literals.get(found.pattern().as_usize()).copied().unwrap_or_default();
            literal.stem.into_iter().for_each(|word| words.add(word));
            literal.whole.filter(|_| found.end() == token.end).into_iter().for_each(|word| words.add(word));
        }
        words.forward(&folded.tokens, |_| true);
        words
    }
}

/// The known words that each token is.
struct Words {
    list: Vec<u32>,
    /// Where those of each token begin in the list; the last begins what is still open.
    starts: Vec<usize>,
    /// Whether a word is anywhere, by its number.
    is_there: Vec<bool>,
}

impl Words {
    fn with_room(tokens: usize, words: usize) -> Self {
        let mut starts = Vec::with_capacity(tokens + 1);
        starts.push(0);
        Self { list: Vec::with_capacity(2 * tokens), starts, is_there: vec![false; words] }
    }

    /// The token whose words are added now.
    fn at(&self) -> usize {
        self.starts.len() - 1
    }

    fn add(&mut self, word: u32) {
        self.list.push(word);
        if let Some(is_there) = self.is_there.get_mut(word as usize) {
            *is_there = true;
        }
    }

    /// Goes on while the token at hand is behind; each has the words of its class, too.
    fn forward(&mut self, tokens: &[Token], is_behind: impl Fn(&Token) -> bool) {
        while let Some(token) = tokens.get(self.at()).filter(|token| is_behind(token)) {
            for word in classes(token.kind) {
                self.add(*word);
            }
            self.starts.push(self.list.len());
        }
    }

    fn of(&self, token: usize) -> &[u32] {
        let (start, end) = (self.starts.get(token), self.starts.get(token + 1));
        let range = start.copied().unwrap_or_default()..end.copied().unwrap_or_default();
        self.list.get(range).unwrap_or_default()
    }

    fn has_any(&self, words: &[u32]) -> bool {
        words.iter().any(|word| self.is_there.get(*word as usize).copied().unwrap_or_default())
    }
}

fn classes(kind: TokenKind) -> &'static [u32] {
    match kind {
        TokenKind::Variable => &[VARIABLE, NUMBER],
        TokenKind::Number => &[NUMBER],
        TokenKind::Price => &[PRICE],
        TokenKind::Percent => &[PERCENT],
        TokenKind::Word | TokenKind::Currency => &[],
    }
}

/// Whether the steps follow on a token, in its sentence; the tokens that they are go into `tokens`.
fn follow(steps: &[Step], at: usize, words: &Words, folded: &Folded<'_>, tokens: &mut Vec<usize>) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let Some(sentence) = folded.tokens.get(at).map(|token| token.sentence) else { return false };
    for next in at + 1..=at + 1 + step.gap {
        if folded.tokens.get(next).is_none_or(|token| token.sentence != sentence) {
            return false;
        }
        if words.of(next).iter().any(|word| step.any.contains(word)) {
            tokens.push(next);
            if follow(rest, next, words, folded, tokens) {
                return true;
            }
            tokens.pop();
        }
    }
    false
}

/// Makes a lexicon.
#[derive(Default)]
struct Maker {
    /// Literals and what they stand for.
    literals: BTreeMap<String, Literal>,
    count: u32,
    phrases: Vec<Phrase>,
}

impl Maker {
    fn add(&mut self, phrases: &Phrases, less: u32, fits: impl Fn(&str) -> bool) {
        for (intent, by_weight) in phrases {
            for (weight, list) in by_weight {
                // What takes meaning away has no weight that could be less.
                let weight = if intent.category().is_some() { weight.saturating_sub(less) } else { *weight };
                if weight == 0 && intent.category().is_some() {
                    continue;
                }
                for phrase in list.iter().filter(|phrase| fits(phrase)) {
                    let mut rows = vec![Vec::new()];
                    let words: Vec<&str> = phrase.split_whitespace().collect();
                    self.steps(&words, &mut rows);
                    for steps in rows.into_iter().filter(|steps| !steps.is_empty()) {
                        self.phrases.push(Phrase { intent: *intent, weight, steps });
                    }
                }
            }
        }
    }

    /// Reads the words of a phrase; a word that may be there doubles the rows.
    fn steps(&mut self, words: &[&str], rows: &mut Vec<Vec<Step>>) {
        let mut gap = 0;
        for word in words {
            match *word {
                ".." => gap = SHORT_GAP,
                "..." => gap = LONG_GAP,
                word => {
                    let (word, is_optional) =
                        word.strip_suffix('?').map_or((word, false), |word| (word, true));
                    let any: Vec<u32> = word.split('|').map(|one| self.word(one)).collect();
                    let with = |row: &Vec<Step>| [row.as_slice(), &[Step { any: any.clone(), gap }]].concat();
                    let longer: Vec<Vec<Step>> = rows.iter().map(with).collect();
                    if is_optional {
                        rows.extend(longer);
                    } else {
                        *rows = longer;
                    }
                    gap = 0;
                }
            }
        }
    }

    /// The number of a word.
    fn word(&mut self, word: &str) -> u32 {
        match word {
            "@" => return VARIABLE,
            "#" => return NUMBER,
            "$" => return PRICE,
            "%" => return PERCENT,
            _ => {}
        }
        let (stem, is_stem) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
        let literal = self.literals.entry(Folded::of(stem, &[]).text).or_default();
        let slot = if is_stem { &mut literal.stem } else { &mut literal.whole };
        *slot.get_or_insert_with(|| {
            self.count += 1;
            CLASSES + self.count - 1
        })
    }

    fn done(self, proclitics: Vec<String>, is_known: bool) -> Lexicon {
        let mut by_first = vec![Vec::new(); (CLASSES + self.count) as usize];
        for (index, phrase) in self.phrases.iter().enumerate() {
            for word in phrase.steps.first().into_iter().flat_map(|step| &step.any) {
                if let Some(list) = by_first.get_mut(*word as usize) {
                    list.push(index);
                }
            }
        }
        let finder =
            AhoCorasickBuilder::new().match_kind(MatchKind::Standard).build(self.literals.keys()).ok();
        let literals = self.literals.into_values().collect();
        Lexicon { finder, literals, phrases: self.phrases, by_first, proclitics, is_known }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    /// A literal of two words would never be found: words are compared one by one.
    #[test]
    fn every_literal_is_one_word() {
        let mut faults = Vec::new();
        for (language, phrases) in FILE.words.iter().chain([(&"borrowed".to_owned(), &FILE.borrowed)]) {
            for phrase in phrases.values().flat_map(BTreeMap::values).flatten() {
                for word in phrase.split_whitespace().filter(|word| !["..", "..."].contains(word)) {
                    let word = word.strip_suffix('?').unwrap_or(word);
                    for one in word.split('|').filter(|one| !["@", "#", "$", "%"].contains(one)) {
                        let one = one.strip_suffix('*').unwrap_or(one);
                        let folded = Folded::of(one, &[]);
                        let is_one = folded.tokens.len() == 1
                            && folded.tokens.iter().all(|token| token.end - token.start == folded.text.len());
                        if !is_one {
                            faults.push(format!("{language}: '{one}' of '{phrase}'"));
                        }
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn a_phrase_spans_what_it_says() {
        let found = |text: &str, phrase: &str| {
            let mut made = Maker::default();
            let list = BTreeMap::from([(3, vec![phrase.to_owned()])]);
            made.add(&BTreeMap::from([(Intent::Offer, list)]), 0, |_| true);
            let lexicon = made.done(vec!["ال".to_owned()], true);
            lexicon.find(&Folded::of(text, &["rp".to_owned()])).len()
        };
        assert_eq!(found("Now 20 % off all", "% off"), 1);
        assert_eq!(found("Now {{1}}% off", "% off"), 1);
        assert_eq!(found("20 off", "% off"), 0);
        assert_eq!(found("only Rp75, only £ 3, only 5€", "only $"), 3);
        assert_eq!(found("Order it right now. Buy", "order .. buy"), 0);
        assert_eq!(found("Order it right now, buy", "order .. buy"), 1);
        assert_eq!(found("a b c d e", "a .. e"), 1);
        assert_eq!(found("a b c d e f", "a .. f"), 0);
        assert_eq!(found("rebajados REBAJAS", "rebaj*"), 2);
        assert_eq!(found("الخصم وخصم", "خصم"), 1);
        assert_eq!(found("one now, one two", "one too? two|now"), 2);
        assert_eq!(found("{{sale}}", "sale"), 0);
    }
}
