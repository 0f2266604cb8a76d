use crate::App;
use crate::wire::{Code, Error, Settings};

/// Stores how the app looks and speaks.
pub fn set(app: &App, settings: &Settings) -> Result<(), Error> {
    app.host().set_settings(settings).map_err(|why| {
        Error::new(
            Code::Internal,
            format!("Your settings could not be stored: {why}. They hold until you close Waymark."),
        )
    })
}
