//! Adding up what the test runners print.

/// Tests that passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Counts {
    /// Reads one line of a runner's output; lines that are no summary change nothing.
    pub(crate) fn read(&mut self, line: &str) {
        let plain = without_colour(line);
        let plain = plain.trim();
        // cargo: `test result: ok. 12 passed; 0 failed; ...`; vitest: `Tests  3 failed | 40 passed (43)`
        let summary =
            plain.strip_prefix("test result:").or_else(|| plain.strip_prefix("Tests ").map(str::trim_start));
        let Some(summary) = summary else { return };
        let words: Vec<&str> = summary
            .split(|c: char| c.is_whitespace() || ";|.".contains(c))
            .filter(|w| !w.is_empty())
            .collect();
        for pair in words.windows(2) {
            if let [number, what] = pair
                && let Ok(number) = number.parse::<u64>()
            {
                match *what {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    _ => {}
                }
            }
        }
    }

    /// Counts a step that is a test of its own, such as a linter.
    pub(crate) fn step(&mut self, passed: bool) {
        if passed { self.passed += 1 } else { self.failed += 1 }
    }
}

fn without_colour(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            for end in chars.by_ref() {
                if end.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn counts(lines: &[&str]) -> Counts {
        let mut counts = Counts::default();
        for line in lines {
            counts.read(line);
        }
        counts
    }

    #[test]
    fn summaries_of_both_runners_add_up() {
        let read = counts(&[
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.31s",
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
            "\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[31m3 failed\u{1b}[39m\u{1b}[22m\u{1b}[2m | \u{1b}[22m\u{1b}[32m40 passed\u{1b}[39m (43)",
        ]);
        assert_eq!(read, Counts { passed: 53, failed: 5 });
    }

    #[test]
    fn other_lines_change_nothing() {
        assert_eq!(counts(&["2 passed", "test foo ... ok", "Tests are data", ""]), Counts::default());
    }
}
