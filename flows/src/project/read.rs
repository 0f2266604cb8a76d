use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::manifest::{Listed, MANIFEST, Manifest, plain};
use super::write::{BESIDE, TESTS, name_of};
use super::{Contents, FOLDERS, Files, MEDIA, ProjectDocument, ProjectError, media_names, path_of};
use crate::check::DocumentKind;
use crate::edit::{Notes, Position};
use crate::json::Pointer;

/// A project that was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// What is in it.
    pub contents: Contents,
    /// The path of each document.
    pub files: Vec<String>,
    /// What is there and was not understood, and what is shown and not there.
    pub left: Vec<Left>,
}

/// Something in a project that is not understood, or not there. Displays as a sentence without a full stop.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Left {
    /// A file that belongs to nothing.
    #[error("{path}: this file is not part of a project")]
    File {
        /// Its path.
        path: String,
    },
    /// A member that is not known.
    #[error("{file}: the member \"{member}\" is not known to this version")]
    Member {
        /// The file.
        file: String,
        /// The member.
        member: String,
    },
    /// A picture or file that a document shows and that is not there.
    #[error("{file}: it shows \"{name}\", which is not in the folder media")]
    Media {
        /// The document's file.
        file: String,
        /// The name after `media:`.
        name: String,
    },
}

impl Left {
    /// Where it stands.
    pub fn path(&self) -> &str {
        match self {
            Self::File { path } => path,
            Self::Member { file, .. } | Self::Media { file, .. } => file,
        }
    }
}

/// Reads a project. Its folder may lie in another one, as when a folder was zipped.
pub fn read(files: Files) -> Result<Read, ProjectError> {
    let (files, outside) = rooted(files)?;
    let manifest = Manifest::read(files.get(MANIFEST).ok_or(ProjectError::NotAProject)?)?;
    let mut read = Read::default();
    read.left.extend(outside.into_iter().map(|path| Left::File { path }));
    let members = manifest.rest.keys().map(|member| (MANIFEST, member));
    let of_files = manifest.documents.iter().chain(&manifest.media);
    let members = members.chain(of_files.flat_map(|it| it.rest.keys().map(|member| (MANIFEST, member))));
    let member = |(file, member): (&str, &String)| Left::Member { file: file.into(), member: member.clone() };
    read.left.extend(members.map(member));
    read.contents.name = manifest.name;
    read.contents.rest = manifest.rest;

    let mut used: BTreeSet<String> = [MANIFEST.to_owned()].into();
    let is_listed: BTreeSet<String> =
        manifest.documents.iter().chain(&manifest.media).map(|listed| listed.file.clone()).collect();
    for listed in manifest.documents {
        document(&files, &listed, &is_listed, &mut used, &mut read)?;
    }
    for listed in manifest.media {
        let file = path_of(&listed.file)?;
        let own = name_of(&file, MEDIA, "").ok_or_else(|| misplaced(&file))?;
        let bytes = files.get(&file).ok_or_else(|| ProjectError::Missing { file: file.clone() })?;
        let name = listed.name.unwrap_or_else(|| own.to_owned());
        if !used.insert(file.clone()) || read.contents.media.insert(name, bytes.to_vec()).is_some() {
            return Err(ProjectError::Twice { path: file });
        }
    }
    // What somebody put there without a line in `project.json` belongs to it as well.
    let more: Vec<String> = files.iter().map(|(path, _)| path.to_owned()).collect();
    for file in &more {
        let beside = BESIDE.iter().find_map(|ending| file.strip_suffix(ending));
        let is_beside = beside.is_some_and(|stem| files.get(&format!("{stem}.json")).is_some());
        if used.contains(file) || is_beside || kind_of(file).is_none() {
            continue;
        }
        let listed = Listed { file: file.clone(), ..Listed::default() };
        document(&files, &listed, &is_listed, &mut used, &mut read)?;
    }
    for (file, bytes) in files.iter().filter(|(file, _)| !used.contains(*file)) {
        match name_of(file, MEDIA, "").filter(|name| !name.contains('/')) {
            Some(name) if !read.contents.media.contains_key(name) => {
                read.contents.media.insert(name.to_owned(), bytes.to_vec());
            }
            _ => read.left.push(Left::File { path: file.to_owned() }),
        }
    }
    for (file, document) in read.files.iter().zip(&read.contents.documents) {
        let shown = media_names(&document.text).into_iter();
        let missing = shown.filter(|name| !read.contents.media.contains_key(name));
        read.left.extend(missing.map(|name| Left::Media { file: file.clone(), name }));
    }
    Ok(read)
}

