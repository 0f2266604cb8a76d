use flows::json::Pointer;
use flows::simulate::{Case, Difference, Prices, check_priced};

use super::run::{played, today};
use crate::wire::{Error, JourneyTest, TestDifference};
use crate::{App, rates};

/// What names of notes that keep a test begin with.
pub(super) const KEPT: &str = "tests";

/// Plays all tests that are kept beside the journey, in the order of their names.
pub fn tests(app: &App, journey: &str) -> Result<Vec<JourneyTest>, Error> {
    let (_, name, project) = played(app, journey)?;
    let cards = rates::all(app)?;
    let prices = Prices { on: today(app), cards: &cards };
    let notes = app.journey(journey, |open| Ok(open.document().notes().clone()))?;
    let is_test = |at: &Pointer| at.tokens().next().is_some_and(|kind| kind == KEPT);
    let kept = notes.into_iter().filter(|(at, _)| is_test(at));
    let mut tests: Vec<JourneyTest> = kept
        .map(|(at, note)| {
            match serde_json::from_value::<Case>(note).map(|case| case.of_journey(&project, &name)) {
                Ok(case) => JourneyTest {
                    at,
                    differences: check_priced(&project, &case, Some(&prices))
                        .into_iter()
                        .map(difference)
                        .collect(),
                    name: Some(case.name),
                },
                Err(_) => JourneyTest {
                    at,
                    name: None,
                    differences: vec![TestDifference {
                        who: 0,
                        check: None,
                        wanted: None,
                        came: None,
                        sentence: "This test cannot be read.".to_owned(),
                    }],
                },
            }
        })
        .collect();
    tests.sort_by(|a, b| (&a.name, &a.at).cmp(&(&b.name, &b.at)));
    Ok(tests)
}

fn difference(it: Difference) -> TestDifference {
    let short = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    TestDifference {
        who: short(it.who),
        check: it.is_check.then(|| short(it.line)),
        wanted: it.wanted,
        came: it.came,
        sentence: it.sentence,
    }
}
