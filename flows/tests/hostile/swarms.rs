//! Flows in which one thing stands again and again: 10 MB of the same mistake, of each kind.

use serde::Deserialize;

/// A row of `swarms.json`: `[name, before, each, between, after]`.
#[derive(Deserialize)]
pub(crate) struct Swarm(pub(crate) String, String, String, String, String);

impl Swarm {
    /// The Flow of about so many bytes. `{n}` in what is repeated becomes a name of its own.
    pub(crate) fn text(&self, bytes: usize) -> String {
        let Self(_, before, each, between, after) = self;
        let mut text = before.clone();
        for number in 0.. {
            text.push_str(&each.replace("{n}", &super::bombs::key(number)));
            if text.len() + after.len() + each.len() > bytes {
                break;
            }
            text.push_str(between);
        }
        text.push_str(after);
        text
    }
}

pub(crate) fn all() -> Vec<Swarm> {
    serde_json::from_str(include_str!("swarms.json")).unwrap_or_default()
}
