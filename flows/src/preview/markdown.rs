//! Markdown as far as Flows know it: bold, italic, struck and linked text everywhere; lists in `TextBody`
//! and `RichText`; headings, pictures and tables in `RichText` alone (reference: Meta's documentation and
//! clients, August 2026).

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::picture::from_address;
use super::text::{Block, Run};
use crate::facts::limits;

/// Which component the text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Body,
    Caption,
    Rich,
}

/// Makes one document of the lines of a text array: each line stands alone, but rows of a table stay together.
pub(super) fn join_lines(lines: &[String]) -> String {
    let mut text = String::new();
    let mut row_before = false;
    for line in lines {
        let row = line.trim_start().starts_with('|');
        if !text.is_empty() {
            text.push_str(if row && row_before { "\n" } else { "\n\n" });
        }
        text.push_str(line);
        row_before = row;
    }
    text
}

/// Reads Markdown into blocks. `base` is the style that every run has at least.
pub(super) fn blocks(text: &str, dialect: Dialect, base: &Run) -> Vec<Block> {
    let mut options = Options::ENABLE_STRIKETHROUGH;
    options.set(Options::ENABLE_TABLES, dialect == Dialect::Rich);
    let mut writer = Writer { dialect, style: vec![base.clone()], ..Writer::default() };
    for event in Parser::new_ext(text, options) {
        writer.take(event);
    }
    writer.end_paragraph();
    writer.blocks
}

