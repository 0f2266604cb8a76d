//! What the page keeps of a preview, what people do on it, and what comes of that.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::view::{FieldError, ScreenView};
use crate::answers::{Fault, Question};
use crate::json::Pointer;

/// Where somebody stands in a Flow and what they have filled in. The page owns it.
///
/// The default value is "not begun": the first render goes to the entry screen.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct PreviewState {
    /// Today as `YYYY-MM-DD` in the user's time zone; empty when not known. Nothing here reads a clock.
    pub today: String,
    /// Key of the screen that shows, as in the mirror; empty: the entry screen, or none yet while the
    /// endpoint is asked for the first one.
    pub current: String,
    /// Keys of the screens one came through, the oldest first.
    pub back: Vec<String>,
    /// What is known of each screen, by key. A screen that is missing here is untouched.
    pub screens: BTreeMap<String, ScreenState>,
    /// The endpoint has been asked and has not answered yet.
    pub waiting: bool,
    /// The endpoint was asked which screen comes first; none shows yet.
    pub opening: bool,
    /// The Flow has been sent.
    pub sent: bool,
    /// Parts, or lists of parts, that an If or Switch shows whatever it decides; of two that exclude each
    /// other the later one. For those who edit: on a phone it is empty.
    pub revealed: Vec<Pointer>,
}

/// What is known of one screen.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ScreenState {
    /// Values that reached `data` by a payload, the endpoint or `update_data`. They stand before the
    /// `__example__` of the same key.
    pub data: BTreeMap<String, Value>,
    /// Values of inputs that were touched, by name: text as string, dates as `YYYY-MM-DD`, a range as
    /// `{start-date, end-date}`, several options as array of ids, an opt-in as boolean, files as
    /// [`FileSample`]s. They stand before `init-value`.
    pub values: BTreeMap<String, Value>,
    /// Names of the inputs that lost the focus once: their errors show. Parts of a range are
    /// `name.start-date` and `name.end-date`.
    pub touched: BTreeSet<String>,
    /// `error_message` of the endpoint's last answer.
    pub notice: Option<String>,
}

/// A file as the preview knows it: nothing is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct FileSample {
    /// Its name with ending.
    pub name: String,
    /// Size in bytes.
    pub size: u32,
}

/// What somebody does on the phone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum PreviewAct {
    /// The screen of the state comes up first: the Flow is opened.
    Open {
        /// The message says `data_exchange`: the endpoint is asked (`INIT`) which screen comes first, and the
        /// state's own screen does not count. Else the message says `navigate`.
        exchange: bool,
    },
    /// Puts a value into a text input, text area, date or calendar picker, or ticks an opt-in.
    SetField {
        /// The input's name.
        name: String,
        /// As in [`ScreenState::values`]. Null empties the input.
        value: Value,
    },
    /// Leaves an input.
    Blur {
        /// The input's name, or `name.start-date` and `name.end-date`.
        name: String,
    },
    /// Chooses an option of a group, drop-down or chips; in a radio group or drop-down it replaces the other.
    Select {
        /// The input's name.
        name: String,
        /// Id of the option.
        option: String,
    },
    /// Takes an option back.
    Unselect {
        /// The input's name.
        name: String,
        /// Id of the option.
        option: String,
    },
    /// Presses a Footer, a link, the link of an opt-in, or a row of a navigation list.
    Press {
        /// The component.
        pointer: Pointer,
        /// Id of the row, for a navigation list.
        item: Option<String>,
    },
    /// Adds a file to a picker.
    PickFile {
        /// The input's name.
        name: String,
        /// The file.
        file: FileSample,
    },
    /// Takes a file out of a picker.
    RemoveFile {
        /// The input's name.
        name: String,
        /// Which one, from 0.
        index: u32,
    },
    /// Presses the arrow, or the cross on the first screen.
    Back,
    /// The endpoint answers, by hand or by a sample. What a phone refuses changes nothing.
    EndpointAnswer {
        /// Id of the screen that shall show; none stays. `SUCCESS` ends the Flow.
        screen: Option<String>,
        /// Its data; `error_message` shows as a notice.
        data: BTreeMap<String, Value>,
    },
}

/// What came of an act.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct PreviewStep {
    /// The state from now on.
    pub state: PreviewState,
    /// The screen that shows from now on.
    pub view: ScreenView,
    /// What else happens.
    pub outcome: Outcome,
}

/// What happens besides the new state and view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Outcome {
    /// Nothing: the same screen.
    Stay,
    /// A later screen comes in.
    Forward,
    /// The screen before comes back.
    Back,
    /// The sheet closes, nothing is sent.
    Close,
    /// The Flow is sent.
    Complete {
        /// The answer as it arrives in the webhook's `response_json`: JSON text in one line, `flow_token` last.
        payload: String,
        /// What the customer may read again afterwards.
        summary: Vec<Answer>,
    },
    /// The business's endpoint is asked; the phone waits for [`PreviewAct::EndpointAnswer`].
    DataExchange {
        /// What it is sent, as JSON text in one line: `version`, `action`, `screen`, `data`, `flow_token`.
        request: String,
        /// What is asked.
        question: Question,
    },
    /// The browser opens.
    OpenUrl {
        /// An `https` address.
        url: String,
    },
    /// The press did nothing, because something is not filled in well.
    Refused {
        /// Every input that stands in the way, in screen order, with the reason.
        fields: Vec<Blocker>,
    },
    /// The press did nothing, because the action cannot work.
    Broken {
        /// Why.
        reason: BrokenAction,
    },
}

/// An input that stands in the way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Blocker {
    /// The input.
    pub pointer: Pointer,
    /// Its label.
    pub label: String,
    /// Why.
    pub error: FieldError,
}

/// Why an action cannot work on a phone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum BrokenAction {
    /// The part has no action, or one of a name Meta does not know.
    NoAction,
    /// `navigate` leads to a screen that does not exist.
    NoSuchScreen {
        /// Its id.
        screen: String,
    },
    /// The endpoint's answer is not one a phone takes.
    AnswerRefused {
        /// The first thing that does not fit.
        fault: Fault,
    },
    /// `open_url` has an address that is not `https`.
    NotHttps {
        /// The address.
        url: String,
    },
}

/// One row of the summary after sending.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The input's label.
    pub label: String,
    /// What was answered.
    pub value: AnswerValue,
}

/// What the summary shows of an answer. Passwords and passcodes have no row at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum AnswerValue {
    /// The words: one entry a chosen option, file or line.
    Text {
        /// The entries.
        lines: Vec<String>,
    },
    /// An opt-in.
    Ticked {
        /// Whether it is ticked.
        on: bool,
    },
    /// Dots: the input is listed in the screen's `sensitive`.
    Masked,
}
