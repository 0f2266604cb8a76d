//! The practice account as `waymark practice` gives it, for clients that others wrote.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::place::program;

/// `waymark practice`, ended when dropped.
pub struct Practice {
    child: Child,
    /// Base URL, account id, phone number id, token: a line each.
    pub lines: Vec<String>,
}

impl Practice {
    /// Starts one on a port that is free.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn start() -> Self {
        let mut child = Command::new(program("waymark"))
            .args(["practice", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("waymark: {error}"));
        let out = child.stdout.take().expect("it was asked for");
        let lines = BufReader::new(out).lines().take(4).collect::<Result<Vec<_>, _>>();
        Self { child, lines: lines.unwrap_or_else(|error| panic!("waymark practice: {error}")) }
    }
}

impl Drop for Practice {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program to its end and gives what it printed.
///
/// # Panics
/// When it fails.
pub fn succeed(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{out}\n{err}");
    out.into_owned()
}
