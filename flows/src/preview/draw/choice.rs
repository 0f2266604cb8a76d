//! Options of groups, drop-downs and chips.

use serde_json::Value;

use super::{Part, Scene, check, picture_at};
use crate::facts::{Version, limits};
use crate::preview::scene::Object;
use crate::preview::view::{Choice, Media, MediaSize};

/// Size of the pictures of a list.
pub(super) fn media_size(scene: &Scene<'_>, component: &Object) -> MediaSize {
    match scene.text(component, "media-size").as_deref() {
        Some("large") => MediaSize::Large,
        _ => MediaSize::Regular,
    }
}

/// Largest picture in a list, by version.
pub(super) fn list_image_kb(scene: &Scene<'_>) -> u32 {
    if scene.document.since(Version::new(6, 0)) {
        limits().list_image_kilobytes
    } else {
        limits().list_image_kilobytes_before_6_0
    }
}

/// The options of an input.
pub(super) fn choices(scene: &Scene<'_>, part: &Part<'_>) -> Vec<Choice> {
    let value = scene.input_value(part.component, part.form);
    let chosen = check::ids(&value);
    let enabled = scene.flag(part.component, "enabled", true);
    let options = check::options(scene, part);
    let options = options.iter().filter_map(Value::as_object);
    options
        .map(|option| {
            let id = scene.text(option, "id").unwrap_or_default();
            Choice {
                title: scene.text(option, "title").unwrap_or_default(),
                description: scene.text(option, "description"),
                metadata: scene.text(option, "metadata"),
                enabled: enabled && scene.flag(option, "enabled", true),
                selected: chosen.contains(&id.as_str()),
                media: media(scene, option),
                id,
            }
        })
        .collect()
}

fn media(scene: &Scene<'_>, option: &Object) -> Option<Media> {
    if option.contains_key("image") {
        return Some(Media::Image { picture: picture_at(scene, option, "image", list_image_kb(scene)) });
    }
    let color = scene.text(option, "color")?;
    let hex = color.strip_prefix('#')?;
    (hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit())).then_some(Media::Color { color })
}
