//! A journey with all it calls and leads to, as one graph.
//!
//! A call is drawn in place: each call has the called journey for itself (a frame), which leads back to the caller's
//! `next`. Beyond [`MOST`] nodes, calls of one journey share a frame, which then leads back to every one of them: more ways
//! than there are, never fewer.

use std::collections::HashMap;
use std::sync::Arc as Shared;

use super::atoms::Atoms;
use super::parts::{Quiet, Read, quiet};
use crate::engine::MAX_CALLS;
use crate::journey::{Body, Expected, Journey, JourneyName, Length, Project, ReEntry, output};

/// Nodes from which on frames are shared. Ours.
const MOST: usize = 40_000;

/// The way ends.
pub(super) const END: u32 = u32::MAX;
/// The way leads back to the caller of a shared frame.
pub(super) const BACK: u32 = u32::MAX - 1;

/// A journey of the graph.
pub(super) struct Part<'p> {
    pub(super) name: &'p JourneyName,
    pub(super) journey: &'p Journey,
    pub(super) quiet: Option<Quiet>,
    pub(super) nodes: Vec<Read<'p>>,
    places: HashMap<&'p str, usize>,
}

/// A journey in its place.
struct Frame {
    part: usize,
    /// Number of its first node.
    base: u32,
    /// Where a way that ends leads to.
    back: u32,
    depth: usize,
    expires: u64,
    /// Of a shared frame: all places it leads back to.
    backs: Vec<u32>,
}

/// A message of the results.
pub(super) struct Slot {
    pub(super) part: usize,
    pub(super) node: usize,
    pub(super) number: u32,
    pub(super) free_form: bool,
    pub(super) instead: bool,
}

/// The graph.
pub(super) struct Graph<'p> {
    project: &'p Project,
    pub(super) parts: Vec<Part<'p>>,
    frames: Vec<Frame>,
    by_key: HashMap<(usize, u32, usize, u64), usize>,
    shared: HashMap<usize, usize>,
    /// Frame and node of each node of the graph.
    pub(super) nodes: Vec<(u32, u32)>,
    pub(super) atoms: Atoms,
    pub(super) slots: Vec<Slot>,
    entries: HashMap<u32, Option<u32>>,
    /// Where the outputs of each node lead.
    ways: Vec<Ways>,
}

/// Where the outputs of a node lead: a node, [`END`] or [`BACK`].
#[derive(Debug, Clone, Default)]
pub(super) struct Ways {
    next: u32,
    otherwise: u32,
    no_answer: u32,
    closed: u32,
    failed: u32,
    /// Cases, sides or answers, in their order.
    choices: Shared<[u32]>,
}

impl<'p> Graph<'p> {
    /// The graph of a journey; none: there is no such journey.
    pub(super) fn of(project: &'p Project, name: &JourneyName) -> Option<Self> {
        let mut graph = Self {
            project,
            parts: Vec::new(),
            frames: Vec::new(),
            by_key: HashMap::new(),
            shared: HashMap::new(),
            nodes: Vec::new(),
            atoms: Atoms::default(),
            slots: Vec::new(),
            entries: HashMap::new(),
            ways: Vec::new(),
        };
        let part = graph.part(name)?;
        graph.frame(part, END, 0, expiry(graph.parts.get(part)?.journey));
        let mut next = 0;
        while let Some(frame) = graph.frames.get(next) {
            let (part, base) = (frame.part, frame.base);
            let count = graph.parts.get(part).map_or(0, |part| part.nodes.len());
            for node in 0..count {
                graph.lead(next, base, part, node);
            }
            next += 1;
        }
        graph.ways = (0..small(graph.nodes.len())).map(|number| graph.ways_of(number)).collect();
        Some(graph)
    }

