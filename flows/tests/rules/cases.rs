//! The cases that every rule has: files `rules/<rule>/<name>.json` with `at`, the places in Meta's spelling where the
//! rule finds something (none: it passes), and one of `flow` (a Flow), `template` (a message template), `message` (a message as it is sent), `journey` (a journey; `beside` has what else is in its project), `text` (a
//! text), or `repeat` (a text of so many letters). In a payload the string `@repeat:61` stands for 61 letters.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) at: Vec<String>,
    flow: Option<Value>,
    template: Option<Value>,
    message: Option<Value>,
    journey: Option<Value>,
    /// What else there is in the journey's project, by name.
    beside: Option<BTreeMap<String, Value>>,
    text: Option<String>,
    repeat: Option<usize>,
}

impl Case {
    /// What is checked.
    pub(crate) fn text(&self) -> String {
        let payload = self.template.as_ref().or(self.message.as_ref()).or(self.journey.as_ref());
        match (&self.flow, payload, &self.text, self.repeat) {
            (Some(flow), None, None, None) => serde_json::to_string_pretty(flow).unwrap(),
            (None, Some(payload), None, None) => {
                serde_json::to_string_pretty(&repeated(payload.clone())).unwrap()
            }
            (None, None, Some(text), None) => text.clone(),
            (None, None, None, Some(letters)) => format!("\"{}\"", "a".repeat(letters)),
            _ => panic!("one of flow, template, message, journey, text and repeat"),
        }
    }
}

impl Case {
    /// What else there is in the project, by name, as texts.
    pub(crate) fn beside(&self) -> Option<Vec<(&str, String)>> {
        let beside = self.beside.as_ref()?;
        Some(beside.iter().map(|(name, document)| (name.as_str(), document.to_string())).collect())
    }
}

fn repeated(value: Value) -> Value {
    match value {
        Value::String(text) => match text.split_once("@repeat:") {
            Some((before, count)) => Value::String(format!("{before}{}", "a".repeat(count.parse().unwrap()))),
            None => Value::String(text),
        },
        Value::Array(items) => items.into_iter().map(repeated).collect(),
        Value::Object(members) => {
            Value::Object(members.into_iter().map(|(key, value)| (key, repeated(value))).collect())
        }
        other => other,
    }
}

/// The folder with a folder for each rule.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// The cases of a rule, by the order of their files.
pub(crate) fn of(rule: &str) -> Vec<(String, Case)> {
    let Ok(entries) = std::fs::read_dir(folder().join(rule)) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.display().to_string();
            let text = std::fs::read_to_string(&path).unwrap();
            (name.clone(), serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}")))
        })
        .collect()
}
