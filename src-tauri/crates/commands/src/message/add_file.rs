use std::path::Path;

use flows::edit::Edit;
use flows::facts;
use flows::json::{Node, Pointer};
use flows::mirror::MessageSnapshot;
use serde_json::json;

use super::file_type::FileType;
use crate::flow::fit;
use crate::wire::{Code, Error};
use crate::{App, FileKind};

/// Puts a file the user chooses above a template's text, as the sample that Meta looks at: a picture is brought to a size
/// and kind Meta takes, a film or a PDF has to be one. `None` when the dialog was closed.
pub fn add_file(
    app: &App,
    message: &str,
    revision: u32,
    part: &Pointer,
) -> Result<Option<MessageSnapshot>, Error> {
    let format = app.message(message, |open| {
        let format =
            open.document().tree().at(part).and_then(|part| part.get("format").and_then(Node::as_str));
        Ok(format.unwrap_or_default().to_ascii_lowercase())
    })?;
    let kind = match format.as_str() {
        "image" => FileKind::Image,
        "document" => FileKind::Pdf,
        _ => FileKind::Film,
    };
    let Some(file) = app.host().choose_file(kind) else {
        return Ok(None);
    };
    let bytes = read(&file, kind, &format)?;
    let name = plain_name(&file, &bytes);
    let now = app.host().now();
    let kept = app.store(|workspace| workspace.keep_media(&name, &bytes, now))?;
    let edit = Edit::SetProperty {
        at: part.clone(),
        key: "example".to_owned(),
        value: json!({ "header_handle": [format!("media:{kept}")] }),
    };
    let title = format!("put '{kept}' above the text");
    app.message(message, |open| {
        open.edit(app, revision, &Edit::Batch { name: Some(title), edits: vec![edit] }).map(Some)
    })
}

/// What is in a file, within Meta's limit for its kind.
fn read(file: &Path, kind: FileKind, format: &str) -> Result<Vec<u8>, Error> {
    let bad = |why: &str| Error::new(Code::BadFile, format!("{} {why}", crate::name_of(file)));
    let most =
        facts::message().media.iter().filter(|known| known.kind == format).map(|known| known.max_bytes);
    let most = most.max().unwrap_or(facts::limits().file_bytes.into());
    if kind == FileKind::Image {
        return fit(file, usize::try_from(most).unwrap_or(usize::MAX));
    }
    let size = std::fs::metadata(file).map_err(|_| bad("could not be read. Choose the file again."))?.len();
    if size > most {
        let megabytes = most / (1024 * 1024);
        return Err(bad(&format!(
            "is larger than {megabytes} MB, the most WhatsApp takes. Choose a smaller file."
        )));
    }
    let bytes = std::fs::read(file).map_err(|_| bad("could not be read. Choose the file again."))?;
    let (ending, why) = match kind {
        FileKind::Pdf => ("pdf", "is no PDF. Save it as PDF and try again."),
        _ => ("mp4", "is no MP4 film. Save it as MP4 and try again."),
    };
    let is_right = FileType::of(&bytes).is_some_and(|found| found.ending == ending);
    if is_right { Ok(bytes) } else { Err(bad(why)) }
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
