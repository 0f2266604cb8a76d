//! Zones on their way through the graph.

use super::atoms::Atom;
use super::clock::{Arc, Local, Set, Week};
use super::every_way::{First, Ways};
use super::graph::{BACK, END, Graph};
use super::near::{MOST_NEAR, Near};
use super::seen::Seen;
use super::silence::Silences;
use super::start::Becomes;
use super::tally::Tally;
use super::time::Move;
use super::ways::{Live, loops};
use super::zone::{BEFORE, OVER, Rest, Span, Zone, consent, country, only, status};
use crate::engine::AD_WINDOW;
use crate::journey::{Body, JourneyName, JourneyNode};

/// Zones a node may have before they are taken together to a larger one; fewer where there are very many nodes. Ours.
const MOST_ZONES: usize = 512;
const FEWEST_ZONES: usize = 8;
const ALL_ZONES: usize = 9_000;

/// Nodes of a graph that is followed exactly, at most. Ours.
const MOST_EXACT: usize = 200;

/// By which way a zone came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Out {
    /// The run began.
    Start,
    /// It stays at the node: quiet hours are over, or an assistant answered.
    Stays,
    /// An output with a fixed name.
    By(&'static str),
    /// The case of a branch, by its place.
    Case(usize),
    /// The way of a split, by its place.
    Way(usize),
    /// The answer of a question, by its place.
    Answer(usize),
    /// Into a journey that is called or gone on in.
    Into,
    /// Through a node that is left out.
    Past,
    /// The way ends, and goes on with the caller.
    Back,
}

impl Out {
    /// Whether what is left so waits for the day: an assistant that answers stays, too, in its own time.
    pub(super) fn holds(self, again: bool, body: &Body) -> bool {
        self == Self::Stays && (again || !matches!(body, Body::Ai(_)))
    }
}

/// A zone at a node, with where it came from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    pub(super) node: u32,
    /// The node is looked at anew: a message was held, or an assistant answered.
    pub(super) again: bool,
    pub(super) zone: Zone,
    pub(super) came: Came,
}

/// Where a zone came from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Came {
    /// The item before; of a start itself.
    pub(super) from: u32,
    /// The part of that item's zone.
    pub(super) zone: Zone,
    pub(super) out: Out,
    pub(super) by: Move,
    /// Answers of atoms, among those of the search.
    pub(super) answers: (u32, u32),
    /// It stands for more than what came.
    pub(super) widened: bool,
}

/// What a search is for.
pub(super) enum Kind {
    /// The proof.
    Proof,
    /// The same, and when the person wrote is followed by the clock, too.
    Exact,
    /// That, looked at for longer.
    Near(Near),
    /// No proof: several ways to the same.
    Ways(Ways),
}

impl Kind {
    /// Whether when the person wrote is followed by the clock, too.
    fn is_exact(&self) -> bool {
        matches!(self, Self::Exact | Self::Near(_))
    }
}

/// A proof at work.
pub(super) struct Search<'p> {
    pub(super) graph: Graph<'p>,
    pub(super) live: Vec<Live>,
    pub(super) remembered: Vec<u32>,
    /// What else is so when a remembered atom is not so, and when it is: bits, and their answers.
    pub(super) follows: Vec<[(u64, u64); 2]>,
    /// Remembered atoms that something else may make not so, and so, while time passes in which the person does not write.
    silently: [u64; 2],
    /// The same where they may write.
    unsure: [u64; 2],
    /// Remembered atoms of what the person last wrote.
    pub(super) heard: u64,
    /// Remembered atoms of values.
    pub(super) noted: u64,
    pub(super) items: Vec<Item>,
    pub(super) answers: Vec<(u32, bool)>,
    pub(super) tallies: Vec<Tally>,
    pub(super) came_to: Vec<bool>,
    pub(super) silences: Silences,
    /// Ways without time between.
    pub(super) at_once: Vec<(u32, u32)>,
    pub(super) widened: bool,
    pub(super) ad_top: u32,
    /// The person is in no other run meanwhile.
    pub(super) alone: bool,
    /// Events that begin a run anew: what waits for them gets no further than the instant in which they happen.
    pub(super) restarts: Vec<&'p str>,
    pub(super) kind: Kind,
    seen: Vec<Seen>,
    /// Zones a node may have before they are taken together.
    most: usize,
}

