//! What leaves the phone: payloads, the answer at the end, requests to the endpoint, the summary.

use std::path::Path;

use serde_json::{Value, json};

use super::check::{ids, is_range, options, samples, text};
use super::document::Document;
use super::draw::{is_sensitive, label};
use super::layout::{Part, parts};
use super::render::{current, trail};
use super::scene::{Object, Scene};
use super::state::{Answer, AnswerValue, FileSample, PreviewState};
use super::view::DatePart;
use crate::expr::{Source, binding};
use crate::facts::ComponentKind as K;

/// What a Flow that is sent without a token has as one.
const TOKEN: &str = "unused";

/// A payload with its bindings and expressions replaced.
pub(super) fn of(scene: &Scene<'_>, payload: Option<&Value>) -> Object {
    let Some(payload) = payload else { return Object::new() };
    match scene.worth_inside(&with_files(scene, &scene.worth(payload))) {
        Value::Object(members) => members,
        _ => Object::new(),
    }
}

/// A payload with its file bindings replaced by what arrives for them.
fn with_files(scene: &Scene<'_>, payload: &Value) -> Value {
    let Value::Object(members) = payload else { return payload.clone() };
    let filled = members.iter().map(|(key, value)| {
        let reference = value.as_str().and_then(binding::whole).filter(|found| found.source == Source::Form);
        let files = reference
            .and_then(|found| scene.lookup(&found))
            .map(|value| samples(&value))
            .filter(|files| !files.is_empty());
        let value = files.map_or_else(|| value.clone(), |files| files.iter().map(file).collect());
        (key.clone(), value)
    });
    Value::Object(filled.collect())
}

/// A file as it arrives. What only a real upload has is made up.
fn file(file: &FileSample) -> Value {
    let ending = Path::new(&file.name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let kind = match ending.to_ascii_lowercase().as_str() {
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "heic" => "image/heic",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "txt" => "text/plain",
        "mp4" => "video/mp4",
        _ => "application/octet-stream",
    };
    json!({ "file_name": file.name, "mime_type": kind, "sha256": "sample", "id": "sample" })
}

/// The answer as it arrives: the payload with the token last, in one line.
pub(super) fn response(mut payload: Object) -> String {
    payload.entry("flow_token").or_insert_with(|| Value::from(TOKEN));
    Value::Object(payload).to_string()
}

/// A request to the endpoint, in one line.
pub(super) fn request(document: &Document<'_>, action: &str, screen: &str, data: &Object) -> String {
    json!({
        "version": document.data_api_version(),
        "action": action,
        "screen": screen,
        "data": data,
        "flow_token": TOKEN,
    })
    .to_string()
}

/// What the customer can read again: every answer on the way, in order.
pub(super) fn summary(document: &Document<'_>, state: &PreviewState) -> Vec<Answer> {
    let at = current(document, state);
    let mut way = trail(document, state, at);
    way.push(at);
    let mut answers = Vec::new();
    for place in way {
        let scene = Scene::new(document, state, place);
        let screen = scene.screen.clone();
        for part in parts(&scene, &screen) {
            if let Some(value) = answer(&scene, &part) {
                answers.push(Answer { label: label(&scene, &part, DatePart::Single), value });
            }
        }
    }
    answers
}

fn answer(scene: &Scene<'_>, part: &Part<'_>) -> Option<AnswerValue> {
    let value = scene.input_value(part.component, part.form);
    let lines = match part.kind {
        Some(K::OptIn) => return Some(AnswerValue::Ticked { on: value == Value::Bool(true) }),
        Some(K::TextInput) => {
            let kind = scene.text(part.component, "input-type");
            if matches!(kind.as_deref(), Some("password" | "passcode")) {
                return None;
            }
            vec![text(&value)]
        }
        Some(K::CalendarPicker) if is_range(scene, part) => {
            ["start-date", "end-date"].iter().filter_map(|side| value.get(side).map(text)).collect()
        }
        Some(K::TextArea | K::DatePicker | K::CalendarPicker) => vec![text(&value)],
        Some(K::CheckboxGroup | K::RadioButtonsGroup | K::Dropdown | K::ChipsSelector) => {
            let chosen = ids(&value);
            let options = options(scene, part);
            let options = options.iter().filter_map(Value::as_object);
            options
                .filter(|option| scene.text(option, "id").is_some_and(|id| chosen.contains(&id.as_str())))
                .filter_map(|option| scene.text(option, "title"))
                .collect()
        }
        Some(K::PhotoPicker | K::DocumentPicker) => {
            samples(&value).into_iter().map(|file| file.name).collect()
        }
        _ => return None,
    };
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return None;
    }
    Some(if is_sensitive(scene, part.name()) { AnswerValue::Masked } else { AnswerValue::Text { lines } })
}
