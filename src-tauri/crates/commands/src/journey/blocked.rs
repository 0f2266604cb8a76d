use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use flows::check::{Severity, look_at_journey_of};
use flows::json::Tree;

use crate::App;
use crate::beside::{self, Print};
use crate::wire::Error;

/// How many findings block each journey, by its id: known until something in the workspace changes.
#[derive(Default)]
pub(crate) struct Blocked(Mutex<Option<(Print, BTreeMap<String, u32>)>>);

impl Blocked {
    /// Beside what is in the workspace now.
    pub(crate) fn of(&self, app: &App) -> Result<BTreeMap<String, u32>, Error> {
        let print = beside::print(app, None)?;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, counts)) = known.as_ref().filter(|(before, _)| *before == print) {
            return Ok(counts.clone());
        }
        let counts = count(app, &print)?;
        *known = Some((print, counts.clone()));
        Ok(counts)
    }
}

fn count(app: &App, print: &Print) -> Result<BTreeMap<String, u32>, Error> {
    let mut journeys = Vec::new();
    let beside = beside::read_with(app, print, |id, name, tree| journeys.push((id, name, tree.clone())))?;
    let count = |(id, name, tree): (&str, &str, Tree)| {
        let found = look_at_journey_of(&beside.project, name, &tree);
        let blocked = found.iter().filter(|finding| finding.severity == Severity::Blocked).count();
        (id.to_owned(), u32::try_from(blocked).unwrap_or(u32::MAX))
    };
    Ok(journeys.into_iter().map(count).collect())
}
