//! Gives every command its own permission and refuses to build without the page.

use std::path::Path;
use std::process::ExitCode;

use tauri_build::{AppManifest, Attributes};

include!("src/every_command.rs");

macro_rules! names {
    ($($command:ident),* $(,)?) => { &[$(stringify!($command)),*] };
}

/// Tauri makes `allow-*` and `deny-*` permissions of these and refuses a command without one.
const COMMANDS: &[&str] = every_command!(names);

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=src/every_command.rs");
    println!("cargo:rerun-if-changed=../ui/dist");
    println!("cargo:rerun-if-changed=../ui/isolation");
    if !Path::new("../ui/dist/index.html").exists() {
        eprintln!("The page is not built: ui/dist/index.html is missing. Run `cargo xtask ui` first.");
        return ExitCode::FAILURE;
    }
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS));
    match tauri_build::try_build(attributes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