impl<'p> Search<'p> {
    /// `elsewhere`: what people may come to in runs beside this one.
    pub(super) fn new(mut graph: Graph<'p>, elsewhere: &[&JourneyNode], kind: Kind) -> Self {
        let successors = graph.successors();
        let remembered = graph.worth_remembering(&loops(&successors));
        graph.remember(&remembered);
        let live = graph.live(&successors, &remembered);
        let bit = |number: u32| remembered.iter().position(|it| *it == number);
        let follows = remembered.iter().map(|number| {
            [false, true].map(|answer| {
                let others = graph.atoms.follows(*number, answer);
                let others = others.into_iter().filter_map(|(other, so)| Some((bit(other)?, so)));
                others.fold((0, 0), |(known, value), (bit, so)| {
                    (known | 1 << bit, value | u64::from(so) << bit)
                })
            })
        });
        let follows = follows.collect();
        let becomes: Vec<Becomes> = remembered.iter().map(|it| graph.becomes(elsewhere, *it)).collect();
        let bits = |of: fn(&Becomes) -> [bool; 2]| {
            becomes.iter().rev().fold([0_u64; 2], |[no, yes], becomes| {
                let [to_no, to_yes] = of(becomes);
                [no << 1 | u64::from(to_no), yes << 1 | u64::from(to_yes)]
            })
        };
        let (silently, unsure) = (bits(|it| it.silently), bits(|it| it.ever));
        let those = |are: fn(&Atom) -> bool| {
            let all = remembered.iter().enumerate();
            let those = all.filter(|(_, number)| graph.atoms.get(**number).is_some_and(are));
            those.fold(0, |bits, (bit, _)| bits | 1 << bit)
        };
        let heard = those(|atom| matches!(atom, Atom::Heard(_)));
        let noted = those(|atom| matches!(atom, Atom::Field(..)));
        let count = graph.nodes.len();
        let mut seen = Vec::new();
        seen.resize_with(count * 2, Seen::default);
        Self {
            live,
            remembered,
            follows,
            silently,
            unsure,
            heard,
            noted,
            items: Vec::with_capacity(count),
            answers: Vec::new(),
            tallies: vec![Tally::default(); graph.slots.len()],
            came_to: vec![false; count],
            silences: graph.silences(),
            at_once: Vec::new(),
            widened: graph.shares(),
            ad_top: super::zone::capped(u64::try_from(AD_WINDOW.millis()).unwrap_or(u64::MAX), u32::MAX),
            alone: graph.is_alone(),
            restarts: graph.restarts(),
            kind,
            seen,
            most: (ALL_ZONES / count.max(1)).clamp(FEWEST_ZONES, MOST_ZONES),
            graph,
        }
    }

    /// All that was found, followed with more; none: there is nothing more to follow, or the graph has many nodes.
    pub(super) fn followed_more(&self, root: &JourneyName) -> Option<Self> {
        if !self.is_small() || !self.live.iter().any(|live| live.day) {
            return None;
        }
        self.again(root, |_| Kind::Exact)
    }

    pub(super) fn is_small(&self) -> bool {
        self.live.len() <= MOST_EXACT
    }

