use std::borrow::Cow;
use std::path::Path;

use flows::check::DocumentKind;
use flows::edit::{Document, Edit};
use flows::facts::{self, MediaFacts};
use flows::json::{Kind, Pointer};
use flows::mirror::MessageSnapshot;
use serde_json::json;

use super::file_type::FileType;
use crate::flow::fit;
use crate::wire::{Code, Error};
use crate::{App, FileKind};

/// Puts a file the user chooses where a template wants its sample or a message its picture, film, sound or file: a picture
/// is brought to a size and kind WhatsApp takes, everything else has to be of such a kind. `None` when the dialog was closed.
pub fn add_file(
    app: &App,
    message: &str,
    revision: u32,
    part: &Pointer,
) -> Result<Option<MessageSnapshot>, Error> {
    let (of_template, kind) = wanted(app, message, part)?;
    let chosen = match kind.as_str() {
        "image" => FileKind::Image,
        "sticker" => FileKind::Sticker,
        "audio" => FileKind::Sound,
        "document" if of_template => FileKind::Pdf,
        "document" => FileKind::Document,
        _ => FileKind::Film,
    };
    let Some(file) = app.host().choose_file(chosen) else {
        return Ok(None);
    };
    take(app, message, revision, part, &file).map(Some)
}

/// Whether it is for a template, and the kind of file that is wanted there, as Meta names it.
fn wanted(app: &App, message: &str, part: &Pointer) -> Result<(bool, String), Error> {
    app.message(message, |open| {
        let of_template = open.kind() == DocumentKind::Template;
        let format = open.document().tree().at(part).and_then(|part| part.get("format")?.as_str());
        let kind = if of_template { format.map(Cow::into_owned) } else { part.split().map(|(_, key)| key) };
        Ok((of_template, kind.unwrap_or_default().to_ascii_lowercase()))
    })
}

/// Puts a file where one is wanted.
pub(super) fn take(
    app: &App,
    message: &str,
    revision: u32,
    part: &Pointer,
    file: &Path,
) -> Result<MessageSnapshot, Error> {
    let (of_template, kind) = wanted(app, message, part)?;
    let bytes = read(file, &kind, of_template)?;
    let now = app.host().now();
    let kept = app.store(|workspace| workspace.keep_media(&plain_name(file, &bytes), &bytes, now))?;
    let title = format!("put '{kept}' in");
    app.message(message, |open| {
        let edits = match open.kind() {
            DocumentKind::Template | DocumentKind::Flow | DocumentKind::Journey => vec![Edit::SetProperty {
                at: part.clone(),
                key: "example".to_owned(),
                value: json!({ "header_handle": [format!("media:{kept}")] }),
            }],
            DocumentKind::Message => in_message(open.document(), part, &kind, &kept),
        };
        open.edit(app, revision, &Edit::Batch { name: Some(title), edits })
    })
}

/// The edits that put a file of this workspace into a message, in place of the address it has.
fn in_message(document: &Document, part: &Pointer, kind: &str, kept: &str) -> Vec<Edit> {
    let mut value = json!({ "id": format!("media:{kept}") });
    if let ("document", Some(value)) = (kind, value.as_object_mut()) {
        value.insert("filename".to_owned(), kept.into());
    }
    let Some(there) = document.tree().at(part).filter(|node| node.kind() == Kind::Object) else {
        let place = part.split().map(|(at, key)| Edit::SetProperty { at, key, value });
        return place.into_iter().collect();
    };
    let set = value.as_object().into_iter().flatten().map(|(key, value)| Edit::SetProperty {
        at: part.clone(),
        key: key.clone(),
        value: value.clone(),
    });
    let address =
        there.get("link").map(|_| Edit::RemoveProperty { at: part.clone(), key: "link".to_owned() });
    set.chain(address).collect()
}

/// How the names of files end that a template can show. Source: Resumable Upload API.
const SAMPLES: [&str; 4] = ["jpg", "png", "mp4", "pdf"];

/// What is in the file, within Meta's limit for its kind.
fn read(file: &Path, kind: &str, of_template: bool) -> Result<Vec<u8>, Error> {
    let bad = |why: &str| Error::new(Code::BadFile, format!("{} {why}", crate::name_of(file)));
    let takes = |media: &&MediaFacts| {
        media.kind == kind
            && (!of_template || media.extensions.iter().any(|own| SAMPLES.contains(&own.as_str())))
    };
    let known = || facts::message().media.iter().filter(takes);
    let most = known().map(|known| known.max_bytes).max().unwrap_or(facts::limits().file_bytes.into());
    if kind == "image" {
        return fit(file, usize::try_from(most).unwrap_or(usize::MAX));
    }
    let size = std::fs::metadata(file).map_err(|_| bad("could not be read. Choose the file again."))?.len();
    if size > most {
        let room = if most >= 1024 * 1024 {
            format!("{} MB", most / (1024 * 1024))
        } else {
            format!("{} KB", most / 1024)
        };
        return Err(bad(&format!(
            "is larger than {room}, the most WhatsApp takes here. Choose a smaller file."
        )));
    }
    let bytes = std::fs::read(file).map_err(|_| bad("could not be read. Choose the file again."))?;
    if FileType::of(&bytes).is_some_and(|found| known().any(|media| media.mime == found.mime)) {
        return Ok(bytes);
    }
    let endings: Vec<&str> =
        known().filter_map(|known| known.extensions.first()).map(String::as_str).collect();
    Err(bad(&format!("is of a kind WhatsApp does not take here. It takes: {}.", endings.join(", "))))
}

/// The file's name with letters, digits and plain signs alone, ending by what is in it.
fn plain_name(file: &Path, bytes: &[u8]) -> String {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let plain: String = stem
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ') { c } else { '-' })
        .collect();
    let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
    let ending = FileType::of(bytes).map_or("bin", |kind| kind.ending);
    format!("{}.{ending}", if plain.is_empty() { "file" } else { plain })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use flows::template::media_name;

    use super::plain_name;

    #[test]
    fn any_file_gets_a_name_that_a_template_can_hold() {
        for (file, name) in [
            ("two friends.PNG", "two friends.pdf"),
            ("(1) süß?.x", "1- süß.pdf"),
            ("???.pdf", "file.pdf"),
            ("صورة.pdf", "صورة.pdf"),
        ] {
            let plain = plain_name(Path::new(file), b"%PDF-1.7");
            assert_eq!(plain, name);
            assert!(media_name(&format!("media:{plain}")).is_some(), "{plain}");
        }
    }
}
