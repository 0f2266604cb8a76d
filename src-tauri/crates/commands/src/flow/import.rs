use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use flows::check::DocumentKind;
use flows::facts;
use flows::json::Tree;

use crate::wire::{Code, Error, Imported};
use crate::{App, FileKind, journey, message};

/// Takes in a file the user chooses: a Flow, a template, a message or a journey. `None` when the dialog was closed.
pub fn import(app: &App) -> Result<Option<Imported>, Error> {
    match app.host().choose_file(FileKind::Flow) {
        Some(file) => take_in(app, &file).map(Some),
        None => Ok(None),
    }
}

/// Takes in a file: any text up to Meta's limit, byte for byte. What is wrong inside it shows in the source view.
pub(super) fn take_in(app: &App, file: &Path) -> Result<Imported, Error> {
    let text = read_text(file)?;
    let name = file.file_stem().map_or_else(|| "Flow".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let kind = DocumentKind::of(&Tree::parse(text.as_str()));
    let id = match kind {
        DocumentKind::Flow => super::make(app, &name, &text)?,
        DocumentKind::Template | DocumentKind::Message => message::put(app, kind, &name, &text)?,
        DocumentKind::Journey => journey::put(app, &name, &text)?,
    };
    Ok(Imported { kind, id })
}

fn bad(file: &Path, why: &str) -> Error {
    Error::new(Code::BadFile, format!("{} {why}", crate::name_of(file)))
}

/// What is in a file, up to Meta's limit.
pub(crate) fn read_bytes(file: &Path) -> Result<Vec<u8>, Error> {
    let bad = |why: &str| bad(file, why);
    let limit = facts::limits().file_bytes;
    let mut bytes = Vec::new();
    let opened = File::open(file).and_then(|file| file.take(u64::from(limit) + 1).read_to_end(&mut bytes));
    match opened.map_err(|error| error.kind()) {
        Ok(_) => {}
        Err(ErrorKind::NotFound) => {
            return Err(Error::new(
                Code::NotFound,
                format!("{} is not there any more. Choose the file again.", crate::name_of(file)),
            ));
        }
        Err(ErrorKind::PermissionDenied) => {
            return Err(bad(
                "may not be read by you. Ask whoever manages this computer, or copy it elsewhere first.",
            ));
        }
        Err(ErrorKind::IsADirectory) => return Err(bad("is a folder. Choose a file that ends in .json.")),
        Err(_) => return Err(bad("could not be read. Copy it to this computer and try again.")),
    }
    if bytes.len() > limit as usize {
        let megabytes = limit / (1024 * 1024);
        return Err(bad(&format!(
            "is larger than {megabytes} MB, the most WhatsApp takes. Choose a smaller file."
        )));
    }
    Ok(bytes)
}

/// The text in a file.
pub(crate) fn read_text(file: &Path) -> Result<String, Error> {
    let bad = |why: &str| bad(file, why);
    let text = String::from_utf8(read_bytes(file)?).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        bad(&format!(
            "is not a text file (byte {place} is no UTF-8). Choose a Flow that was saved as JSON in UTF-8."
        ))
    })?;
    if let Some(place) = text.find('\0') {
        return Err(bad(&format!(
            "is not a text file (byte {place} is zero). Choose a Flow that was saved as JSON."
        )));
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(bad("is empty. Choose a Flow that was saved as JSON."));
    }
    Ok(text)
}
