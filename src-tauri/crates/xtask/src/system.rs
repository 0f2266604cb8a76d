//! What the operating system has to bring, and how to get it.

use std::process::Command;

use crate::process::{Done, run, succeeds};

/// What the machine is wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building and opening the app.
    Build,
    /// Running every test as well.
    Test,
}

/// A system package, how to see that it is there, and why it is needed.
struct Need {
    package: &'static str,
    present: fn() -> bool,
    why: &'static str,
    purpose: Purpose,
}

const NEEDS: &[Need] = &[
    Need {
        package: "build-essential",
        present: || succeeds(Command::new("cc").arg("--version")),
        why: "C compiler and linker, which Rust needs",
        purpose: Purpose::Build,
    },
    Need {
        package: "pkg-config",
        present: || succeeds(Command::new("pkg-config").arg("--version")),
        why: "finds the libraries below",
        purpose: Purpose::Build,
    },
    Need {
        package: "libwebkit2gtk-4.1-dev",
        present: || succeeds(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"])),
        why: "the window's web view",
        purpose: Purpose::Build,
    },
    Need {
        package: "xvfb",
        present: || exists("Xvfb"),
        why: "a screen for the tests that drive the real window",
        purpose: Purpose::Test,
    },
    Need {
        package: "webkit2gtk-driver",
        present: || exists("WebKitWebDriver"),
        why: "drives the real window",
        purpose: Purpose::Test,
    },
    Need {
        package: "xdotool",
        present: || exists("xdotool"),
        why: "answers the system's file dialogs in the tests",
        purpose: Purpose::Test,
    },
    Need {
        package: "strace",
        present: || exists("strace"),
        why: "records what Waymark writes, for the power cuts in the tests",
        purpose: Purpose::Test,
    },
    Need {
        package: "dbus-daemon",
        present: || exists("dbus-run-session"),
        why: "a message bus for the keychain tests",
        purpose: Purpose::Test,
    },
    Need {
        package: "gnome-keyring",
        present: || exists("gnome-keyring-daemon"),
        why: "a keychain for the keychain tests",
        purpose: Purpose::Test,
    },
    Need {
        package: "python3-venv",
        present: || succeeds(Command::new("python3").args(["-c", "import ensurepip, venv"])),
        why: "runs a Python client of WhatsApp that others wrote against the practice account",
        purpose: Purpose::Test,
    },
    Need {
        package: "python3-yaml",
        present: || succeeds(Command::new("python3").args(["-c", "import yaml"])),
        why: "mends Meta's description of its API, which the messages are held against",
        purpose: Purpose::Test,
    },
    Need {
        package: "fonts-noto-color-emoji",
        present: || succeeds(Command::new("sh").args(["-c", "fc-list | grep -qi 'color *emoji'"])),
        why: "emoji in the screenshots",
        purpose: Purpose::Test,
    },
];

fn exists(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Makes the machine ready, or says what it lacks.
pub(crate) fn ready(purpose: Purpose) -> Done {
    if !succeeds(Command::new("node").arg("--version")) {
        return Err("Node.js is missing. Install version 20 or newer, then try again.".into());
    }
    if cfg!(target_os = "linux") { linux(purpose) } else { Ok(()) }
}

fn linux(purpose: Purpose) -> Done {
    let missing: Vec<&Need> = NEEDS
        .iter()
        .filter(|need| need.purpose == Purpose::Build || purpose == Purpose::Test)
        .filter(|need| !(need.present)())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Waymark needs these system packages:");
    for need in &missing {
        println!("  {:24} {}", need.package, need.why);
    }
    let names: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if !exists("apt-get") {
        return Err(format!(
            "This system has no apt-get. Install what your system calls {} and try again.",
            names.join(", ")
        ));
    }
    println!("Installing them with apt-get (it may ask for your password).");
    run(apt().args(["update", "-qq"]))?;
    run(apt().args(["install", "-y", "-qq", "--no-install-recommends"]).args(&names))
}

/// `apt-get`, through `sudo` unless we are root.
fn apt() -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.starts_with(b"0\n"));
    let mut command = if root {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.arg("apt-get");
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