struct Writer {
    dialect: Dialect,
    blocks: Vec<Block>,
    /// Runs of the paragraph, item or cell that is being written.
    runs: Vec<Run>,
    /// The style in force is the last.
    style: Vec<Run>,
    /// Lists that are open. Only the outermost one is drawn.
    lists: u32,
    list_start: Option<u32>,
    items: Vec<Vec<Run>>,
    /// The picture whose alternative text is being read.
    image: Option<(String, String)>,
    /// The table that is being read, the header first.
    rows: Vec<Vec<Vec<Run>>>,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            dialect: Dialect::Body,
            blocks: Vec::new(),
            runs: Vec::new(),
            style: Vec::new(),
            lists: 0,
            list_start: None,
            items: Vec::new(),
            image: None,
            rows: Vec::new(),
        }
    }
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.write(&text);
            }
            Event::SoftBreak | Event::HardBreak => self.write("\n"),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some((_, alt)) = &mut self.image {
            alt.push_str(text);
            return;
        }
        let style = self.style.last().cloned().unwrap_or_default();
        match self.runs.last_mut() {
            Some(last) if (Run { text: String::new(), ..last.clone() }) == style => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), ..style }),
        }
    }

    fn styled(&mut self, change: impl FnOnce(&mut Run)) {
        let mut style = self.style.last().cloned().unwrap_or_default();
        change(&mut style);
        self.style.push(style);
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.styled(|run| run.italic = true),
            Tag::Strong => self.styled(|run| run.bold = true),
            Tag::Strikethrough => self.styled(|run| run.strike = true),
            Tag::Link { dest_url, .. } => {
                let link = dest_url.starts_with("https://").then(|| dest_url.into_string());
                self.styled(|run| run.link = link);
            }
            Tag::Image { dest_url, .. } => self.image = Some((dest_url.into_string(), String::new())),
            Tag::List(start) => {
                if self.lists == 0 {
                    self.end_paragraph();
                    self.list_start = start.map(|start| u32::try_from(start).unwrap_or(u32::MAX));
                } else {
                    self.end_item();
                }
                self.lists += 1;
            }
            Tag::Item => self.end_item(),
            Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::HtmlBlock => {
                if self.lists == 0 {
                    self.end_paragraph();
                } else if !self.runs.is_empty() {
                    self.write("\n");
                }
            }
            Tag::Table(_) => self.end_paragraph(),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.style.pop();
            }
            TagEnd::Image => self.end_image(),
            TagEnd::List(_) => {
                self.end_item();
                self.lists = self.lists.saturating_sub(1);
                if self.lists == 0 {
                    let items = std::mem::take(&mut self.items);
                    self.blocks.push(Block::List { start: self.list_start.take(), items });
                }
            }
            TagEnd::Heading(level) if self.lists == 0 && self.dialect == Dialect::Rich => {
                let level = match level {
                    HeadingLevel::H1 => 1,
                    HeadingLevel::H2 => 2,
                    _ => return self.end_paragraph(),
                };
                let runs = std::mem::take(&mut self.runs);
                self.blocks.push(Block::Heading { level, runs });
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.runs);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let mut rows = std::mem::take(&mut self.rows).into_iter();
                let header = rows.next().unwrap_or_default();
                self.blocks.push(Block::Table { header, rows: rows.collect() });
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock
                if self.lists == 0 =>
            {
                self.end_paragraph();
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        if let Some(last) = runs.last_mut() {
            last.text.truncate(last.text.trim_end_matches('\n').len());
        }
        if runs.iter().any(|run| !run.text.is_empty()) {
            self.blocks.push(Block::Paragraph { runs });
        }
    }

    /// A `TextCaption` draws the marks of a list and leaves its items empty.
    fn end_item(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if !runs.is_empty() {
            self.items.push(if self.dialect == Dialect::Caption { Vec::new() } else { runs });
        }
    }

    fn end_image(&mut self) {
        let Some((address, alt)) = self.image.take() else { return };
        // Inside a list or a table there is no room for a picture.
        if self.dialect == Dialect::Rich && self.lists == 0 && self.rows.is_empty() {
            self.end_paragraph();
            self.blocks.push(Block::Image { picture: from_address(&address, alt, limits().image_kilobytes) });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Blocks in a short notation: `b` bold, `i` italic, `s` struck, `>` link.
    fn shown(text: &str, dialect: Dialect) -> Vec<String> {
        let runs = |runs: &[Run]| {
            runs.iter()
                .map(|run| {
                    let mut marks = String::new();
                    marks.extend(run.bold.then_some('b'));
                    marks.extend(run.italic.then_some('i'));
                    marks.extend(run.strike.then_some('s'));
                    marks.extend(run.link.is_some().then_some('>'));
                    if marks.is_empty() { run.text.clone() } else { format!("{marks}({})", run.text) }
                })
                .collect::<String>()
        };
        let row = |cells: &[Vec<Run>]| cells.iter().map(|cell| runs(cell)).collect::<Vec<_>>().join(" | ");
        blocks(text, dialect, &Run::default())
            .iter()
            .map(|block| match block {
                Block::Paragraph { runs: text } => format!("p: {}", runs(text)),
                Block::Heading { level, runs: text } => format!("h{level}: {}", runs(text)),
                Block::List { start, items } => format!("l{start:?}: {}", row(items)),
                Block::Image { picture } => format!("img: {} {:?}", picture.alt, picture.src),
                Block::Table { header, rows } => {
                    let rows: Vec<_> = rows.iter().map(|cells| row(cells)).collect();
                    format!("t: {} / {}", row(header), rows.join(" / "))
                }
            })
            .collect()
    }

    #[test]
    fn styles_and_links_show_everywhere() {
        for dialect in [Dialect::Body, Dialect::Caption, Dialect::Rich] {
            assert_eq!(
                shown("a **b** *c* ~~***d***~~ [e](https://x.org) [f](http://x.org)\ng", dialect),
                ["p: a b(b) i(c) bis(d) >(e) f\ng"]
            );
        }
    }

    #[test]
    fn headings_pictures_and_tables_show_in_rich_text_only() {
        let text = "# One\n## Two\n### Three\n\n![dot](data:image/png;base64,iVBORw0KGgo=)\n\n| a | b |\n| - | - |\n| c | *d* |";
        assert_eq!(
            shown(text, Dialect::Rich),
            [
                "h1: One",
                "h2: Two",
                "p: Three",
                "img: dot Some(\"data:image/png;base64,iVBORw0KGgo=\")",
                "t: a | b / c | i(d)"
            ]
        );
        assert_eq!(
            shown(text, Dialect::Body),
            ["p: One", "p: Two", "p: Three", "p: | a | b |\n| - | - |\n| c | i(d) |"]
        );
    }

    #[test]
    fn lists_are_one_level_deep_and_empty_in_captions() {
        let text = "3. a\n4. b\n   - c\n\n- d\n- e";
        assert_eq!(shown(text, Dialect::Body), ["lSome(3): a | b | c", "lNone: d | e"]);
        assert_eq!(shown(text, Dialect::Caption), ["lSome(3):  |  | ", "lNone:  | "]);
    }

    #[test]
    fn lines_of_an_array_stand_alone_but_tables_stay_together() {
        let lines =
            ["Not liable for:", "1. a", "2. b", "including:", "| x |", "| - |", "| y |"].map(String::from);
        assert_eq!(
            shown(&join_lines(&lines), Dialect::Rich),
            ["p: Not liable for:", "lSome(1): a | b", "p: including:", "t: x / y"]
        );
    }

    #[test]
    fn markup_of_the_web_stays_text() {
        assert_eq!(shown("<b onclick=x>hi</b>", Dialect::Rich), ["p: <b onclick=x>hi</b>"]);
        assert_eq!(shown("![x](https://x.org/a.png)", Dialect::Rich), ["img: x None"]);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "[-*_~#|>!\\[\\](): \\n`a1.<&]{0,60}") {
            for dialect in [Dialect::Body, Dialect::Caption, Dialect::Rich] {
                let _ = blocks(&text, dialect, &Run::default());
            }
        }
    }
}
