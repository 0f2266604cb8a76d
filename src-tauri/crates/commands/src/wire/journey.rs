use flows::chat::ChatView;
use flows::check::Diagnostic;
use flows::diff::JourneyChanges;
use flows::engine::{ConsentState, Refusal};
use flows::gallery::Stage;
use flows::journey::Role;
use flows::json::Pointer;
use flows::mirror::{JourneyStep, RunWay};
use flows::simulate::Persona;
use serde::{Deserialize, Serialize};

use super::LiveState;

/// A journey in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JourneyCard {
    /// Id in this workspace.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Last edit, milliseconds since 1970 (UTC), as a decimal string.
    pub edited_at: String,
    /// Number of steps.
    pub steps: u32,
    /// Number of blocked findings; none: something in the workspace cannot be read, so that it is not known.
    pub blocked: Option<u32>,
    /// Where it stands.
    pub live: LiveState,
}

/// A finished journey to start from.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JourneyStarter {
    /// Its id.
    pub id: String,
    /// Title.
    pub title: String,
    /// One sentence on what it is for.
    pub about: String,
    /// Trades it is made for, for example `salon`.
    pub trades: Vec<String>,
    /// Number of steps.
    pub steps: u32,
    /// The stages it leads through, in their order.
    pub stages: Vec<Stage>,
    /// Its first message, as the phone shows it.
    pub chat: Option<ChatView>,
}

/// The first tour through a journey.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct JourneyTour {
    /// Id of the starter whose tour it is.
    pub starter: String,
    /// Its stops, in order; at least one.
    pub stops: Vec<TourStop>,
}

/// A stop of a tour.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct TourStop {
    /// Id of the step it is about.
    pub step: String,
    /// What it says, in one or two sentences.
    pub text: String,
}

/// A kind of step.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct StepKind {
    /// The kind, as it is written.
    pub name: String,
    /// What it is for.
    pub role: Role,
    /// The members of a new one.
    pub example: serde_json::Value,
}

/// A run that is to be played. Moments are milliseconds since 1970 (UTC).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct RunRequest {
    /// What happened so far, from the last answer; none begins a run.
    pub script: Option<serde_json::Value>,
    /// Key of the start that a new run begins with.
    pub start: Option<String>,
    /// What the person of a new run is called; none: as the journey has it.
    #[serde(default)]
    pub name: Option<String>,
    /// IANA name of the person's time zone.
    pub zone: String,
    /// ISO 3166-1 alpha-2 of their number's country.
    pub country: String,
    /// How they answer by themselves; none: they do not.
    pub persona: Option<Persona>,
    /// How far it was played with that persona; none: it was not.
    #[specta(type = Option<i32>)]
    pub seen: Option<i64>,
    /// When they began to answer like that: what they did until then does not count. None: they always did.
    #[specta(type = Option<i32>)]
    pub since: Option<i64>,
    /// When it begins, or when `act` happens.
    #[specta(type = i32)]
    pub at: i64,
    /// What happens now; what was to come is forgotten.
    pub act: Option<RunAct>,
    /// Up to when it is played.
    #[specta(type = i32)]
    pub until: i64,
}

/// What somebody does in a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum RunAct {
    /// The customer writes.
    Text {
        /// Their words.
        words: String,
    },
    /// The customer taps a button or a row.
    Tap {
        /// What comes back.
        id: String,
        /// What is read.
        words: String,
    },
    /// The customer sends a Flow.
    Flow {
        /// Its answer.
        answer: serde_json::Value,
    },
    /// The customer sends a place.
    Location {
        /// As people read it.
        words: String,
    },
    /// The customer sends a file.
    Media {
        /// Its name.
        name: String,
    },
    /// The customer calls.
    Call,
    /// The customer blocks the business, or no more.
    Block {
        /// Whether they do.
        yes: bool,
    },
    /// The customer agrees to marketing messages or stops them, outside of the chat.
    Consent {
        /// Whether they agree.
        yes: bool,
    },
    /// What stands of the customer is set by hand.
    Set {
        /// What.
        what: RunSet,
    },
    /// Something happens in another system.
    Happen {
        /// Its name.
        name: String,
        /// What comes with it.
        data: serde_json::Value,
    },
    /// The customer comes in by a start.
    Start {
        /// Its key.
        step: String,
    },
    /// Somebody of the business, who took over, is done.
    Resolve,
    /// Nothing; the customer forgets what they were about to do.
    Reconsider,
}

