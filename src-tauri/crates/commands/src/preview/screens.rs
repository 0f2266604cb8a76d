use crate::App;
use crate::wire::{Code, Error};
use flows::preview::ScreenView;

/// Screens at rest, for the map's miniatures: those named, or all when none is.
pub fn screens(_app: &App, _flow: &str, _keys: &[String]) -> Result<Vec<ScreenView>, Error> {
    Err(Error::new(Code::Internal, "This part of Waymark is not built yet."))
}
