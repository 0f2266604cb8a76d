//! What the page sees of a journey: its steps as cards, the ways between them, and what stands to be said.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::History;
use crate::chat::{self, ChatView, SampleValue};
use crate::check::{Diagnostic, check_journey_after_edit, check_journey_of, look_at_journey_of};
use crate::edit::{Document, Notes, Position, Timeline};
use crate::journey::{
    Journey, JourneyNode, OutputRole, Project, Reach, Role, Sent, Stage, TemplateStatus, TemplateUse, fill,
};
use crate::json::{Node, Pointer, Tree};
use crate::template::Template;

/// What lies beside a journey: the project, and the templates as they read.
#[derive(Debug, Default)]
pub struct Beside {
    /// What belongs together.
    pub project: Project,
    /// The templates by Meta's name, then by language.
    pub templates: BTreeMap<String, BTreeMap<String, Tree>>,
}

impl Beside {
    /// Takes in what a text is, as [`Project::add`].
    pub fn add(&mut self, name: &str, tree: Tree) {
        if self.project.add(name, &tree) != crate::check::DocumentKind::Template {
            return;
        }
        let template = Template::of(&tree);
        let language = template.language.as_deref().unwrap_or_default().to_owned();
        let name = template.name.as_deref().unwrap_or_default().to_owned();
        self.templates.entry(name).or_default().insert(language, tree);
    }

    /// The project as a run plays it: with this journey in it, and all templates let out by Meta that it has not refused.
    pub fn played(&self, name: &str, journey: &Tree) -> Project {
        let mut project = self.project.clone();
        project.journeys.insert(name.into(), Journey::read(journey).into());
        for template in project.templates.values_mut().flat_map(BTreeMap::values_mut) {
            if template.status != TemplateStatus::Refused {
                template.status = TemplateStatus::Approved;
            }
        }
        project
    }

    /// The template that a step names, in the language it is sent in.
    pub(super) fn template(&self, used: &TemplateUse, language: &str) -> Option<&Tree> {
        let languages = self.templates.get(&used.name)?;
        languages.get(used.language.as_deref().unwrap_or(language)).or_else(|| {
            // Only one language is known and none was asked for.
            (used.language.is_none() && languages.len() == 1).then(|| languages.values().next()).flatten()
        })
    }
}

/// A journey as the page needs it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JourneySnapshot {
    /// Grows by one with every edit, undo and redo.
    pub revision: u32,
    /// Its name.
    pub name: String,
    /// False while the text cannot be read: the steps are those of the last readable text.
    pub readable: bool,
    /// `settings` as written.
    pub settings: Value,
    /// `data` as written.
    pub data: Value,
    /// In the order of the text.
    pub steps: Vec<JourneyStep>,
    /// Sorted by place, then rule.
    pub diagnostics: Vec<Diagnostic>,
    /// They are all that can be said. Otherwise [`journey_checked`] says the rest.
    pub settled: bool,
    /// What is kept beside the text.
    pub notes: Notes,
    /// Undo and redo.
    pub history: History,
    /// Where the user's eye should go.
    pub focus: Option<Pointer>,
}

/// What an edit changed. Whole parts replace the page's; `None` means unchanged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JourneyPatch {
    /// The revision this leads to.
    pub revision: u32,
    /// New name.
    pub name: Option<String>,
    /// As in [`JourneySnapshot`].
    pub readable: bool,
    /// As in [`JourneySnapshot`].
    pub settings: Option<Value>,
    /// As in [`JourneySnapshot`].
    pub data: Option<Value>,
    /// Keys of all steps in the order of the text, when the list changed.
    pub order: Option<Vec<String>>,
    /// Steps that are new or different, by key.
    pub steps: Vec<JourneyStep>,
    /// All findings, when any changed.
    pub diagnostics: Option<Vec<Diagnostic>>,
    /// As in [`JourneySnapshot`].
    pub settled: bool,
    /// All notes, when any changed.
    pub notes: Option<Notes>,
    /// Undo and redo.
    pub history: History,
    /// Where the user's eye should go.
    pub focus: Option<Pointer>,
}

