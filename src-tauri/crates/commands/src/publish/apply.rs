use crate::App;
use crate::wire::{Code, Error, Report};

/// Does what the plan says. Safe to repeat and to interrupt.
pub async fn apply(_app: &App, _plan: &str, _replace: &[String]) -> Result<Report, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
