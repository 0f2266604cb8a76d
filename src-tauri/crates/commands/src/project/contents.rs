use std::collections::BTreeSet;

use flows::check::DocumentKind;
use flows::project::{Contents, ProjectDocument, media_names, needed};

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
    let documents = documents(app)?.into_iter().map(|(_, document)| document).collect();
    Ok(with_media(app, name, documents))
}

/// A journey with all that it needs, and the files that this shows; it is called as the journey.
pub(super) fn of_journey(app: &App, journey: &str) -> Result<Contents, Error> {
    // One that is not here has its own sentence
    let name = app.journey(journey, |open| Ok(open.document().name().to_owned()))?;
    let (ids, all): (Vec<String>, Vec<ProjectDocument>) = documents(app)?.into_iter().unzip();
    let from = ids.iter().position(|id| id == journey).unwrap_or(ids.len());
    let needed: BTreeSet<usize> = needed(&all, from).into_iter().collect();
    let part = (0..).zip(all).filter(|(at, _)| needed.contains(at)).map(|(_, document)| document);
    Ok(with_media(app, name, part.collect()))
}

/// Documents with the files that they show.
fn with_media(app: &App, name: String, documents: Vec<ProjectDocument>) -> Contents {
    let mut all = Contents { name, documents, ..Contents::default() };
    let shown: BTreeSet<String> =
        all.documents.iter().flat_map(|document| media_names(&document.text)).collect();
    for name in shown {
        // What a text names and nobody put here stays a name.
        if let Ok(bytes) = app.store(|workspace| workspace.media(&name)) {
            all.media.insert(name, bytes);
        }
    }
    all
}

/// All documents with their ids, those of a kind in the order they were made.
fn documents(app: &App) -> Result<Vec<(String, ProjectDocument)>, Error> {
    let mut all = Vec::new();
    for kind in [DocumentKind::Journey, DocumentKind::Flow, DocumentKind::Template, DocumentKind::Message] {
        let mut known = app.store(|workspace| workspace.documents(kind.name()))?;
        known.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
        for document in known {
            let journaled = Journaled::read(app, &document.id)?;
            let shown = journaled.document();
            let read = ProjectDocument {
                kind,
                name: shown.name().to_owned(),
                text: shown.text().to_owned(),
                places: shown.positions().clone(),
                notes: shown.notes().clone(),
            };
            all.push((document.id, read));
        }
    }
    Ok(all)
}

pub(super) fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
