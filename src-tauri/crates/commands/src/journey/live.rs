use flows::diff::{StepChanged, journey_changes};
use flows::edit::{Document, Timeline};
use flows::json::Tree;
use flows::mirror::journey_snapshot;

use crate::App;
use crate::publish::KeptPlaces;
use crate::wire::{Error, JourneyLive};

/// How a journey differs from what was published last, in whichever account; none when it never was.
pub fn live(app: &App, journey: &str) -> Result<Option<JourneyLive>, Error> {
    let live = app.store(|workspace| {
        let all = workspace.all_live()?;
        let newest = all.into_iter().filter(|live| live.document == journey).max_by_key(|live| live.at);
        newest.map_or(Ok(None), |live| workspace.live(journey, &live.account))
    })?;
    let Some((live, text)) = live.and_then(|live| Some((live.clone(), live.text?))) else { return Ok(None) };
    let places: KeptPlaces = serde_json::from_str(&live.detail).unwrap_or_default();
    app.journey(journey, |open| {
        let changes = journey_changes(&Tree::parse(text.as_str()), open.document().shown());
        let before = Document::new(open.document().name(), text.as_str(), places.positions);
        let beside = open.beside();
        let mut removed =
            journey_snapshot(0, &before, &Timeline::default(), &beside, Default::default()).steps;
        let is_gone = |key: &str| {
            changes.steps.iter().any(|step| step.key == key && step.change == StepChanged::Removed)
        };
        removed.retain(|step| is_gone(&step.key));
        Ok(Some(JourneyLive { account: live.account, at: live.at.to_string(), changes, removed }))
    })
}
