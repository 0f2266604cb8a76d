//! A run that is kept as a test.

use serde::{Deserialize, Serialize};

use super::seen::{AT, ENDED};
use super::{Script, Transcript, play, seen};
use crate::engine::{Event, Moment};
use crate::journey::{JourneyName, Project};

/// A script with what has to come of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// What its owner calls it.
    pub name: String,
    /// What happens.
    pub script: Script,
    /// Up to when.
    pub until: Moment,
    /// What has to be seen, line by line as [`seen`] tells it. Without any line that begins with `at` the times do not matter.
    pub expect: Vec<String>,
}

impl Script {
    /// The same with a journey that the project does not have taken for this one, which was called something else when
    /// the script was written.
    #[must_use]
    pub fn of_journey(mut self, project: &Project, own: &JourneyName) -> Self {
        for (_, event) in &mut self.events {
            if let Event::Started { journey, .. } = event
                && !project.journeys.contains_key(journey)
            {
                journey.clone_from(own);
            }
        }
        self
    }
}

impl Case {
    /// The same for a case.
    #[must_use]
    pub fn of_journey(mut self, project: &Project, own: &JourneyName) -> Self {
        self.script = self.script.of_journey(project, own);
        for line in &mut self.expect {
            let told = line.strip_prefix(ENDED).and_then(|told| told.rsplit_once(": "));
            if let Some((_, why)) = told.filter(|(name, _)| !project.journeys.contains_key(&(*name).into())) {
                *line = format!("{ENDED}{own}: {why}");
            }
        }
        self
    }
}

/// A line that is not as it has to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Which line of `expect`, from 0; its length: after the last.
    pub line: usize,
    /// The line that does not come any more.
    pub wanted: Option<String>,
    /// The line that comes instead, or that was not there.
    pub came: Option<String>,
    /// What is different, as a sentence.
    pub sentence: String,
}

/// Plays a case. No difference: it is as it has to be.
pub fn check(project: &Project, case: &Case) -> Vec<Difference> {
    let timed = case.expect.iter().any(|line| line.starts_with(AT));
    let found = lines(&play(project, &case.script, case.until), timed);
    differences(&case.expect, &found)
}

/// A case of a run as it was; with its times, or whenever it is.
pub fn record(name: &str, script: Script, until: Moment, transcript: &Transcript, timed: bool) -> Case {
    Case { name: name.to_owned(), script, until, expect: lines(transcript, timed) }
}

fn lines(transcript: &Transcript, timed: bool) -> Vec<String> {
    let mut lines = seen(transcript);
    if !timed {
        lines.retain(|line| !line.starts_with(AT));
    }
    lines
}

/// How far ahead a line is looked for.
const AHEAD: usize = 40;

/// Walks along both; where they differ, the nearest line that both have goes on.
fn differences(expected: &[String], found: &[String]) -> Vec<Difference> {
    let mut out = Vec::new();
    let (mut left, mut right) = (expected, found);
    loop {
        let line = expected.len() - left.len();
        let mut tell = |wanted: Option<&String>, came: Option<&String>, sentence: String| {
            out.push(Difference { line, wanted: wanted.cloned(), came: came.cloned(), sentence });
        };
        let gone = |wanted: &String| format!("\"{wanted}\" does not come any more.");
        match (left, right) {
            ([], []) => return out,
            ([wanted, left_rest @ ..], [came, right_rest @ ..]) if wanted == came => {
                (left, right) = (left_rest, right_rest);
            }
            ([wanted, left_rest @ ..], [came, right_rest @ ..]) => {
                let later_left = left_rest.iter().take(AHEAD).position(|line| line == came);
                let later_right = right_rest.iter().take(AHEAD).position(|line| line == wanted);
                match (later_left, later_right) {
                    (Some(skipped), later) if later.is_none_or(|later| skipped <= later) => {
                        tell(Some(wanted), None, gone(wanted));
                        left = left_rest;
                    }
                    (_, Some(_)) => {
                        let sentence = format!("\"{came}\" comes, which was not there before \"{wanted}\".");
                        tell(None, Some(came), sentence);
                        right = right_rest;
                    }
                    _ => {
                        let sentence = format!("Instead of \"{wanted}\" there is \"{came}\".");
                        tell(Some(wanted), Some(came), sentence);
                        (left, right) = (left_rest, right_rest);
                    }
                }
            }
            ([wanted, rest @ ..], []) => {
                tell(Some(wanted), None, gone(wanted));
                left = rest;
            }
            ([], [came, rest @ ..]) => {
                tell(None, Some(came), format!("\"{came}\" comes at the end, which was not there."));
                right = rest;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_told_in_sentences() {
        let lines = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let told = |expected: &str, found: &str| {
            let all = differences(&lines(expected), &lines(found));
            all.into_iter().map(|it| format!("{} {}", it.line, it.sentence)).collect::<Vec<_>>()
        };
        let sides = differences(&lines("a b"), &lines("a x"));
        assert_eq!(sides[0].wanted.as_deref().zip(sides[0].came.as_deref()), Some(("b", "x")));
        assert_eq!(told("a b c", "a b c"), Vec::<String>::new());
        assert_eq!(told("a b c", "a c"), ["1 \"b\" does not come any more."]);
        assert_eq!(told("a c", "a b c"), ["1 \"b\" comes, which was not there before \"c\"."]);
        assert_eq!(told("a b", "a x"), ["1 Instead of \"b\" there is \"x\"."]);
        assert_eq!(told("a", "a b"), ["1 \"b\" comes at the end, which was not there."]);
        assert_eq!(told("a b", "a"), ["1 \"b\" does not come any more."]);
    }
}
