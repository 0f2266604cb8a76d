//! How the window looks: pictures, themes, and what axe and the content security policy say.

use serde_json::json;

use super::Desktop;
use crate::place;

impl Desktop {
    /// Keeps a picture of the window as `target/e2e/<name>.png`, once the web view has painted all of it: a picture
    /// that the next one does not differ from.
    ///
    /// # Panics
    /// When it cannot be written.
    pub async fn picture(&self, name: &str) {
        /// A caret that blinks never comes to rest.
        const TRIES: usize = 5;
        self.frame().await;
        let folder = place::pictures();
        std::fs::create_dir_all(&folder).expect("target/e2e can be made");
        let mut png = Vec::new();
        for _ in 0..TRIES {
            let next = self.page.screenshot().await.unwrap_or_default();
            let same = next == png;
            png = next;
            if same {
                break;
            }
        }
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

    /// Keeps a picture in both themes, `<name>-light` and `<name>-dark`, and holds axe to both.
    ///
    /// # Panics
    /// When axe finds a violation.
    pub async fn look(&self, name: &str) {
        for theme in ["light", "dark"] {
            self.theme(theme).await;
            self.picture(&format!("{name}-{theme}")).await;
            let found = self.axe().await;
            assert!(found.is_empty(), "{name}, {theme}:\n{}", found.join("\n"));
        }
        self.theme("light").await;
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
            .run_async(
                "const done = arguments[0];
                 const tags = ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa'];
                 const say = (v, n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`;
                 axe.run(document, {runOnly: tags}).then(
                     r => done(r.violations.flatMap(v => v.nodes.map(n => say(v, n)))),
                     e => done([`axe: ${e}`]))",
            )
            .await;
        let found = found.as_array().cloned().unwrap_or_default();
        found.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// What the content security policy refused since the page began, each as `directive: address`.
    pub async fn violations(&self) -> Vec<String> {
        let marks = self.run("return performance.getEntriesByName('csp-violation').map(m => m.detail)").await;
        let marks = marks.as_array().cloned().unwrap_or_default();
        marks.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Ends a journey: the content security policy had nothing to refuse on the way.
    ///
    /// # Panics
    /// When it had.
    pub async fn finish(self) {
        assert_eq!(self.violations().await, Vec::<String>::new());
    }
}
