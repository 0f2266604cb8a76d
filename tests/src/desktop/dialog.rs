//! The system's own dialogs, which the page's driver cannot see.

use std::path::Path;
use std::process::Command;

use super::{Desktop, PATIENCE};

impl Desktop {
    /// Answers the system's file dialog with this path, by the keyboard.
    ///
    /// # Panics
    /// When no dialog with this title comes, or it does not take the path.
    pub async fn answer(&self, title: &str, path: &Path) {
        let started = tokio::time::Instant::now();
        let mut answered = false;
        // The first keys can come before the dialog listens; it is asked again until it has gone.
        loop {
            match self.xdotool(&["search", "--onlyvisible", "--name", title]) {
                None if answered => return,
                Some(window) => {
                    let path = path.display().to_string();
                    self.xdotool(&["windowfocus", "--sync", window.lines().next().unwrap_or_default()]);
                    self.xdotool(&["key", "ctrl+a"]);
                    self.xdotool(&["type", "--delay", "2", &path]);
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
