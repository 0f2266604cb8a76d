use std::path::{Path, PathBuf};

use flows::project::ENDING;

use super::import::take_in;
use crate::wire::{Event, Imported};
use crate::{App, project};

/// Takes in files from outside (double-clicked, dragged in) and tells the page of each.
pub fn arrive(app: &App, files: &[PathBuf]) {
    for file in files {
        let event = if is_project(file) {
            project::take_in(app, file).map(|taken| Event::ProjectArrived { taken })
        } else {
            take_in(app, file).map(|arrived| Event::DocumentArrived { arrived })
        };
        app.host().emit(event.unwrap_or_else(|error| Event::ArrivalFailed { error }));
    }
}

fn is_project(file: &Path) -> bool {
    file.is_dir() || file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// Takes in the files given at the start. Gives the last one; what cannot be taken in is told by an event.
pub(crate) fn take_expected(app: &App) -> Option<Imported> {
    let mut last = None;
    for file in app.take_expected() {
        if is_project(&file) {
            arrive(app, &[file]);
            continue;
        }
        match take_in(app, &file) {
            Ok(arrived) => last = Some(arrived),
            Err(error) => app.host().emit(Event::ArrivalFailed { error }),
        }
    }
    last
}
