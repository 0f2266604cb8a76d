//! Building the page and opening the app.

use std::fs;

use crate::process::{Done, cargo, npm, run, ui};
use crate::system::{Purpose, ready};

/// Builds everything and opens the window.
pub(crate) fn open(args: &[String]) -> Done {
    ready(Purpose::Build)?;
    build_ui()?;
    run(cargo().args(["run", "-p", "waymark-desktop", "--"]).args(args))
}

/// Builds the page into `ui/dist`.
pub(crate) fn build_ui() -> Done {
    install_ui()?;
    run(npm().args(["run", "build"]))
}

/// Installs the page's packages, unless those of this very lock file are there already.
pub(crate) fn install_ui() -> Done {
    let lock = fs::read(ui().join("package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json cannot be read: {error}."))?;
    let stamp = ui().join("node_modules/.waymark-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    run(npm().args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, lock).map_err(|error| format!("ui/node_modules cannot be written: {error}."))
}
