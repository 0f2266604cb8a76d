use flows::facts::{self, ComposerFacts};

use crate::App;
use crate::wire::Error;

/// What templates and messages are made of.
pub fn messages(_app: &App) -> Result<ComposerFacts, Error> {
    Ok(facts::composer().clone())
}
