use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use flows::project::{ENDING, file_stem};
use store::project::{Trouble, name_in, write_folder, write_zip};

use super::NAME;
use super::contents::{all, of_journey};
use crate::wire::{Code, Error, ProjectForm};
use crate::{App, FileKind, file_name, name_of};

/// Writes everything of the workspace as a project called `name`, to a file or into a folder the user chooses. A folder that has
/// other things gets a folder of the project's name within. Gives the file's or folder's name, or `None` when the dialog
/// was closed.
pub fn export(app: &App, name: &str, form: ProjectForm) -> Result<Option<String>, Error> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::new(Code::InvalidEdit, "Give the project a name first."));
    }
    let stem = file_stem(name, "project");
    let place = match form {
        ProjectForm::File => app.host().choose_place(FileKind::Project, &format!("{stem}.{ENDING}")),
        ProjectForm::Folder => app.host().choose_folder(),
    };
    let Some(place) = place else { return Ok(None) };
    // The dialog may have stood for a while: what is written is what is there now.
    let mut contents = all(app)?;
    name.clone_into(&mut contents.name);
    let files = flows::project::write(&contents).map_err(Trouble::from)?;
    let place = match form {
        ProjectForm::File => {
            write_zip(&place, &files)?;
            place
        }
        ProjectForm::Folder => {
            let folder = folder_in(&place, &stem)?;
            match name_in(&folder) {
                Some(other) if other != name => return Err(taken(&folder, &other)),
                _ => write_folder(&folder, &files)?,
            }
            folder
        }
    };
    app.store(|workspace| workspace.set_setting(NAME, name))?;
    Ok(Some(name_of(&place)))
}

/// Writes a journey with all that it needs (the journeys it leads to, their Flows and templates, pictures, and the tests of
/// all of them) as a project file that the user names. Gives the file's name, or `None` when the dialog was closed.
pub fn export_journey(app: &App, journey: &str) -> Result<Option<String>, Error> {
    let name = app.journey(journey, |open| Ok(file_name(open.document().name(), ENDING)))?;
    let Some(place) = app.host().choose_place(FileKind::Project, &name) else { return Ok(None) };
    // The dialog may have stood for a while: what is written is what is there now.
    let contents = of_journey(app, journey)?;
    let files = flows::project::write(&contents).map_err(Trouble::from)?;
    write_zip(&place, &files)?;
    Ok(Some(name_of(&place)))
}

/// The chosen folder, when it has this project or nothing of its own; else one within.
fn folder_in(chosen: &Path, stem: &str) -> Result<PathBuf, Error> {
    if name_in(chosen).is_some() {
        return Ok(chosen.to_owned());
    }
    let entries = match fs::read_dir(chosen) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(chosen.to_owned()),
        other => other.map_err(store::Error::from)?,
    };
    for entry in entries {
        let name = entry.map_err(store::Error::from)?.file_name().to_string_lossy().to_ascii_uppercase();
        // What lies in a fresh repository.
        if !name.starts_with('.') && !name.starts_with("README") && !name.starts_with("LICENSE") {
            return Ok(chosen.join(stem));
        }
    }
    Ok(chosen.to_owned())
}

fn taken(folder: &Path, other: &str) -> Error {
    let folder = name_of(folder);
    let sentence = if other.is_empty() {
        format!("The folder {folder} has another project. Choose another folder.")
    } else {
        format!(
            "The folder {folder} has the project \"{other}\". Choose another folder, or give yours that name."
        )
    };
    Error::new(Code::BadFile, sentence)
}
