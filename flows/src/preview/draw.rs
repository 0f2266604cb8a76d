//! From a part to what is drawn of it.

mod choice;
mod list;
mod words;

use serde_json::Value;

use super::bounds::{default_count, shown_chars};
use super::check::{self, Fault, file_limits, is_range, is_too_large, message, samples};
use super::dates::Calendar;
use super::layout::Part;
use super::picture::picture;
use super::scene::{Object, Scene, shown};
use super::view::{
    DateInput, DatePart, Field, FieldError, Footer, ItemKind, Keyboard, PhotoSource, PickedFile, Picker,
    Picture, Scale, TextStyle,
};
use crate::facts::{ComponentKind as K, limits};
use choice::{choices, media_size};
use words::{cut, plain_or_markdown, rich};

/// What a part is. `faults`: what is wrong with it.
pub(super) fn kind(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault]) -> ItemKind {
    let component = part.component;
    match part.kind {
        Some(K::TextHeading) => words::text(scene, component, TextStyle::Heading),
        Some(K::TextSubheading) => words::text(scene, component, TextStyle::Subheading),
        Some(K::TextBody) => plain_or_markdown(scene, component, TextStyle::Body),
        Some(K::TextCaption) => plain_or_markdown(scene, component, TextStyle::Caption),
        Some(K::RichText) => rich(scene, component),
        Some(K::TextInput) => text_input(scene, part, faults),
        Some(K::TextArea) => text_area(scene, part, faults),
        Some(K::CheckboxGroup) => ItemKind::CheckboxGroup {
            field: field(scene, part, faults, DatePart::Single),
            description: scene.text(component, "description"),
            media_size: media_size(scene, component),
            choices: choices(scene, part),
            min: scene.count(component, "min-selected-items"),
            max: scene.count(component, "max-selected-items"),
        },
        Some(K::RadioButtonsGroup) => ItemKind::RadioButtonsGroup {
            field: field(scene, part, faults, DatePart::Single),
            description: scene.text(component, "description"),
            media_size: media_size(scene, component),
            choices: choices(scene, part),
        },
        Some(K::Dropdown) => {
            let choices = choices(scene, part);
            ItemKind::Dropdown {
                field: field(scene, part, faults, DatePart::Single),
                searchable: choices.len() >= limits().dropdown_search_from as usize,
                choices,
            }
        }
        Some(K::ChipsSelector) => ItemKind::ChipsSelector {
            field: field(scene, part, faults, DatePart::Single),
            description: scene.text(component, "description"),
            choices: choices(scene, part),
            min: scene.count(component, "min-selected-items"),
            max: scene.count(component, "max-selected-items"),
        },
        Some(K::DatePicker) => date_picker(scene, part, faults),
        Some(K::CalendarPicker) => calendar_picker(scene, part, faults),
        Some(K::OptIn) => ItemKind::OptIn {
            field: {
                let field = field(scene, part, faults, DatePart::Single);
                Field { label: cut(&field.label, shown_chars(K::OptIn, "label"), "..."), ..field }
            },
            checked: scene.input_value(component, part.form) == Value::Bool(true),
            more: component.contains_key("on-click-action"),
        },
        Some(K::EmbeddedLink) => {
            let text = scene.text(component, "text").unwrap_or_default();
            ItemKind::EmbeddedLink { text: cut(&text, shown_chars(K::EmbeddedLink, "text"), "…") }
        }
        Some(K::Image) => image(scene, part),
        Some(K::ImageCarousel) => carousel(scene, part),
        Some(K::NavigationList) => list::navigation_list(scene, part),
        Some(K::PhotoPicker) => ItemKind::PhotoPicker {
            picker: picker(scene, part, faults),
            source: match scene.text(component, "photo-source").as_deref() {
                Some("camera") => PhotoSource::Camera,
                Some("gallery") => PhotoSource::Gallery,
                _ => PhotoSource::CameraGallery,
            },
        },
        Some(K::DocumentPicker) => ItemKind::DocumentPicker {
            picker: picker(scene, part, faults),
            mime_types: component
                .get("allowed-mime-types")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .filter_map(|kind| kind.as_str().map(str::to_owned))
                .collect(),
        },
        Some(K::Footer | K::Form | K::If | K::Switch) | None => {
            ItemKind::Sealed { component: part.type_name().to_owned() }
        }
    }
}

