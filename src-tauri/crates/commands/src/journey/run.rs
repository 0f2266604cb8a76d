use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use flows::engine::{ByHand, Event, Inbound, Moment, Person, Wait, What};
use flows::journey::{FieldName, JourneyName, NodeId, Project};
use flows::mirror::{Beside, Played, Prices, RunView, run_view};
use flows::simulate::{Known, Script, Transcript, begin, perform_on, play, somebody_for};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::Value;

use super::dates;
use crate::wire::{Code, Error, RunAct, RunRequest, RunSet};
use crate::{App, rates};

/// Plays a run up to a moment. Nothing is sent and nothing is kept: all of it is in the answer.
pub fn run(app: &App, journey: &str, request: &RunRequest) -> Result<RunView, Error> {
    let cards = rates::all(app)?;
    let (beside, name, project) = played(app, journey)?;
    let given = script(&project, &name, request)?;
    let until = Moment(request.until);
    let (script, transcript) = perform(&project, &given, request, until);
    let played = Played { project: &project, script: &script, transcript: &transcript, until };
    let prices = Prices { on: today(app), cards: &cards };
    Ok(run_view(&played, &beside, &name, &prices))
}

/// The day by whose rates messages are priced.
pub(super) fn today(app: &App) -> Date {
    let now = Timestamp::from_millisecond(app.host().now()).unwrap_or_default();
    now.to_zoned(TimeZone::UTC).date()
}

/// A run goes on until nothing new is planned in it; more would be a journey that plans for ever.
const MOST_PLANS: usize = 8;

/// Plays a script to a moment, with the days that come near on the way.
fn perform(project: &Project, given: &Script, request: &RunRequest, until: Moment) -> (Script, Transcript) {
    let seen = request.seen.map_or(Moment(i64::MIN), Moment);
    let once = |script: Script| {
        if let Some(persona) = request.persona {
            let known = Known { seen: request.seen.map(Moment), since: request.since.map(Moment) };
            return perform_on(project, persona, script, known, until);
        }
        let transcript = play(project, &script, until);
        (script, transcript)
    };
    let (mut script, mut transcript) = once(given.clone());
    let mut plans = dates::planned(project, &script, &transcript, seen);
    for _ in 0..MOST_PLANS {
        let mut more = given.clone();
        let due: Vec<_> = plans.iter().filter(|(at, _)| *at <= until).cloned().collect();
        dates::put(&mut more, &due);
        if more.events.len() == given.events.len() || due.iter().all(|plan| script.events.contains(plan)) {
            break;
        }
        (script, transcript) = once(more);
        plans = dates::planned(project, &script, &transcript, seen);
    }
    dates::keep(project, &mut script, &plans, until);
    dates::put(&mut script, &plans);
    (script, transcript)
}

/// What a run of a journey is played in.
pub(super) fn played(app: &App, journey: &str) -> Result<(Arc<Beside>, JourneyName, Project), Error> {
    app.journey(journey, |open| {
        let beside = open.beside();
        let name = open.document().name().to_owned();
        let project = beside.played(&name, open.document().shown());
        Ok((beside, JourneyName(name), project))
    })
}

/// A script as the page keeps it.
pub(super) fn read_script(script: &Value) -> Result<Script, Error> {
    serde_json::from_value(script.clone())
        .map_err(|_| Error::new(Code::InvalidEdit, "This run cannot be read. Start it again."))
}

/// What happens from outside: what the page gave, with what the person does now in place of what they were about to do.
fn script(project: &Project, name: &JourneyName, request: &RunRequest) -> Result<Script, Error> {
    let at = Moment(request.at);
    let gone =
        || Error::new(Code::NotFound, "This start is not in the journey any more. Choose another one.");
    let mut script = if let Some(script) = &request.script {
        read_script(script)?.of_journey(project, name)
    } else {
        let start = request.start.as_deref().ok_or_else(gone)?;
        let start = NodeId(start.to_owned());
        let event = begin(project, name, &start).ok_or_else(gone)?;
        let mut person = Person {
            zone: request.zone.clone(),
            country: request.country.clone(),
            ..somebody_for(project, name, &start)
        };
        dates::forget(project, &start, &mut person);
        if let Some(called) = &request.name {
            person.fields.insert("first_name".into(), called.as_str().into());
        }
        Script { person, events: vec![(at, event)] }
    };
    if let Some(act) = &request.act {
        // What was sent before is still on its way; what was to be sent may never be.
        let so_far = sends(&play(project, &script, at));
        script.events.retain(|(when, event)| {
            *when <= at || matches!(event, Event::Status { send, .. } if so_far.contains(send))
        });
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
        RunAct::Reconsider => Vec::new(),
        RunAct::Call => vec![Event::Called],
        RunAct::Block { yes } => vec![Event::Blocked(*yes)],
        RunAct::Consent { yes } => vec![Event::Consented(*yes)],
        RunAct::Set { what } => vec![Event::Set(by_hand(what))],
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

fn by_hand(what: &RunSet) -> ByHand {
    match what.clone() {
        RunSet::Value { name, value } => ByHand::Value { name: name.as_str().into(), value },
        RunSet::Tag { name, has } => ByHand::Tag { name, has },
        RunSet::Consent { state } => ByHand::Consent(state),
        RunSet::Stage { stage } => ByHand::Stage(stage),
        RunSet::Window { open } => ByHand::Window(open),
    }
}

/// Numbers of the messages that went out.
fn sends(transcript: &Transcript) -> BTreeSet<u32> {
    let numbers = transcript.entries.iter().filter_map(|entry| match entry.what {
        What::Sent { send, .. } => Some(send),
        _ => None,
    });
    numbers.collect()
}

fn fields(value: &Value) -> BTreeMap<FieldName, Value> {
    let members = value.as_object().into_iter().flatten();
    members.map(|(name, value)| (name.as_str().into(), value.clone())).collect()
}
