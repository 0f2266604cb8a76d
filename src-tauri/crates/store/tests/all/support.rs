//! What the tests of the store share with its worker: a document that grows by seeded edits.

use std::path::PathBuf;

use store::{Card, Kind, Loaded, NewDocument, NewEntry, State, Workspace};

/// A small generator of numbers: one seed gives one run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }
}

/// The text after one more seeded edit. Every byte follows from the seed and the revision.
pub(crate) fn step(seed: u64, revision: u32, text: &str) -> (String, String) {
    let mut random = seed ^ u64::from(revision).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    random ^= random >> 29;
    random = random.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    random ^= random >> 32;
    let at = (random as usize) % (text.len() + 1);
    let removed = if text.len() > 2000 { (text.len() - at).min(40) } else { 0 };
    let inserted = format!("<{revision}:{:x}>", random >> 40);
    let change = format!("{at} {removed} {inserted}");
    (replay(text, &change), change)
}

/// Applies what [`step`] wrote down.
pub(crate) fn replay(text: &str, change: &str) -> String {
    let mut parts = change.splitn(3, ' ');
    let at: usize = parts.next().unwrap().parse().unwrap();
    let removed: usize = parts.next().unwrap().parse().unwrap();
    let inserted = parts.next().unwrap();
    format!("{}{inserted}{}", &text[..at], &text[at + removed..])
}

/// The document as the journal gives it: revision and text.
pub(crate) fn read_back(loaded: &Loaded) -> (u32, String) {
    let mut text = loaded.text.clone();
    let mut revision = loaded.revision;
    for entry in loaded.entries.iter().filter(|entry| entry.revision > loaded.revision) {
        text = replay(&text, &entry.change);
        revision = entry.revision;
    }
    (revision, text)
}

/// The text at a revision, from the seed alone.
pub(crate) fn expected(seed: u64, revision: u32) -> String {
    (1..=revision).fold(String::new(), |text, revision| step(seed, revision, &text).0)
}

pub(crate) fn state(text: &str) -> State<'_> {
    State { name: "Test", text, layout: "{}" }
}

pub(crate) static CARD: Card = Card { screens: 1, blocked: 0, summary: String::new() };

/// An empty Flow.
pub(crate) fn new_document() -> NewDocument<'static> {
    NewDocument { kind: "flow", state: state(""), card: &CARD, at: 1 }
}

/// Appends the next seeded edit.
pub(crate) fn append_next(
    workspace: &mut Workspace,
    document: &str,
    seed: u64,
    revision: u32,
    text: &str,
) -> Result<(u32, String), store::Error> {
    let (text, change) = step(seed, revision + 1, text);
    let entry = NewEntry {
        kind: Kind::Edit,
        name: "step",
        at: 1,
        change: &change,
        state: state(&text),
        start_here: true,
        card: &CARD,
    };
    let revision = workspace.append(document, revision, entry)?;
    Ok((revision, text))
}

/// The worker program, which `cargo test` builds beside the tests.
pub(crate) fn worker() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    let built = tests.parent().unwrap().parent().unwrap();
    built.join("examples").join(format!("worker{}", std::env::consts::EXE_SUFFIX))
}

/// The bytes of an export: another letter and another length each time.
pub(crate) fn export(seed: u64, number: u32) -> Vec<u8> {
    let length = 500 + Dice(seed ^ u64::from(number)).roll(40_000);
    vec![b'a' + (number % 26) as u8; length]
}
