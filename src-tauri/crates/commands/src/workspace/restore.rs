use store::{Backup, Workspace};

use crate::wire::{Code, Error, RestoreFrom};
use crate::{App, FileKind};

/// Puts a backup in the workspace's place; what was there is kept aside. Gives the file's name, or `None` when the
/// dialog was closed.
pub fn restore(app: &App, from: RestoreFrom) -> Result<Option<String>, Error> {
    let folder = app.host().folder();
    let source = match from {
        RestoreFrom::File => match app.host().choose_file(FileKind::Backup) {
            Some(file) => file,
            None => return Ok(None),
        },
        RestoreFrom::Backup { name } => {
            // The name comes from the page: only one of the list is taken, never a path.
            if !Backup::list(folder)?.iter().any(|backup| backup.name == name) {
                return Err(Error::new(
                    Code::NotFound,
                    "This backup is no longer there. Choose another one.",
                ));
            }
            Backup::folder(folder).join(name)
        }
    };
    app.replace_store(|| Workspace::restore(folder, &source, app.host().now()))?;
    Ok(Some(crate::name_of(&source)))
}
