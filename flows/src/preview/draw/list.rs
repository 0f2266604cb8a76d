//! Navigation lists.

use serde_json::Value;

use super::choice::{list_image_kb, media_size};
use super::words::cut;
use super::{ItemKind, Part, Scene, picture_at};
use crate::facts::ComponentKind as K;
use crate::json::Pointer;
use crate::preview::bounds::{row_chars, row_items, shown_items};
use crate::preview::scene::{Object, shown};
use crate::preview::view::{ListEnd, ListItem};

/// A navigation list with its rows.
pub(super) fn navigation_list(scene: &Scene<'_>, part: &Part<'_>) -> ItemKind {
    let component = part.component;
    let items = component.get("list-items");
    let written = items.is_some_and(Value::is_array);
    let items = items.map(|items| scene.worth(items));
    let rows = items.as_deref().and_then(Value::as_array).into_iter().flatten().enumerate();
    ItemKind::NavigationList {
        name: part.name().to_owned(),
        label: scene.text(component, "label"),
        description: scene.text(component, "description"),
        media_size: media_size(scene, component),
        rows: rows
            .take(shown_items(K::NavigationList))
            .filter_map(|(index, row)| {
                let pointer = written.then(|| part.pointer.clone().key("list-items").index(index));
                Some(list_item(scene, row.as_object()?, pointer))
            })
            .collect(),
    }
}

fn list_item(scene: &Scene<'_>, row: &Object, pointer: Option<Pointer>) -> ListItem {
    let inside = |holder: &str, key: &str| {
        let text = scene.text(row.get(holder)?.as_object()?, key)?;
        Some(cut(&text, row_chars(Some(holder), key), ""))
    };
    ListItem {
        id: scene.text(row, "id").unwrap_or_default(),
        pointer,
        title: inside("main-content", "title").unwrap_or_default(),
        description: inside("main-content", "description"),
        metadata: inside("main-content", "metadata"),
        start: row
            .get("start")
            .and_then(Value::as_object)
            .map(|start| picture_at(scene, start, "image", list_image_kb(scene))),
        end: row.contains_key("end").then(|| ListEnd {
            title: inside("end", "title"),
            description: inside("end", "description"),
            metadata: inside("end", "metadata"),
        }),
        badge: scene.text(row, "badge").map(|badge| cut(&badge, row_chars(None, "badge"), "")),
        tags: row
            .get("tags")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .take(row_items("tags"))
            .filter_map(|tag| shown(&scene.worth(tag)))
            .map(|tag| cut(&tag, row_chars(None, "tags"), ""))
            .collect(),
        enabled: scene.flag(row, "enabled", true),
    }
}
