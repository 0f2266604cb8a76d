use std::collections::BTreeMap;

use flows::check::DocumentKind;
use store::{Document, Live};

use crate::App;
use crate::wire::{Error, JourneyCard, LiveState};

/// All journeys, newest first. What is blocked in them is so beside what is in the workspace now.
pub fn list(app: &App) -> Result<Vec<JourneyCard>, Error> {
    // What cannot be read says so when it is opened: it keeps nobody from the others
    let blocked = app.blocked().of(app).ok();
    app.store(|workspace| {
        let mut live = workspace.all_live()?;
        live.sort_by_key(|live| live.at);
        let newest: BTreeMap<String, Live> =
            live.into_iter().map(|live| (live.document.clone(), live)).collect();
        let card = |document: Document| JourneyCard {
            live: LiveState::of(newest.get(&document.id).and_then(|live| live.text_hash), document.text_hash),
            blocked: blocked.as_ref().and_then(|blocked| blocked.get(&document.id)).copied(),
            id: document.id,
            name: document.name,
            edited_at: document.edited_at.to_string(),
            steps: document.card.screens,
        };
        Ok(workspace.documents(DocumentKind::Journey.name())?.into_iter().map(card).collect())
    })
}