/// The Footer. `ready`: nothing that is visible stands in the way.
pub(super) fn footer(scene: &Scene<'_>, part: &Part<'_>, ready: bool) -> Footer {
    let component = part.component;
    Footer {
        pointer: part.pointer.clone(),
        label: scene.text(component, "label").unwrap_or_default(),
        left_caption: scene.text(component, "left-caption"),
        center_caption: scene.text(component, "center-caption"),
        right_caption: scene.text(component, "right-caption"),
        enabled: ready && scene.flag(component, "enabled", true),
    }
}

/// Label of a field; a range has one for each side.
pub(super) fn label(scene: &Scene<'_>, part: &Part<'_>, of: DatePart) -> String {
    words_of(scene, part, "label", of).unwrap_or_default()
}

fn side(of: DatePart) -> Option<&'static str> {
    match of {
        DatePart::Single => None,
        DatePart::StartDate => Some("start-date"),
        DatePart::EndDate => Some("end-date"),
    }
}

fn words_of(scene: &Scene<'_>, part: &Part<'_>, key: &str, of: DatePart) -> Option<String> {
    let value = scene.worth(part.component.get(key)?);
    match side(of) {
        None => shown(&value),
        Some(side) => shown(&scene.worth(value.get(side)?)),
    }
}

fn field(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault], of: DatePart) -> Field {
    let component = part.component;
    let name = part.name();
    let required = match side(of) {
        None => scene.flag(component, "required", false),
        Some(side) => match component.get("required").map(|all| scene.worth(all)).as_deref() {
            Some(Value::Bool(on)) => *on,
            Some(Value::Object(each)) => scene.flag(each, side, false),
            _ => false,
        },
    };
    let mark = match side(of) {
        None => name.to_owned(),
        Some(side) => format!("{name}.{side}"),
    };
    let touched = scene.known(scene.at).is_some_and(|known| known.touched.contains(&mark));
    let fault = faults.iter().find(|(side, _)| *side == of).map(|(_, fault)| fault.clone());
    let own = message(scene, part, of);
    let error = match (own, fault) {
        (Some((text, _)), Some(_)) if touched => Some(FieldError::Message { text }),
        (Some((text, true)), _) if !touched => Some(FieldError::Message { text }),
        (_, fault) if touched => fault,
        _ => None,
    };
    Field {
        name: name.to_owned(),
        label: label(scene, part, of),
        optional: !required,
        enabled: scene.flag(component, "enabled", true),
        helper: words_of(scene, part, "helper-text", of),
        error,
        sensitive: is_sensitive(scene, name),
    }
}

/// Whether the screen lists an input as sensitive.
pub(super) fn is_sensitive(scene: &Scene<'_>, name: &str) -> bool {
    let listed = scene.screen.get("sensitive").and_then(Value::as_array);
    listed.is_some_and(|names| names.iter().any(|listed| listed == name))
}

fn is_large(scene: &Scene<'_>, part: &Part<'_>) -> bool {
    scene.text(part.component, "label-variant").is_some_and(|variant| variant == "large")
}

fn text_input(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault]) -> ItemKind {
    let kind = scene.text(part.component, "input-type").unwrap_or_default();
    ItemKind::TextInput {
        field: field(scene, part, faults, DatePart::Single),
        value: check::text(&scene.input_value(part.component, part.form)),
        keyboard: match kind.as_str() {
            "number" | "passcode" => Keyboard::Number,
            "phone" => Keyboard::Phone,
            "email" => Keyboard::Email,
            _ => Keyboard::Text,
        },
        masked: matches!(kind.as_str(), "password" | "passcode"),
        large_label: is_large(scene, part),
        max_chars: scene
            .count(part.component, "max-chars")
            .unwrap_or_else(|| default_count(K::TextInput, "max-chars")),
    }
}

