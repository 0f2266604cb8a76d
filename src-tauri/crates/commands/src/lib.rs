//! Every user command, against a Host trait. Knows no Tauri.
//!
//! A command is a function in `<noun>/<verb>.rs` that takes the [`App`], plain arguments and gives a wire type or a
//! wire [`Error`](wire::Error). It either does all it says or leaves no trace.

pub mod account;
pub mod answer;
mod app;
mod beside;
mod boundary;
mod drops;
mod error;
pub mod facts;
pub mod flow;
pub mod gallery;
mod gesture;
mod host;
mod journaled;
pub mod journey;
pub mod language;
pub mod link;
pub mod message;
mod open_flow;
mod open_journey;
mod open_message;
pub mod preview;
pub mod project;
pub mod publish;
pub mod rates;
pub mod rule;
pub mod settings;
pub mod trial;
pub mod wire;
pub mod workspace;

pub use app::App;
pub use boundary::{guard, guard_async, stopping};
pub use cloud::Patience;
pub use host::{FileKind, Host};
pub use open_flow::OpenFlow;
pub use open_journey::OpenJourney;
pub use open_message::OpenMessage;

/// A file's name without its folder, for people.
pub(crate) fn name_of(file: &std::path::Path) -> String {
    file.file_name().map_or_else(|| "The file".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// A name as every file system takes it, with an ending.
pub(crate) fn file_name(name: &str, ending: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_control() || r#"\/:*?"<>|"#.contains(letter) { '-' } else { letter })
        .take(80)
        .collect();
    let plain = plain.trim().trim_matches('.');
    format!("{}.{ending}", if plain.is_empty() { "flow" } else { plain })
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
            assert_eq!(file_name(name, "json"), file);
        }
    }
}
