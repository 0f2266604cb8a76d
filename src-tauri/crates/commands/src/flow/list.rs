use std::collections::BTreeMap;

use flows::check::DocumentKind;
use store::{Document, Live};

use crate::App;
use crate::wire::{Error, FlowCard, LiveState};

/// All Flows, newest first.
pub fn list(app: &App) -> Result<Vec<FlowCard>, Error> {
    app.store(|workspace| {
        let mut newest: BTreeMap<String, Live> = BTreeMap::new();
        for live in workspace.all_live()? {
            let known = newest.get(&live.document).is_none_or(|known| known.at < live.at);
            if known {
                newest.insert(live.document.clone(), live);
            }
        }
        let documents = workspace.documents(DocumentKind::Flow.name())?;
        Ok(documents.into_iter().map(|document| card(newest.get(&document.id), document)).collect())
    })
}

fn card(live: Option<&Live>, document: Document) -> FlowCard {
    let live = LiveState::of(live.and_then(|live| live.text_hash), document.text_hash);
    FlowCard {
        id: document.id,
        name: document.name,
        project: document.project,
        edited_at: document.edited_at.to_string(),
        screens: document.card.screens,
        blocked: document.card.blocked,
        live,
    }
}
