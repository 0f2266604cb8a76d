//! The proof: what can be said of all runs of a journey before the first one.
//!
//! See [`crate::engine`] for what a run does. For each message and each [`Refusal`] the verdict is [`Verdict::Always`] (no run
//! is refused), [`Verdict::Never`] (every run that comes there is) or [`Verdict::Depends`].
//!
//! # Method
//!
//! A forward analysis. The journey is drawn as one graph with all it calls and leads to (`graph`). What one person can
//! be like at a node is a *zone* (`zone`): an interval of the time since they last wrote or called (24 hours or more is one
//! value), and beside it, as far as anything later asks for it (`ways`), the time of day and the day of the week in their zone, the time since they came from
//! an ad, whether they agreed to marketing, whether their number is of the United States, and the answers to questions
//! that branches and splits ask more than once. Each node makes new zones of a zone (`transfer`, `say`, `refine`, `time`); a zone that lies
//! in those already there with the same other parts is left out (`search`); everything else goes on until nothing
//! new comes. Times are whole milliseconds and stop at 24 hours, so that loops come to an end; where a node has too
//! many zones they are taken together to one that has them all, and [`Proof::widened`] says so. A loop of seconds does not
//! get to 24 hours: the engine lets a run go through so many nodes a day, and how far that can be is known of each loop
//! beforehand (`silence`). Journeys with few nodes in which something may be refused are followed once more, with the time of day
//! at which the person wrote: what is refused by one of the two only, is not.
//!
//! # Why "always" can be believed
//!
//! Of every run of the engine that keeps to what is said below, each state at each node lies in a zone of that node. At
//! the start it does, since the zones of the triggers leave open all that a trigger leaves open. Each node's zones have at
//! least what the engine makes of the states in a zone: time passes by all lengths it may have; whenever time passes the person may
//! write or call at any moment of it, may agree to marketing or stop it, and an answer may come at any moment up to the
//! time-out and with it; a question that is not remembered is answered both ways. And leaving out parts, remembering less and
//! taking zones together only make a zone larger. So a message whose zones have no refused part is refused in no run.
//!
//! "Never" is exact in the same way: no zone has a part that is let out. What is refused in zones is a possibility; it is said of a
//! message only with a run, which [`Proof::settle`] looks for and gives only once the engine has been seen to refuse.
//!
//! # Runs that are refused
//!
//! A zone keeps its parts apart, so not every way to a refused zone can be gone. Of a way all moments are unknowns and all that
//! has to hold are bounds on their differences (`witness::times`): either there are moments for it, or there is no run on it.
//! What people and systems do is then acted out against the engine (`witness::act`). Where no way of the proof has a run, and zones
//! were taken together, a longer look (`near`) takes only those together that are alike and near each other, up to the next time
//! that something depends on, and goes round loops of seconds at once; where runs end by themselves a last one cuts their waits in
//! parts. It may rule the refusal out. Two searches keep several ways
//! to the same, each with moments (`every_way`): the shortest ones first, then those on which the person writes least. What no way
//! leads to is tried out (`witness::tried`): the engine is given whatever may happen, until it refuses or nothing new comes. What is
//! left is said to be open ([`Settled::Open`]).
//!
//! # What is taken for granted
//!
//! - Runs begin at the triggers of the journey; who comes from elsewhere is a matter of the proof of that journey.
//! - Schedules and dates fire at their time of day, schedules on their days of the week, to the millisecond.
//! - Clocks are set by an hour when they say a full hour from 00:00 to 04:00 on a Friday, Saturday or Sunday, forward and back
//!   in turn, and not twice within two nights: so it is in all zones but a few small ones (`witness::clocks` has the test).
//! - A button that answers a question says what the question has it say.
//! - Nobody who blocked the business lets it write again while a run goes on.
//! - Nobody but the journeys, and what the engine is told, changes tags, stages and values of a person in a run.
//!
//! A verdict on marketing counts only runs in which no rule that is looked at earlier refuses: consent is a matter of those
//! whose number is not of the United States. Who stopped marketing is left out, not refused.

