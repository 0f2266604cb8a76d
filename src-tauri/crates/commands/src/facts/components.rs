use flows::facts::{self, ComponentFacts};

use crate::App;
use crate::wire::Error;

/// Every property of every component.
pub fn components(_app: &App) -> Result<Vec<ComponentFacts>, Error> {
    Ok(facts::components().to_vec())
}
