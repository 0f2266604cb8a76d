//! Drives the real window: `WebKitWebDriver`, directly, on a virtual screen.

mod dialog;
mod hands;
mod looks;
mod panel;

pub use panel::Panel;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::measure::{self, Process};
use crate::place;
use crate::screen::{Group, Screen};

/// How long anything may take before the test says what it waited for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The app in a real window, with a home folder of its own.
pub struct Desktop {
    /// The `WebDriver` session.
    pub page: Client,
    /// The virtual screen's name, for tools that talk to it.
    pub display: String,
    home: PathBuf,
    /// Name of the app's process, as the system cuts it.
    name: String,
    driver: Group,
    _screen: Screen,
}

/// The app in a real window that nobody drives; it ends with this.
pub struct Undriven {
    app: Group,
    _screen: Screen,
}

impl Undriven {
    /// The processes of the app: the shell and the web view's.
    #[must_use]
    pub fn processes(&mut self) -> Vec<Process> {
        measure::family(self.app.child().id())
    }
}

/// Which renderer the web view uses.
#[derive(Debug, Clone, Copy)]
pub enum Renderer {
    /// The one with which the driver takes pictures quickly.
    Pictures,
    /// Whichever the program chooses, as it does for a user.
    Own,
    /// The one Waymark chooses on a machine without a GPU.
    Plain,
}

/// How to start the app.
#[derive(Debug, Clone)]
pub struct Start {
    /// Size of the screen, which the window fills.
    pub size: (u32, u32),
    /// Home folder; what an earlier start left there is found again.
    pub home: PathBuf,
    /// Arguments, for example a Flow file.
    pub args: Vec<String>,
    /// The program; Waymark unless said otherwise.
    pub program: PathBuf,
    /// For pictures unless said otherwise.
    pub renderer: Renderer,
}

impl Start {
    /// A window of 1280 x 800 at this home.
    #[must_use]
    pub fn at(home: &Path) -> Self {
        let program = place::program("waymark-desktop");
        let renderer = Renderer::Pictures;
        Self { size: (1280, 800), home: home.to_path_buf(), args: Vec::new(), program, renderer }
    }

    /// A window of another size.
    #[must_use]
    pub fn sized(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// One more argument.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<String>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Starts it as a user does. A driver in the window makes the web view keep tens of megabytes of its own, so
    /// memory is counted this way.
    ///
    /// # Panics
    /// When the machine is not set up.
    #[must_use]
    pub fn undriven(self) -> Undriven {
        let screen = Screen::start(self.size.0, self.size.1);
        let app = Group::start(self.surround(&mut Command::new(&self.program), &screen).args(&self.args));
        Undriven { app, _screen: screen }
    }

    /// What the app has around it: this screen, this home, and nothing of the user's.
    fn surround<'c>(&self, command: &'c mut Command, screen: &Screen) -> &'c mut Command {
        const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
        match self.renderer {
            Renderer::Pictures => command.env(SWITCH, "0"),
            Renderer::Own => command.env_remove(SWITCH),
            Renderer::Plain => command.env(SWITCH, "1"),
        };
        command
            .env("DISPLAY", &screen.display)
            .env("HOME", &self.home)
            .env("XDG_DATA_HOME", self.home.join("data"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("XDG_CACHE_HOME", self.home.join("cache"))
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("NO_AT_BRIDGE", "1")
            .env("GDK_BACKEND", "x11")
            .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
    }

    /// Starts it and waits until the page has painted.
    ///
    /// # Panics
    /// When the machine is not set up, or the app does not come up.
    pub async fn open(self) -> Desktop {
        let screen = Screen::start(self.size.0, self.size.1);
        let port = free_port();
        let driver = Group::start(
            self.surround(&mut Command::new("WebKitWebDriver"), &screen)
                .args([format!("--port={port}"), "--host=127.0.0.1".into()])
                .env("TAURI_WEBVIEW_AUTOMATION", "true"),
        );
        let options = json!({"webkitgtk:browserOptions": {
            "binary": self.program, "args": self.args,
        }});
        let options = options.as_object().cloned().unwrap_or_default();
        let url = format!("http://127.0.0.1:{port}");
        let name = self.program.file_name().unwrap_or_default().to_string_lossy().chars().take(15).collect();
        let started = tokio::time::Instant::now();
        let page = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(options.clone()).connect(&url).await {
                Ok(page) => break page,
                Err(error) if started.elapsed() > PATIENCE => panic!("the app did not come up: {error}"),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        };
        let desktop =
            Desktop { page, display: screen.display.clone(), home: self.home, name, driver, _screen: screen };
        // without a window manager nobody else makes it fill the screen
        let (width, height) = self.size;
        desktop.page.set_window_rect(0, 0, width, height).await.expect("the window takes its size");
        desktop.see("main").await;
        desktop
    }
}

impl Desktop {
    /// The processes of the app: the shell and the web view's, without the driver.
    ///
    /// # Panics
    /// When the app is gone.
    #[must_use]
    pub fn processes(&mut self) -> Vec<Process> {
        let driver = self.driver.child().id();
        let app = measure::family(driver).into_iter().find(|process| process.name == self.name);
        measure::family(app.expect("the app runs").id)
    }

    /// Kills the app and everything around it at once, as a power switch would; the home folder stays.
    pub fn kill(mut self) -> PathBuf {
        self.driver.kill();
        self.home.clone()
    }
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|socket| socket.local_addr()).map_or(4444, |at| at.port())
}
