use crate::App;
use crate::wire::{Error, Settings};

/// How the app looks and speaks.
pub fn get(app: &App) -> Result<Settings, Error> {
    Ok(app.host().settings())
}