    fn ways_of(&self, number: u32) -> Ways {
        let Some((_, _, read)) = self.at(number) else { return Ways::default() };
        let to = |name: &str| self.to(number, name);
        let choices = match &read.node.body {
            Body::Branch(_) => read.cases.iter().map(|(name, _)| to(name)).collect(),
            Body::Split(_) => read.ways.iter().map(|(name, _)| to(name)).collect(),
            Body::Ask(ask) if ask.expects == Expected::Choice => {
                ask.message.answers().iter().map(|answer| to(&output::answer(&answer.id))).collect()
            }
            _ => Shared::default(),
        };
        Ways {
            next: to(output::NEXT),
            otherwise: to(output::ELSE),
            no_answer: to(output::NO_ANSWER),
            closed: to(output::CLOSED),
            failed: to(output::FAILED),
            choices,
        }
    }

    /// Where an output with a fixed name leads.
    pub(super) fn leads(&self, number: u32, output: &str) -> u32 {
        let Some(ways) = self.ways.get(number as usize) else { return END };
        match output {
            output::NEXT => ways.next,
            output::ELSE => ways.otherwise,
            output::NO_ANSWER => ways.no_answer,
            output::CLOSED => ways.closed,
            output::FAILED => ways.failed,
            other => self.to(number, other),
        }
    }

    /// Where cases, sides or answers lead.
    pub(super) fn choices(&self, number: u32) -> Shared<[u32]> {
        self.ways.get(number as usize).map(|ways| ways.choices.clone()).unwrap_or_default()
    }

