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
//! **The person writes or calls.** The 24 hours begin anew (`last_inbound`), whoever listens or not. A word of opting
//! out stops marketing. What was written goes to the run that waits for it (`ask`, `flow`, `wait_reply`): the journey
//! of the higher priority first, then the one that began to wait last. Only when none takes it, triggers are looked at:
//! `reply`, `link`, `ad`, `keyword`, `first_message`, `any_message`, in this order over all journeys; of several of one
//! kind that of the journey with the higher priority, then by name. One whose journey does not let the person in again
//! is passed over. `any_message` hears no word of opting out, and nothing while somebody of the business has the
//! person.
//!
//! **A run goes on** from node to node until one waits or there is no way on. An output that is not connected ends it;
//! in a called journey it returns to the caller. More than [`MAX_STEPS`] nodes in one instant are a fault that ends it,
//! and so are more than [`MAX_STEPS_A_DAY`] within 24 hours in which the person does not write or call. A node that is
//! switched off is gone through by its first connected output; one that is sealed by `next`, or the first of those it
//! has by name.
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
//! **A question** takes every message the person writes. One that fits: its output. One that does not: `again` is said
//! while there are `tries` left, and the time begins anew; then `else`, where that is connected; otherwise the wait
//! goes on as it was.
//!
//! **Other systems** are effects; their answer comes as [`Event::Answered`], no later than the time-out, when `failed`
//! is taken.
//!
//! **A split** is decided by the person's seed and the node, so that one person always goes the same way.
//!
//! # In particular
//!
//! **Time.** A moment before the latest one so far counts as that one. A run whose `expires` lies before now is over,
//! told or not: no event reaches it, and at the very moment it is over before anything else of it fires. Only
//! [`Event::Due`] fires other timers. `wait`, `typing` (as long as it lasts) and `wait_until` let time pass; a time of
//! day that the clocks leave out is the moment they are set forward, of two the first counts. Zones are those that come
//! with the program; one that is not known is UTC.
//!
//! **Who hears.** A tap is first given to the question that has this button, then to one with a button that reads so. A
//! sent Flow is given to a `flow` node, first to the one that sent its token; a `flow` node hears nothing else.
//! Priority is that of the journey the run began in. A call goes to every `wait_event` and every trigger for `call`,
//! and so does anything that happens elsewhere; only [`Event::Called`] is a call. Of triggers the first one counts that
//! lets the person in, within a kind by priority, then by the journey's name; a keyword as it is before one with typing
//! errors. A message is the first one if none was written before, called or not.
//!
//! **Triggers.** [`Event::Started`] begins only at a trigger that is not a message or a call; at `opt_in` the person
//! has agreed by it. `with_consent` and the tag of a schedule are asked at any trigger, and of a `manual` one where
//! another journey calls or leads to it: somebody not let in goes on with the caller, or ends. A trigger that is
//! switched off lets nobody in. A way that leads to a trigger goes through it.
//!
//! **Calls.** `end`, a goal that ends and an output that is not connected all return from a called journey. Quiet
//! hours, the limit of marketing messages and the language are those of the journey a node stands in; `expires`,
//! `priority` and `re_entry` those of the one the run began in. `go_to` ends the run and begins another, which the
//! journey has to let in; back into the same journey it always does. Where people are in both side by side, its own
//! values go with it. A journey that is not there, or has no start by hand, ends the run ([`End::Calls`]).
//!
//! **Messages.** Of a node with several the first that is not let out ends it. A template that goes out instead is held
//! by quiet hours for marketing where it is marketing. What was held is looked at anew from its message on. The answer
//! of a FAQ or an assistant is a free-form message like others; its words are kept while it is held.
//!
//! **Answers.** A choice is tapped, or typed as it reads but for case, accents and punctuation. A text is read as what
//! it has to be: `3,5` is a number, `29.11.2026` a date, yes and no are words of six languages. A pattern that is none,
//! or too large, is left out. Without `again` there are no tries. After `else` that is not connected neither the wait
//! nor its time changes.
//!
//! **Values** are the person's. In a journey that people are in several times (`parallel`) each run also keeps what it
//! noted, and reads that first. Of what comes from elsewhere the names in `gives` are kept where they are, or can be
//! read as, what they are to be; all of it at a trigger that has no `gives`. A text that is one placeholder and nothing
//! else keeps the value as it is.
//!
//! **A status** counts for the last message of a run, whenever it came; read is delivered, too.
//!
//! **Set by hand** ([`Event::Set`]) changes what stands of a person and wakes nobody: it is how a simulation asks "and
//! if they had agreed?". The proof knows nothing of it, as nothing that runs live does it.
//!
//! **Opting out** is a message that is nothing but a word of `facts/spoken.json`, typed or tapped. It is no answer: a
//! question goes on waiting, while `wait_reply` and triggers hear it like any other message. Only what a question that
//! waits offers in these words is an answer, and no opting out.

