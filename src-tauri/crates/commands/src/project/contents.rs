use std::collections::BTreeSet;

use flows::check::DocumentKind;
use flows::project::{Contents, ProjectDocument, media_names};

use super::NAME;
use crate::App;
use crate::journaled::Journaled;
use crate::wire::{Error, ProjectSummary};

/// What a project of this workspace would hold. The name is the one it was last saved by; empty when it never was.
pub fn contents(app: &App) -> Result<ProjectSummary, Error> {
    let all = all(app)?;
    let count = |kind| short(all.documents.iter().filter(|document| document.kind == kind).count());
    Ok(ProjectSummary {
        journeys: count(DocumentKind::Journey),
        flows: count(DocumentKind::Flow),
        templates: count(DocumentKind::Template),
        messages: count(DocumentKind::Message),
        media: short(all.media.len()),
        name: all.name,
    })
}

/// All documents of the workspace, those of a kind in the order they were made, and the files that they show.
pub(super) fn all(app: &App) -> Result<Contents, Error> {
    let name = app.store(|workspace| workspace.setting(NAME))?.unwrap_or_default();
    let mut all = Contents { name, ..Contents::default() };
    for kind in [DocumentKind::Journey, DocumentKind::Flow, DocumentKind::Template, DocumentKind::Message] {
        let mut known = app.store(|workspace| workspace.documents(kind.name()))?;
        known.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        for document in known {
            let journaled = Journaled::read(app, &document.id)?;
            let document = journaled.document();
            all.documents.push(ProjectDocument {
                kind,
                name: document.name().to_owned(),
                text: document.text().to_owned(),
                places: document.positions().clone(),
                notes: document.notes().clone(),
            });
        }
    }
    let shown: BTreeSet<String> =
        all.documents.iter().flat_map(|document| media_names(&document.text)).collect();
    for name in shown {
        // What a text names and nobody put here stays a name.
        if let Ok(bytes) = app.store(|workspace| workspace.media(&name)) {
            all.media.insert(name, bytes);
        }
    }
    Ok(all)
}

pub(super) fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
