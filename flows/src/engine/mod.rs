//! The engine: what happens to one person, event by event. The simulation and the live runner use this one.
//!
//! [`step`] is pure: the project, the person's state, an event and the time go in; the next state and what is to be done
//! come out. It never fails and never panics: what cannot go on is an entry of the transcript.
//!
//! # What a run does
//!
//! **Events of one instant.** The host gives what people and systems did before it lets timers fire: an answer in the very
//! moment a time-out is due still counts. [`Event::Due`] fires everything that is due up to now, the earliest first, then by
//! run.
//!
//! **The person writes or calls.** The 24 hours begin anew (`last_inbound`), whoever listens or not. A word of opting out
//! stops marketing. What was written goes to the run that waits for it (`ask`, `flow`, `wait_reply`): the journey of the higher
//! priority first, then the one that began to wait last. Only when none takes it, triggers are looked at: `reply`, `link`,
//! `ad`, `keyword`, `first_message`, in this order.
//!
//! **A run goes on** from node to node until one waits or there is no way on. An output that is not connected ends it; in a
//! called journey it returns to the caller. More than [`MAX_STEPS`] nodes in one instant are a fault that ends it. A node
//! that is switched off or sealed is gone through by its first connected output.
//!
//! **A message** is looked at in the moment it is due, in this order:
//! 1. the person blocked the business: *skipped*;
//! 2. quiet hours (not within [`REPLY_GRACE`] of the person's last message): it waits until they end and is looked at
//!    anew, or it is *skipped*;
//! 3. no template: the 24 hours are over, or never began: the template that stands for it goes out instead (looked at by
//!    4); there is none: *refused* ([`Refusal::Window`]);
//! 4. a template: not approved: *refused* ([`Refusal::Template`]); marketing beyond the journey's limit in seven days:
//!    *skipped*; marketing to a number of the United States: *refused* ([`Refusal::Country`]); marketing to a person who
//!    stopped it: *skipped*; to one who never agreed: *refused* ([`Refusal::Consent`]).
//!
//! A template that goes out instead of several messages goes once. After a refusal by the window the way goes on with
//! `closed` where that is connected, else with `next`; a question that was not asked goes on with `closed`, else with
//! `no_answer`. After any other refusal, and after what was skipped, it goes on with `next`; a question with `no_answer`.
//! A skipped person is written to by nothing; nothing that was refused is sent.
//!
//! **A question** takes every message the person writes. One that fits: its output. One that does not: `again` is said while there
//! are `tries` left, and the time begins anew; then `else`, where that is connected; otherwise the wait goes on as it was.
//!
//! **Other systems** are effects; their answer comes as [`Event::Answered`], no later than the time-out, when `failed` is taken.
//!
//! **A split** is decided by the person's seed and the node, so that one person always goes the same way.

mod event;
mod person;

pub use event::{End, Entry, Event, Inbound, Skip, What};
pub use person::{ConsentState, Moment, Person};

use serde::{Deserialize, Serialize};

use crate::journey::Length;

/// How long after a person's last message quiet hours hold nothing back. Ours: who writes at night is answered at night.
pub const REPLY_GRACE: Length = Length::of_minutes(15);

/// The most nodes that one run goes through in one instant. Ours: a loop without a wait ends here.
pub const MAX_STEPS: usize = 200;

/// How deep journeys may call each other. Ours.
pub const MAX_CALLS: usize = 8;

/// Why a message was not let out: each is against a rule of WhatsApp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// No template, and the 24 hours after the person's last message are over. Meta: 131047.
    Window,
    /// Marketing to a person who never agreed to it.
    Consent,
    /// Marketing to a number of the United States.
    Country,
    /// A template that Meta does not let out: not approved, paused, gone. Meta: 132001, 132015, 132016.
    Template,
}
