//! Where runs begin, and what is true of people there.

use std::collections::HashSet;

use super::atoms::{Atom, Effect, asks, effect};
use super::clock::{Arc, Local, Week};
use super::graph::{Graph, small};
use super::search::{Came, Out, Search, anything};
use super::time::Move;
use super::transfer::any_or;
use super::zone::{BEFORE, OVER, Span, Zone, consent, status};
use crate::engine::may_be_asked;
use crate::journey::{Body, Clock, Journey, JourneyNode, ReEntry, Role};

impl<'p> Graph<'p> {
    /// Events that let a person in anew while a run goes on, and end that. None where runs lead to other journeys: theirs go on.
    pub(super) fn restarts(&self) -> Vec<&'p str> {
        let root = self.parts.first().filter(|_| !self.leads_on());
        let root = root.filter(|root| root.journey.settings.re_entry == ReEntry::Restart);
        let starts = root.into_iter().flat_map(|root| &root.nodes).filter(|read| !read.past);
        let events = starts.filter_map(|read| match &read.node.body {
            Body::Event(event) if !event.with_consent => Some(event.event.as_str()),
            _ => None,
        });
        events.collect()
    }

    /// Whether runs end in other journeys.
    fn leads_on(&self) -> bool {
        let mut nodes = self.parts.iter().flat_map(|part| &part.nodes);
        nodes.any(|read| matches!(read.node.body, Body::GoTo(_)) && !read.past)
    }

    /// Whether a person is in no second run that begins in the same journey.
    fn is_once(&self) -> bool {
        let root = self.parts.first().map(|root| root.journey.settings.re_entry);
        root.is_some_and(|re_entry| re_entry != ReEntry::Parallel)
    }

    /// Whether a person is in one run only at a time.
    pub(super) fn is_alone(&self) -> bool {
        self.is_once() && self.project().journeys.len() == 1
    }

    /// What people may come to in runs beside this one.
    pub(super) fn elsewhere(&self) -> Vec<&'p JourneyNode> {
        let alone = self.is_once() && !self.leads_on();
        let root = self.parts.first().map(|root| root.name);
        let all = &self.project().journeys;
        let others = all.iter().filter(|(name, _)| !alone || Some(*name) != root);
        let starts = |journey: &'p Journey| {
            journey.nodes.iter().filter(|node| !node.off && node.body.role() == Role::Trigger)
        };
        let mut open: Vec<_> = others.flat_map(|(_, it)| starts(it).map(move |node| (&**it, node))).collect();
        let mut known: HashSet<*const JourneyNode> = HashSet::new();
        let mut found = Vec::new();
        while let Some((journey, node)) = open.pop() {
            if !known.insert(node) {
                continue;
            }
            if !node.off {
                found.push(node);
            }
            open.extend(node.to.values().filter_map(|to| Some((journey, journey.node(to)?))));
            let (into, at) = match &node.body {
                Body::Call(call) => (&call.journey, None),
                Body::GoTo(to) => (&to.journey, to.node.as_ref()),
                _ => continue,
            };
            let Some(journey) = all.get(into).filter(|_| !node.off) else { continue };
            match at {
                Some(id) => open.extend(journey.node(id).map(|node| (&**journey, node))),
                None => open.extend(starts(journey).map(|node| (&**journey, node))),
            }
        }
        found
    }

    /// Whether something but the run itself may change the answer to an atom to no and to yes while the run waits.
    pub(super) fn becomes(&self, elsewhere: &[&JourneyNode], atom: u32) -> Becomes {
        let Some(atom) = self.atoms.get(atom) else {
            return Becomes { silently: [true; 2], ever: [true; 2] };
        };
        let mut becomes = Becomes::default();
        if matches!(atom, Atom::Heard(_)) {
            return becomes;
        }
        for node in elsewhere {
            // What comes with these is noted, whatever it is
            let brings =
                matches!(node.body, Body::OptIn(_) | Body::Date(_) | Body::Schedule(_) | Body::Manual(_));
            let makes = match effect(node, atom) {
                _ if brings && matches!(atom, Atom::Field(..)) => [true; 2],
                Effect::Nothing => [false; 2],
                Effect::Forgets => [true; 2],
                Effect::Makes(answer) => [!answer, answer],
            };
            let hears = matches!(node.body, Body::Ask(_) | Body::Flow(_) | Body::WaitReply(_));
            becomes.ever = both(becomes.ever, makes);
            if !hears {
                becomes.silently = both(becomes.silently, makes);
            }
        }
        becomes
    }
}

