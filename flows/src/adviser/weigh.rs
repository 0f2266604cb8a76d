//! What is found in the texts of a template, held against each other.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::fold::{Folded, TokenKind};
use super::lexicon::{self, Hit, Lexicon};
use super::{Advice, Certainty, Intent, Part, PartKind, Reason};
use crate::template::Category;

/// From this on promotion decides, whatever else is said.
const PROMOTES: u32 = 3;
/// From this on it is a one-time code.
const CODE: u32 = 3;
/// From this on the words are plain.
const PLAINLY: u32 = 4;
/// Most that one intent weighs.
const MOST_OF_ONE: u32 = 4;
/// So much service in a sentence makes hints of promotion in it weaker: "your free trial is booked".
const STATES: u32 = 3;
/// So many variables are a hint: what is about one order or booking names it.
const MANY_VARIABLES: usize = 3;
/// So many variables with so many words around each say that it is about something of the person's own.
const SPECIFIC: (usize, usize) = (2, 3);

/// A phrase that counts, with where it stands.
struct Found {
    weight: u32,
    phrase: usize,
    reason: Reason,
}

pub(super) fn judge(lexicon: &Lexicon, parts: &[Part<'_>]) -> Advice {
    let mut found = Vec::new();
    let (mut variables, mut words) = (0, 0);
    for part in parts {
        let folded = Folded::of(&part.text, lexicon::money());
        let of_part = folded.tokens.iter().filter(|token| token.kind == TokenKind::Variable).count();
        variables += of_part;
        words += folded.tokens.len() - of_part;
        look(lexicon, part, &folded, &mut found);
    }
    let of = |category| weight(found.iter().filter(|one| one.reason.intent.category() == Some(category)));
    let code = of(Category::Authentication);
    let promotion = of(Category::Marketing);
    let service = match of(Category::Utility) {
        0 => 0,
        weight => weight + u32::from(variables >= MANY_VARIABLES),
    };
    let promotes = found
        .iter()
        .any(|one| one.weight >= PROMOTES && one.reason.intent.category() == Some(Category::Marketing));
    let is_specific = variables >= SPECIFIC.0 && words >= SPECIFIC.1 * variables;
    let (category, is_sure) = if code >= CODE && !promotes {
        (Category::Authentication, code >= PLAINLY)
    } else if promotes {
        (Category::Marketing, promotion >= PLAINLY || service == 0)
    } else if !lexicon.is_known && promotion + service == 0 {
        return Advice {
            category: None,
            certainty: Certainty::Likely,
            reasons: Vec::new(),
            consequences: Vec::new(),
        };
    } else if promotion > 0 && promotion >= service || service == 0 && !is_specific {
        (Category::Marketing, false)
    } else {
        (Category::Utility, promotion == 0 && service >= PLAINLY)
    };
    found.retain(|one| one.reason.intent.category() == Some(category));
    let place = |one: &Found| (one.reason.part.0.clone(), one.reason.span.start, one.reason.span.end);
    found.sort_by_key(|one| (Reverse(one.weight), place(one)));
    let mut reasons: Vec<Reason> = found.into_iter().map(|one| one.reason).collect();
    if reasons.is_empty() {
        let intent = if category == Category::Utility { Intent::Specific } else { Intent::Unclear };
        let texts = parts.iter().filter(|part| part.kind == PartKind::Text);
        reasons.extend(texts.filter_map(|part| whole(part, intent)));
        reasons.sort_by(|a, b| a.part.0.cmp(&b.part.0));
    }
    Advice {
        category: Some(category),
        certainty: if is_sure { Certainty::Sure } else { Certainty::Likely },
        reasons,
        consequences: lexicon::consequences(category.name()),
    }
}

/// The phrases of a text that count: of two that share a word the longer one, and no promotion that is defused.
fn look(lexicon: &Lexicon, part: &Part<'_>, folded: &Folded<'_>, found: &mut Vec<Found>) {
    let mut hits = lexicon.find(folded);
    // Of the same length what says nothing goes first: it is there to take words away.
    let speaks = |hit: &Hit| hit.intent.category().is_some();
    let order = |hit: &Hit| (Reverse(hit.tokens.len()), speaks(hit), Reverse(hit.weight), hit.intent);
    hits.sort_by(|a, b| (order(a), &a.tokens).cmp(&(order(b), &b.tokens)));
    let sentence =
        |hit: &Hit| hit.tokens.first().and_then(|at| folded.tokens.get(*at)).map(|token| token.sentence);
    let defused: Vec<_> = hits.iter().filter(|hit| hit.intent == Intent::Defuse).map(sentence).collect();
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits.into_iter().filter(|hit| hit.intent != Intent::Defuse) {
        if hit.tokens.iter().all(|at| !taken.contains(at)) {
            taken.extend(&hit.tokens);
            kept.push(hit);
        }
    }
    let states = |hit: &&Hit| hit.weight >= STATES && hit.intent.category() == Some(Category::Utility);
    let stating: Vec<_> = kept.iter().filter(states).map(sentence).collect();
    for hit in kept {
        let promotes = hit.intent.category() == Some(Category::Marketing);
        let in_sentence = sentence(&hit);
        if hit.intent.category().is_none() || hit.intent.can_be_told() && defused.contains(&in_sentence) {
            continue;
        }
        let (Some(first), Some(last)) = (hit.tokens.first(), hit.tokens.last()) else { continue };
        let (Some(first), Some(last)) = (folded.tokens.get(*first), folded.tokens.get(*last)) else {
            continue;
        };
        let span = folded.at(first.start..last.end);
        let words = part.text.get(span.clone()).unwrap_or_default().to_owned();
        let reason = Reason { intent: hit.intent, words, part: part.at.clone(), span };
        let is_weaker = promotes && hit.weight < PROMOTES && stating.contains(&in_sentence);
        let weight = hit.weight.saturating_sub(u32::from(is_weaker));
        found.push(Found { weight, phrase: hit.phrase, reason });
    }
    if part.kind == PartKind::Offer
        && let Some(reason) = whole(part, Intent::Offer)
    {
        found.push(Found { weight: PROMOTES, phrase: usize::MAX, reason });
    }
}

/// What phrases weigh together: each counts once, and an intent only so much.
fn weight<'f>(found: impl Iterator<Item = &'f Found>) -> u32 {
    let mut phrases: BTreeMap<(Intent, usize), u32> = BTreeMap::new();
    for one in found {
        let most = phrases.entry((one.reason.intent, one.phrase)).or_default();
        *most = one.weight.max(*most);
    }
    let mut intents: BTreeMap<Intent, u32> = BTreeMap::new();
    for ((intent, _), weight) in phrases {
        *intents.entry(intent).or_default() += weight;
    }
    intents.into_values().map(|weight| weight.min(MOST_OF_ONE)).sum()
}

/// The whole text as a reason.
fn whole(part: &Part<'_>, intent: Intent) -> Option<Reason> {
    let start = part.text.len() - part.text.trim_start().len();
    let words = part.text.trim();
    let span = start..start + words.len();
    (!words.is_empty()).then(|| Reason { intent, words: words.to_owned(), part: part.at.clone(), span })
}
