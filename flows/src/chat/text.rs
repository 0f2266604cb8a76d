//! Texts with their variables filled in, cut into runs.

use std::borrow::Cow;
use std::ops::Range;

use super::links::{self, Link};
use super::{BubbleText, TextCut, TextLine, TextLineKind, TextRun, TextVariable, count};
use crate::facts;
use crate::json::Pointer;
use crate::languages::starts_rtl;
use crate::message::format::{self, LineKind, Style};
use crate::template::{Name, variables};

/// What stands for a placeholder.
type Fill<'f> = &'f dyn Fn(&str) -> Option<String>;

/// What stands for the placeholders of a message: none of them has any at Meta, those of a journey's messages have.
#[derive(Clone, Copy)]
pub(super) struct Filling<'f>(pub(super) Option<Fill<'f>>);

impl Filling<'_> {
    /// A text with its placeholders filled in.
    pub(super) fn of<'t>(&self, text: Cow<'t, str>) -> Filled<'t> {
        match self.0 {
            None => Filled::written(text),
            Some(value) => Filled::with(text, |name| value(&name.to_string())),
        }
    }
}

/// A text with what stands for its variables.
pub(super) struct Filled<'t> {
    pub(super) text: Cow<'t, str>,
    /// In order.
    marks: Vec<Mark>,
}

struct Mark {
    /// In bytes of the text.
    at: Range<usize>,
    variable: TextVariable,
}

impl<'t> Filled<'t> {
    /// A text as it is sent: braces are braces.
    pub(super) fn written(text: Cow<'t, str>) -> Self {
        Self { text, marks: Vec::new() }
    }

    /// A text of a template, with samples in place of its variables.
    pub(super) fn with(text: Cow<'t, str>, mut sample: impl FnMut(&Name<'_>) -> Option<String>) -> Self {
        let found = variables(&text).list;
        if found.is_empty() {
            return Self::written(text);
        }
        let (mut filled, mut marks, mut from) = (String::with_capacity(text.len() * 2), Vec::new(), 0);
        for variable in found {
            filled.push_str(text.get(from..variable.at.start).unwrap_or_default());
            let start = filled.len();
            let name = variable.name.to_string();
            let value = sample(&variable.name);
            let missing = value.is_none();
            // Braces with nothing between them have no name to show.
            let shown =
                value.unwrap_or_else(|| if name.is_empty() { "{{}}".to_owned() } else { name.clone() });
            filled.push_str(&shown);
            marks.push(Mark { at: start..filled.len(), variable: TextVariable { name, missing } });
            from = variable.at.end;
        }
        filled.push_str(text.get(from..).unwrap_or_default());
        Self { text: filled.into(), marks }
    }

    /// Puts something behind it.
    pub(super) fn push(&mut self, more: &str) {
        self.text.to_mut().push_str(more);
    }

    /// With WhatsApp's formatting, links and "Read more".
    pub(super) fn formatted(&self, at: Pointer) -> BubbleText {
        let addresses = links::find(&self.text);
        let start = self.text.as_ptr().addr();
        let lines = format::lines(&self.text).into_iter().map(|line| TextLine {
            kind: kind(line.kind),
            runs: line
                .spans
                .iter()
                .flat_map(|span| {
                    let from = span.text.as_ptr().addr() - start;
                    self.runs(from..from + span.text.len(), span.style, &addresses)
                })
                .collect(),
        });
        let mut lines: Vec<TextLine> = lines.collect();
        let cut = cut(&mut lines, facts::chat().letters_before_more);
        BubbleText { at, rtl: starts_rtl(&self.text).unwrap_or(false), lines, cut }
    }

    /// As it is written, on one or more lines.
    pub(super) fn plain(&self, at: Pointer) -> BubbleText {
        let mut from = 0;
        let lines = self.text.split('\n').map(|line| {
            let range = from..from + line.len();
            from = range.end + 1;
            TextLine { kind: TextLineKind::Plain, runs: self.runs(range, Style::default(), &[]) }
        });
        let lines = lines.collect();
        BubbleText { at, rtl: starts_rtl(&self.text).unwrap_or(false), lines, cut: None }
    }

    /// A stretch in one style, cut where variables and links begin and end.
    fn runs(&self, range: Range<usize>, style: Style, links: &[Link]) -> Vec<TextRun> {
        let mut runs = Vec::with_capacity(1);
        let mut from = range.start;
        while from < range.end {
            let mark = self.marks.get(self.marks.partition_point(|mark| mark.at.end <= from));
            // Letters of one width are no links.
            let link = links.get(links.partition_point(|link| link.at.end <= from));
            let link = link.filter(|_| !style.mono && !style.code);
            let bounds = |at: Option<&Range<usize>>| at.map_or([range.end; 2], |at| [at.start, at.end]);
            let ends = [bounds(mark.map(|mark| &mark.at)), bounds(link.map(|link| &link.at))];
            let to = ends.into_iter().flatten().filter(|end| *end > from).min().unwrap_or(range.end);
            let to = to.min(range.end);
            runs.push(TextRun {
                text: self.text.get(from..to).unwrap_or_default().to_owned(),
                bold: style.bold,
                italic: style.italic,
                strike: style.strike,
                code: style.code,
                mono: style.mono,
                link: link.filter(|link| link.at.start <= from).map(|link| link.href.clone()),
                variable: mark.filter(|mark| mark.at.start <= from).map(|mark| mark.variable.clone()),
            });
            from = to;
        }
        runs
    }
}

