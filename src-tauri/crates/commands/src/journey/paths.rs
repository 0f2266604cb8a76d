use flows::engine::{End, Moment, Person, What};
use flows::journey::{JourneyName, Length, NodeId, Project, Role};
use flows::simulate::{Persona, begin, perform, somebody_for};

use super::run::played;
use crate::App;
use crate::wire::{Error, JourneyPaths, PathFound};

/// How long each run is followed. Ours: the longest waits of the finished journeys are five weeks.
const FOLLOWED: Length = Length::of_hours(24 * 90);

/// Lets people of every kind in by every start of a journey, and tells where a message is refused or it goes on without end.
/// `at` is when they come, in milliseconds since 1970 (UTC).
pub fn paths(app: &App, journey: &str, zone: &str, country: &str, at: i64) -> Result<JourneyPaths, Error> {
    let (_, name, project) = played(app, journey)?;
    let nodes = project.journeys.get(&name).into_iter().flat_map(|journey| &journey.nodes);
    let mut paths = JourneyPaths { played: 0, found: Vec::new() };
    for node in nodes.filter(|node| node.body.role() == Role::Trigger) {
        let somebody = somebody_for(&project, &name, &node.id);
        let person = Person { zone: zone.to_owned(), country: country.to_owned(), ..somebody };
        for persona in Persona::ALL {
            paths.played += 1;
            paths.found.extend(trouble(&project, &name, &node.id, persona, &person, Moment(at)));
        }
    }
    Ok(paths)
}

/// The first thing that is wrong in one run.
fn trouble(
    project: &Project,
    name: &JourneyName,
    start: &NodeId,
    persona: Persona,
    person: &Person,
    from: Moment,
) -> Option<PathFound> {
    let event = begin(project, name, start)?;
    let until = from.after(FOLLOWED);
    let (_, transcript) = perform(project, persona, event, person.clone(), from, until);
    let found = |at: Moment, step, refused| {
        Some(PathFound { start: start.0.clone(), persona, at: at.0, step, refused })
    };
    for entry in &transcript.entries {
        let place = entry.place.as_ref().filter(|(journey, _)| journey == name);
        let step = place.map(|(_, node)| node.0.clone());
        match entry.what {
            What::Refused { why, .. } => return found(entry.at, step, Some(why)),
            What::Ended { why: End::Endless } => return found(entry.at, step, None),
            _ => (),
        }
    }
    let last = transcript.entries.last().filter(|_| transcript.cut)?;
    found(last.at, None, None)
}
