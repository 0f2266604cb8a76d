use std::collections::BTreeSet;
use std::path::Path;

use flows::check::DocumentKind;
use flows::edit::Document;
use flows::project::{Arrival, Arriving, Contents, Left, ProjectDocument, arrive, file_stem, media_names};
use store::project::Trouble;
use store::{Card, NewDocument, State};

use super::NAME;
use super::contents::all;
use crate::wire::{Code, Comes, Error, LeftOut, ProjectForm, ProjectTaken, TakenDocument};
use crate::{App, FileKind, journaled, name_of, open_flow, open_journey, open_message};

/// Takes in a project, from a file or a folder the user chooses: all of it or nothing. What is there stays as it is; what has a
/// name that is taken comes under a new one. `None` when the dialog was closed.
pub fn import(app: &App, form: ProjectForm) -> Result<Option<ProjectTaken>, Error> {
    let place = match form {
        ProjectForm::File => app.host().choose_file(FileKind::Project),
        ProjectForm::Folder => app.host().choose_folder(),
    };
    place.map(|place| take_in(app, &place)).transpose()
}

/// Takes in a project from a file or a folder.
pub(crate) fn take_in(app: &App, place: &Path) -> Result<ProjectTaken, Error> {
    if !place.exists() {
        let sentence = format!("{} is not there any more. Choose it again.", name_of(place));
        return Err(Error::new(Code::NotFound, sentence));
    }
    let read = flows::project::read(store::project::read(place)?).map_err(Trouble::from)?;
    let mut contents = read.contents;
    for document in contents.documents.iter_mut().filter(|document| document.name.trim().is_empty()) {
        document.name = file_stem("", document.kind.name());
    }
    let shown: BTreeSet<String> =
        contents.documents.iter().flat_map(|document| media_names(&document.text)).collect();
    let mut left: Vec<LeftOut> = read.left.into_iter().map(told).collect();
    left.extend(
        contents
            .media
            .keys()
            .filter(|name| !shown.contains(*name))
            .map(|name| LeftOut::Unused { name: name.clone() }),
    );
    contents.media.retain(|name, _| shown.contains(name));

    let here = all(app)?.documents;
    let media = contents.media.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    let names = app.store(|workspace| workspace.media_names_here(media))?;
    let arriving = arrive(&contents, &here, &names);
    let files: Vec<(&str, &[u8])> = contents
        .media
        .iter()
        .filter_map(|(name, bytes)| Some((names.get(name)?.as_str(), bytes.as_slice())))
        .collect();
    let mut ids = put(app, &arriving, &files)?.into_iter();
    let documents = arriving.into_iter().zip(&contents.documents).map(|(arriving, was)| TakenDocument {
        id: if arriving.arrival == Arrival::Here { None } else { ids.next() },
        kind: arriving.document.kind,
        was: (arriving.document.name != was.name).then(|| was.name.clone()),
        name: arriving.document.name,
        comes: match arriving.arrival {
            Arrival::New => Comes::New,
            Arrival::Renamed => Comes::Renamed,
            Arrival::Here => Comes::Here,
        },
    });
    let documents: Vec<TakenDocument> = documents.collect();
    remember_name(app, &contents, here.is_empty())?;
    let name = Some(contents.name.trim()).filter(|name| !name.is_empty());
    Ok(ProjectTaken { name: name.map_or_else(|| name_of(place), str::to_owned), documents, left })
}

/// Puts what is new into the workspace, in one step. Gives the ids.
fn put(app: &App, arriving: &[Arriving], media: &[(&str, &[u8])]) -> Result<Vec<String>, Error> {
    let now = app.host().now();
    let new = arriving.iter().filter(|one| one.arrival != Arrival::Here);
    let ready: Vec<(ProjectDocument, String, Card)> = new
        .map(|one| {
            let ProjectDocument { kind, name, text, places, notes } = one.document.clone();
            let document = Document::new(name, text, places).with_notes(notes);
            let card = match kind {
                DocumentKind::Flow => open_flow::card(&document),
                DocumentKind::Journey => open_journey::card(&document),
                DocumentKind::Template | DocumentKind::Message => open_message::card(kind, &document),
            };
            (one.document.clone(), journaled::beside(&document), card)
        })
        .collect();
    let documents: Vec<NewDocument<'_>> = ready
        .iter()
        .zip(0_i64..)
        .map(|((document, layout, card), order)| NewDocument {
            kind: document.kind.name(),
            state: State { name: &document.name, text: &document.text, layout },
            card,
            // One after the other, as they were made.
            at: now.saturating_add(order),
        })
        .collect();
    if documents.is_empty() {
        return Ok(Vec::new());
    }
    app.store(|workspace| workspace.create_all(&documents, media, now))
}

/// A project that comes to where nothing is gives its name to what is here.
fn remember_name(app: &App, contents: &Contents, was_empty: bool) -> Result<(), Error> {
    let name = contents.name.trim();
    if !was_empty || name.is_empty() {
        return Ok(());
    }
    app.store(|workspace| workspace.set_setting(NAME, name))
}

fn told(left: Left) -> LeftOut {
    match left {
        Left::File { path } => LeftOut::File { path },
        Left::Member { file, member } => LeftOut::Member { file, member },
        Left::Media { file, name } => LeftOut::Missing { file, name },
    }
}
