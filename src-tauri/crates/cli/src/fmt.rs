use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use flows::json::Tree;

use crate::{PROBLEMS, UNUSABLE, input, output};

/// Write Flow JSON files with two spaces of indentation
///
/// Values, the order of names and the spelling of texts and numbers stay as they are. Exit status: 0 done,
/// 1 with --check when a file is formatted differently, 2 when a file is not JSON or cannot be read or written.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Files to format in place; `-` reads the standard input and writes the standard output
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Change nothing, only say which files would change
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let mut code = 0;
    for path in &arguments.files {
        let outcome = format(path, arguments.check);
        code = code.max(outcome.unwrap_or_else(|why| {
            eprintln!("waymark: {} {why}", path.display());
            UNUSABLE
        }));
    }
    ExitCode::from(code)
}

fn format(path: &Path, check: bool) -> Result<u8, String> {
    let text = input::read(path).map_err(|why| why.to_string())?;
    let tree = Tree::parse(text);
    if let Some(error) = tree.error() {
        let place = tree.lines().place(error.span.start);
        return Err(format!("is not JSON (line {}, column {}): {}", place.line, place.column, error.message));
    }
    let formatted = tree.pretty();
    if check {
        if formatted == tree.text() {
            return Ok(0);
        }
        println!("{}", path.display());
        return Ok(PROBLEMS);
    }
    if path.as_os_str() == "-" || formatted != tree.text() {
        output::write(path, &formatted)?;
    }
    Ok(0)
}
