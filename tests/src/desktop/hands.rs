//! Typing and drawing, and waiting for what comes of it.

use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use serde_json::Value;

use super::{Desktop, PATIENCE};

/// What a screen reader calls the element with the focus, and how its focus shows.
const FOCUSED: &str = "
    const words = e => e === null || e === undefined ? '' : e.nodeType === Node.TEXT_NODE ? e.data
        : e.ariaHidden === 'true' ? '' : [...e.childNodes].map(words).join('');
    const e = document.activeElement;
    const named = (e.getAttribute('aria-labelledby') ?? '').split(' ')
        .map(id => words(document.getElementById(id))).join(' ').trim();
    return e.getAttribute('aria-label') || named || words(e.labels?.[0]) || words(e)";

/// True when the element with the focus is marked as such.
const FOCUS_SHOWS: &str = "
    const marks = s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none';
    for (let e = document.activeElement, up = 0; e && up < 4; e = e.parentElement, up++) {
        if (marks(getComputedStyle(e)) || marks(getComputedStyle(e, '::after')) || marks(getComputedStyle(e, '::before')))
            return true;
    }
    const box = document.activeElement;
    return box.matches('input,textarea') && getComputedStyle(box).borderTopStyle !== 'none'";

/// True when the middle of the element with the focus is in view and nothing lies over it.
const FOCUS_FREE: &str = "
    const at = document.activeElement, box = at.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return top !== null && (at.contains(top) || top.contains(at) || [...at.labels ?? []].some(l => l.contains(top))
        || (at.matches('[data-behind]') && at.parentElement.contains(top)))";

/// True when the element with the focus takes words: a field, or a list that is searched by typing.
///
/// The item of a menu does not: the menu closes after the press, and the focus goes back to the field by itself.
const TAKES_WORDS: &str = "
    const at = document.activeElement;
    return at !== null && at.matches('input,textarea,[contenteditable=true],[role=listbox],[role=option]')";

impl Desktop {
    /// Types into whatever has the focus, as a keyboard does; words wait until what has it takes them.
    ///
    /// # Panics
    /// When the driver refuses, or nothing takes words.
    pub async fn keys(&self, keys: &str) {
        if keys.chars().nth(1).is_some() {
            self.until("what has the focus to take words", TAKES_WORDS).await;
        }
        self.send(keys).await;
    }

    /// Types the first letters of an entry once a menu has the focus.
    ///
    /// # Panics
    /// When the driver refuses, or no menu opens.
    pub async fn letters(&self, letters: &str) {
        self.see("[role=menu] [role^=menuitem]:focus").await;
        self.send(letters).await;
    }

    async fn send(&self, keys: &str) {
        let target = self.page.active_element().await.expect("something has the focus");
        target.send_keys(keys).await.unwrap_or_else(|error| panic!("typing {keys:?}: {error}"));
    }

    /// Presses a key with modifiers held, as a keyboard does.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn chord(&self, modifiers: &[Key], key: impl Into<char>) {
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
        self.frame().await;
    }

    /// Draws with the left button held from one point of the window to another, in px from its top left.
    ///
    /// # Panics
    /// When the driver refuses.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let at = |(x, y)| PointerAction::MoveTo { duration: None, x, y };
        let drawn = MouseActions::new("mouse".into())
            .then(at(from))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(at(to))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.page.perform_actions(drawn).await.unwrap_or_else(|error| panic!("drawing: {error}"));
        self.frame().await;
    }

    /// Presses one key alone.
    pub async fn key(&self, key: Key) {
        self.chord(&[], key).await;
    }

    /// What a screen reader would call the element with the focus.
    pub async fn focused(&self) -> String {
        let name = self.run(FOCUSED).await;
        name.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Goes on with Tab until something of this name has the focus; with `…` at its end the name goes on.
    ///
    /// # Panics
    /// When it is not reached in a full round, or the focus cannot be seen on the way.
    pub async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..120 {
            self.key(Key::Tab).await;
            let focused = self.focused().await;
            assert!(
                self.run(FOCUS_SHOWS).await == Value::Bool(true),
                "the focus on {focused:?} cannot be seen"
            );
            self.until(&format!("the focus on {focused:?} to be in view"), FOCUS_FREE).await;
            if focused == name || name.strip_suffix('…').is_some_and(|begin| focused.starts_with(begin)) {
                return;
            }
            passed.push(focused);
        }
        self.give_up(&format!("Tab does not reach {name:?}, only {passed:?}")).await;
    }

    /// Goes on with F6 until the focus is in this region.
    ///
    /// # Panics
    /// When it is not reached in a full round.
    pub async fn region(&self, name: &str) {
        for _ in 0..12 {
            self.key(Key::F6).await;
            let here = "return document.activeElement?.closest('[data-region]')?.dataset.region ?? ''";
            if self.run(here).await == name {
                return;
            }
        }
        self.give_up(&format!("F6 does not reach the region {name:?}")).await;
    }

    /// Waits until what has the focus is called something that begins like this.
    pub async fn on(&self, name: &str) {
        let name = serde_json::json!(name);
        let script = format!("const name = (() => {{{FOCUSED}}})(); return name.trim().startsWith({name})");
        self.until(&format!("the focus on {name}"), &script).await;
    }

    /// Waits until something matches this CSS selector and is shown, and gives it.
    ///
    /// # Panics
    /// When nothing does in time; a picture is kept.
    pub async fn see(&self, css: &str) -> Element {
        let started = tokio::time::Instant::now();
        loop {
            if let Ok(element) = self.page.find(Locator::Css(css)).await
                && self.is_shown(&element).await
            {
                return element;
            }
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("did not see {css}")).await;
            }
            self.frame().await;
        }
    }

    /// True when an element takes room and is visible.
    pub(super) async fn is_shown(&self, element: &Element) -> bool {
        let script = "const box = arguments[0].getBoundingClientRect();
                      return box.width > 0 && box.height > 0
                          && getComputedStyle(arguments[0]).visibility === 'visible'";
        let argument = serde_json::to_value(element).unwrap_or_default();
        self.page.execute(script, vec![argument]).await.is_ok_and(|shown| shown == true)
    }

    /// Waits until this script's value is true.
    ///
    /// # Panics
    /// When it does not become true in time.
    pub async fn until(&self, what: &str, script: &str) {
        let started = tokio::time::Instant::now();
        while self.run(script).await != Value::Bool(true) {
            if started.elapsed() > PATIENCE {
                self.give_up(&format!("waited for {what}")).await;
            }
            self.frame().await;
        }
    }

    /// Runs a script in the page and gives its value.
    ///
    /// # Panics
    /// When the script throws.
    pub async fn run(&self, script: &str) -> Value {
        self.page.execute(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs a script whose last argument is called with its value.
    ///
    /// # Panics
    /// When the script throws.
    pub async fn run_async(&self, script: &str) -> Value {
        self.page.execute_async(script, vec![]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits for two animation frames, so that what was done is on the screen.
    pub async fn frame(&self) {
        let frames = "const d=arguments[0]; requestAnimationFrame(()=>requestAnimationFrame(()=>d()))";
        let _ = self.page.execute_async(frames, vec![]).await;
    }

    /// Keeps a picture and ends the test.
    pub(super) async fn give_up(&self, why: &str) -> ! {
        let at = std::thread::current().name().unwrap_or("test").replace("::", "-");
        self.picture(&format!("missing-{at}")).await;
        panic!("{why}; target/e2e/missing-{at}.png shows the window");
    }
}