    pub(super) fn again(&self, root: &JourneyName, kind: impl FnOnce(&Graph<'p>) -> Kind) -> Option<Self> {
        let graph = Graph::of(self.graph.project(), root)?;
        let (elsewhere, kind) = (graph.elsewhere(), kind(&graph));
        let mut search = Self::new(graph, &elsewhere, kind);
        search.start();
        search.run();
        search.learn(self);
        Some(search)
    }

    /// Follows everything that was put in, until nothing new comes.
    pub(super) fn run(&mut self) {
        if matches!(self.kind, Kind::Ways(Ways { first: First::Silent, .. })) {
            return self.run_silent();
        }
        let mut next = 0;
        while next < self.items.len() && !self.gives_up() {
            self.expand(next);
            next += 1;
        }
    }

    /// There are more zones than are followed: nothing is proved then.
    pub(super) fn gives_up(&self) -> bool {
        matches!(self.kind, Kind::Near(_)) && self.items.len() >= MOST_NEAR
    }

    /// A zone comes to a place that an output leads to.
    pub(super) fn push(&mut self, place: u32, node: u32, zone: Zone, came: Came) {
        match place {
            END => (),
            BACK => {
                for back in self.graph.backs(node).to_vec() {
                    if back != BACK {
                        self.push(back, node, zone, came);
                    }
                }
            }
            to => {
                if came.by == Move::Now && came.out != Out::Start {
                    self.at_once.push((node, to));
                }
                self.arrive(to, false, zone, came);
            }
        }
    }

    /// A zone comes to a node.
    pub(super) fn arrive(&mut self, node: u32, again: bool, zone: Zone, mut came: Came) {
        // Before the time of day is forgotten
        let tightened = if self.kind.is_exact() { zone.tightened() } else { Some(zone) };
        let Some(zone) = tightened.map(|zone| self.forget(node, zone)) else { return };
        let Some(mut zone) = self.within_reach(node, zone, &came) else { return };
        match self.kind {
            Kind::Ways(_) => return self.arrive_once_more(node, again, zone, came),
            Kind::Near(_) => return self.arrive_near(node, again, zone, came),
            Kind::Proof | Kind::Exact => (),
        }
        let slot = self.slot(node, again);
        let most = self.most;
        let full = self.seen.get(slot).is_some_and(|seen| seen.count >= most);
        let all_else = full.then(|| self.forget(node, Zone { rest: anything(self.ad_top), ..zone }).rest);
        let Some(seen) = self.seen.get_mut(slot) else { return };
        if seen.covers(&zone) {
            return;
        }
        if seen.count >= most / 2 && zone.rest.known != 0 {
            // First what branches asked is forgotten
            (zone.rest.known, zone.rest.value) = (0, 0);
            self.widened = true;
            if seen.covers(&zone) {
                return;
            }
        }
        if let Some(all_else) = all_else {
            // What has few values stays as it is, and at first the time of day as far as it goes
            let Rest { consent, country, status, fired, ends, set, reach, .. } = zone.rest;
            let wrote = if zone.rest.wrote < 0 { BEFORE } else { 0 };
            let before = Rest { consent, country, wrote, status, fired, ends, reach, ..all_else };
            zone = if seen.count < 2 * most {
                Zone { w: seen.nearest(&zone), rest: Rest { local: seen.local_with(&zone), set, ..before } }
            } else {
                let w = seen.all_above(&zone);
                Zone { w, rest: Rest { reach: w.hi, ..before } }
            };
            came.widened = true;
            self.widened = true;
            if seen.covers(&zone) {
                return;
            }
        }
        seen.put(&zone);
        self.keep(node, again, zone, came);
    }

    /// A zone that is followed.
    pub(super) fn keep(&mut self, node: u32, again: bool, zone: Zone, came: Came) {
        if let Some(come) = self.came_to.get_mut(node as usize) {
            *come = true;
        }
        self.items.push(Item { node, again, zone, came });
    }

    /// The place of a node, or of one that is looked at anew, among those of all.
    pub(super) fn slot(&self, node: u32, again: bool) -> usize {
        node as usize + if again { self.graph.nodes.len() } else { 0 }
    }

    /// How far a zone gets in the loop it comes to; none: the run is over, it went through too many nodes.
    fn within_reach(&self, node: u32, mut zone: Zone, came: &Came) -> Option<Zone> {
        let (here, longest) = self.silences.of.get(node as usize).copied().unwrap_or((0, OVER));
        let (before, again) =
            self.items.get(came.from as usize).map_or((node, false), |it| (it.node, it.again));
        let stays = self.silences.of.get(before as usize).is_some_and(|(before, _)| *before == here);
        let from_now = zone.w.hi.saturating_add(longest).min(OVER);
        let slow = self
            .graph
            .at(before)
            .is_some_and(|(_, _, read)| came.out.holds(again, &read.node.body) || read.is_slow());
        let goes_on = stays && !slow && matches!(came.by, Move::Now | Move::Silent(_));
        zone.rest.reach = if goes_on { zone.rest.reach.min(from_now) } else { from_now };
        if matches!(self.kind, Kind::Near(_)) {
            let Rest { local, stays, .. } = &mut zone.rest;
            if goes_on && came.by.pass().is_none_or(|pass| pass.set == 0) {
                local.day = only(local.day.meet(*stays), local.day)?;
            } else {
                *stays = if longest < OVER { local.day.moved(0, longest.into()) } else { Arc::ANY };
            }
        }
        if zone.rest.reach < OVER { zone.within(0, zone.rest.reach) } else { Some(zone) }
    }

    /// Leaves out what nobody looks at from the node on.
    fn forget(&self, node: u32, mut zone: Zone) -> Zone {
        let live = self.live.get(node as usize).copied().unwrap_or_default();
        let rest = &mut zone.rest;
        if !live.day {
            (rest.local, rest.set, rest.stays) = (Local::ANY, Set::NEVER, Arc::ANY);
        }
        if !live.week {
            rest.local.week = Week::ANY;
        }
        if !live.day || !self.kind.is_exact() {
            rest.said = Arc::ANY;
        }
        if !live.ad {
            rest.ad = Span::new(0, self.ad_top);
        }
        if !live.consent {
            rest.consent = consent::ALL;
        }
        if !live.status {
            rest.status = status::ALL;
        }
        if !live.country {
            rest.country = country::ALL;
        }
        rest.known &= live.atoms;
        rest.value &= rest.known;
        if self.graph.expires(node) == 0 {
            (rest.age, rest.wrote, rest.fired) = (0, BEFORE, false);
        }
        zone
    }

    /// Of remembered atoms with their answers those that something else may have changed.
    pub(super) fn changed(&self, value: u64, silently: bool) -> u64 {
        let [no, yes] = if silently { self.silently } else { self.unsure };
        (no & value) | (yes & !value)
    }
}

/// Everything but the time since the person wrote.
pub(super) fn anything(ad_top: u32) -> Rest {
    Rest {
        local: Local::ANY,
        set: Set::NEVER,
        said: Arc::ANY,
        ad: Span::new(0, ad_top),
        consent: consent::ALL,
        country: country::ALL,
        known: 0,
        value: 0,
        age: 0,
        wrote: BEFORE,
        status: status::ALL,
        fired: false,
        ends: false,
        reach: OVER,
        stays: Arc::ANY,
    }
}
