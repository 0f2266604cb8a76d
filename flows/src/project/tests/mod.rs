#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

mod arriving;
mod hostile;
mod parts;
mod round;

use std::collections::BTreeMap;

use serde_json::json;

use super::{Contents, ProjectDocument};
use crate::check::DocumentKind;
use crate::edit::Position;
use crate::json::Pointer;

pub(super) fn document(kind: DocumentKind, name: &str, text: &str) -> ProjectDocument {
    ProjectDocument {
        kind,
        name: name.to_owned(),
        text: text.to_owned(),
        places: BTreeMap::new(),
        notes: BTreeMap::new(),
    }
}

pub(super) const JOURNEY: &str = r#"{
  "journey": 1,
  "settings": { "language": "en" },
  "nodes": [
    { "id": "hi", "kind": "keyword", "title": "Says hi", "words": ["hi"], "to": { "next": "book" } },
    { "id": "book", "kind": "flow", "title": "Books",
      "message": { "type": "interactive", "interactive": { "type": "flow", "body": { "text": "Book here" },
        "action": { "name": "flow", "parameters": { "flow_name": "Booking: a visit", "flow_cta": "Book" } } } },
      "if_closed": { "name": "book_again", "language": "en" }, "to": { "next": "on" } },
    { "id": "on", "kind": "go_to", "title": "On", "journey": "After" }
  ]
}
"#;

const TEMPLATE: &str = r#"{
  "name": "book_again",
  "language": "en",
  "category": "UTILITY",
  "components": [
    { "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["media:salon.jpg"] } },
    { "type": "BODY", "text": "Would you like another visit?" }
  ]
}
"#;

/// A small project with something of everything.
pub(super) fn example() -> Contents {
    let mut journey = document(DocumentKind::Journey, "First visit", JOURNEY);
    journey.places.insert("hi".to_owned(), Position { x: 0.0, y: 40.0 });
    journey.places.insert("book".to_owned(), Position { x: 276.0, y: 62.5 });
    let case = json!({
        "name": "Says hi",
        "script": { "person": {}, "events": [[1_767_607_200_000_i64, { "event": "wrote", "text": "hi" }]] },
        "until": 1_767_607_260_000_i64,
        "expect": ["wrote: hi", "sent book: Book here"],
    });
    journey.notes.insert(Pointer("/tests/1".to_owned()), case);
    let after = r#"{ "journey": 1, "nodes": [{ "id": "in", "kind": "manual", "title": "In" }] }"#;
    let mut flow =
        document(DocumentKind::Flow, "Booking: a visit", "{ \"version\": \"7.3\", \"screens\": [] }\n");
    flow.notes.insert(Pointer("/languages/pt".to_owned()), json!({ "Book": "Marcar" }));
    Contents {
        name: "Salon Amber".to_owned(),
        documents: vec![
            journey,
            document(DocumentKind::Journey, "After", after),
            flow,
            document(DocumentKind::Template, "Book again", TEMPLATE),
            document(DocumentKind::Message, "Hello", r#"{ "type": "text", "text": { "body": "Hello!" } }"#),
        ],
        media: [("salon.jpg".to_owned(), vec![0xff, 0xd8, 0xff])].into(),
        rest: serde_json::Map::new(),
    }
}
