//! The system's own dialogs, which the page's driver cannot see.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use super::{Desktop, PATIENCE};

/// Another name of a folder, without capitals: keys that need Shift get lost on a busy machine.
struct Alias(PathBuf);

impl Alias {
    fn of(folder: &Path) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("waymark-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let alias = std::env::temp_dir().join(name);
        symlink(folder, &alias).expect("a name for the folder");
        Self(alias)
    }
}

impl Drop for Alias {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

impl Desktop {
    /// Answers the system's file dialog with this path, by the keyboard.
    ///
    /// # Panics
    /// When no dialog with this title comes, or it does not take the path.
    pub async fn answer(&self, title: &str, path: &Path) {
        let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
            panic!("no file: {}", path.display())
        };
        let alias = Alias::of(folder);
        let typed = alias.0.join(name).display().to_string();
        let started = tokio::time::Instant::now();
        let mut answered = false;
        // The first keys can come before the dialog listens; it is asked again until it has gone.
        loop {
            match self.xdotool(&["search", "--onlyvisible", "--name", title]) {
                None if answered => return,
                Some(window) => {
                    self.xdotool(&["windowfocus", "--sync", window.lines().next().unwrap_or_default()]);
                    // The first sign opens the field for a path; what comes before it listens would be lost.
                    self.xdotool(&["key", "slash"]);
                    for _ in 0..10 {
                        self.frame().await;
                    }
                    self.xdotool(&["key", "ctrl+a"]);
                    self.xdotool(&["type", "--delay", "8", &typed]);
                    self.xdotool(&["key", "Return"]);
                    answered = true;
                    for _ in 0..30 {
                        self.frame().await;
                    }
                }
                None => self.frame().await,
            }
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("the dialog {title} did not take {}", path.display())).await;
            }
        }
    }

    /// Its output; nothing when it found nothing.
    fn xdotool(&self, args: &[&str]) -> Option<String> {
        let mut command = Command::new("timeout");
        command.arg("10").arg("xdotool").args(args).env("DISPLAY", &self.display);
        let done = command.output().expect("xdotool is installed");
        done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
    }
}