mod condition;
mod enter;
mod event;
mod hand;
mod hear;
mod outside;
mod pattern;
mod person;
pub(crate) mod run;
mod send;
mod state;
mod values;
mod wait;
mod words;
mod zone;

pub(crate) use condition::tests;
pub use event::{ByHand, End, Entry, Event, Inbound, Skip, What};
pub(crate) use pattern::example;
pub use person::{ConsentState, Moment, Person};
pub(crate) use run::{text_of, value_of};
pub use state::{Run, State, Wait};
pub(crate) use words::yes_or_no;

use serde::{Deserialize, Serialize};

use self::run::Engine;
use crate::journey::{Length, Project};

/// How long after a person's last message anything may be sent. Meta: the customer service window.
pub const WINDOW: Length = Length::of_hours(24);

/// How long after somebody came from an ad everything is free. Meta: the free entry point window.
pub const AD_WINDOW: Length = Length::of_hours(72);

/// Over which time marketing messages are counted.
pub const CAP_OVER: Length = Length::of_hours(7 * 24);

/// What a call of the person is called where events are waited for.
pub const CALL: &str = "call";

/// How long after a person's last message quiet hours hold nothing back. Ours: who writes at night is answered at night.
pub const REPLY_GRACE: Length = Length::of_minutes(15);

/// The most nodes that one run goes through in one instant. Ours: a loop without a wait ends here.
pub const MAX_STEPS: usize = 200;

/// The most nodes that one run goes through within 24 hours in which the person does not write or call. Ours: a loop of seconds
/// ends here.
pub const MAX_STEPS_A_DAY: usize = 1_000;

/// How deep journeys may call each other. Ours.
pub const MAX_CALLS: usize = 8;

/// Why a message was not let out: each is against a rule of WhatsApp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
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

/// What becomes of a person by an event, and what is to be told and done. The next state has to be written down before anything is
/// done.
pub fn step(project: &Project, state: State, event: &Event, now: Moment) -> (State, Vec<Entry>) {
    let now = now.max(state.clock);
    let mut engine = Engine { project, state, now, out: Vec::new() };
    engine.state.clock = now;
    engine.expires();
    match event {
        Event::Wrote(message) => engine.wrote(message),
        Event::Called => engine.called(),
        Event::Started { journey, node, data } => engine.started(journey, node, data),
        // Only the person's own call is one: it opens the window
        Event::Happened { name, .. } if name == CALL => (),
        Event::Happened { name, data } => {
            engine.happened(name, data);
            engine.happens(name, data);
        }
        Event::Answered { run, epoch, result } => engine.answered(*run, *epoch, result.as_ref()),
        Event::Status { send, status } => engine.status(*send, *status),
        Event::Resolved { run } => engine.resolved(*run),
        Event::Consented(agrees) => {
            let what = engine.consents(*agrees);
            engine.tell_of_person(what);
        }
        Event::Blocked(blocked) => {
            let was = std::mem::replace(&mut engine.state.person.blocked, *blocked);
            let what = What::Noted { name: "blocked".to_owned(), value: (*blocked).into() };
            engine.tell_of_person((was != *blocked).then_some(what));
        }
        Event::Set(what) => engine.set_by_hand(what),
        Event::Due => engine.fires(),
    }
    (engine.state, engine.out)
}

/// Whether a text matches the pattern of a question.
pub(crate) fn matches_pattern(text: &str, pattern: &str) -> bool {
    values::matches(text.trim(), pattern)
}

/// Whether somebody who writes this, and nothing else, wants no more marketing messages.
pub(crate) fn opts_out(text: &str) -> bool {
    words::opts_out(text)
}

/// Whether what somebody wrote is one of the questions of a FAQ.
pub(crate) fn is_asked(text: &str, question: &str) -> bool {
    words::fits_question(text, question).is_some()
}

/// Whether a word, typed with as many errors as are forgiven, may be one of the questions of a FAQ; it may say so of more than are.
pub(crate) fn may_be_asked(word: &str, question: &str) -> bool {
    words::may_fit(word, question)
}

/// Whether two texts are the same but for case, accents and punctuation.
pub(crate) fn same(left: &str, right: &str) -> bool {
    words::same(left, right)
}

/// Whether a text can be read as what a value has to be.
pub(crate) fn reads(text: &str, be: crate::journey::DataType) -> bool {
    values::read(text, be).is_some()
}

/// Whether there is a time zone of this IANA name.
pub fn is_zone(name: &str) -> bool {
    zone::is_zone(name)
}

/// A zone by its name.
pub(crate) fn zone_named(name: &str) -> jiff::tz::TimeZone {
    zone::zone(name)
}
