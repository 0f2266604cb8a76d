//! People of a kind: what they do when something reaches them.
//!
//! Everything they do is decided by the person's seed and what came, and happens strictly after it; so the script that
//! comes of it, played again, gives the same transcript.

mod answer;

use serde::{Deserialize, Serialize};

use self::answer::{fitting, unfitting};
use super::drive::drive;
use super::{Script, Transcript};
use crate::engine::{Entry, Event, Inbound, Moment, Person, State, What, text_of};
use crate::facts;
use crate::journey::{Awaited, Body, JourneyNode, Length, Project, fill};

/// How a person behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Persona {
    /// Answers what is asked, a minute later.
    AtOnce,
    /// Answers three hours later.
    AfterHours,
    /// Answers nothing and reads nothing.
    Never,
    /// Answers an hour after the window closed.
    AfterADay,
    /// Answers what does not fit, three times; then nothing.
    Wrong,
    /// Writes that they want no more offers, once; then nothing.
    OptsOut,
    /// Asks for a person, once; then nothing.
    AsksForPerson,
    /// Blocks the business after its first message.
    Blocks,
}

impl Persona {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::AtOnce,
        Self::AfterHours,
        Self::Never,
        Self::AfterADay,
        Self::Wrong,
        Self::OptsOut,
        Self::AsksForPerson,
        Self::Blocks,
    ];

    /// How long after a question they do something.
    fn takes(self) -> Length {
        match self {
            Self::AfterHours => Length::of_hours(3),
            Self::AfterADay => Length::of_hours(25),
            _ => Length::of_minutes(1),
        }
    }

    /// How many times they do.
    fn times(self) -> usize {
        match self {
            Self::AtOnce | Self::AfterHours | Self::AfterADay => MOST_ANSWERS,
            Self::Wrong => 3,
            Self::OptsOut | Self::AsksForPerson | Self::Blocks => 1,
            Self::Never => 0,
        }
    }
}

/// Ours: nobody goes round in a menu more often.
const MOST_ANSWERS: usize = 50;
/// Until a message is on the phone, and until it is read.
const DELIVERED: Length = Length::of_millis(1_000);
const READ: Length = Length::of_millis(10_000);
/// Until somebody of the business, who took over, is done.
const RESOLVED: Length = Length::of_minutes(10);

/// Has a person of a kind go through a project. `start` is what happens first; the script tells all that they did.
pub fn perform(
    project: &Project,
    persona: Persona,
    start: Event,
    person: Person,
    from: Moment,
    until: Moment,
) -> (Script, Transcript) {
    let script = Script { person, events: vec![(from, start)] };
    let (mut script, transcript) = perform_on(project, persona, script, Known::default(), until);
    script.events.retain(|(at, _)| *at <= until);
    (script, transcript)
}

/// How far somebody of a kind is with a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// They react to all that happens after it; none: to all.
    pub seen: Option<Moment>,
    /// When they became of this kind: what they did until then does not count, and nothing they do lies before. None: they
    /// always were.
    pub since: Option<Moment>,
}

/// Has a person of a kind go on with a script, which was played to [`Known::seen`] before. The script tells what they did and
/// what they are about to do, after `until` too: played again later with `until` for `seen` it is as if it had never stopped.
pub fn perform_on(
    project: &Project,
    persona: Persona,
    script: Script,
    known: Known,
    until: Moment,
) -> (Script, Transcript) {
    let Known { seen, since } = known;
    // What began it is not theirs.
    let theirs = |event: &&(Moment, Event)| {
        matches!(event.1, Event::Wrote(_) | Event::Blocked(_)) && since.is_none_or(|since| event.0 > since)
    };
    let earliest = since.map_or(Moment(i64::MIN), |since| Moment(since.0.saturating_add(1)));
    let mut did = script.events.iter().skip(1).filter(theirs).count();
    drive(project, script, until, |state, told, now| {
        let mut later = Vec::new();
        if seen.is_some_and(|seen| now <= seen) {
            return later;
        }
        for entry in told {
            follows(&mut later, persona, entry, now);
            if let Some(event) =
                (did < persona.times()).then(|| does(project, persona, state, entry, did)).flatten()
            {
                did += 1;
                later.push((now.after(persona.takes()).max(earliest), event));
            }
        }
        later
    })
}

/// What happens without the person's doing much.
fn follows(later: &mut Vec<(Moment, Event)>, persona: Persona, entry: &Entry, now: Moment) {
    match entry.what {
        What::Sent { send, .. } => {
            let mut status = |after, status| later.push((now.after(after), Event::Status { send, status }));
            status(DELIVERED, Awaited::Delivered);
            if persona != Persona::Never {
                status(READ, Awaited::Read);
            }
        }
        What::Assigned { .. } => {
            later.extend(entry.run.map(|run| (now.after(RESOLVED), Event::Resolved { run })));
        }
        _ => (),
    }
}

/// What the person does about something that came; none: nothing.
fn does(project: &Project, persona: Persona, state: &State, entry: &Entry, did: usize) -> Option<Event> {
    let (journey, node) = entry.place.as_ref()?;
    let journey = project.journeys.get(journey)?;
    let node: &JourneyNode = journey.node(node)?;
    let sent = matches!(entry.what, What::Sent { .. });
    let asked = matches!(entry.what, What::Waits { .. })
        && matches!(node.body, Body::Ask(_) | Body::Flow(_) | Body::WaitReply(_));
    let spoken = facts::spoken();
    let language = journey.settings.language.get(..2).unwrap_or("en");
    let says = |text: Option<&String>| Some(Event::Wrote(Inbound::Text(text?.clone())));
    match persona {
        Persona::Blocks => sent.then_some(Event::Blocked(true)),
        Persona::OptsOut if sent => {
            let words = spoken.opt_out.get(language).or_else(|| spoken.opt_out.get("en"));
            says(words.and_then(|words| words.first()))
        }
        Persona::AsksForPerson if asked => {
            says(spoken.person.get(language).or_else(|| spoken.person.get("en")))
        }
        Persona::Wrong if asked => Some(Event::Wrote(unfitting(node))),
        Persona::AtOnce | Persona::AfterHours | Persona::AfterADay if asked => {
            let run = entry.run.and_then(|number| state.run(number));
            let filled = |text: &str| fill(text, |name| text_of(Some(journey), state, run?, name));
            Some(Event::Wrote(fitting(project, journey, node, &filled, (state.person.seed, did))))
        }
        _ => None,
    }
}
