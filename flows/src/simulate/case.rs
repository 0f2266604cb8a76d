//! A run that is kept as a test.

use serde::{Deserialize, Serialize};

use super::assertion::{Asserted, Untrue};
use super::seen::{AT, ENDED};
use super::{Prices, Script, Transcript, play, seen};
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
    /// What has to be seen, line by line as [`seen`] tells it. Without any line that begins with `at` the times do not matter;
    /// none: only `checks` count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expect: Option<Vec<String>>,
    /// What has to be so at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Asserted>,
    /// Other people under the same clock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
}

/// Somebody else in a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Other {
    /// What they are called.
    pub name: String,
    /// What happens to them.
    pub script: Script,
    /// As in [`Case`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expect: Option<Vec<String>>,
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
        for other in &mut self.others {
            other.script = std::mem::take(&mut other.script).of_journey(project, own);
        }
        let expected =
            std::iter::once(&mut self.expect).chain(self.others.iter_mut().map(|other| &mut other.expect));
        for line in expected.flatten().flatten() {
            let told = line.strip_prefix(ENDED).and_then(|told| told.rsplit_once(": "));
            if let Some((_, why)) = told.filter(|(name, _)| !project.journeys.contains_key(&(*name).into())) {
                *line = format!("{ENDED}{own}: {why}");
            }
        }
        self
    }
}

/// Something that is not as it has to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Of whom: 0 is the first person, 1 the first of the others.
    pub who: usize,
    /// Which line of `expect`, from 0; its length: after the last. Of a check: which one.
    pub line: usize,
    /// It is one of the checks.
    pub is_check: bool,
    /// The line that does not come any more.
    pub wanted: Option<String>,
    /// The line that comes instead, or that was not there. Of a check: what is so.
    pub came: Option<String>,
    /// What is different, as a sentence.
    pub sentence: String,
}

/// Plays a case. No difference: it is as it has to be. What it costs is not known here.
pub fn check(project: &Project, case: &Case) -> Vec<Difference> {
    check_priced(project, case, None)
}

/// Plays a case, with what it costs.
pub fn check_priced(project: &Project, case: &Case, prices: Option<&Prices<'_>>) -> Vec<Difference> {
    let people = std::iter::once((&case.script, &case.expect))
        .chain(case.others.iter().map(|other| (&other.script, &other.expect)));
    let mut out = Vec::new();
    for (who, (script, expect)) in people.enumerate() {
        let transcript = play(project, script, case.until);
        if let Some(expect) = expect {
            let timed = expect.iter().any(|line| line.starts_with(AT));
            let found = differences(expect, &lines(&transcript, timed));
            out.extend(found.into_iter().map(|it| Difference { who, ..it }));
        }
        let begin = script.events.iter().map(|(at, _)| *at).min().unwrap_or(case.until);
        let checks = case.checks.iter().enumerate().filter(|(_, check)| check.who == who);
        out.extend(checks.filter_map(|(line, check)| {
            let Untrue { sentence, came } = check.what.untrue(&transcript, begin, prices)?;
            Some(Difference { who, line, is_check: true, wanted: None, came, sentence })
        }));
    }
    let people = 1 + case.others.len();
    let nobody = case.checks.iter().enumerate().filter(|(_, check)| check.who >= people);
    out.extend(nobody.map(|(line, check)| Difference {
        who: check.who,
        line,
        is_check: true,
        wanted: None,
        came: None,
        sentence: "This is said of somebody who is not in the test.".to_owned(),
    }));
    out
}

/// A case of a run as it was; with its times, or whenever it is.
pub fn record(name: &str, script: Script, until: Moment, transcript: &Transcript, timed: bool) -> Case {
    let expect = Some(lines(transcript, timed));
    Case { name: name.to_owned(), script, until, expect, checks: Vec::new(), others: Vec::new() }
}

/// What is seen of a run, as [`Case::expect`] has it without times.
pub fn untimed(transcript: &Transcript) -> Vec<String> {
    lines(transcript, false)
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
            let (wanted, came) = (wanted.cloned(), came.cloned());
            out.push(Difference { who: 0, line, is_check: false, wanted, came, sentence });
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
