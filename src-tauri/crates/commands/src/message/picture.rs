use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::App;
use crate::wire::{Code, Error};

/// A picture of the workspace as a `data:` address, by its name (`two.jpg` of `media:two.jpg`). Films and other files have
/// none.
pub fn picture(app: &App, name: &str) -> Result<String, Error> {
    let bytes = app.store(|workspace| workspace.media(name))?;
    let mime = match image::guess_format(&bytes) {
        Ok(image::ImageFormat::Png) => "image/png",
        Ok(image::ImageFormat::Jpeg) => "image/jpeg",
        _ => return Err(Error::new(Code::NotFound, format!("{name} is no picture."))),
    };
    Ok(format!("data:{mime};base64,{}", STANDARD.encode(bytes)))
}