/// Paths of the files that a `project.json` says are the project's, and of what may lie beside them. `None` when it is none of
/// ours.
pub fn owned(manifest: &[u8]) -> Option<Vec<String>> {
    let manifest = Manifest::read(manifest).ok()?;
    let mut paths = vec![MANIFEST.to_owned()];
    for file in manifest.documents.iter().filter_map(|listed| path_of(&listed.file).ok()) {
        if let Some(stem) = file.strip_suffix(".json").filter(|_| kind_of(&file).is_some()) {
            paths.extend(BESIDE.iter().map(|ending| format!("{stem}{ending}")));
            paths.push(file);
        }
    }
    let media = manifest.media.iter().filter_map(|listed| path_of(&listed.file).ok());
    paths.extend(media.filter(|file| name_of(file, MEDIA, "").is_some()));
    Some(paths)
}

/// What a `project.json` says that the project is called. `None` when it is none of ours.
pub fn name_of_project(manifest: &[u8]) -> Option<String> {
    Manifest::read(manifest).ok().map(|manifest| manifest.name)
}

/// The files below the folder that has `project.json`: the root, or the only folder in it that has one.
fn rooted(files: Files) -> Result<(Files, Vec<String>), ProjectError> {
    if files.get(MANIFEST).is_some() {
        return Ok((files, Vec::new()));
    }
    let folders = files.iter().filter_map(|(path, _)| path.split_once('/'));
    let folders: Vec<String> =
        folders.filter(|(_, file)| *file == MANIFEST).map(|(folder, _)| folder.to_owned()).collect();
    match folders.as_slice() {
        [folder] => Ok(files.within(folder)),
        _ => Err(ProjectError::NotAProject),
    }
}

/// What a document in this place is, and its name.
fn kind_of(file: &str) -> Option<(DocumentKind, &str)> {
    FOLDERS.iter().find_map(|(kind, folder)| {
        let name = name_of(file, folder, ".json")?;
        (!name.contains('/')).then_some((*kind, name))
    })
}

fn misplaced(file: &str) -> ProjectError {
    let why = format!("\"{file}\" is in none of the folders journeys, flows, templates, messages and media");
    ProjectError::Manifest { line: 1, why }
}

fn document(
    files: &Files,
    listed: &Listed,
    is_listed: &BTreeSet<String>,
    used: &mut BTreeSet<String>,
    read: &mut Read,
) -> Result<(), ProjectError> {
    let file = path_of(&listed.file)?;
    let (kind, own) = kind_of(&file).ok_or_else(|| misplaced(&file))?;
    let bytes = files.get(&file).ok_or_else(|| ProjectError::Missing { file: file.clone() })?;
    if !used.insert(file.clone()) {
        return Err(ProjectError::Twice { path: file });
    }
    let text = text(&file, bytes)?.to_owned();
    let stem = file.strip_suffix(".json").unwrap_or(&file);
    let mut beside = [None, None, None];
    for (ending, found) in BESIDE.iter().zip(&mut beside) {
        let path = format!("{stem}{ending}");
        // Named as a document of its own it is one.
        if let Some(bytes) = files.get(&path).filter(|_| !is_listed.contains(&path)) {
            *found = Some(members(&path, bytes)?);
            used.insert(path);
        }
    }
    let [places, tests, notes] = beside;
    let path = format!("{stem}{}", BESIDE[0]);
    let places = places.map_or_else(|| Ok(BTreeMap::new()), |places| positions(&path, places))?;
    let mut all = Notes::new();
    for (key, value) in tests.into_iter().flatten() {
        all.insert(Pointer(format!("/{TESTS}/{key}")), value);
    }
    for (key, value) in notes.into_iter().flatten() {
        if !key.starts_with('/') {
            let why = format!("\"{key}\" is no name of a note; those begin with \"/\"");
            return Err(ProjectError::Beside { file: format!("{stem}{}", BESIDE[2]), why });
        }
        all.insert(Pointer(key), value);
    }
    let name = listed.name.clone().unwrap_or_else(|| own.to_owned());
    read.contents.documents.push(ProjectDocument { kind, name, text, places, notes: all });
    read.files.push(file);
    Ok(())
}

fn text<'b>(file: &str, bytes: &'b [u8]) -> Result<&'b str, ProjectError> {
    std::str::from_utf8(bytes)
        .map_err(|error| ProjectError::NotText { file: file.to_owned(), byte: error.valid_up_to() })
}

fn members(file: &str, bytes: &[u8]) -> Result<Map<String, Value>, ProjectError> {
    serde_json::from_str(text(file, bytes)?.trim_start_matches('\u{feff}')).map_err(|error| {
        ProjectError::Beside {
            file: file.to_owned(),
            why: format!("{} (line {})", plain(&error), error.line()),
        }
    })
}

fn positions(file: &str, members: Map<String, Value>) -> Result<BTreeMap<String, Position>, ProjectError> {
    members
        .into_iter()
        .map(|(card, place)| match serde_json::from_value::<Position>(place) {
            Ok(place) => Ok((card, place)),
            Err(_) => Err(ProjectError::Beside {
                file: file.to_owned(),
                why: format!("the place of \"{card}\" is not written as {{ \"x\": 1, \"y\": 1 }}"),
            }),
        })
        .collect()
}
