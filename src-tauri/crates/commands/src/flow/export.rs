use crate::wire::Error;
use crate::{App, FileKind};

/// Writes the text, byte for byte, to a file the user names; the file has the old or the new content, never a
/// mixture. Gives its name, or `None` when the dialog was closed.
pub fn export(app: &App, flow: &str) -> Result<Option<String>, Error> {
    let name = app.flow(flow, |open| Ok(file_name(open.document().name())))?;
    let Some(place) = app.host().choose_place(FileKind::Flow, &name) else {
        return Ok(None);
    };
    // The dialog may have stood for a while: what is written is what is there now.
    let text = super::source(app, flow)?;
    store::write_atomically(&place, text.as_bytes())?;
    Ok(Some(crate::name_of(&place)))
}

/// The Flow's name as every file system takes it.
fn file_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_control() || r#"\/:*?"<>|"#.contains(letter) { '-' } else { letter })
        .take(80)
        .collect();
    let plain = plain.trim().trim_matches('.');
    format!("{}.json", if plain.is_empty() { "flow" } else { plain })
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn any_name_becomes_a_file_name() {
        for (name, file) in [
            ("Salon: book", "Salon- book.json"),
            ("a/b\\c", "a-b-c.json"),
            ("..", "flow.json"),
            (" حجز ", "حجز.json"),
            ("", "flow.json"),
        ] {
            assert_eq!(file_name(name), file);
        }
    }
}