mod atoms;
mod clock;
mod endless;
mod every_way;
mod graph;
mod near;
mod parts;
mod refine;
mod say;
mod search;
mod seen;
mod silence;
mod start;
mod tally;
mod time;
mod transfer;
mod ways;
mod witness;
mod zone;

pub use witness::Witness;

use std::cell::OnceCell;

use serde::Serialize;

use self::every_way::First;
use self::graph::Graph;
use self::near::LOOKS;
use self::search::{Kind, Search};
use self::zone::OVER;
use crate::engine::Refusal;
use crate::journey::{JourneyName, Length, NodeId, Project};

/// What holds for a message over all runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is allowed whenever it is due.
    Always,
    /// It is allowed in some runs, and others may refuse it: [`Proof::settle`] looks for one.
    Depends,
    /// No run lets it out: [`Proof::settle`] looks for one that comes to it.
    Never,
}

/// What is known of a refusal once runs were looked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Settled {
    /// It happens in no run.
    Allowed,
    /// It happens in this one: the engine has been seen to refuse.
    Refused(Box<Witness>),
    /// Neither a run was found nor that there is none.
    Open,
}

/// How a message goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageReach {
    /// Within 24 hours of the person's last message.
    FreeForm,
    /// A template, at any time.
    Template,
    /// The template instead, where the 24 hours are over.
    Instead,
}

/// What is proved of a message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MessageProof {
    /// Its journey: the one that was looked at, or one that is called or led to.
    pub journey: JourneyName,
    /// Its node.
    pub node: NodeId,
    /// Which of the node's messages, as in [`What::Refused`](crate::engine::What::Refused).
    pub slot: u32,
    /// How it goes out.
    pub reach: MessageReach,
    /// Some run comes to it. Otherwise all verdicts are [`Verdict::Always`].
    pub reached: bool,
    /// Against the 24 hours.
    pub window: Verdict,
    /// Against the need to have agreed.
    pub consent: Verdict,
    /// Against the rule that no marketing goes to the United States.
    pub country: Verdict,
    /// Against the need to be approved.
    pub template: Verdict,
    /// The shortest time since the person's last message when it is due.
    pub shortest: Length,
    /// The longest; none: 24 hours or more, or they never wrote.
    pub longest: Option<Length>,
}

impl MessageProof {
    /// The verdict on one rule.
    pub fn verdict(&self, of: Refusal) -> Verdict {
        match of {
            Refusal::Window => self.window,
            Refusal::Consent => self.consent,
            Refusal::Country => self.country,
            Refusal::Template => self.template,
        }
    }
}

/// Nodes that lead to each other: without time between, or too often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Endless {
    /// The nodes, in the order of their journeys.
    pub nodes: Vec<(JourneyName, NodeId)>,
}