    pub(super) fn project(&self) -> &'p Project {
        self.project
    }

    /// Draws what a call or a way to another journey leads to.
    fn lead(&mut self, frame: usize, base: u32, part: usize, node: usize) {
        let Some(read) = self.read(part, node).filter(|read| !read.past) else { return };
        let number = base + small(node);
        let entry = match &read.node.body {
            Body::Call(call) => {
                let start = self.by_hand(&call.journey);
                let (depth, expires) =
                    self.frames.get(frame).map_or((MAX_CALLS, 0), |it| (it.depth, it.expires));
                start.filter(|_| depth < MAX_CALLS).map(|(part, node)| {
                    let back = self.to(number, output::NEXT);
                    self.frame(part, back, depth + 1, expires) + small(node)
                })
            }
            Body::GoTo(to) => {
                let start = match &to.node {
                    None => self.by_hand(&to.journey),
                    Some(id) => self
                        .part(&to.journey)
                        .and_then(|part| Some((part, *self.parts.get(part)?.places.get(id.0.as_str())?))),
                };
                start.map(|(part, node)| {
                    let expires = self.parts.get(part).map_or(0, |part| expiry(part.journey));
                    self.frame(part, END, 0, expires) + small(node)
                })
            }
            _ => return,
        };
        self.entries.insert(number, entry);
    }

    /// Where a call or a way to another journey leads; none: nowhere, the run ends.
    pub(super) fn entry(&self, number: u32) -> Option<u32> {
        self.entries.get(&number).copied().flatten()
    }

    /// Whether a run that leads on to a node may lose values of its own: only where people are in a journey several times do
    /// runs have any.
    pub(super) fn leaves_values(&self, entry: u32) -> bool {
        let is_parallel = |part: &Part<'_>| part.journey.settings.re_entry == ReEntry::Parallel;
        let into = self.at(entry).and_then(|(part, ..)| self.parts.get(part)).is_some_and(is_parallel);
        !into && self.parts.iter().any(is_parallel)
    }

    fn by_hand(&mut self, name: &JourneyName) -> Option<(usize, usize)> {
        let part = self.part(name)?;
        let nodes = &self.parts.get(part)?.nodes;
        let at = nodes.iter().position(|it| !it.node.off && matches!(it.node.body, Body::Manual(_)))?;
        Some((part, at))
    }

    /// The number of the first node of a frame.
    fn frame(&mut self, part: usize, back: u32, depth: usize, expires: u64) -> u32 {
        let known = self.by_key.get(&(part, back, depth, expires)).copied();
        if let Some(frame) = known.and_then(|known| self.frames.get(known)) {
            return frame.base;
        }
        if depth > 0 && self.nodes.len() > MOST {
            if let Some(frame) = self.shared.get(&part).copied().and_then(|it| self.frames.get_mut(it)) {
                if !frame.backs.contains(&back) {
                    frame.backs.push(back);
                }
                frame.expires = frame.expires.max(expires);
                return frame.base;
            }
            return self.new_frame(part, BACK, 1, expires, vec![back]);
        }
        self.new_frame(part, back, depth, expires, Vec::new())
    }

    fn new_frame(&mut self, part: usize, back: u32, depth: usize, expires: u64, backs: Vec<u32>) -> u32 {
        let base = small(self.nodes.len());
        let number = self.frames.len();
        if backs.is_empty() {
            self.by_key.insert((part, back, depth, expires), number);
        } else {
            self.shared.insert(part, number);
        }
        let count = self.parts.get(part).map_or(0, |part| part.nodes.len());
        self.nodes.extend((0..count).map(|node| (small(number), small(node))));
        self.frames.push(Frame { part, base, back, depth, expires, backs });
        base
    }

    /// A journey of the project, read once.
    fn part(&mut self, name: &JourneyName) -> Option<usize> {
        if let Some(known) = self.parts.iter().position(|part| part.name == name) {
            return Some(known);
        }
        let (name, journey) = self.project.journeys.get_key_value(name)?;
        let number = self.parts.len();
        let mut places = HashMap::with_capacity(journey.nodes.len());
        for (at, node) in journey.nodes.iter().enumerate() {
            places.entry(node.id.0.as_str()).or_insert(at);
        }
        let nodes =
            (0..).zip(&journey.nodes).map(|(at, node)| self.read_node(number, journey, at, node)).collect();
        let quiet = journey.settings.quiet_hours.filter(|quiet| quiet.from != quiet.to).map(quiet);
        self.parts.push(Part { name, journey, quiet, nodes, places });
        Some(number)
    }

    fn read(&self, part: usize, node: usize) -> Option<&Read<'p>> {
        self.parts.get(part)?.nodes.get(node)
    }

    /// A node of the graph: its journey, and what was read of it.
    pub(super) fn at(&self, number: u32) -> Option<(usize, usize, &Read<'p>)> {
        let (frame, node) = *self.nodes.get(number as usize)?;
        let part = self.frames.get(frame as usize)?.part;
        Some((part, node as usize, self.read(part, node as usize)?))
    }

    /// How old a run may become at a node.
    pub(super) fn expires(&self, number: u32) -> u64 {
        let frame = self.nodes.get(number as usize).and_then(|(frame, _)| self.frames.get(*frame as usize));
        frame.map_or(0, |frame| frame.expires)
    }

    /// Where an output leads: a node, [`END`] or [`BACK`].
    pub(super) fn to(&self, number: u32, output: &str) -> u32 {
        let Some((frame, node)) = self.nodes.get(number as usize).copied() else { return END };
        let Some(frame) = self.frames.get(frame as usize) else { return END };
        let target = self.read(frame.part, node as usize).and_then(|read| read.node.after(output));
        self.place(frame, target.map(|id| id.0.as_str()))
    }

    fn place(&self, frame: &Frame, id: Option<&str>) -> u32 {
        let places = self.parts.get(frame.part).map(|part| &part.places);
        id.and_then(|id| places?.get(id)).map_or(frame.back, |place| frame.base + small(*place))
    }

    /// Where a way leads that is through, and from a node that is left out.
    pub(super) fn through(&self, number: u32) -> u32 {
        let frame = self.nodes.get(number as usize).and_then(|(frame, _)| self.frames.get(*frame as usize));
        frame.map_or(END, |frame| frame.back)
    }

    /// The places a shared frame leads back to.
    pub(super) fn backs(&self, number: u32) -> &[u32] {
        let frame = self.nodes.get(number as usize).and_then(|(frame, _)| self.frames.get(*frame as usize));
        frame.map_or(&[], |frame| &frame.backs)
    }

    pub(super) fn shares(&self) -> bool {
        !self.shared.is_empty()
    }
}

/// When a run of a journey is over; nothing: never.
fn expiry(journey: &Journey) -> u64 {
    millis(journey.settings.expires)
}

pub(super) fn millis(length: Option<Length>) -> u64 {
    length.map_or(0, |length| u64::try_from(length.millis()).unwrap_or_default())
}

/// A place in a list as items keep it.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(END)
}
