//! What somebody names on the command line: files, and projects as folders or zipped files.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use flows::check::DocumentKind;
use flows::edit::Notes;
use flows::journey::Project;
use flows::json::Tree;

use crate::input;

/// Documents that are looked at beside each other.
#[derive(Default)]
pub(crate) struct Together {
    pub(crate) documents: Vec<Document>,
    pub(crate) project: Project,
    /// They are a project; else files that were given together.
    pub(crate) is_project: bool,
}

/// A document, with where it stands.
pub(crate) struct Document {
    /// For people: the path of the file.
    pub(crate) file: String,
    pub(crate) kind: DocumentKind,
    pub(crate) name: String,
    pub(crate) tree: Tree,
    pub(crate) notes: Notes,
}

impl Together {
    pub(crate) fn add(&mut self, document: Document) {
        self.project.add(&document.name, &document.tree);
        self.documents.push(document);
    }

    pub(crate) fn journeys(&self) -> impl Iterator<Item = &Document> {
        self.documents.iter().filter(|document| document.kind == DocumentKind::Journey)
    }
}

/// A journey that is wanted and not there.
pub(crate) fn no_journey(wanted: &str, names: &[&str]) -> String {
    match names {
        [] => "there is no journey in it".to_owned(),
        names => format!("there is no journey '{wanted}'; there is {}", listed(names)),
    }
}

/// Names with commas between them.
pub(crate) fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ")
}

/// Reads what is named: each project by itself, and the files together. What cannot be read is told; gives whether
/// something could not.
pub(crate) fn together(paths: &[PathBuf]) -> (Vec<Together>, bool) {
    let mut all = Vec::new();
    let mut loose = Together::default();
    let mut unusable = false;
    for path in paths {
        let read = if is_project(path) {
            read(path).map(|project| all.push(project))
        } else {
            file(path).map(|document| loose.add(document))
        };
        if let Err(sentence) = read {
            eprintln!("waymark: {sentence}");
            unusable = true;
        }
    }
    if !loose.documents.is_empty() {
        all.push(loose);
    }
    (all, unusable)
}

/// Whether a path is meant as a project: a folder, or a zipped file.
pub(crate) fn is_project(path: &Path) -> bool {
    if path.as_os_str() == "-" {
        return false;
    }
    let begins_as_zip = || {
        let mut beginning = [0; 2];
        File::open(path).and_then(|mut file| file.read_exact(&mut beginning)).is_ok() && &beginning == b"PK"
    };
    path.is_dir()
        || path.extension().is_some_and(|ending| ending == flows::project::ENDING)
        || begins_as_zip()
}

/// Reads a project. What is not understood in it is told.
pub(crate) fn read(path: &Path) -> Result<Together, String> {
    let shown = path.display();
    let files = store::project::read(path).map_err(|error| format!("{shown}: {error}"))?;
    let read = flows::project::read(files).map_err(|error| format!("{shown}: {error}"))?;
    for left in &read.left {
        eprintln!("waymark: {shown}: {left}");
    }
    let mut together = Together { is_project: true, ..Together::default() };
    for (file, document) in read.files.iter().zip(read.contents.documents) {
        together.add(Document {
            file: path.join(file).display().to_string(),
            kind: document.kind,
            name: document.name,
            tree: Tree::parse(document.text),
            notes: document.notes,
        });
    }
    Ok(together)
}

/// Reads one file, which is called as it is.
pub(crate) fn file(path: &Path) -> Result<Document, String> {
    let text = input::read(path).map_err(|why| format!("{} {why}", path.display()))?;
    let tree = Tree::parse(text);
    let kind = DocumentKind::of(&tree);
    Ok(Document {
        file: path.display().to_string(),
        kind,
        name: input::stem(path),
        tree,
        notes: Notes::new(),
    })
}
