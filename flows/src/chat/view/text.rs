//! Texts of a message.

use serde::{Deserialize, Serialize};

use crate::json::Pointer;

/// A text as the phone shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct BubbleText {
    /// The part of the payload it comes from.
    pub at: Pointer,
    /// Its first strong letter runs right to left.
    pub rtl: bool,
    /// Its lines.
    pub lines: Vec<TextLine>,
    /// What shows before "Read more"; none: all of it.
    pub cut: Option<TextCut>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextLine {
    /// What it is.
    pub kind: TextLineKind,
    /// What it says; an empty line has none.
    pub runs: Vec<TextRun>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum TextLineKind {
    /// A line of its own.
    Plain,
    /// An item of a list with dots.
    Bullet,
    /// An item of a list with numbers.
    Numbered {
        /// Its number.
        number: u32,
    },
    /// What somebody else said.
    Quote,
}

/// A stretch of a line that looks the same throughout.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a sign of its own, and all go together")]
pub struct TextRun {
    /// The letters. Of a variable without a sample: its name.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// Struck through.
    pub strike: bool,
    /// A piece of code in a line.
    pub code: bool,
    /// Letters of one width.
    pub mono: bool,
    /// Where a press leads: `http`, `https` or `mailto`.
    pub link: Option<String>,
    /// The variable it stands for.
    pub variable: Option<TextVariable>,
}

/// A variable in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextVariable {
    /// What stands between the braces.
    pub name: String,
    /// There is no sample: the name shows in its place.
    pub missing: bool,
}

/// Where "Read more" stands: the lines before `line` show, and of that line the runs before `run`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct TextCut {
    /// Index of the line.
    pub line: u32,
    /// Index of the run.
    pub run: u32,
}

impl BubbleText {
    /// Its letters on one line, each line break a space.
    pub fn one_line(&self) -> String {
        let lines = self.lines.iter().filter(|line| !line.runs.is_empty());
        let line = |line: &TextLine| line.runs.iter().map(|run| run.text.as_str()).collect::<String>();
        lines.map(line).collect::<Vec<_>>().join(" ")
    }
}