/// What is proved of a journey.
pub struct Proof<'p> {
    /// Of each message, in the order of the nodes; of called journeys after it.
    pub messages: Vec<MessageProof>,
    /// Nodes of the journey to which nobody comes, in their order. Notes and triggers are none.
    pub unreachable: Vec<NodeId>,
    /// Loops that go on without end.
    pub endless: Vec<Endless>,
    /// Loops in which a run may go through more than [`MAX_STEPS_A_DAY`](crate::engine::MAX_STEPS_A_DAY) nodes a day, and is ended.
    pub hasty: Vec<Endless>,
    /// Somewhere zones were taken together: more may be "depends" than has to be.
    pub widened: bool,
    project: &'p Project,
    root: JourneyName,
    search: Search<'p>,
    /// Looked at for longer, by look: where none of the refused ones has a run.
    longer: [OnceCell<Option<Search<'p>>>; LOOKS.len()],
    /// Every way by itself: looked through where the proof's own ways have no run.
    ways: [OnceCell<Option<Search<'p>>>; 2],
}

/// Proves a journey of a project; none: there is no such journey.
pub fn prove<'p>(project: &'p Project, journey: &JourneyName) -> Option<Proof<'p>> {
    let graph = Graph::of(project, journey)?;
    let elsewhere = graph.elsewhere();
    let mut search = Search::new(graph, &elsewhere, Kind::Proof);
    search.start();
    search.run();
    let refused = search.tallies.iter().flat_map(|tally| &tally.refused).any(|refused| !refused.is_empty());
    if let Some(exact) = refused.then(|| search.followed_more(journey)).flatten() {
        search = exact;
    }
    let messages = search.graph.slots.iter().zip(&search.tallies).filter_map(|(slot, tally)| {
        let part = search.graph.parts.get(slot.part)?;
        let node = part.journey.nodes.get(slot.node)?;
        let verdict = |of: Refusal| {
            let refused = tally.refused.get(of as usize).is_some_and(|all| !all.is_empty());
            let passed = tally.passed.get(of as usize).copied().unwrap_or_default();
            match (refused, passed) {
                (false, _) => Verdict::Always,
                (true, true) => Verdict::Depends,
                (true, false) => Verdict::Never,
            }
        };
        let window = tally.window.unwrap_or(zone::Span::new(0, 0));
        Some(MessageProof {
            journey: part.name.clone(),
            node: node.id.clone(),
            slot: slot.number,
            reach: match (slot.free_form, slot.instead) {
                (true, _) => MessageReach::FreeForm,
                (false, true) => MessageReach::Instead,
                (false, false) => MessageReach::Template,
            },
            reached: tally.window.is_some(),
            window: verdict(Refusal::Window),
            consent: verdict(Refusal::Consent),
            country: verdict(Refusal::Country),
            template: verdict(Refusal::Template),
            shortest: Length::of_millis(i64::from(window.lo)),
            longest: (window.hi < OVER).then(|| Length::of_millis(i64::from(window.hi))),
        })
    });
    let messages = messages.collect();
    let (unreachable, endless) = (search.unreachable(), search.endless());
    let hasty = search.hasty(&endless);
    let widened = search.widened;
    let (root, longer, ways) = (journey.clone(), Default::default(), Default::default());
    Some(Proof { messages, unreachable, endless, hasty, widened, project, root, search, longer, ways })
}

impl<'p> Proof<'p> {
    /// How many zones were followed.
    pub fn zones(&self) -> usize {
        self.search.items.len()
    }

    /// A run in which a message is refused, among the ways that the proof itself went: at once.
    pub fn run(&self, message: usize, why: Refusal) -> Option<Witness> {
        self.run_of(&self.search, message, why)
    }

    /// Looks for a run in which a message is refused in every way there is, or for a proof that there is none: it may take some
    /// tenths of a second, rarely more than one.
    pub fn settle(&self, message: usize, why: Refusal) -> Settled {
        if self.search.refuses(message, why).is_empty() {
            return Settled::Allowed;
        }
        let run = |search: &Search<'_>| Some(Settled::Refused(Box::new(self.run_of(search, message, why)?)));
        let looked = |look: usize| {
            let search = self.longer(look)?;
            if search.refuses(message, why).is_empty() { Some(Settled::Allowed) } else { run(search) }
        };
        run(&self.search)
            .or_else(|| looked(0))
            .or_else(|| self.ways(First::Short).and_then(run))
            .or_else(|| self.ways(First::Silent).and_then(run))
            .or_else(|| looked(1))
            .or_else(|| looked(2))
            .or_else(|| {
                let run = witness::find_by_trying(self.project, &self.search, message, why)?;
                Some(Settled::Refused(Box::new(run)))
            })
            .unwrap_or(Settled::Open)
    }

    fn run_of(&self, search: &Search<'_>, message: usize, why: Refusal) -> Option<Witness> {
        let mut refused = search.refuses(message, why).iter();
        refused.find_map(|(item, zone)| witness::find(self.project, search, message, why, *item, *zone))
    }

    fn longer(&self, look: usize) -> Option<&Search<'p>> {
        let (kept, look) = (self.longer.get(look)?, *LOOKS.get(look)?);
        kept.get_or_init(|| self.search.followed_longer(&self.root, look)).as_ref()
    }

    fn ways(&self, first: First) -> Option<&Search<'p>> {
        let searched = || {
            let graph = Graph::of(self.project, &self.root)?;
            let mut search = Search::of_ways(graph, first);
            search.start();
            search.run();
            Some(search)
        };
        self.ways.get(first as usize)?.get_or_init(searched).as_ref()
    }
}
