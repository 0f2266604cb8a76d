//! Ready-made templates, from the dated file in `facts/`.

use std::sync::LazyLock;

use cloud::models::LibraryTemplate;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::refusal::Refusal;

/// All of them; none when the file cannot be read, which a test rules out.
pub(crate) fn library() -> &'static [LibraryTemplate] {
    #[derive(Deserialize)]
    struct File {
        templates: Vec<LibraryTemplate>,
    }
    static LIBRARY: LazyLock<Vec<LibraryTemplate>> = LazyLock::new(|| {
        let file: Option<File> = serde_json::from_str(include_str!("../../facts/library.json")).ok();
        file.map(|file| file.templates).unwrap_or_default()
    });
    &LIBRARY
}

/// The payload that a creation from the library stands for.
pub(super) fn filled(payload: &Value) -> Result<String, Refusal> {
    let member = |name: &str| payload.get(name).and_then(Value::as_str).unwrap_or_default();
    let (name, language) = (member("library_template_name"), member("language"));
    let known = library()
        .iter()
        .find(|known| known.name == name && known.language.as_deref() == Some(language))
        .ok_or_else(|| Refusal::parameter("The library has no such template in this language."))?;
    if !member("category").eq_ignore_ascii_case(known.category.as_deref().unwrap_or_default()) {
        return Err(Refusal::parameter("The template of the library is of another category."));
    }
    let mut components = Vec::new();
    components
        .extend(known.header.as_ref().map(|text| json!({"type": "HEADER", "format": "TEXT", "text": text})));
    let mut body = json!({"type": "BODY", "text": known.body});
    if let (Some(samples), Some(body)) = (&known.body_params, body.as_object_mut()) {
        body.insert("example".to_owned(), json!({"body_text": [samples]}));
    }
    components.push(body);
    if let Some(Value::Array(buttons)) = &known.buttons {
        let inputs = payload.get("library_template_button_inputs").and_then(parsed);
        let Some(inputs) = inputs.filter(|inputs| inputs.len() == buttons.len()) else {
            return Err(Refusal::parameter("library_template_button_inputs is missing or too short."));
        };
        let buttons = buttons.iter().zip(&inputs).map(|(button, input)| button_with(button, input));
        components.push(json!({"type": "BUTTONS", "buttons": buttons.collect::<Vec<_>>()}));
    }
    let text = json!({"name": member("name"), "language": language, "category": known.category,
        "components": components});
    Ok(text.to_string())
}

/// A list, or JSON text of one.
fn parsed(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items.clone()),
        Value::String(text) => serde_json::from_str(text).ok(),
        _ => None,
    }
}

/// A button with the business's own address or number.
fn button_with(button: &Value, input: &Value) -> Value {
    let mut button = button.clone();
    let Some(object) = button.as_object_mut() else { return button };
    match input.get("url") {
        Some(Value::Object(url)) => {
            object.extend(url.get("base_url").map(|base| ("url".to_owned(), base.clone())));
        }
        Some(url) => drop(object.insert("url".to_owned(), url.clone())),
        None => {}
    }
    object.extend(input.get("phone_number").map(|number| ("phone_number".to_owned(), number.clone())));
    button
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_of_the_library_can_be_taken() {
        assert!(library().len() >= 4);
        for known in library() {
            let payload = json!({"name": "mine", "language": known.language, "category": known.category,
                "library_template_name": known.name,
                "library_template_button_inputs": [{"type": "URL", "url": {"base_url": "https://shop.example/orders"}}]});
            let text = filled(&payload).unwrap();
            super::super::judge::refuse(&text).unwrap();
        }
    }
}
