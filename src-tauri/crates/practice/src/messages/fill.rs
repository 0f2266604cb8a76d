//! Values are put into a template's parts; what does not fit is refused with Meta's codes.

use flows::facts as domain;
use flows::template::variables;
use serde_json::{Map, Value, json};

use crate::facts::facts;
use crate::refusal::Refusal;
use crate::templates::{StoredTemplate, text_of};

const COUNT: i64 = 132_000;
const TOO_LONG: i64 = 132_005;
const FORMAT: i64 = 132_012;

/// The template's parts with the values of a message (`template.components`).
pub(super) fn filled(template: &StoredTemplate, sent: Option<&Value>) -> Result<Value, Refusal> {
    let own = template.payload();
    let parts = own.get("components").and_then(Value::as_array).cloned().unwrap_or_default();
    let sent = sent.and_then(Value::as_array).cloned().unwrap_or_default();
    let is_code = template.category == cloud::models::TemplateCategory::Authentication;
    let filler = Filler { is_named: template.is_named(), is_code };
    Ok(Value::Array(filler.parts(&parts, &sent)?))
}

#[derive(Clone, Copy)]
struct Filler {
    /// Variables have names.
    is_named: bool,
    /// It is a template for codes: one value, in the text and in the button.
    is_code: bool,
}

fn count(expected: usize, got: usize, part: &str) -> Refusal {
    Refusal::code(COUNT, format!("The {part} takes {expected} values, the message has {got}."))
}