fn text_area(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault]) -> ItemKind {
    let value = check::text(&scene.input_value(part.component, part.form));
    ItemKind::TextArea {
        field: field(scene, part, faults, DatePart::Single),
        large_label: is_large(scene, part),
        used: u32::try_from(value.chars().count()).unwrap_or(u32::MAX),
        max_length: scene
            .count(part.component, "max-length")
            .unwrap_or_else(|| default_count(K::TextArea, "max-length")),
        value,
    }
}

fn date_picker(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault]) -> ItemKind {
    let Calendar { min, max, unavailable, .. } = Calendar::of(scene, part.component);
    ItemKind::DatePicker {
        input: date_input(scene, part, faults, DatePart::Single),
        min_date: min,
        max_date: max,
        unavailable,
    }
}

fn date_input(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault], of: DatePart) -> DateInput {
    let value = scene.input_value(part.component, part.form);
    let value = match side(of) {
        None => check::text(&value),
        Some(side) => value.get(side).map(check::text).unwrap_or_default(),
    };
    DateInput { part: of, field: field(scene, part, faults, of), value }
}

fn calendar_picker(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault]) -> ItemKind {
    let component = part.component;
    let range = is_range(scene, part);
    let sides: &[DatePart] =
        if range { &[DatePart::StartDate, DatePart::EndDate] } else { &[DatePart::Single] };
    let Calendar { min, max, unavailable, weekdays } = Calendar::of(scene, component);
    ItemKind::CalendarPicker {
        title: scene.text(component, "title").filter(|_| range),
        description: scene.text(component, "description").filter(|_| range),
        inputs: sides.iter().map(|&of| date_input(scene, part, faults, of)).collect(),
        min_date: min,
        max_date: max,
        unavailable,
        include_days: weekdays,
        min_days: scene.count(component, "min-days").filter(|_| range),
        max_days: scene.count(component, "max-days").filter(|_| range),
    }
}

fn scale(scene: &Scene<'_>, part: &Part<'_>) -> Scale {
    match scene.text(part.component, "scale-type").as_deref() {
        Some("cover") => Scale::Cover,
        _ => Scale::Contain,
    }
}

fn image(scene: &Scene<'_>, part: &Part<'_>) -> ItemKind {
    let component = part.component;
    let size = |key: &str| scene.number(component, key).filter(|&size| size > 0.0);
    ItemKind::Image {
        picture: picture_at(scene, component, "src", limits().image_kilobytes),
        width: size("width"),
        height: size("height"),
        aspect_ratio: size("aspect-ratio"),
        scale: scale(scene, part),
    }
}

/// The picture whose base64 text is that member, with `alt-text` beside it.
fn picture_at(scene: &Scene<'_>, object: &Object, key: &str, max_kb: u32) -> Picture {
    let alt = scene.text(object, "alt-text").unwrap_or_default();
    match object.get(key).map(|base64| scene.worth(base64)).as_deref() {
        Some(Value::String(base64)) => picture(base64, alt, max_kb),
        _ => Picture { src: None, alt },
    }
}

fn carousel(scene: &Scene<'_>, part: &Part<'_>) -> ItemKind {
    let images = part.component.get("images").map(|images| scene.worth(images));
    let pictures = images.as_deref().and_then(Value::as_array).into_iter().flatten();
    ItemKind::ImageCarousel {
        pictures: pictures
            .filter_map(Value::as_object)
            .map(|image| picture_at(scene, image, "src", limits().image_kilobytes))
            .collect(),
        aspect_ratio: match scene.text(part.component, "aspect-ratio").as_deref() {
            Some("16:9") => 16.0 / 9.0,
            _ => 4.0 / 3.0,
        },
        scale: scale(scene, part),
    }
}

fn picker(scene: &Scene<'_>, part: &Part<'_>, faults: &[Fault]) -> Picker {
    let (min, max, max_kb) = file_limits(scene, part);
    let files = samples(&scene.input_value(part.component, part.form));
    let field = field(scene, part, faults, DatePart::Single);
    Picker {
        field: Field { optional: min == 0, ..field },
        description: scene.text(part.component, "description"),
        files: files
            .into_iter()
            .map(|file| PickedFile {
                too_large: is_too_large(&file, max_kb),
                name: file.name,
                size: file.size,
            })
            .collect(),
        min,
        max,
        max_kb,
    }
}
