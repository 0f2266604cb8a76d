use crate::App;
use crate::wire::{Code, Error, Plan};

/// What publishing would do. Nothing is changed.
pub async fn plan(_app: &App, _flows: &[String], _account: &str) -> Result<Plan, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