/// A step as its card shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JourneyStep {
    /// Unique in the file even when ids are missing or double: the id, or `#index` where it cannot serve.
    pub key: String,
    /// Place in `nodes`.
    pub index: u32,
    /// `id` as written; empty when missing.
    pub id: String,
    /// What its owner calls it.
    pub title: String,
    /// Its kind, as written.
    pub kind: String,
    /// What the kind is for.
    pub role: Role,
    /// It cannot be read: it is kept as it is, and left out of every run.
    pub sealed: bool,
    /// Its lane.
    pub stage: Option<Stage>,
    /// Switched off.
    pub off: bool,
    /// Where its card stands; none: the canvas places it.
    pub position: Option<Position>,
    /// Its ways out, in the order they are shown.
    pub ways: Vec<StepWay>,
    /// The messages it sends, in order.
    pub messages: Vec<StepMessage>,
    /// How long it waits for somebody or something, as written: `20h`.
    pub timeout: Option<String>,
    /// The step's own JSON.
    pub json: Value,
}

/// A way out of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StepWay {
    /// Its name in `to`.
    pub output: String,
    /// What people call it, where its name says nothing.
    pub words: Option<String>,
    /// When it is taken.
    pub role: OutputRole,
    /// Key of the step it leads to.
    pub to: Option<String>,
    /// It leads to a step that is not there: its id.
    pub lost: Option<String>,
}

/// A message of a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct StepMessage {
    /// Its payload in the text; the step for a template.
    pub at: Pointer,
    /// What the phone shows; none: a template that is not here.
    pub chat: Option<ChatView>,
    /// The template, by Meta's name, that it is or that goes out in its place.
    pub template: Option<String>,
    /// Meta's name of that template's category, when it is known.
    pub category: Option<String>,
    /// It is no template: it goes out only within 24 hours of the person's last message.
    pub free_form: bool,
}

/// From so many steps on buttons are not tried after each edit: each of them is a check of its own. Ours: up to here a hundred
/// buttons are tried while somebody takes their hand off the key.
const TRIED_UP_TO: usize = 300;

/// What stands to be said about a journey right after an edit, beside what is in its project: what is dear is left to
/// [`journey_checked`], and of a large journey all buttons. Gives, too, whether nothing was left.
pub fn journey_findings(document: &Document, beside: &Beside) -> (Vec<Diagnostic>, bool) {
    let steps = document.shown().root().get("nodes").map_or(0, |nodes| nodes.items().count());
    if steps <= TRIED_UP_TO {
        return check_journey_after_edit(&beside.project, document.name(), document.tree());
    }
    let found = look_at_journey_of(&beside.project, document.name(), document.tree());
    let settled = found.is_empty();
    (found, settled)
}

/// What stands to be said about a journey, with the buttons that mend it, however long that takes.
pub fn journey_checked(document: &Document, beside: &Beside) -> Vec<Diagnostic> {
    check_journey_of(&beside.project, document.name(), document.tree())
}

/// All of a journey, for the page.
pub fn journey_snapshot(
    revision: u32,
    document: &Document,
    timeline: &Timeline,
    beside: &Beside,
    (diagnostics, settled): (Vec<Diagnostic>, bool),
) -> JourneySnapshot {
    let tree = document.shown();
    let journey = Journey::read(tree);
    let member = |key: &str| tree.root().get(key).map(Node::to_value).unwrap_or_default();
    JourneySnapshot {
        revision,
        name: document.name().to_owned(),
        readable: document.is_readable(),
        settings: member("settings"),
        data: member("data"),
        steps: steps(&journey, document, beside),
        diagnostics,
        settled,
        notes: document.notes().clone(),
        history: timeline.names(),
        focus: None,
    }
}

/// What is different from one snapshot to the next.
pub fn journey_patch(before: &JourneySnapshot, after: &JourneySnapshot) -> JourneyPatch {
    fn changed<T: Clone + PartialEq>(before: &T, after: &T) -> Option<T> {
        (before != after).then(|| after.clone())
    }
    let known: BTreeMap<&str, &JourneyStep> =
        before.steps.iter().map(|step| (step.key.as_str(), step)).collect();
    let is_new = |step: &&JourneyStep| known.get(step.key.as_str()).is_none_or(|known| *known != *step);
    let keys = |of: &JourneySnapshot| of.steps.iter().map(|step| step.key.clone()).collect::<Vec<_>>();
    JourneyPatch {
        revision: after.revision,
        name: changed(&before.name, &after.name),
        readable: after.readable,
        settings: changed(&before.settings, &after.settings),
        data: changed(&before.data, &after.data),
        order: changed(&keys(before), &keys(after)),
        steps: after.steps.iter().filter(is_new).cloned().collect(),
        diagnostics: changed(&before.diagnostics, &after.diagnostics),
        settled: after.settled,
        notes: changed(&before.notes, &after.notes),
        history: after.history.clone(),
        focus: after.focus.clone(),
    }
}

