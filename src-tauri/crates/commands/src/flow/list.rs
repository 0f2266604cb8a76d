use crate::App;
use crate::wire::{Code, Error, FlowCard};

/// All Flows, newest first.
pub fn list(_app: &App) -> Result<Vec<FlowCard>, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
