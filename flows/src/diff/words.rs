//! Values as people read them.

use serde_json::{Map, Value};

/// Longest text that is shown whole, in characters.
const LONGEST: usize = 120;
/// Longest text that can be a picture's address and not its data.
const PICTURE: usize = 256;

/// Both sides of a difference. When both would read alike (two long texts that differ late, two pictures), the
/// new side says so.
pub(super) fn pair(before: Option<&Value>, after: Option<&Value>) -> (Option<String>, Option<String>) {
    told(before.map(shown), after.map(shown))
}

/// As [`pair`], with texts that are not cut: what differs late is to be read too.
pub(super) fn pair_whole(before: Option<&Value>, after: Option<&Value>) -> (Option<String>, Option<String>) {
    told(before.map(whole), after.map(whole))
}

fn told(old: Option<String>, new: Option<String>) -> (Option<String>, Option<String>) {
    if old.is_some() && old == new {
        let new = new.map(|text| format!("{text} (changed)"));
        return (old, new);
    }
    (old, new)
}

/// One value, a text as it stands. A long run of plain letters and digits is the data or the handle of a file.
fn whole(value: &Value) -> String {
    match value {
        Value::String(text)
            if !text.is_empty() && (text.len() <= PICTURE || text.contains(' ') || !text.is_ascii()) =>
        {
            text.clone()
        }
        other => shown(other),
    }
}

/// One value.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text.len() > PICTURE && !text.contains(' ') => "a picture".to_owned(),
        Value::String(text) if text.is_empty() => "empty".to_owned(),
        Value::String(text) => short(text),
        Value::Array(items) if items.is_empty() => "none".to_owned(),
        Value::Array(items) => short(&items.iter().map(item).collect::<Vec<_>>().join(", ")),
        Value::Object(object) => action(object).unwrap_or_else(|| short(&value.to_string())),
    }
}

/// One of a list: a choice by its title, anything else as it is.
fn item(value: &Value) -> String {
    let named = ["title", "alt-text", "text", "main-content"].iter().find_map(|key| value.get(key));
    match named {
        Some(Value::Object(content)) => content.get("title").map_or_else(|| shown(value), shown),
        Some(name) => shown(name),
        None => shown(value),
    }
}

/// What a tap does, when the object is an action.
fn action(object: &Map<String, Value>) -> Option<String> {
    let text = |key: &str| object.get(key).and_then(Value::as_str);
    Some(match text("name")? {
        "navigate" => {
            let next = object.get("next")?.get("name")?.as_str()?;
            with_payload(&format!("goes to {next}"), object)
        }
        "complete" => with_payload("finishes the form", object),
        "data_exchange" => with_payload("asks the server", object),
        "update_data" => with_payload("changes this screen", object),
        "open_url" => format!("opens {}", text("url")?),
        _ => return None,
    })
}

fn with_payload(does: &str, object: &Map<String, Value>) -> String {
    match object.get("payload").and_then(Value::as_object) {
        Some(payload) if !payload.is_empty() => {
            short(&format!("{does} with {}", payload.keys().cloned().collect::<Vec<_>>().join(", ")))
        }
        _ => does.to_owned(),
    }
}

pub(super) fn short(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(LONGEST - 1).collect();
    cut.push('…');
    cut
}

/// A property in plain words.
pub(crate) fn property(key: &str) -> String {
    match key {
        "on-click-action" | "on-select-action" | "on-unselect-action" => "what a tap does".to_owned(),
        "data-source" => "choices".to_owned(),
        "helper-text" => "help text".to_owned(),
        "src" => "picture".to_owned(),
        "alt-text" => "description of the picture".to_owned(),
        "init-value" => "value at the start".to_owned(),
        "input-type" => "kind of answer".to_owned(),
        "min-chars" => "fewest characters".to_owned(),
        "max-chars" | "max-length" => "most characters".to_owned(),
        "condition" => "condition".to_owned(),
        "list-items" => "items".to_owned(),
        "error-message" => "words for a wrong answer".to_owned(),
        other => other.replace(['-', '_'], " "),
    }
}

/// A kind of part in plain words.
pub(crate) fn kind(component: &str) -> &str {
    match component {
        "TextHeading" => "Heading",
        "TextSubheading" => "Subheading",
        "TextBody" | "RichText" => "Text",
        "TextCaption" => "Small text",
        "TextInput" => "Short answer",
        "TextArea" => "Long answer",
        "CheckboxGroup" => "Tick boxes",
        "RadioButtonsGroup" => "Choice",
        "ChipsSelector" => "Chips",
        "DatePicker" => "Date",
        "CalendarPicker" => "Calendar",
        "OptIn" => "Consent",
        "EmbeddedLink" => "Link",
        "Footer" => "Button",
        "ImageCarousel" => "Pictures",
        "Image" => "Picture",
        "NavigationList" => "List",
        "PhotoPicker" => "Photo upload",
        "DocumentPicker" => "File upload",
        "If" | "Switch" => "Condition",
        other => other,
    }
}