fn steps(journey: &Journey, document: &Document, beside: &Beside) -> Vec<JourneyStep> {
    let tree = document.shown();
    let texts: Vec<Node<'_>> = tree.root().get("nodes").into_iter().flat_map(Node::items).collect();
    let keys = journey.keys();
    let by_id: BTreeMap<&str, &str> =
        journey.nodes.iter().zip(&keys).rev().map(|(node, key)| (node.id.0.as_str(), key.as_str())).collect();
    let step = |((node, key), text): ((&JourneyNode, &String), &Node<'_>)| {
        let ways = node.body.outputs().into_iter().map(|output| {
            let target = node.after(&output.name).map(|id| id.0.as_str());
            let to = target.and_then(|id| by_id.get(id)).map(|key| (*key).to_owned());
            let lost = target.filter(|_| to.is_none()).map(str::to_owned);
            StepWay { output: output.name, words: output.words, role: output.role, to, lost }
        });
        JourneyStep {
            key: key.clone(),
            index: u32::try_from(node.at).unwrap_or(u32::MAX),
            id: node.id.0.clone(),
            title: node.title.clone(),
            kind: node.body.kind().to_owned(),
            role: node.body.role(),
            sealed: matches!(node.body, crate::journey::Body::Sealed(_)),
            stage: node.stage,
            off: node.off,
            position: document.positions().get(key).copied(),
            ways: ways.collect(),
            messages: messages(journey, node, *text, beside),
            timeout: text.get("timeout").and_then(Node::as_str).map(Into::into),
            json: text.to_value(),
        }
    };
    journey.nodes.iter().zip(&keys).zip(&texts).map(step).collect()
}

fn messages(journey: &Journey, node: &JourneyNode, text: Node<'_>, beside: &Beside) -> Vec<StepMessage> {
    let language = journey.settings.language.as_str();
    let value = |name: &str| sample(journey, name);
    let payloads: Vec<Node<'_>> = match text.get("messages") {
        Some(messages) => messages.items().collect(),
        None => text.get("message").into_iter().collect(),
    };
    let message = |(slot, sent): (usize, Sent<'_>)| {
        let used = match sent.reach {
            Reach::Template(used) => Some(used),
            Reach::InWindow(instead) => instead,
        };
        let known = used.and_then(|used| beside.project.template(used, language));
        let payload = sent.payload.and_then(|_| payloads.get(slot).copied());
        let chat = match payload {
            Some(payload) => Some(chat::of_step(&Tree::parse(payload.raw()), &value)),
            None => used.and_then(|used| {
                let texts = used.values.iter().map(|(name, text)| (name.clone(), fill(&text.0, value)));
                Some(sent_template(beside.template(used, language)?, texts))
            }),
        };
        StepMessage {
            at: payload.unwrap_or(text).pointer(),
            chat,
            template: used.map(|used| used.name.clone()),
            category: known.map(|known| known.category.name().to_owned()),
            free_form: sent.payload.is_some(),
        }
    };
    node.body.sends().into_iter().enumerate().map(message).collect()
}

/// A template with what a journey puts into it, by the names of its variables.
pub(super) fn sent_template(tree: &Tree, texts: impl Iterator<Item = (String, String)>) -> ChatView {
    let template = Template::of(tree);
    let texts: Vec<(String, String)> = texts.collect();
    let places = template.components.iter().map(|part| part.node);
    let places = places.chain(template.buttons.iter().map(|button| button.node));
    let value = |at: &Pointer, (name, text): &(String, String)| SampleValue {
        at: at.clone(),
        name: name.clone(),
        text: text.clone(),
    };
    let values = places.map(Node::pointer).flat_map(|at| texts.iter().map(move |it| value(&at, it)));
    chat::of_template(tree, &values.collect::<Vec<_>>())
}

/// What stands for a value where a message is shown: its sample, what stands there where it is missing, or an example of
/// what is known of everybody.
pub fn sample(journey: &Journey, name: &str) -> Option<String> {
    let declared = journey.data.get(&name.into());
    let shown = declared.and_then(|field| match &field.sample {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => field.missing.clone(),
    });
    shown.or_else(|| match name {
        "first_name" => Some("Ana".to_owned()),
        "name" => Some("Ana Duarte".to_owned()),
        _ => None,
    })
}
