//! What the phone shows, as plain data.
//!
//! The page owns a [`PreviewState`] and sends it with every act; nothing is remembered here. A
//! [`ScreenView`] has everything resolved: bindings, expressions, branches, messages, limits. Texts
//! arrive as runs, never as HTML.

mod act;
mod answer;
mod bounds;
mod check;
mod dates;
mod document;
mod draw;
mod endpoint;
mod layout;
mod markdown;
mod open;
mod payload;
mod picture;
mod render;
mod route;
mod scene;
mod state;
mod text;
mod view;

pub use state::{
    Answer, AnswerValue, Blocker, BrokenAction, FileSample, Outcome, PreviewAct, PreviewState, PreviewStep,
    ScreenState,
};
pub use text::{Block, Run};
pub use view::{
    Choice, DateInput, DatePart, Field, FieldError, Footer, Fork, Gap, Item, ItemKind, Keyboard, ListEnd,
    ListItem, Media, MediaSize, PhotoSource, PickedFile, Picker, Picture, Scale, ScreenView, TextStyle,
    Weekday,
};

use crate::json::Tree;
use document::Document;

/// The screen that shows in a state.
pub fn render(flow: &Tree, state: &PreviewState) -> ScreenView {
    render::screen(&Document::new(flow), state)
}

/// What comes of an act in a state.
pub fn act(flow: &Tree, state: &PreviewState, act: &PreviewAct) -> PreviewStep {
    act::act(&Document::new(flow), state, act)
}

/// Screens as they are before anybody touches them, with the samples of their data. `keys` as in the
/// mirror; one that does not exist is left out; without any key all screens come, in file order.
pub fn at_rest(flow: &Tree, keys: &[String]) -> Vec<ScreenView> {
    let document = Document::new(flow);
    let wanted = document.keys.iter().filter(|key| keys.is_empty() || keys.contains(key));
    wanted
        .map(|key| {
            render::screen(&document, &PreviewState { current: key.clone(), ..PreviewState::default() })
        })
        .collect()
}
