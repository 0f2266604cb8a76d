use flows::check::DocumentKind;
use flows::gallery;

use super::create::put;
use crate::App;
use crate::wire::{Code, Error};

/// Makes a template of a starter, in the language nearest to the wish; its title is in the language of the app. The files
/// that it shows come along. Gives its id.
pub fn use_starter(app: &App, starter: &str, language: &str, locale: &str) -> Result<String, Error> {
    let gone = || Error::new(Code::NotFound, "This example is not in the gallery.");
    let starter = gallery::template_starter(starter).ok_or_else(gone)?;
    let words = starter.words(locale).ok_or_else(gone)?;
    let mut text = starter.source(language).to_owned();
    let now = app.host().now();
    for media in starter.media() {
        let kept = app.store(|workspace| workspace.keep_media(media.name, media.bytes, now))?;
        if kept != media.name {
            text = text.replace(&format!("\"media:{}\"", media.name), &format!("\"media:{kept}\""));
        }
    }
    put(app, DocumentKind::Template, &words.title, &text)
}
