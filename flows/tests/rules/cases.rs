//! The cases that every rule has: files `rules/<rule>/<name>.json` with `at`, the places in Meta's spelling where the
//! rule finds something (none: it passes), and one of `flow` (a Flow), `template` (a message template), `message` (a message
//! as it is sent), `journey` (a journey), `text` (a text), or `repeat` (a text of so many letters). In a payload the string
//! `@repeat:61` stands for 61 letters.
//!
//! Of a journey `beside` has what else is in its project, `status` how Meta stands to the templates that are not approved
//! (`draft`, `pending`, `refused`), `drafts` the Flows that are not published, `tier` Meta's word for how many people its
//! account may write to (none: nobody asked), `says` a part of what is said of what is found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use flows::check::{Diagnostic, check_document, check_journey_of, look_at_journey_of};
use flows::journey::{AccountKnown, MessagingLimit, Project, TemplateStatus};
use flows::json::Tree;
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
    /// Templates that Meta does not let out, by name.
    #[serde(default)]
    status: BTreeMap<String, Status>,
    /// Flows that are not published.
    #[serde(default)]
    drafts: BTreeSet<String>,
    /// Meta's word for how many people the account may write to.
    tier: Option<String>,
    /// What headline and reason of each finding hold.
    #[serde(default)]
    pub(crate) says: Vec<String>,
    text: Option<String>,
    repeat: Option<usize>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
enum Status {
    Draft,
    Pending,
    Refused,
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
    /// What is found in a text that stands where the case's stands.
    pub(crate) fn found_in(&self, tree: &Tree) -> Vec<Diagnostic> {
        match self.project() {
            Some(project) => check_journey_of(&project, "case", tree),
            None => check_document(tree),
        }
    }

    /// What is found in the case.
    pub(crate) fn found(&self) -> Vec<Diagnostic> {
        self.found_in(&Tree::parse(self.text()))
    }

    /// What is found in a journey beside its project without trying buttons; none: it is none.
    pub(crate) fn found_at_once(&self) -> Option<Vec<Diagnostic>> {
        Some(look_at_journey_of(&self.project()?, "case", &Tree::parse(self.text())))
    }

    /// What else there is in the project of a journey; none: it is looked at by itself.
    fn project(&self) -> Option<Project> {
        let mut project = Project::default();
        for (name, document) in self.beside.as_ref()? {
            project.add(name, &Tree::parse(document.to_string()));
        }
        for (name, status) in &self.status {
            let languages = project.templates.get_mut(name).unwrap_or_else(|| panic!("no template {name}"));
            for known in languages.values_mut() {
                known.status = match status {
                    Status::Draft => TemplateStatus::Draft,
                    Status::Pending => TemplateStatus::Pending,
                    Status::Refused => TemplateStatus::Refused,
                };
            }
        }
        project.drafts.clone_from(&self.drafts);
        let limit = self.tier.as_deref().and_then(MessagingLimit::of);
        project.account = limit.map(|limit| AccountKnown { name: "Salon Amber".to_owned(), limit });
        Some(project)
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