/// What is set by hand in a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "type", rename_all_fields = "camelCase")]
pub enum RunSet {
    /// A value.
    Value {
        /// Its name.
        name: String,
        /// What it is; null forgets it.
        value: serde_json::Value,
    },
    /// A tag.
    Tag {
        /// Its name.
        name: String,
        /// Whether they have it.
        has: bool,
    },
    /// Whether they agreed to marketing messages.
    Consent {
        /// What they said.
        state: ConsentState,
    },
    /// The stage they are in.
    Stage {
        /// None: no stage.
        stage: Option<Stage>,
    },
    /// The 24 hours begin now, or are over.
    Window {
        /// Whether they are open.
        open: bool,
    },
}

/// A run that is to be kept as a test.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JourneyKept {
    /// What its owner calls it.
    pub name: String,
    /// Who is in it; at least one.
    pub people: Vec<KeptPerson>,
    /// Up to when, milliseconds since 1970 (UTC).
    #[specta(type = i32)]
    pub until: i64,
    /// Everything has to come as it came; else only the checks count.
    pub exact: bool,
    /// What has to be so at the end, as a test keeps it (`simulate::Asserted`).
    pub checks: serde_json::Value,
}

/// Somebody whose run is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct KeptPerson {
    /// What they are called.
    pub name: Option<String>,
    /// What happened to them, from the last answer.
    pub script: serde_json::Value,
}

/// A run that is kept as a test, looked at again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct JourneyTest {
    /// The note that keeps it.
    pub at: Pointer,
    /// What its owner calls it; none: it cannot be read.
    pub name: Option<String>,
    /// What is not as it has to be; none: it passes.
    pub differences: Vec<TestDifference>,
}

/// Something that is not as a test has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct TestDifference {
    /// Of whom: 0 is the first person.
    pub who: u32,
    /// Which of the checks it is; none: of what comes in which order.
    pub check: Option<u32>,
    /// The line that does not come any more.
    pub wanted: Option<String>,
    /// The line that comes in its place, or that was not there. Of a check: what is so.
    pub came: Option<String>,
    /// Both, as a sentence.
    pub sentence: String,
}

/// What was found by letting people of every kind in by every start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct JourneyPaths {
    /// So many runs were played.
    pub played: u32,
    /// Where something is wrong; the first of each run.
    pub found: Vec<PathFound>,
}

/// A run in which something is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PathFound {
    /// Key of the start.
    pub start: String,
    /// Who came in by it.
    pub persona: Persona,
    /// When.
    #[specta(type = i32)]
    pub at: i64,
    /// Key of the step, in the journey that is looked at.
    pub step: Option<String>,
    /// Against which rule a message was refused; none: it goes on without end.
    pub refused: Option<Refusal>,
}

/// A run in which a message is refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "camelCase")]
pub struct Witness {
    /// Against which rule.
    pub why: Refusal,
    /// Its way, with the step at the end.
    pub ways: Vec<RunWay>,
    /// When it is refused, milliseconds since 1970 (UTC).
    #[specta(type = i32)]
    pub refused_at: i64,
    /// How long the person has not written then, as `1d 2h`; none: they never did.
    pub silent_for: Option<String>,
    /// What happens, for [`RunRequest::script`].
    pub script: serde_json::Value,
}

/// What stands to be said about a journey.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct JourneyFindings {
    /// The revision it was looked at.
    pub revision: u32,
    /// Sorted by place, then rule.
    pub diagnostics: Vec<Diagnostic>,
}

/// How a journey differs from what was published last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct JourneyLive {
    /// Id of the account it was published to.
    pub account: String,
    /// When, milliseconds since 1970 (UTC), as a decimal string.
    pub at: String,
    /// What is different.
    pub changes: JourneyChanges,
    /// Steps that are gone, as they were.
    pub removed: Vec<JourneyStep>,
}

/// A link that begins a journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct JourneyLink {
    /// Id of its step.
    pub step: String,
    /// What its owner calls it.
    pub title: String,
    /// What it writes for the person.
    pub text: String,
    /// The address that opens the chat with the text in it; none while the account's number is not known.
    pub address: Option<String>,
    /// What its QR code leads to, once that is made: an address that stays when the text changes.
    pub code: Option<String>,
    /// The QR code, as SVG.
    pub picture: Option<String>,
}

/// What a QR code is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum CodeFormat {
    /// Pixels.
    Png,
    /// Lines, for print of any size.
    Svg,
}
