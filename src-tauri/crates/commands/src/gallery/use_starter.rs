use flows::gallery;

use crate::wire::{Code, Error};
use crate::{App, flow};

/// Makes a new Flow of a starter. Gives the Flow's id.
pub fn use_starter(app: &App, starter: &str, language: &str) -> Result<String, Error> {
    let gone = || Error::new(Code::NotFound, "This example is not in the gallery.");
    let starter = gallery::starter(starter).ok_or_else(gone)?;
    let (words, text) = starter.words(language).zip(starter.source(language)).ok_or_else(gone)?;
    flow::make(app, &words.title, text)
}
