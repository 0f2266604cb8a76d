//! The clock of the simulation.

use std::collections::VecDeque;

use super::{MOST_ENTRIES, Script, Transcript};
use crate::engine::{Entry, Event, Moment, State, What, step};
use crate::journey::Project;

/// Lets a script happen. `react` is told what came of each step and gives what happens later, strictly after that moment:
/// so the whole script, played again, happens in the same order.
pub(super) fn drive(
    project: &Project,
    script: Script,
    until: Moment,
    mut react: impl FnMut(&State, &[Entry], Moment) -> Vec<(Moment, Event)>,
) -> (Script, Transcript) {
    let Script { person, mut events } = script;
    events.sort_by_key(|(at, _)| *at);
    let mut state = State::new(person.clone());
    let mut entries: Vec<Entry> = Vec::new();
    let mut played = 0;
    let mut now = Moment(i64::MIN);
    // Answers of samples, before all else of their instant
    let mut answers: VecDeque<Event> = VecDeque::new();
    while entries.len() < MOST_ENTRIES {
        let event = if let Some(answer) = answers.pop_front() {
            answer
        } else {
            let given = events.get(played);
            let due = state.next_due();
            match (given, due) {
                (Some((at, event)), due) if due.is_none_or(|due| *at <= due) && *at <= until => {
                    now = now.max(*at);
                    played += 1;
                    event.clone()
                }
                (_, Some(due)) if due <= until => {
                    now = now.max(due);
                    Event::Due
                }
                _ => break,
            }
        };
        let told;
        (state, told) = step(project, state, &event, now);
        answers.extend(told.iter().filter_map(|entry| sample(project, &events, entry)));
        for (at, event) in react(&state, &told, now) {
            let place = events.partition_point(|(other, _)| *other <= at).max(played);
            events.insert(place, (at, event));
        }
        entries.extend(told);
    }
    let cut = entries.len() >= MOST_ENTRIES;
    (Script { person, events }, Transcript { entries, state, cut })
}

/// What the first sample of a node answers, unless the script has an answer.
fn sample(project: &Project, events: &[(Moment, Event)], asked: &Entry) -> Option<Event> {
    let (What::Asks { epoch, .. }, Some(run), Some((journey, node))) = (&asked.what, asked.run, &asked.place)
    else {
        return None;
    };
    let answers = |event: &Event| matches!(event, Event::Answered { run: of, epoch: at, .. } if *of == run && at == epoch);
    if events.iter().any(|(_, event)| answers(event)) {
        return None;
    }
    let outside = project.journeys.get(journey)?.node(node)?.body.outside()?;
    let result = outside.samples.first().and_then(|sample| sample.result.clone());
    Some(Event::Answered { run, epoch: *epoch, result })
}
