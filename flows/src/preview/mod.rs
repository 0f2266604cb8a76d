//! What the phone shows, as plain data.
//!
//! The page owns a [`PreviewState`] and sends it with every act; nothing is remembered here. A
//! [`ScreenView`] has everything resolved: bindings, expressions, branches, messages, limits. Texts
//! arrive as runs, never as HTML.

mod state;
mod text;
mod view;

pub use state::{
    Answer, AnswerValue, Blocker, BrokenAction, FileSample, Outcome, PreviewAct, PreviewState, PreviewStep,
    ScreenState,
};
pub use text::{Block, Run};
pub use view::{
    Choice, DateInput, DatePart, Field, FieldError, Footer, Gap, Item, ItemKind, Keyboard, ListEnd, ListItem,
    Media, MediaSize, PhotoSource, PickedFile, Picker, Picture, Scale, ScreenView, TextStyle, Weekday,
};
