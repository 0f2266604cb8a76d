//! Breaks a Flow at random: bytes, stretches, values, and pieces of other Flows.

use flows::json::{Node, Tree};

/// A small generator of numbers: one seed makes one text.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

/// What breaks things.
const TOKENS: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\\",
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "123456789012345678901234567890",
    "\"\"",
    "[]",
    "{}",
    "\\ud800",
    "\\u0000",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "é😀",
    "\r\n",
    "${data.x}",
    "${form.",
    "${screen.A.form.f}",
    "`",
    "`${data.x} + 1`",
    "((((((((",
    "&& || !",
    "\"type\":\"If\"",
    "\"Switch\"",
    "\"Footer\"",
    "\"navigate\"",
    "\"__example__\":[{}]",
    "2026-02-30",
    "1700000000000",
    "data:image/png;base64,AAAA",
    "**[x](javascript:1)** ~~`",
];

/// One to eight breaks of one Flow.
pub(crate) fn mutate(flows: &[String], dice: &mut Dice) -> String {
    dice.roll(2); // neighbouring seeds begin alike
    let mut text = flows[dice.roll(flows.len())].clone();
    // Half of them stay JSON, so that the checks and the preview get something to look at.
    let (first, ways) = if dice.roll(2) == 0 { (0, 10) } else { (6, 4) };
    for _ in 0..=dice.roll(8) {
        let other = &flows[dice.roll(flows.len())];
        text = once(&text, other, first + dice.roll(ways), dice);
    }
    text
}

/// A place between two characters.
fn place(text: &str, dice: &mut Dice) -> usize {
    let mut at = dice.roll(text.len() + 1);
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A stretch, mostly a short one.
fn stretch(text: &str, dice: &mut Dice) -> (usize, usize) {
    let from = place(text, dice);
    let most = if dice.roll(4) == 0 { text.len() } else { 12 };
    let mut to = (from + dice.roll(most)).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    (from, to.max(from))
}

/// Any value inside, with where it stands.
fn value<'t>(tree: &'t Tree, dice: &mut Dice) -> Node<'t> {
    let mut node = tree.root();
    loop {
        let inner: Vec<Node<'_>> = node.items().chain(node.members().map(|member| member.value)).collect();
        if inner.is_empty() || dice.roll(5) == 0 {
            return node;
        }
        node = inner[dice.roll(inner.len())];
    }
}

fn once(text: &str, other: &str, way: usize, dice: &mut Dice) -> String {
    let replaced = |(from, to): (usize, usize), by: &str| format!("{}{by}{}", &text[..from], &text[to..]);
    let token = TOKENS[dice.roll(TOKENS.len())];
    match way {
        0 => replaced(stretch(text, dice), ""),
        1 => {
            let at = place(text, dice);
            replaced((at, at), token)
        }
        2 => replaced(stretch(text, dice), token),
        3 => text[..place(text, dice)].to_owned(),
        4 => {
            let (from, to) = stretch(other, dice);
            replaced(stretch(text, dice), &other[from..to])
        }
        5 => {
            let (from, to) = stretch(text, dice);
            let again = text[from..to].repeat(2 + dice.roll(30));
            if again.len() > 100_000 { text.to_owned() } else { replaced((from, to), &again) }
        }
        // The rest stays JSON.
        _ => {
            let (tree, others) = (Tree::parse(text), Tree::parse(other));
            let span = value(&tree, dice).span();
            let span = (span.start as usize, span.end as usize);
            let by = match way {
                6 => value(&others, dice).raw().to_owned(),
                7 => serde_json::Value::from(token).to_string(),
                8 => value(&tree, dice).raw().to_owned(),
                _ => format!("[{0},{0}]", value(&tree, dice).raw()),
            };
            if by.len() > 200_000 { text.to_owned() } else { replaced(span, &by) }
        }
    }
}

/// A piece of a text that could be an expression.
pub(crate) fn short(text: &str, seed: u64) -> &str {
    let dice = &mut Dice(seed);
    let from = place(text, dice);
    let mut to = (from + 60).min(text.len());
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    &text[from..to.max(from)]
}
