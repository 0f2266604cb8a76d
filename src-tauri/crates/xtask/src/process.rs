//! Starting other programs, and saying plainly when one cannot be started or fails.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A sentence for the person at the terminal.
pub(crate) type Done<T = ()> = Result<T, String>;

/// The project's root folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap_or(here).to_path_buf()
}

/// The folder of `ui`.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// `npm`, which is a script with another name on Windows.
pub(crate) fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(ui());
    command
}

/// The `cargo` that runs this.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// Runs a command to its end; its output goes to the terminal.
pub(crate) fn run(command: &mut Command) -> Done {
    let shown = show(command);
    println!("\n> {shown}");
    let status = command.status().map_err(|error| format!("{shown} could not be started: {error}."))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} failed ({status}).")) }
}

/// Runs a command to its end, showing its output and handing each line to `line`. True when it succeeded.
pub(crate) fn run_reading(command: &mut Command, mut line: impl FnMut(&str)) -> Done<bool> {
    let shown = show(command);
    println!("\n> {shown}");
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("{shown} could not be started: {error}."))?;
    if let Some(stdout) = child.stdout.take() {
        for text in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{text}");
            line(&text);
        }
    }
    child.wait().map(|status| status.success()).map_err(|error| format!("{shown} was lost: {error}."))
}

/// True when the command runs and succeeds, quietly.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_stem().unwrap_or(command.get_program()).to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    words.join(" ")
}
