use flows::engine::Moment;
use flows::simulate::{play, record as keep};
use serde_json::Value;

use super::run::{played, read_script};
use crate::App;
use crate::wire::Error;

/// A run up to a moment as a test: what the note holds that keeps it. Its times do not matter, only what comes in which order.
pub fn record(app: &App, journey: &str, script: &Value, until: i64, name: &str) -> Result<Value, Error> {
    let (_, called, project) = played(app, journey)?;
    let mut script = read_script(script)?.of_journey(&project, &called);
    let until = Moment(until);
    script.events.retain(|(at, _)| *at <= until);
    let transcript = play(&project, &script, until);
    let case = keep(name.trim(), script, until, &transcript, false);
    Ok(serde_json::to_value(case).unwrap_or_default())
}
