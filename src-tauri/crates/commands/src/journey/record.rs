use flows::engine::Moment;
use flows::simulate::{Other, Script, play, record as keep, untimed};
use serde_json::Value;

use super::run::{played, read_script};
use crate::App;
use crate::wire::{Code, Error, JourneyKept};

/// A run up to a moment as a test: what the note holds that keeps it. Its times do not matter, only what comes in which order.
pub fn record(app: &App, journey: &str, kept: &JourneyKept) -> Result<Value, Error> {
    let (_, called, project) = played(app, journey)?;
    let until = Moment(kept.until);
    let script = |script: &Value| -> Result<Script, Error> {
        let mut script = read_script(script)?.of_journey(&project, &called);
        script.events.retain(|(at, _)| *at <= until);
        Ok(script)
    };
    let nobody = || Error::new(Code::InvalidEdit, "There is nobody in this run.");
    let (first, others) = kept.people.split_first().ok_or_else(nobody)?;
    let first = script(&first.script)?;
    let transcript = play(&project, &first, until);
    let mut case = keep(kept.name.trim(), first, until, &transcript, false);
    for other in others {
        let script = script(&other.script)?;
        let expect = Some(untimed(&play(&project, &script, until)));
        case.others.push(Other { name: other.name.clone().unwrap_or_default(), script, expect });
    }
    if !kept.exact {
        case.expect = None;
        case.others.iter_mut().for_each(|other| other.expect = None);
    }
    case.checks = serde_json::from_value(kept.checks.clone())
        .map_err(|_| Error::new(Code::InvalidEdit, "What this test checks cannot be read."))?;
    Ok(serde_json::to_value(case).unwrap_or_default())
}
