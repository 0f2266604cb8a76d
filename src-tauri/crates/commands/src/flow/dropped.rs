use std::path::{Path, PathBuf};

use flows::facts;

use crate::App;
use crate::wire::{Error, Event};

/// Tells the page that files hang over it. `files` is given when they enter.
pub fn hover(app: &App, files: Option<&[PathBuf]>, (x, y): (i32, i32)) {
    let images = files.map(|files| files.iter().filter(|file| is_media(file)).count());
    let images = images.map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    app.host().emit(Event::FilesHover { x, y, images });
}

/// Tells the page that they are gone.
pub fn leave(app: &App) {
    app.host().emit(Event::FilesLeft);
}

/// Takes dropped files: Flow files come in at once; what goes into a Flow or a message waits for the page to say where.
pub fn take_dropped(app: &App, files: Vec<PathBuf>, (x, y): (i32, i32)) {
    let (images, flows): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(|file| is_media(file));
    if images.is_empty() {
        leave(app);
    } else {
        let event = match wait(app, images.clone()) {
            Ok(token) => {
                let images = images.iter().map(|file| crate::name_of(file)).collect();
                Event::FilesDropped { token, images, x, y }
            }
            Err(error) => Event::ArrivalFailed { error },
        };
        app.host().emit(event);
    }
    super::arrive(app, &flows);
}

fn wait(app: &App, images: Vec<PathBuf>) -> Result<String, Error> {
    let token = app.store(|workspace| workspace.new_id())?;
    app.drops().put(token.clone(), images);
    Ok(token)
}

/// Whether a Flow or a message may take it, by its ending; what it really is shows when it is read.
fn is_media(file: &Path) -> bool {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    let mut known = facts::message().media.iter().flat_map(|media| &media.extensions);
    known.any(|own| own == ending)
}
