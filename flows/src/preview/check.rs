//! Whether an input is filled in well, as the phone checks it before it sends.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use super::bounds::default_count;
use super::dates::{Calendar, days_between};
use super::layout::Part;
use super::scene::{Scene, shown};
use super::state::FileSample;
use super::view::{DatePart, FieldError};
use crate::expr::{binding, nested};
use crate::facts::ComponentKind as K;

/// What is wrong with which field of a part.
pub(super) type Fault = (DatePart, FieldError);

/// Everything that is wrong with a part: a range has two fields, every other input one.
pub(super) fn faults(scene: &Scene<'_>, part: &Part<'_>) -> Vec<Fault> {
    let value = scene.input_value(part.component, part.form);
    let required = scene.flag(part.component, "required", false);
    let fault = match part.kind {
        Some(K::TextInput) => text_input(scene, part, &text(&value), required),
        Some(K::TextArea) => text_area(scene, part, &text(&value), required),
        Some(K::CheckboxGroup | K::ChipsSelector) => several(scene, part, &ids(&value), required),
        Some(K::RadioButtonsGroup) => one(&value, required),
        Some(K::Dropdown) => one(&value, required).or_else(|| option(scene, part, &value)),
        Some(K::OptIn) => (required && value != Value::Bool(true)).then_some(FieldError::Required),
        Some(K::CalendarPicker) if is_range(scene, part) => return range(scene, part, &value),
        Some(K::DatePicker | K::CalendarPicker) => date(scene, part, &text(&value), required),
        Some(K::PhotoPicker | K::DocumentPicker) => files(scene, part, &value),
        _ => None,
    };
    fault.map(|fault| (DatePart::Single, fault)).into_iter().collect()
}

/// The Flow's own words for an error in a field, and whether they come from data: those show at once.
pub(super) fn message(scene: &Scene<'_>, part: &Part<'_>, of: DatePart) -> Option<(String, bool)> {
    let dynamic = |value: &Value| {
        value.as_str().is_some_and(|text| binding::whole(text).is_some() || nested::is_expression(text))
    };
    let mut from_data = false;
    let mut follow = |value: &Value| {
        from_data |= dynamic(value);
        scene.worth(value).into_owned()
    };
    let own = match part.form {
        Some(form) => {
            let all = follow(form.get("error-messages")?);
            follow(all.get(part.name())?)
        }
        None => follow(part.component.get("error-message")?),
    };
    let own = match of {
        DatePart::Single => own,
        DatePart::StartDate => follow(own.get("start-date").unwrap_or(&own)),
        DatePart::EndDate => follow(own.get("end-date").unwrap_or(&own)),
    };
    Some((shown(&own)?, from_data))
}

/// Whether a `CalendarPicker` asks for a range.
pub(super) fn is_range(scene: &Scene<'_>, part: &Part<'_>) -> bool {
    scene.text(part.component, "mode").is_some_and(|mode| mode == "range")
}

/// What is in a text field.
pub(super) fn text(value: &Value) -> String {
    shown(value).unwrap_or_default()
}

/// Ids of the chosen options.
pub(super) fn ids(value: &Value) -> Vec<&str> {
    match value {
        Value::String(id) if !id.is_empty() => vec![id],
        Value::Array(ids) => ids.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The files of a picker.
pub(super) fn samples(value: &Value) -> Vec<FileSample> {
    let items = value.as_array().into_iter().flatten();
    items.filter_map(|item| serde_json::from_value(item.clone()).ok()).collect()
}

/// The options of an input, bindings in them replaced.
pub(super) fn options(scene: &Scene<'_>, part: &Part<'_>) -> Vec<Value> {
    let Some(source) = part.component.get("data-source") else { return Vec::new() };
    match scene.worth(source) {
        Cow::Owned(Value::Array(items)) => items,
        Cow::Borrowed(Value::Array(items)) => items.clone(),
        _ => Vec::new(),
    }
}

fn pattern(pattern: &str) -> Option<Regex> {
    Regex::new(pattern).ok()
}

static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"^[A-Za-z0-9.!#$%&'*+/=?^_{}~`-]+@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$",
    )
});
static PHONE: LazyLock<Option<Regex>> =
    LazyLock::new(|| pattern(r"^(\+?[0-9]{1,4})?[ .-]*(\([0-9]{1,6}\))?[0-9 .-]*[0-9]$"));
static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(r"^[+-]?([0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?|[0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?$")
});

fn fits(pattern: Option<&Regex>, text: &str) -> bool {
    pattern.is_none_or(|pattern| pattern.is_match(text))
}

