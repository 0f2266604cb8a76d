use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::file_type::FileType;
use crate::App;
use crate::wire::{Code, Error};

/// A picture of the workspace as a `data:` address, by its name (`two.jpg` of `media:two.jpg`). Films and other files have
/// none.
pub fn picture(app: &App, name: &str) -> Result<String, Error> {
    let bytes = app.store(|workspace| workspace.media(name))?;
    let Some(kind) = FileType::of(&bytes).filter(|kind| kind.is_picture()) else {
        return Err(Error::new(Code::NotFound, format!("{name} is no picture.")));
    };
    Ok(format!("data:{};base64,{}", kind.mime, STANDARD.encode(bytes)))
}
