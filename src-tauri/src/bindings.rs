//! The typed surface: handlers and events for Tauri, TypeScript for the page.

use commands::wire::Event;
use flows::chat::{ChatView, SampleValue};
use serde::{Deserialize, Serialize};
use tauri::Runtime;
use tauri_specta::{Builder, collect_commands, collect_events};

#[allow(clippy::wildcard_imports)] // the list names every function there
use crate::ipc::*;

/// The one event; its payload says which.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type, tauri_specta::Event)]
#[tauri_specta(event_name = "core")]
pub(crate) struct Core(pub(crate) Event);

/// Commands and event, for any runtime.
pub(crate) fn builder<R: Runtime>() -> Builder<R> {
    Builder::new()
        .disable_serde_phases()
        // Only for the numbers inside `serde_json::Value`; our own types carry none that JavaScript cannot hold.
        .dangerously_cast_bigints_to_number()
        .commands(every_command!(collect_commands))
        .typ::<ChatView>()
        .typ::<SampleValue>()
        .events(collect_events![Core])
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use specta_typescript::Typescript;
    use tauri::Wry;

    use super::builder;

    macro_rules! names {
        ($($command:ident),* $(,)?) => { &[$(stringify!($command)),*] };
    }
    const COMMANDS: &[&str] = every_command!(names);

    /// Tauri's own commands that the page needs to hear events.
    const OF_TAURI: [(&str, &str); 2] = [
        ("core:event:allow-listen", "plugin:event|listen"),
        ("core:event:allow-unlisten", "plugin:event|unlisten"),
    ];

    fn at(path: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
    }

    /// Compares a committed file with what it should be; `UPDATE=1` writes it.
    fn is_current(path: &str, should_be: &str) {
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(at(path), should_be).unwrap();
        }
        let is = std::fs::read_to_string(at(path)).unwrap_or_default();
        assert!(is == should_be, "{path} is not current; run the tests of `waymark-desktop` with UPDATE=1");
    }

    #[test]
    fn bindings_are_current() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("bindings.ts");
        let language = Typescript::default().header("// Generated from the Rust types. Do not edit.\n");
        builder::<Wry>().export(language, &file).unwrap();
        is_current("../ui/src/host/bindings.ts", &std::fs::read_to_string(file).unwrap());
    }

    #[test]
    fn the_capability_grants_each_command_and_no_more() {
        let mut permissions: Vec<String> =
            OF_TAURI.iter().map(|(permission, _)| (*permission).into()).collect();
        permissions.extend(COMMANDS.iter().map(|command| format!("allow-{}", command.replace('_', "-"))));
        let capability = serde_json::json!({
            "$schema": "../gen/schemas/desktop-schema.json",
            "identifier": "main",
            "description": "What the page in the main window may call: each command of every_command.rs, and hear events.",
            "windows": ["main"],
            "permissions": permissions,
        });
        is_current("capabilities/main.json", &format!("{capability:#}\n"));
    }

    #[test]
    fn the_isolation_app_lets_the_same_commands_pass() {
        let names = OF_TAURI.iter().map(|(_, name)| *name).chain(COMMANDS.iter().copied());
        let list: Vec<String> = names.map(|name| format!("  \"{name}\",\n")).collect();
        let list = list.concat();
        let script = format!(
            "// Generated from src-tauri/src/every_command.rs. Do not edit.\nconst ALLOWED = new Set([\n{list}]);\n"
        );
        is_current("../ui/isolation/allowed.js", &script);
    }
}
