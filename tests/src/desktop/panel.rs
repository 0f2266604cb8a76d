//! A part of the page, and what a person does there by the names things have.

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::json;

use super::{Desktop, PATIENCE};

/// Where to look: the whole page or one panel of the editor.
pub struct Panel<'a> {
    app: &'a Desktop,
    /// The element it is, as CSS.
    css: String,
    /// ... and as the beginning of an `XPath`.
    path: String,
}

impl Desktop {
    /// The whole page.
    #[must_use]
    pub fn whole(&self) -> Panel<'_> {
        Panel { app: self, css: "body".into(), path: "//body".into() }
    }

    /// A panel of the editor: `left`, `map`, `source`, `phone`, `inspector` or `problems`.
    #[must_use]
    pub fn panel(&self, name: &str) -> Panel<'_> {
        Panel {
            app: self,
            css: format!("[data-region='{name}']"),
            path: format!("//*[@data-region='{name}']"),
        }
    }

    /// The dialog that is open.
    #[must_use]
    pub fn dialog(&self) -> Panel<'_> {
        let roles = "@role='dialog' or @role='alertdialog'";
        Panel { app: self, css: "[role$='dialog']".into(), path: format!("//*[{roles}]") }
    }

    /// Clicks the button with this name, wherever it is.
    pub async fn press(&self, name: &str) {
        self.whole().press(name).await;
    }

    /// Waits until the page shows these words.
    pub async fn read(&self, words: &str) {
        self.whole().read(words).await;
    }
}

impl Panel<'_> {
    /// Waits for an element that shows, at this `XPath` below the panel.
    ///
    /// # Panics
    /// When none shows in time; a picture is kept.
    pub async fn find(&self, path: &str, what: &str) -> Element {
        let path = format!("{}{path}", self.path);
        let started = tokio::time::Instant::now();
        loop {
            if let Ok(found) = self.app.page.find_all(Locator::XPath(&path)).await {
                for element in found {
                    if self.app.is_shown(&element).await {
                        return element;
                    }
                }
            }
            if started.elapsed() > PATIENCE {
                self.app.give_up(&format!("did not see {what} in {}", self.css)).await;
            }
            self.app.frame().await;
        }
    }

    /// The button with exactly this name.
    pub async fn button(&self, name: &str) -> Element {
        self.find(&button(name), name).await
    }

    /// Clicks the button with this name.
    pub async fn press(&self, name: &str) {
        self.click(&button(name), name).await;
    }

    /// Clicks the row, option or answer that has these words.
    pub async fn pick(&self, words: &str) {
        let path = format!(
            "//*[self::label or @role='option' or @role='treeitem' or @role='row'][contains(normalize-space(.), {})]",
            quoted(words)
        );
        self.click(&path, words).await;
    }

    /// Clicks the field with this label.
    pub async fn open(&self, label: &str) {
        let path = format!(
            "//*[self::input or self::textarea or self::button or @role='textbox']\
             [@aria-label={0} or @id=//label[normalize-space(.)={0}]/@for \
             or @aria-labelledby and contains(concat(' ',@aria-labelledby,' '), \
                concat(' ',({1}//*[@id][normalize-space(.)={0}])[last()]/@id,' '))]",
            quoted(label),
            self.path
        );
        self.click(&path, label).await;
    }

    /// Scrolls to what is found at this `XPath` below the panel, as a person does, and clicks it.
    pub async fn click(&self, path: &str, what: &str) {
        /// A place in the window. What is in view stays where it is: the canvas puts back what is scrolled in it, and
        /// menus close when something scrolls.
        const PLACE: &str = "const e = arguments[0], place = () => e.getBoundingClientRect(); let box = place(); \
            if (!e.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2))) { \
                e.scrollIntoView({block: 'center'}); box = place(); } \
            return [box.x, box.y, box.width, box.height]";
        let started = tokio::time::Instant::now();
        let mut before = None;
        loop {
            let element = self.find(path, what).await;
            let argument = serde_json::to_value(&element).unwrap_or_default();
            let place = self.app.page.execute(PLACE, vec![argument]).await.ok();
            // A hand waits until what it reaches for stands still
            if (place.is_none() || place != before) && started.elapsed() < PATIENCE {
                before = place;
                self.app.frame().await;
                continue;
            }
            match element.click().await {
                Ok(()) => return self.app.frame().await,
                // drawn anew in between
                Err(_) if started.elapsed() < PATIENCE => self.app.frame().await,
                Err(error) => self.app.give_up(&format!("{what} cannot be clicked: {error:?}")).await,
            }
        }
    }

    /// Replaces what stands in a field.
    pub async fn fill(&self, label: &str, text: &str) {
        self.open(label).await;
        self.app.chord(&[Key::Control], 'a').await;
        self.app.keys(text).await;
        self.app.frame().await;
    }

    /// Waits until the panel shows these words.
    pub async fn read(&self, words: &str) {
        let script = format!(
            "return [...document.querySelectorAll({})].some(e => e.innerText.includes({}))",
            json!(self.css),
            json!(words)
        );
        self.app.until(&format!("the words \"{words}\" in {}", self.css), &script).await;
    }

    /// What the panel shows now.
    pub async fn text(&self) -> String {
        let script = format!("return document.querySelector({})?.innerText ?? ''", json!(self.css));
        self.app.run(&script).await.as_str().unwrap_or_default().to_owned()
    }
}

fn button(name: &str) -> String {
    format!(
        "//*[self::button or @role='button' or @role='tab' or @role='menuitem']\
         [@aria-label={0} or normalize-space(.)={0}]",
        quoted(name)
    )
}

fn quoted(words: &str) -> String {
    if words.contains('"') { format!("'{words}'") } else { format!("\"{words}\"") }
}
