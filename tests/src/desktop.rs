//! Drives the real window: `WebKitWebDriver`, directly, on a virtual screen.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::measure::{self, Process};
use crate::place;
use crate::screen::{Group, Screen};

/// How long anything may take before the test says what it waited for.
const PATIENCE: Duration = Duration::from_secs(20);

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
}

impl Start {
    /// A window of 1280 x 800 at this home.
    #[must_use]
    pub fn at(home: &Path) -> Self {
        let program = place::program("waymark-desktop");
        Self { size: (1280, 800), home: home.to_path_buf(), args: Vec::new(), program }
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

    /// Starts it and waits until the page has painted.
    ///
    /// # Panics
    /// When the machine is not set up, or the app does not come up.
    pub async fn open(self) -> Desktop {
        let screen = Screen::start(self.size.0, self.size.1);
        let port = free_port();
        let driver = Group::start(
            Command::new("WebKitWebDriver")
                .args([format!("--port={port}"), "--host=127.0.0.1".into()])
                .env("DISPLAY", &screen.display)
                .env("TAURI_WEBVIEW_AUTOMATION", "true")
                .env("HOME", &self.home)
                .env("XDG_DATA_HOME", self.home.join("data"))
                .env("XDG_CONFIG_HOME", self.home.join("config"))
                .env("XDG_CACHE_HOME", self.home.join("cache"))
                .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
                .env("NO_AT_BRIDGE", "1")
                .env("GDK_BACKEND", "x11")
                .env("WEBKIT_DISABLE_DMABUF_RENDERER", "0")
                .env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
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

    /// The home folder it was started with.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Waits until something matches this CSS selector and is shown, and gives it.
    ///
    /// # Panics
    /// When nothing does in time; a picture is kept.
    pub async fn see(&self, css: &str) -> Element {
        self.wait(Locator::Css(css), css).await
    }

    /// Waits for a button, link, tab or option with exactly this name.
    ///
    /// # Panics
    /// When none shows in time.
    pub async fn named(&self, role: &str, name: &str) -> Element {
        let tag = match role {
            "button" => "self::button",
            "link" => "self::a",
            "textbox" => "self::input or self::textarea",
            _ => "false()",
        };
        let quoted = name.replace('"', "'");
        let xpath = format!(
            "//*[({tag} or @role=\"{role}\") and (@aria-label=\"{quoted}\" or normalize-space(.)=\"{quoted}\")]"
        );
        self.wait(Locator::XPath(&xpath), &format!("{role} \"{name}\"")).await
    }

    async fn wait(&self, locator: Locator<'_>, what: &str) -> Element {
        let started = tokio::time::Instant::now();
        loop {
            if let Ok(found) = self.page.find_all(locator).await {
                for element in found {
                    if element.is_displayed().await.unwrap_or(false) {
                        return element;
                    }
                }
            }
            if started.elapsed() > PATIENCE {
                self.picture("missing").await;
                panic!("did not see {what}; target/e2e/missing.png shows the window");
            }
            self.frame().await;
        }
    }

    /// Waits until this script's value is true.
    ///
    /// # Panics
    /// When it does not become true in time.
    pub async fn until(&self, what: &str, script: &str) {
        let started = tokio::time::Instant::now();
        while self.run(script).await != Value::Bool(true) {
            if started.elapsed() > PATIENCE {
                self.picture("missing").await;
                panic!("waited for {what}; target/e2e/missing.png shows the window");
            }
            self.frame().await;
        }
    }

    /// Clicks the button with this name.
    ///
    /// # Panics
    /// When it cannot be clicked.
    pub async fn press(&self, name: &str) {
        let button = self.named("button", name).await;
        button.click().await.unwrap_or_else(|error| panic!("button {name}: {error}"));
    }

    /// Types into whatever has the focus, as a keyboard does.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn keys(&self, keys: &str) {
        let target = self.page.active_element().await.expect("something has the focus");
        target.send_keys(keys).await.unwrap_or_else(|error| panic!("typing {keys:?}: {error}"));
    }

    /// Presses a key with modifiers held, as a keyboard does.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn chord(&self, modifiers: &[Key], key: impl Into<char>) {
        use fantoccini::actions::{InputSource, KeyAction, KeyActions};
        let key = key.into();
        let mut actions = KeyActions::new("keyboard".into());
        for modifier in modifiers {
            actions = actions.then(KeyAction::Down { value: char::from(*modifier) });
        }
        actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        for modifier in modifiers.iter().rev() {
            actions = actions.then(KeyAction::Up { value: char::from(*modifier) });
        }
        self.page.perform_actions(actions).await.unwrap_or_else(|error| panic!("chord: {error}"));
    }

    /// Replaces the text of an input with this label.
    ///
    /// # Panics
    /// When there is none.
    pub async fn fill(&self, label: &str, text: &str) {
        let input = self.labelled(label).await;
        input.click().await.expect("the field takes the focus");
        self.chord(&[Key::Control], 'a').await;
        self.keys(text).await;
    }

    /// The input with this label.
    pub async fn labelled(&self, label: &str) -> Element {
        let quoted = label.replace('"', "'");
        let xpath = format!(
            "//*[(self::input or self::textarea or @role=\"textbox\") and (@aria-label=\"{quoted}\" \
             or @id=//label[normalize-space(.)=\"{quoted}\"]/@for \
             or contains(concat(' ',@aria-labelledby,' '), concat(' ',//label[normalize-space(.)=\"{quoted}\"]/@id,' ')))]"
        );
        self.wait(Locator::XPath(&xpath), &format!("field \"{label}\"")).await
    }

    /// True when the page shows this text anywhere.
    pub async fn shows(&self, text: &str) -> bool {
        self.run(&format!("return document.body.innerText.includes({})", json!(text))).await
            == Value::Bool(true)
    }

    /// Waits until the page shows this text.
    pub async fn read(&self, text: &str) {
        let script = format!("return document.body.innerText.includes({})", json!(text));
        self.until(&format!("the words \"{text}\""), &script).await;
    }

    /// Runs a script in the page and gives its value.
    ///
    /// # Panics
    /// When the script throws.
    pub async fn run(&self, script: &str) -> Value {
        self.page.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits for two animation frames, so that what was done is on the screen.
    pub async fn frame(&self) {
        let frames = "const d=arguments[0]; requestAnimationFrame(()=>requestAnimationFrame(()=>d()))";
        let _ = self.page.execute_async(frames, vec![]).await;
    }

    /// Keeps a picture of the window as `target/e2e/<name>.png`.
    ///
    /// # Panics
    /// When it cannot be written.
    pub async fn picture(&self, name: &str) {
        self.frame().await;
        let folder = place::pictures();
        std::fs::create_dir_all(&folder).expect("target/e2e can be made");
        let png = self.page.screenshot().await.unwrap_or_default();
        std::fs::write(folder.join(format!("{name}.png")), png).expect("the picture can be written");
    }

    /// Switches the app's theme as the system would report it.
    ///
    /// # Panics
    /// When the page is gone.
    pub async fn theme(&self, theme: &str) {
        self.run(&format!("document.documentElement.dataset.theme = {}; return true", json!(theme))).await;
        self.frame().await;
    }

    /// Runs axe over the page and gives its violations, each as `rule: place`.
    ///
    /// # Panics
    /// When axe cannot be read or run.
    pub async fn axe(&self) -> Vec<String> {
        let source = std::fs::read_to_string(place::root().join("ui/node_modules/axe-core/axe.min.js"))
            .expect("axe-core is installed with the page's packages");
        self.run(&format!("{source}; return true")).await;
        let found = self
            .page
            .execute_async(
                "const done = arguments[0]; axe.run(document, {runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']})
                 .then(r => done(r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary))),
                       e => done(['axe: ' + e]))",
                vec![],
            )
            .await
            .expect("axe answers");
        found.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)).collect()
    }

    /// Kills the app and everything around it at once, as a power switch would; the home folder stays.
    pub fn kill(mut self) -> PathBuf {
        self.driver.kill();
        self.home.clone()
    }

    /// Closes the window in the ordinary way.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn close(self) -> Result<PathBuf, CmdError> {
        self.page.clone().close().await?;
        Ok(self.home.clone())
    }
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).and_then(|socket| socket.local_addr()).map_or(4444, |at| at.port())
}
