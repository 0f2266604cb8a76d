//! Heads of messages and files they name.

use super::text::Filling;
use super::{BubbleHead, FileReference, HeadKind, ReferenceKind, said};
use crate::json::Node;

/// The file that an object names by `link` or `id`.
pub(super) fn file(object: Node<'_>) -> Option<FileReference> {
    let link = said(object, "link").map(|value| FileReference { kind: ReferenceKind::Link, value });
    link.or_else(|| said(object, "id").map(|value| FileReference { kind: ReferenceKind::Id, value }))
}

/// A picture, film, sound, file, sticker or place as it is sent, by the name of its type; nothing for others.
pub(super) fn sent(kind: &str, object: Node<'_>) -> Option<HeadKind> {
    Some(match kind {
        "image" => HeadKind::Image { file: file(object) },
        "video" | "gif" => HeadKind::Video { file: file(object), gif: kind == "gif" },
        "audio" => {
            let voice = object.get("voice").and_then(Node::as_bool) == Some(true);
            HeadKind::Audio { file: file(object), voice }
        }
        "document" => HeadKind::Document { file: file(object), name: document_name(object) },
        "sticker" => HeadKind::Sticker { file: file(object) },
        "location" => HeadKind::Location {
            name: said(object, "name"),
            address: said(object, "address"),
            latitude: said(object, "latitude"),
            longitude: said(object, "longitude"),
        },
        "product" => HeadKind::Product { product: said(object, "product_retailer_id") },
        _ => return None,
    })
}

/// The name of a file, or the end of its address when that looks like one.
fn document_name(object: Node<'_>) -> Option<String> {
    said(object, "filename").or_else(|| {
        let link = said(object, "link")?;
        let path = link.split(['?', '#']).next().unwrap_or_default();
        let name = path.split_once("://").and_then(|(_, path)| path.rsplit_once('/')).map(|(_, name)| name);
        name.filter(|name| name.contains('.')).map(str::to_owned)
    })
}

/// The header of a message with something to tap, or of one of its cards.
pub(super) fn header(node: Node<'_>, filling: Filling<'_>) -> Option<BubbleHead> {
    let name = node.get("type").and_then(Node::as_str).unwrap_or_default().to_ascii_lowercase();
    let at = node.pointer();
    let text = node.get("text").and_then(Node::as_str);
    let kind = match (sent(&name, node.get(&name).unwrap_or(node)), text) {
        (Some(kind), _) => kind,
        // Titles have no formatting.
        (None, Some(text)) => HeadKind::Title { text: filling.of(text).plain(at.clone()) },
        (None, None) if name == "text" => return None,
        (None, None) => HeadKind::Unknown { name },
    };
    Some(BubbleHead { at, kind })
}
