use std::path::PathBuf;

use crate::App;
use crate::wire::{Code, Error, Event};

/// Takes in files from outside (double-clicked, dragged in) and tells the page of each.
pub fn arrive(app: &App, files: &[PathBuf]) {
    for _file in files {
        app.host().emit(Event::ArrivalFailed {
            error: Error::new(Code::Internal, "This part of Waymark is not built yet."),
        });
    }
}
