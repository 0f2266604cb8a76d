//! What comes in, and what is told of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ConsentState, Moment, Refusal};
use crate::journey::{Awaited, FieldName, JourneyName, NodeId, Stage};
use crate::template::Category;

/// Something that happens to one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// They write.
    Wrote(Inbound),
    /// They call on WhatsApp.
    Called,
    /// A trigger that nobody writes fires for them: a date, a schedule, an opt-in, a webhook, a hand.
    Started {
        /// The journey.
        journey: JourneyName,
        /// The trigger's node.
        node: NodeId,
        /// What comes with it.
        #[serde(default)]
        data: BTreeMap<FieldName, Value>,
    },
    /// Something happened in another system: it is given to whoever waits for it, and to triggers.
    Happened {
        /// Its name.
        name: String,
        /// What comes with it.
        #[serde(default)]
        data: BTreeMap<FieldName, Value>,
    },
    /// Another system answered; none: it failed.
    Answered {
        /// The run that asked.
        run: u32,
        /// Its wait at that time; another one is long over.
        epoch: u32,
        /// What it said.
        result: Option<BTreeMap<FieldName, Value>>,
    },
    /// A message is on the phone, or was read.
    Status {
        /// Which message, as [`What::Sent`] told.
        send: u32,
        /// Which of the two.
        status: Awaited,
    },
    /// Whoever took over is done.
    Resolved {
        /// The run that was handed over.
        run: u32,
    },
    /// They agreed to marketing messages or stopped them, outside of the chat.
    Consented(#[serde(with = "is")] bool),
    /// They blocked the business, or no more.
    Blocked(#[serde(with = "is")] bool),
    /// Somebody of the business set by hand what stands of them, as a simulation may.
    Set(ByHand),
    /// Time passed: what is due fires.
    Due,
}

/// What is set by hand. Nobody is told and nothing goes on by it; what comes next finds it so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ByHand {
    /// A value; null forgets it. Runs that keep values of their own have it, too.
    Value {
        /// Its name.
        name: FieldName,
        /// What it is.
        value: Value,
    },
    /// A tag.
    Tag {
        /// Its name.
        name: String,
        /// Whether they have it.
        has: bool,
    },
    /// Whether they agreed to marketing messages.
    Consent(ConsentState),
    /// The lane they are in.
    Stage(Option<Stage>),
    /// The 24 hours: they begin now, or were over a moment ago. No message is counted.
    Window(bool),
}

/// What a person sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inbound {
    /// Words.
    Text(String),
    /// A button or a row was tapped.
    Tapped {
        /// What comes back.
        id: String,
        /// What is read.
        words: String,
    },
    /// A Flow was sent.
    Flow(BTreeMap<FieldName, Value>),
    /// A place, as people read it.
    Location(String),
    /// A file, by its id.
    Media(String),
    /// The first words after coming from an ad.
    Ad {
        /// Its id.
        ad: String,
        /// The words.
        text: String,
    },
}

/// Something that happened in a run, in the order it happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Moment,
    /// The run; none: no run heard it.
    pub run: Option<u32>,
    /// The journey and the node it is about.
    pub place: Option<(JourneyName, NodeId)>,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

/// What an entry tells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum What {
    /// The person wrote or called.
    Inbound {
        /// What they wrote; none: they called.
        message: Option<Inbound>,
    },
    /// A run began.
    Began,
    /// The run came to the node.
    Came,
    /// A message went out.
    Sent {
        /// Its number, over all runs of the person.
        send: u32,
        /// Which of the node's messages: 0, 1, ... `again` and the answer of a FAQ or an assistant are 0.
        slot: u32,
        /// The template's name, where it is one.
        template: Option<String>,
        /// Its category; none: it is no template.
        #[serde(default, with = "category", skip_serializing_if = "Option::is_none")]
        category: Option<Category>,
        /// The payload with its values filled in; for a template its variables by name.
        payload: Value,
        /// The 24 hours were not over.
        window_open: bool,
    },
    /// A message was not let out, because it is against a rule of WhatsApp.
    Refused {
        /// Which of the node's messages.
        slot: u32,
        /// Which rule.
        why: Refusal,
    },
    /// A message was left out, as the owner or the person wished.
    Skipped {
        /// Which of the node's messages.
        slot: u32,
        /// Why.
        why: Skip,
    },
    /// A message waits for quiet hours to end.
    Held {
        /// When.
        until: Moment,
    },
    /// It waits for the person, for an event, or for time to pass.
    Waits {
        /// When that is over; none: never.
        until: Option<Moment>,
        /// The number of the wait.
        epoch: u32,
    },
    /// Another system is asked; it answers with [`Event::Answered`].
    Asks {
        /// The number of the wait.
        epoch: u32,
        /// What it is given, filled in.
        request: Value,
    },
    /// The person is handed over.
    Assigned {
        /// To whom.
        to: String,
        /// A word on what it is about.
        note: String,
    },
    /// The way went on; where this is not connected, it ends or returns to who called the journey.
    Took {
        /// By this output.
        output: String,
    },
    /// Something known of the person changed.
    Noted {
        /// A value's name, or `tag`, `stage`, `consent`, `blocked`.
        name: String,
        /// What it is now.
        value: Value,
    },
    /// Something was set by hand.
    SetByHand {
        /// A value's name, or `tag NAME`, `stage`, `consent`, `window`.
        name: String,
        /// What it is now.
        value: Value,
    },
    /// A goal was reached.
    Reached {
        /// Its name.
        goal: String,
    },
    /// The run ended.
    Ended {
        /// Why.
        why: End,
    },
}

/// Why a message was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// Quiet hours.
    Quiet,
    /// As many marketing messages in seven days as are allowed.
    Cap,
    /// The person stopped marketing messages.
    Stopped,
    /// The person blocked the business.
    Blocked,
}

/// Why a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// There was no way on.
    Through,
    /// At a goal.
    Goal,
    /// It began anew.
    Restarted,
    /// Its time was over.
    Expired,
    /// It went on without end: through too many nodes in one instant, or in one day.
    Endless,
    /// Journeys called each other too deep, or one that is not there.
    Calls,
}

/// Yes or no, written beside the name of the event: `{"event": "blocked", "is": true}`.
mod is {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Is {
        is: bool,
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
    pub(super) fn serialize<S: Serializer>(is: &bool, to: S) -> Result<S::Ok, S::Error> {
        Is { is: *is }.serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
        Is::deserialize(from).map(|read| read.is)
    }
}

/// Meta's name of a category, in lower case.
mod category {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::template::Category;

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
    pub(super) fn serialize<S: Serializer>(of: &Option<Category>, to: S) -> Result<S::Ok, S::Error> {
        match of {
            Some(category) => to.serialize_str(&category.name().to_lowercase()),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Category>, D::Error> {
        Ok(Option::<String>::deserialize(from)?.and_then(|name| Category::from_name(&name)))
    }
}
