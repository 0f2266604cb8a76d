//! What Meta's names are called in the app.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::ComponentKind;

/// Words of the editor, from `facts/words.json`.
#[derive(Debug, Deserialize)]
pub struct Words {
    parts: BTreeMap<String, String>,
    properties: BTreeMap<String, String>,
    actions: BTreeMap<String, String>,
    others: BTreeMap<String, String>,
}

impl Words {
    /// A component.
    pub fn part(&self, kind: ComponentKind) -> &str {
        self.parts.get(kind.name()).map_or(kind.name(), String::as_str)
    }

    /// A property of a component, a screen, an action or the Flow; `None` for names that Meta does not have.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.get(name).or_else(|| self.others.get(name)).map(String::as_str)
    }

    /// An action; `None` for names that Meta does not have.
    pub fn action(&self, name: &str) -> Option<&str> {
        self.actions.get(name).map(String::as_str)
    }
}

/// The words of the editor.
pub fn words() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| super::load(include_str!("../../facts/words.json")));
    &WORDS
}