fn length(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

fn text_input(scene: &Scene<'_>, part: &Part<'_>, typed: &str, required: bool) -> Option<FieldError> {
    let trimmed = typed.trim();
    if trimmed.is_empty() {
        return required.then_some(FieldError::Required);
    }
    let kind = scene.text(part.component, "input-type").unwrap_or_default();
    let wrong = match kind.as_str() {
        "email" => (!fits(EMAIL.as_ref(), trimmed)).then_some(FieldError::NotAnEmail),
        "phone" => (!fits(PHONE.as_ref(), trimmed)).then_some(FieldError::NotAPhone),
        "number" => (!fits(NUMBER.as_ref(), trimmed)).then_some(FieldError::NotANumber),
        "passcode" => (!trimmed.bytes().all(|b| b.is_ascii_digit())).then_some(FieldError::NotDigits),
        _ => None,
    };
    if wrong.is_some() {
        return wrong;
    }
    let min = scene.count(part.component, "min-chars").unwrap_or(0);
    let max =
        scene.count(part.component, "max-chars").unwrap_or_else(|| default_count(K::TextInput, "max-chars"));
    let length = length(trimmed);
    if length < min {
        return Some(FieldError::TooShort { min });
    }
    if length > max {
        return Some(FieldError::TooLong { max });
    }
    let takes_pattern = !matches!(kind.as_str(), "email" | "phone");
    let own = scene.text(part.component, "pattern").filter(|_| takes_pattern)?;
    // A pattern that cannot be read here is left to the phone.
    let matched = fancy_regex::RegexBuilder::new(&own)
        .backtrack_limit(100_000)
        .delegate_size_limit(1 << 20)
        .build()
        .is_ok_and(|pattern| pattern.is_match(typed).is_ok_and(|found| !found));
    matched.then_some(FieldError::NoMatch)
}

fn text_area(scene: &Scene<'_>, part: &Part<'_>, typed: &str, required: bool) -> Option<FieldError> {
    let trimmed = typed.trim();
    if trimmed.is_empty() {
        return required.then_some(FieldError::Required);
    }
    let max =
        scene.count(part.component, "max-length").unwrap_or_else(|| default_count(K::TextArea, "max-length"));
    (length(trimmed) > max).then_some(FieldError::TooLong { max })
}

fn several(scene: &Scene<'_>, part: &Part<'_>, chosen: &[&str], required: bool) -> Option<FieldError> {
    if chosen.is_empty() {
        return required.then_some(FieldError::Required);
    }
    let count = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    let min = scene.count(part.component, "min-selected-items").filter(|&min| count < min);
    let max = scene.count(part.component, "max-selected-items").filter(|&max| count > max);
    min.map(|min| FieldError::TooFew { min }).or_else(|| max.map(|max| FieldError::TooMany { max }))
}

fn one(value: &Value, required: bool) -> Option<FieldError> {
    (required && text(value).trim().is_empty()).then_some(FieldError::Required)
}

fn option(scene: &Scene<'_>, part: &Part<'_>, value: &Value) -> Option<FieldError> {
    let chosen = text(value);
    let known = chosen.is_empty()
        || options(scene, part).iter().any(|option| {
            option.get("id").is_some_and(|id| scene.worth(id).as_str() == Some(chosen.as_str()))
        });
    (!known).then_some(FieldError::NotAnOption)
}

fn date(scene: &Scene<'_>, part: &Part<'_>, chosen: &str, required: bool) -> Option<FieldError> {
    if chosen.is_empty() {
        return required.then_some(FieldError::Required);
    }
    Calendar::of(scene, part.component).fault(chosen)
}

fn range(scene: &Scene<'_>, part: &Part<'_>, value: &Value) -> Vec<Fault> {
    let calendar = Calendar::of(scene, part.component);
    let chosen = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    let required = |key: &str| match part.component.get("required").map(|all| scene.worth(all)).as_deref() {
        Some(Value::Bool(on)) => *on,
        Some(Value::Object(each)) => scene.flag(each, key, false),
        _ => false,
    };
    let of = |key: &str| match chosen(key) {
        "" => required(key).then_some(FieldError::Required),
        day => calendar.fault(day),
    };
    let start = of("start-date");
    let mut end = of("end-date");
    if let (None, None, Some(days)) = (&start, &end, days_between(chosen("start-date"), chosen("end-date"))) {
        let count = |key: &str| scene.count(part.component, key);
        end = match u32::try_from(days) {
            Err(_) => Some(FieldError::EndBeforeStart),
            Ok(days) => {
                count("min-days").filter(|&min| days < min).map(|min| FieldError::TooFewDays { min }).or_else(
                    || count("max-days").filter(|&max| days > max).map(|max| FieldError::TooManyDays { max }),
                )
            }
        };
    }
    let both = [(DatePart::StartDate, start), (DatePart::EndDate, end)];
    both.into_iter().filter_map(|(of, fault)| Some((of, fault?))).collect()
}

/// Fewest and most files of a picker, and most KB of one.
pub(super) fn file_limits(scene: &Scene<'_>, part: &Part<'_>) -> (u32, u32, u32) {
    let (kind, min, max) = match part.kind {
        Some(K::PhotoPicker) => (K::PhotoPicker, "min-uploaded-photos", "max-uploaded-photos"),
        _ => (K::DocumentPicker, "min-uploaded-documents", "max-uploaded-documents"),
    };
    let count = |key: &str| scene.count(part.component, key).unwrap_or_else(|| default_count(kind, key));
    (count(min), count(max), count("max-file-size-kb"))
}

fn files(scene: &Scene<'_>, part: &Part<'_>, value: &Value) -> Option<FieldError> {
    let (min, max, max_kb) = file_limits(scene, part);
    let files = samples(value);
    let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
    if count < min {
        return Some(if count == 0 { FieldError::Required } else { FieldError::TooFewFiles { min } });
    }
    if count > max {
        return Some(FieldError::TooManyFiles { max });
    }
    files.iter().any(|file| is_too_large(file, max_kb)).then_some(FieldError::FileTooLarge { max_kb })
}

/// Whether a file has more than so many KB.
pub(super) fn is_too_large(file: &FileSample, max_kb: u32) -> bool {
    u64::from(file.size) > u64::from(max_kb) * 1024
}
