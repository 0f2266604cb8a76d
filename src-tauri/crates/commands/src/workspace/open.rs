use store::Backup;

use crate::wire::{self, Error, Workspace};
use crate::{App, flow};

/// Opens the workspace and tells what the page needs at the start. Fails only when a backup could not help either:
/// a workspace that cannot be read comes with the reason and the backups.
pub fn open(app: &App) -> Result<Workspace, Error> {
    let version = env!("CARGO_PKG_VERSION").to_owned();
    match app.store(|workspace| Ok(workspace.read_only())) {
        Ok(None) => {
            let open = flow::take_expected(app);
            Ok(Workspace { recent: flow::list(app)?, read_only: None, open, backups: Vec::new(), version })
        }
        Ok(Some(why)) => Ok(Workspace {
            recent: flow::list(app)?,
            read_only: Some(why.into()),
            open: None,
            backups: Vec::new(),
            version,
        }),
        Err(why) => Ok(Workspace {
            recent: Vec::new(),
            read_only: Some(why),
            open: None,
            backups: backups(app)?,
            version,
        }),
    }
}

fn backups(app: &App) -> Result<Vec<wire::Backup>, Error> {
    let known = Backup::list(app.host().folder())?;
    Ok(known
        .into_iter()
        .map(|backup| wire::Backup { name: backup.name, at: backup.at.to_string() })
        .collect())
}
