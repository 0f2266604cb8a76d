use crate::App;
use crate::wire::{Code, Error};
use flows::mirror::Snapshot;
/// The whole Flow.
pub fn open(_app: &App, _flow: &str) -> Result<Snapshot, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
