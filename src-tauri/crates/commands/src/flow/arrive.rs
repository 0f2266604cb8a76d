use std::path::PathBuf;

use super::import::take_in;
use crate::App;
use crate::wire::{Event, Imported};

/// Takes in files from outside (double-clicked, dragged in) and tells the page of each.
pub fn arrive(app: &App, files: &[PathBuf]) {
    for file in files {
        let event = match take_in(app, file) {
            Ok(arrived) => Event::DocumentArrived { arrived },
            Err(error) => Event::ArrivalFailed { error },
        };
        app.host().emit(event);
    }
}

/// Takes in the files given at the start. Gives the last one; what cannot be taken in is told by an event.
pub(crate) fn take_expected(app: &App) -> Option<Imported> {
    let mut last = None;
    for file in app.take_expected() {
        match take_in(app, &file) {
            Ok(arrived) => last = Some(arrived),
            Err(error) => app.host().emit(Event::ArrivalFailed { error }),
        }
    }
    last
}
