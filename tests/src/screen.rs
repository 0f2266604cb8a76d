//! A screen without a monitor, and programs that die with it.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// A program in a process group of its own; the whole group is killed on drop.
pub struct Group(Child);

impl Group {
    /// Starts the program.
    ///
    /// # Panics
    /// When it cannot be started: the machine is not set up for tests.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        let shown = format!("{command:?}");
        Self(command.process_group(0).spawn().unwrap_or_else(|error| panic!("{shown}: {error}")))
    }

    /// The child itself.
    pub fn child(&mut self) -> &mut Child {
        &mut self.0
    }

    /// Kills the whole group at once, as a power switch would.
    pub fn kill(&mut self) {
        // the group's id is the child's
        let _ = Command::new("kill").args(["-KILL", "--", &format!("-{}", self.0.id())]).status();
        let _ = self.0.wait();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A virtual screen.
pub struct Screen {
    /// For the environment variable `DISPLAY`.
    pub display: String,
    _server: Group,
}

impl Screen {
    /// Starts a screen of this size; the server picks a free number, so that several can run at once.
    ///
    /// # Panics
    /// When Xvfb is missing.
    #[must_use]
    pub fn start(width: u32, height: u32) -> Self {
        let mut server = Group::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", &format!("{width}x{height}x24")])
                .args(["-nolisten", "tcp", "-noreset"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        );
        let stdout = server.child().stdout.take().expect("Xvfb's output is piped");
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number).expect("Xvfb says its number");
        Self { display: format!(":{}", number.trim()), _server: server }
    }
}
