use std::collections::BTreeMap;

use flows::check::DocumentKind;
use store::{Document, Live};

use crate::App;
use crate::open_message::Summary;
use crate::wire::{Error, LiveState, MessageCard};

/// All templates and messages, newest first.
pub fn list(app: &App) -> Result<Vec<MessageCard>, Error> {
    app.store(|workspace| {
        let mut live: BTreeMap<String, Vec<Live>> = BTreeMap::new();
        for one in workspace.all_live()? {
            live.entry(one.document.clone()).or_default().push(one);
        }
        let mut cards = Vec::new();
        for kind in [DocumentKind::Template, DocumentKind::Message] {
            let documents = workspace.documents(kind.name())?;
            cards.extend(documents.into_iter().map(|document| card(kind, &live, document)));
        }
        cards.sort_by_key(|(edited_at, _)| std::cmp::Reverse(*edited_at));
        Ok(cards.into_iter().map(|(_, card)| card).collect())
    })
}

fn card(kind: DocumentKind, live: &BTreeMap<String, Vec<Live>>, document: Document) -> (i64, MessageCard) {
    let newest = live.get(&document.id).and_then(|all| all.iter().max_by_key(|live| live.at));
    let live = LiveState::of(newest.and_then(|live| live.text_hash), document.text_hash);
    // Written by a later Waymark it may say more; what cannot be read is left out of the list's words.
    let summary: Summary = serde_json::from_str(&document.card.summary).unwrap_or_default();
    let card = MessageCard {
        id: document.id,
        kind,
        name: document.name,
        edited_at: document.edited_at.to_string(),
        blocked: document.card.blocked,
        remote_name: summary.name,
        category: summary.category,
        language: summary.language,
        sort: summary.sort,
        words: summary.words,
        live,
    };
    (document.edited_at, card)
}