/// Whether an answer becomes no, and yes.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Becomes {
    /// ... while the person does not write.
    pub(super) silently: [bool; 2],
    /// ... at all.
    pub(super) ever: [bool; 2],
}

fn both(one: [bool; 2], other: [bool; 2]) -> [bool; 2] {
    let ([a, b], [c, d]) = (one, other);
    [a || c, b || d]
}

impl Search<'_> {
    /// Puts in the zone of each trigger.
    pub(super) fn start(&mut self) {
        let Some(root) = self.graph.parts.first() else { return };
        let starts: Vec<(u32, Zone)> = (0..)
            .zip(&root.nodes)
            .filter(|(_, read)| !read.past)
            .filter_map(|(number, read)| {
                let zone = started(&read.node.body, self.ad_top)?;
                Some((number, self.said(&read.node.body, zone)))
            })
            .collect();
        for (number, zone) in starts {
            let from = small(self.items.len());
            let came = Came { from, zone, out: Out::Start, by: Move::Now, answers: (0, 0), widened: false };
            self.push(number, number, zone, came);
        }
    }
}

impl Search<'_> {
    /// A start by words says which of the questions that are remembered they are, and which not.
    fn said(&self, start: &Body, mut zone: Zone) -> Zone {
        for (bit, atom) in self.remembered.iter().enumerate() {
            let Some(Atom::Heard(questions)) = self.graph.atoms.get(*atom) else { continue };
            let asked = |text: &String| asks(questions, text);
            let answer = match start {
                Body::Link(link) => Some(asked(&link.text)),
                Body::Keyword(keyword) if !keyword.typos => {
                    let (yes, no): (Vec<_>, Vec<_>) = keyword.words.iter().partition(|word| asked(word));
                    if yes.is_empty() { Some(false) } else { no.is_empty().then_some(true) }
                }
                Body::Keyword(keyword) => {
                    let mut pairs =
                        keyword.words.iter().flat_map(|word| questions.iter().map(move |it| (word, it)));
                    (!pairs.any(|(word, question)| may_be_asked(word, question))).then_some(false)
                }
                _ => None,
            };
            if let Some(answer) = answer {
                zone.rest.known |= 1 << bit;
                zone.rest.value |= u64::from(answer) << bit;
            }
        }
        zone
    }
}

/// What is true of people who come in by a trigger; none: it is none.
fn started(body: &Body, ad_top: u32) -> Option<Zone> {
    let mut rest = anything(ad_top);
    let at = |clock: Clock, week: Week| Local { day: Arc::at(u32::from(clock.minutes()) * 60_000), week };
    let (wrote, agreed) = match body {
        Body::FirstMessage(_) | Body::Keyword(_) | Body::AnyMessage(_) | Body::Reply(_) | Body::Link(_) => {
            (true, false)
        }
        Body::Ad(_) => {
            rest.ad = Span::new(0, 0);
            (true, false)
        }
        Body::OptIn(_) => (false, true),
        Body::Event(event) => (event.event == crate::engine::CALL, event.with_consent),
        Body::Date(date) => {
            rest.local = at(date.at, Week::ANY);
            (false, date.with_consent)
        }
        Body::Schedule(schedule) => {
            rest.local = at(schedule.at, any_or(&schedule.on));
            (false, schedule.with_consent)
        }
        Body::Webhook(webhook) => (false, webhook.with_consent),
        Body::Manual(manual) => (false, manual.with_consent),
        _ => return None,
    };
    if agreed {
        rest.consent = consent::GIVEN;
    }
    rest.wrote = if wrote { 0 } else { BEFORE };
    rest.status = status::NONE;
    let w = if wrote { Span::new(0, 0) } else { Span::new(0, OVER) };
    Some(Zone { w, rest })
}

#[cfg(test)]
mod tests {
    use crate::journey::Length;
    use crate::window::clock::DAY;
    use crate::window::graph::millis;
    use crate::window::zone::OVER;

    #[test]
    fn the_24_hours_are_those_of_the_engine() {
        assert_eq!(millis(Some(crate::engine::WINDOW)), u64::from(OVER));
        assert_eq!(millis(Some(Length::of_hours(24))), u64::from(DAY));
    }
}