fn kind(kind: LineKind) -> TextLineKind {
    match kind {
        LineKind::Plain => TextLineKind::Plain,
        LineKind::Bullet => TextLineKind::Bullet,
        LineKind::Numbered(number) => TextLineKind::Numbered { number },
        LineKind::Quote => TextLineKind::Quote,
    }
}

/// Finds where so many letters end, behind a word where there is one, and divides the run there.
fn cut(lines: &mut [TextLine], letters: usize) -> Option<TextCut> {
    let mut left = letters;
    for (line_index, line) in lines.iter_mut().enumerate() {
        for run_index in 0..line.runs.len() {
            let run = line.runs.get_mut(run_index)?;
            let Some((end, _)) = run.text.char_indices().nth(left) else {
                left = left.saturating_sub(run.text.chars().count());
                continue;
            };
            let end = run.text.get(..end)?.rfind(' ').map_or(end, |space| space + 1);
            let cut = TextCut { line: count(line_index), run: count(run_index) };
            if end == 0 {
                return Some(cut);
            }
            let rest = TextRun { text: run.text.split_off(end), ..run.clone() };
            line.runs.insert(run_index + 1, rest);
            return Some(TextCut { run: cut.run + 1, ..cut });
        }
        left = left.saturating_sub(1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> TextLine {
        TextLine {
            kind: TextLineKind::Plain,
            runs: vec![TextRun { text: text.into(), ..TextRun::default() }],
        }
    }

    #[test]
    fn a_long_text_is_cut_behind_a_word() {
        let mut lines = vec![plain("one two three"), plain("four")];
        assert_eq!(cut(&mut lines, 9), Some(TextCut { line: 0, run: 1 }));
        let runs: Vec<_> = lines.first().unwrap().runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(runs, ["one two ", "three"]);
        assert_eq!(cut(&mut [plain("onetwothree")], 3), Some(TextCut { line: 0, run: 1 }));
        assert_eq!(cut(&mut [plain("one"), plain("two")], 7), None);
        assert_eq!(cut(&mut [plain("one"), plain("two")], 3), Some(TextCut { line: 1, run: 0 }));
    }

    #[test]
    fn variables_links_and_signs_cut_runs() {
        let sample = |name: &Name<'_>| (*name == Name::Position(1)).then(|| "*Ana*".to_owned());
        let filled = Filled::with("Hi {{1}}, see https://a.example/{{2}}.".into(), sample);
        let text = filled.formatted(Pointer::root());
        let runs = &text.lines.first().unwrap().runs;
        let texts: Vec<_> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["Hi ", "Ana", ", see ", "https://a.example/", "2", "."]);
        let ana = runs.get(1).unwrap();
        assert!(ana.bold && ana.variable.as_ref().is_some_and(|it| it.name == "1" && !it.missing));
        let two = runs.get(4).unwrap();
        assert!(two.variable.as_ref().is_some_and(|it| it.name == "2" && it.missing));
        assert_eq!(two.link.as_deref(), Some("https://a.example/2"));
        assert_eq!(runs.get(5).unwrap().link, None);
    }
}
