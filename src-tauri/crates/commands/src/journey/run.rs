use std::collections::BTreeMap;

use flows::engine::{Event, Inbound, Moment, Person, Wait};
use flows::journey::{FieldName, JourneyName, NodeId, Project};
use flows::mirror::{Played, RunView, run_view};
use flows::simulate::{Script, begin, perform_on, play, somebody_for};
use serde_json::Value;

use crate::wire::{Code, Error, RunAct, RunRequest};
use crate::{App, rates};

/// Plays a run up to a moment. Nothing is sent and nothing is kept: all of it is in the answer.
pub fn run(app: &App, journey: &str, request: &RunRequest) -> Result<RunView, Error> {
    let cards = rates::all(app)?;
    let (beside, name, project) = app.journey(journey, |open| {
        let beside = open.beside();
        let name = open.document().name().to_owned();
        let project = beside.played(&name, open.document().shown());
        Ok((beside, name, project))
    })?;
    let name = JourneyName(name);
    let script = script(&project, &name, request)?;
    let until = Moment(request.until);
    let (script, transcript) = match request.persona {
        Some(persona) => perform_on(&project, persona, script, request.seen.map(Moment), until),
        None => {
            let transcript = play(&project, &script, until);
            (script, transcript)
        }
    };
    let played = Played { project: &project, script: &script, transcript: &transcript, until };
    Ok(run_view(&played, &beside, &name, &cards))
}

/// What happens from outside: what the page gave, with what the person does now in place of what they were about to do.
fn script(project: &Project, name: &JourneyName, request: &RunRequest) -> Result<Script, Error> {
    let at = Moment(request.at);
    let gone =
        || Error::new(Code::NotFound, "This start is not in the journey any more. Choose another one.");
    let mut script = match &request.script {
        Some(script) => serde_json::from_value(script.clone())
            .map_err(|_| Error::new(Code::InvalidEdit, "This run cannot be read. Start it again."))?,
        None => {
            let start = request.start.as_deref().ok_or_else(gone)?;
            let start = NodeId(start.to_owned());
            let event = begin(project, name, &start).ok_or_else(gone)?;
            let person = Person {
                zone: request.zone.clone(),
                country: request.country.clone(),
                ..somebody_for(project, name, &start)
            };
            Script { person, events: vec![(at, event)] }
        }
    };
    if let Some(act) = &request.act {
        script.events.retain(|(when, event)| *when <= at || matches!(event, Event::Status { .. }));
        let events = events(project, &script, at, act);
        let place = script.events.partition_point(|(when, _)| *when <= at);
        script.events.splice(place..place, events.into_iter().map(|event| (at, event)));
    }
    Ok(script)
}

fn events(project: &Project, script: &Script, at: Moment, act: &RunAct) -> Vec<Event> {
    let wrote = |message| vec![Event::Wrote(message)];
    match act {
        RunAct::Text { words } => wrote(Inbound::Text(words.clone())),
        RunAct::Tap { id, words } => wrote(Inbound::Tapped { id: id.clone(), words: words.clone() }),
        RunAct::Flow { answer } => wrote(Inbound::Flow(fields(answer))),
        RunAct::Location { words } => wrote(Inbound::Location(words.clone())),
        RunAct::Media { name } => wrote(Inbound::Media(name.clone())),
        RunAct::Call => vec![Event::Called],
        RunAct::Block { yes } => vec![Event::Blocked(*yes)],
        RunAct::Consent { yes } => vec![Event::Consented(*yes)],
        RunAct::Happen { name, data } => vec![Event::Happened { name: name.clone(), data: fields(data) }],
        RunAct::Start { step } => {
            let journeys = project.journeys.iter();
            let mut found = journeys.filter_map(|(name, _)| begin(project, name, &NodeId(step.clone())));
            found.next().into_iter().collect()
        }
        RunAct::Resolve => {
            let state = play(project, script, at).state;
            let waiting = state.runs.iter().filter(|run| run.wait == Wait::Somebody);
            waiting.map(|run| Event::Resolved { run: run.number }).collect()
        }
    }
}

fn fields(value: &Value) -> BTreeMap<FieldName, Value> {
    let members = value.as_object().into_iter().flatten();
    members.map(|(name, value)| (name.as_str().into(), value.clone())).collect()
}