fn format(why: impl Into<String>) -> Refusal {
    Refusal::code(FORMAT, why)
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Parameters of the part of this type.
fn parameters(sent: &[Value], kind: &str) -> Vec<Value> {
    let part = sent.iter().find(|part| text(part, "type").eq_ignore_ascii_case(kind));
    part.and_then(|part| part.get("parameters")?.as_array()).cloned().unwrap_or_default()
}

impl Filler {
    fn parts(self, parts: &[Value], sent: &[Value]) -> Result<Vec<Value>, Refusal> {
        let has = |kind: &str| parts.iter().any(|part| text(part, "type").eq_ignore_ascii_case(kind));
        for kind in ["header", "body"] {
            let got = parameters(sent, kind).len();
            if got > 0 && !has(kind) {
                return Err(count(0, got, kind));
            }
        }
        if sent.iter().any(|part| text(part, "type").eq_ignore_ascii_case("button")) && !has("buttons") {
            return Err(format("The template has no buttons."));
        }
        parts.iter().map(|part| self.part(part, sent)).collect()
    }

    fn part(self, part: &Value, sent: &[Value]) -> Result<Value, Refusal> {
        match text(part, "type").to_ascii_uppercase().as_str() {
            "HEADER" => self.header(part, &parameters(sent, "header")),
            "BODY" if self.is_code => code(part, &parameters(sent, "body")),
            "BODY" => {
                let shown = self.words(part, &parameters(sent, "body"), "body")?;
                let limit = domain::template().limits.filled_body;
                let length = text(&shown, "text").chars().count();
                if length > limit {
                    let why = format!("With its values the text has {length} letters, {limit} are allowed.");
                    return Err(Refusal::code(TOO_LONG, why));
                }
                Ok(shown)
            }
            "BUTTONS" => buttons(part, sent),
            "CAROUSEL" => self.cards(part, sent),
            "LIMITED_TIME_OFFER" => offer(part, &parameters(sent, "limited_time_offer")),
            _ => Ok(part.clone()),
        }
    }

    fn header(self, part: &Value, sent: &[Value]) -> Result<Value, Refusal> {
        let kind = text(part, "format").to_ascii_lowercase();
        if kind == "text" || kind.is_empty() {
            return self.words(part, sent, "header");
        }
        let [value] = sent else { return Err(format(format!("The header needs its {kind}."))) };
        if text(value, "type") != kind {
            return Err(format(format!("The header is of the type {kind}.")));
        }
        let mut shown = part.clone();
        if let (Some(shown), Some(value)) = (shown.as_object_mut(), value.get(&kind)) {
            shown.remove("example");
            shown.insert(kind, value.clone());
        }
        Ok(shown)
    }

    /// A text with its values.
    fn words(self, part: &Value, sent: &[Value], what: &str) -> Result<Value, Refusal> {
        let text = text(part, "text");
        let mut names: Vec<String> = Vec::new();
        for variable in variables(text).list {
            let name = variable.name.to_string();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.len() != sent.len() {
            return Err(count(names.len(), sent.len(), what));
        }
        let mut values = Map::new();
        for (at, value) in sent.iter().enumerate() {
            let name = if self.is_named {
                self::text(value, "parameter_name").to_owned()
            } else {
                (at + 1).to_string()
            };
            values.insert(name, Value::String(said(value)?));
        }
        if let Some(missing) = names.iter().find(|name| !values.contains_key(*name)) {
            return Err(format(format!("The {what} has no value for {missing}.")));
        }
        let mut shown = part.clone();
        if let Some(shown) = shown.as_object_mut() {
            shown.remove("example");
            shown.insert("text".to_owned(), json!(put(text, &values)));
        }
        Ok(shown)
    }

    fn cards(self, part: &Value, sent: &[Value]) -> Result<Value, Refusal> {
        let cards = part.get("cards").and_then(Value::as_array).cloned().unwrap_or_default();
        let filled = sent.iter().find(|part| text(part, "type").eq_ignore_ascii_case("carousel"));
        let filled = filled.and_then(|part| part.get("cards")?.as_array()).cloned().unwrap_or_default();
        let parts =
            |card: &Value| card.get("components").and_then(Value::as_array).cloned().unwrap_or_default();
        let header = cards.first().and_then(|card| parts(card).into_iter().next());
        let is_products =
            header.is_some_and(|header| text(&header, "format").eq_ignore_ascii_case("PRODUCT"));
        let most = domain::template().limits.cards_max;
        let fits =
            if is_products { filled.len() >= 2 && filled.len() <= most } else { filled.len() == cards.len() };
        if !fits {
            return Err(format(format!(
                "The template has {} cards, the message {}.",
                cards.len(),
                filled.len()
            )));
        }
        let mut shown_cards = Vec::new();
        for (at, sent) in filled.iter().enumerate() {
            let Some(card) = cards.get(at).or_else(|| cards.first()) else { continue };
            let components = self.parts(&parts(card), &parts(sent))?;
            shown_cards.push(json!({"components": components}));
        }
        let mut shown = part.clone();
        if let Some(shown) = shown.as_object_mut() {
            shown.insert("cards".to_owned(), Value::Array(shown_cards));
        }
        Ok(shown)
    }
}

/// The text of a template for codes is Meta's own.
fn code(part: &Value, sent: &[Value]) -> Result<Value, Refusal> {
    let [code] = sent else { return Err(count(1, sent.len(), "body")) };
    let code = said(code)?;
    if code.chars().count() > facts().authentication_code_length {
        return Err(Refusal::code(TOO_LONG, "The code is too long."));
    }
    let mut shown = part.clone();
    if let Some(shown) = shown.as_object_mut() {
        shown.insert("code".to_owned(), json!(code));
    }
    Ok(shown)
}

/// The buttons, each with its value.
fn buttons(part: &Value, sent: &[Value]) -> Result<Value, Refusal> {
    let buttons = part.get("buttons").and_then(Value::as_array).cloned().unwrap_or_default();
    let of = |index: usize| {
        sent.iter().find(|sent| {
            text(sent, "type").eq_ignore_ascii_case("button")
                && sent.get("index").and_then(text_of).is_some_and(|at| at == index.to_string())
        })
    };
    let indexes = sent.iter().filter(|part| text(part, "type").eq_ignore_ascii_case("button"));
    for index in indexes.filter_map(|part| part.get("index").and_then(text_of)) {
        if !index.parse().is_ok_and(|index: usize| index < buttons.len()) {
            return Err(format(format!("The template has no button with the index {index}.")));
        }
    }
    let filled = buttons.iter().enumerate().map(|(index, button)| filled_button(button, of(index), index));
    let mut shown = part.clone();
    let filled: Vec<Value> = filled.collect::<Result<_, _>>()?;
    if let Some(shown) = shown.as_object_mut() {
        shown.insert("buttons".to_owned(), Value::Array(filled));
    }
    Ok(shown)
}

/// A button with its value, where it takes one.
fn filled_button(button: &Value, sent: Option<&Value>, index: usize) -> Result<Value, Refusal> {
    let kind = text(button, "type").to_ascii_uppercase();
    let url = text(button, "url");
    let takes = match kind.as_str() {
        "URL" if !variables(url).list.is_empty() => Some("url"),
        "OTP" => Some("url"),
        "COPY_CODE" => Some("copy_code"),
        "MPM" => Some("mpm"),
        _ => None,
    };
    let Some(sent) = sent else {
        return takes.map_or_else(|| Ok(button.clone()), |_| Err(count(1, 0, &format!("button {index}"))));
    };
    let sub_type = text(sent, "sub_type").to_ascii_uppercase();
    let is_same = sub_type == kind || kind == "OTP" && sub_type == "URL";
    if !is_same {
        return Err(format(format!("The button {index} is of the type {kind}.")));
    }
    let values = sent.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
    if takes.is_some() == values.is_empty() && (takes.is_some() || kind == "URL") {
        return Err(count(usize::from(takes.is_some()), values.len(), &format!("button {index}")));
    }
    let mut shown = button.clone();
    if let (Some(shown), Some(value)) = (shown.as_object_mut(), values.first()) {
        if kind == "URL" {
            let name = variables(url).list.first().map(|variable| variable.name.to_string());
            let values: Map<String, Value> =
                name.map(|name| (name, json!(text(value, "text")))).into_iter().collect();
            shown.insert("url".to_owned(), json!(put(url, &values)));
            shown.remove("example");
        } else {
            shown.insert("value".to_owned(), value.clone());
        }
    }
    Ok(shown)
}

/// An offer with its end, where it has one.
fn offer(part: &Value, sent: &[Value]) -> Result<Value, Refusal> {
    let expires = part.get("limited_time_offer").and_then(|offer| offer.get("has_expiration")?.as_bool());
    match (expires.unwrap_or(false), sent) {
        (true, []) => Err(format("The offer needs the time of its end.")),
        (_, []) => Ok(part.clone()),
        (_, [value, ..]) => {
            let mut shown = part.clone();
            if let (Some(shown), Some(end)) = (shown.as_object_mut(), value.get("limited_time_offer")) {
                shown.insert("end".to_owned(), end.clone());
            }
            Ok(shown)
        }
    }
}

/// What a value says in a text.
fn said(value: &Value) -> Result<String, Refusal> {
    let kind = text(value, "type");
    match kind {
        "text" => Ok(text(value, "text").to_owned()),
        "currency" | "date_time" => {
            Ok(value.get(kind).map(|inner| text(inner, "fallback_value")).unwrap_or_default().to_owned())
        }
        _ => Err(format(format!("A value of the type {kind} does not fit in a text."))),
    }
}

/// A text with its variables replaced.
fn put(text: &str, values: &Map<String, Value>) -> String {
    let (mut out, mut end) = (String::new(), 0);
    for variable in variables(text).list {
        out.push_str(text.get(end..variable.at.start).unwrap_or_default());
        let value = values.get(&variable.name.to_string()).and_then(Value::as_str);
        out.push_str(value.unwrap_or_default());
        end = variable.at.end;
    }
    out.push_str(text.get(end..).unwrap_or_default());
    out
}
