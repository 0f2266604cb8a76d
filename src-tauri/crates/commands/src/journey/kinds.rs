use flows::journey;

use crate::App;
use crate::wire::{Error, StepKind};

/// Every kind of step, in the order they are offered.
pub fn kinds(_app: &App) -> Result<Vec<StepKind>, Error> {
    let kind = |kind: &journey::KindText| StepKind {
        name: kind.name.to_owned(),
        role: kind.role,
        example: kind.example().unwrap_or_default(),
    };
    Ok(journey::kinds().iter().map(kind).collect())
}
