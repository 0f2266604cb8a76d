//! Why an edit is refused, each in a sentence that says what to do.

use crate::json::{self, Pointer};

/// Why an edit was not made. The document is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The text is not JSON: only the source view can change it.
    #[error("The text cannot be read from line {line} on. Mend it in the source view, or undo.")]
    Unreadable {
        /// Line of the first mistake, from 1.
        line: u32,
    },
    /// Nothing stands at this pointer.
    #[error("This part is no longer there. Select it again.")]
    Gone {
        /// Where it was looked for.
        at: Pointer,
    },
    /// The place is of another kind than the edit needs.
    #[error("This cannot be done here: {0}.")]
    Misplaced(#[from] json::EditError),
    /// No screen has this id.
    #[error("There is no screen '{0}'.")]
    NoScreen(String),
    /// Two screens share the id, so that references cannot tell them apart.
    #[error("Two screens are called '{0}'. Give one of them another id first.")]
    DoubleScreen(String),
    /// The new id is in use.
    #[error("There is already a screen '{0}'. Choose another id.")]
    ScreenTaken(String),
    /// Meta allows letters and underscores, and not `SUCCESS`.
    #[error("'{0}' cannot be the id of a screen. Use letters and underscores.")]
    BadScreenId(String),
    /// A screen needs words at its top.
    #[error("Write what people read at the top of the screen.")]
    NoTitle,
    /// No question of the screen has this name.
    #[error("There is no question '{0}' on this screen.")]
    NoField(String),
    /// The new name is in use on this screen.
    #[error("There is already a question '{0}' on this screen. Choose another name.")]
    FieldTaken(String),
    /// A name that no binding could write.
    #[error("'{0}' cannot be the name of an answer. Use letters, digits, _ and -.")]
    BadFieldName(String),
    /// No value of the screen's data model has this name.
    #[error("This screen is not given a value '{0}'.")]
    NoData(String),
    /// The new name is in use in the screen's data model.
    #[error("This screen is given a value '{0}' already. Choose another name.")]
    DataTaken(String),
    /// Something that leads to the screen sends another value under the new name.
    #[error("Something else is sent to this screen as '{0}'. Choose another name.")]
    DataSent(String),
    /// A name that no binding could write.
    #[error("'{0}' cannot be the name of a value. Use letters, digits and _.")]
    BadDataName(String),
    /// From and to are the same.
    #[error("A screen cannot lead to itself.")]
    SameScreen,
    /// The part has no action that could lead to a screen.
    #[error("This part cannot lead to another screen. Use a button, a link, a consent box or a list.")]
    CannotLead,
    /// There is nothing to take away or to go between.
    #[error("'{from}' does not lead to '{to}'.")]
    NotConnected {
        /// Id of the first screen.
        from: String,
        /// Id of the second screen.
        to: String,
    },
    /// A list has no Footer, and WhatsApp ends a form with one.
    #[error("A screen with a list to choose from cannot be the end. Let the list lead to a last screen.")]
    ListCannotEnd,
    /// If and Switch look at an answer.
    #[error("There is no answer to look at yet. Add a question first.")]
    NoAnswerYet,
    /// No step has this id.
    #[error("There is no step '{0}'.")]
    NoStep(String),
    /// Two steps share the id, so that ways cannot tell them apart.
    #[error("Two steps are called '{0}'. Give one of them another id first.")]
    DoubleStep(String),
    /// Not a kind of step.
    #[error("Waymark does not know a step of the kind '{0}'.")]
    UnknownStep(String),
    /// The step has no such way out.
    #[error("'{from}' has no way '{output}' any more. Choose it again.")]
    NoWay {
        /// Id of the step.
        from: String,
        /// The output.
        output: String,
    },
    /// A start or a note: people come in there by themselves, or never.
    #[error("Nothing can lead to '{0}': people come in there by themselves.")]
    NothingLeadsThere(String),
    /// Not a component of Flow JSON.
    #[error("Waymark does not know a part '{0}'.")]
    UnknownComponent(String),
    /// The text stretch lies outside of the text, or cuts a character in two.
    #[error("The text has changed meanwhile. Type it again.")]
    OutsideText,
    /// The text would be larger than WhatsApp takes.
    #[error("The Flow would be larger than WhatsApp takes.")]
    TooLarge,
    /// The clipboard holds neither screens nor parts.
    #[error("There is nothing to paste here: copy a screen or a part first.")]
    NothingToPaste,
    /// Parts need a screen to go to.
    #[error("Open the screen where the copied parts should go, then paste.")]
    NoPlaceToPaste,
}
