//! The Secret Service as it really is: gnome-keyring on a private session bus, unlocked, locked and absent.
//! Each test starts itself again inside that bus. Needs `dbus-daemon` and `gnome-keyring`.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // test code

use std::process::Command;

use secrets::{Kept, Keychain, Secret, State};

const INSIDE: &str = "WAYMARK_KEYCHAIN_TEST_INSIDE";
const TOKEN: &str = "EAAG-canary-0123456789";

/// Runs `test` of this file again in a fresh session bus after `setup`, with an empty home.
fn again_in_a_session(test: &str, setup: &str) {
    let home = tempfile::tempdir().unwrap();
    let me = std::env::current_exe().unwrap();
    let script = format!("{setup} exec \"$0\" --exact {test} --nocapture");
    let output = Command::new("dbus-run-session")
        .args(["--", "sh", "-c", &script])
        .arg(me)
        .env(INSIDE, "1")
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_RUNTIME_DIR", home.path())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("dbus-run-session is installed");
    assert!(
        output.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(no_file_holds(home.path(), TOKEN), "the token stands in a file in clear");
}

fn no_file_holds(folder: &std::path::Path, needle: &str) -> bool {
    // The keychain ends meanwhile and takes its sockets, and their folder, with it.
    let Ok(entries) = std::fs::read_dir(folder) else { return true };
    entries.flatten().all(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return no_file_holds(&path, needle);
        }
        // Sockets cannot be read and hold nothing.
        std::fs::read(&path)
            .map_or(true, |bytes| !bytes.windows(needle.len()).any(|w| w == needle.as_bytes()))
    })
}

fn inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

fn token() -> Secret<String> {
    Secret::new(TOKEN.to_owned())
}

const UNLOCK: &str = "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;";

#[test]
fn unlocked_it_keeps_gives_back_and_forgets() {
    if !inside() {
        return again_in_a_session("unlocked_it_keeps_gives_back_and_forgets", UNLOCK);
    }
    let keychain = Keychain::of_system("waymark-test");
    assert_eq!(keychain.state(), State::Available);
    assert_eq!(keychain.put("account", &token()).unwrap(), Kept::Keychain);
    // A second one is what the program sees after a restart.
    let restarted = Keychain::of_system("waymark-test");
    let (secret, kept) = restarted.get("account").unwrap().unwrap();
    assert_eq!((secret.expose().as_str(), kept), (TOKEN, Kept::Keychain));
    restarted.remove("account").unwrap();
    assert!(keychain.get("account").unwrap().is_none());
}

#[test]
fn it_works_from_within_an_async_runtime() {
    if !inside() {
        return again_in_a_session("it_works_from_within_an_async_runtime", UNLOCK);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let keychain = Keychain::of_system("waymark-test");
        assert_eq!(keychain.put("account", &token()).unwrap(), Kept::Keychain);
        assert_eq!(keychain.get("account").unwrap().unwrap().0.expose(), TOKEN);
    });
}

#[test]
fn locked_it_keeps_for_the_session_and_says_locked() {
    if !inside() {
        let lock = format!(
            "{UNLOCK} dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
             org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null;"
        );
        return again_in_a_session("locked_it_keeps_for_the_session_and_says_locked", &lock);
    }
    let keychain = Keychain::of_system("waymark-test");
    assert_eq!(keychain.put("account", &token()).unwrap(), Kept::Session(State::Locked));
    assert_eq!(keychain.get("account").unwrap().unwrap().0.expose(), TOKEN);
    let another_session = Keychain::of_system("waymark-test");
    assert!(another_session.get("account").unwrap().is_none(), "nothing was written");
}

#[test]
fn without_a_bus_it_is_missing_at_once() {
    if !inside() {
        let home = tempfile::tempdir().unwrap();
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "without_a_bus_it_is_missing_at_once"])
            .env(INSIDE, "1")
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .env_remove("DISPLAY")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
        assert!(no_file_holds(home.path(), TOKEN));
        return;
    }
    let keychain = Keychain::of_system("waymark-test");
    assert_eq!(keychain.state(), State::Missing);
    assert_eq!(keychain.put("account", &token()).unwrap(), Kept::Session(State::Missing));
    assert_eq!(keychain.get("account").unwrap().unwrap().0.expose(), TOKEN);
}
