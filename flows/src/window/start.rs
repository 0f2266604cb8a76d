//! Where runs begin, and what is true of people there.

use super::atoms::{Atom, Effect, effect};
use super::graph::Graph;
use super::search::{Came, Out, Search, anything};
use super::time::Move;
use super::zone::{Arc, OVER, Span, Zone, consent, status};
use crate::engine::{is_asked, may_be_asked};
use crate::journey::{Body, Clock, ReEntry};

impl<'p> Graph<'p> {
    /// Events that let a person in anew while a run goes on, and end that. None where runs lead to other journeys: theirs go on.
    pub(super) fn restarts(&self) -> Vec<&'p str> {
        let nodes = || self.parts.iter().flat_map(|part| &part.nodes);
        let leads_on = nodes().any(|read| matches!(read.node.body, Body::GoTo(_)) && !read.past);
        let root = self.parts.first().filter(|_| !leads_on);
        let root = root.filter(|root| root.journey.settings.re_entry == ReEntry::Restart);
        let starts = root.into_iter().flat_map(|root| &root.nodes).filter(|read| !read.past);
        let events = starts.filter_map(|read| match &read.node.body {
            Body::Event(event) if !event.with_consent => Some(event.event.as_str()),
            _ => None,
        });
        events.collect()
    }

    /// Whether a person is in one run only at a time.
    pub(super) fn is_alone(&self) -> bool {
        let root = self.parts.first().map(|root| root.journey.settings.re_entry);
        root.is_some_and(|re_entry| re_entry != ReEntry::Parallel) && self.project().journeys.len() == 1
    }

    /// Whether something but the run itself may change the answer to an atom while the run waits.
    pub(super) fn changes_elsewhere(&self, atom: u32) -> bool {
        let Some(atom) = self.atoms.get(atom) else { return true };
        let leads_on = self.parts.iter().flat_map(|part| &part.nodes);
        let leads_on = leads_on.into_iter().any(|read| matches!(read.node.body, Body::GoTo(_)) && !read.past);
        let root = self.parts.first();
        let alone = !leads_on && root.is_some_and(|root| root.journey.settings.re_entry != ReEntry::Parallel);
        let others = self
            .project()
            .journeys
            .iter()
            .filter(|(name, _)| !alone || root.is_none_or(|root| root.name != *name));
        let mut nodes = others.flat_map(|(_, journey)| &journey.nodes).filter(|node| !node.off);
        let any_value = matches!(atom, super::atoms::Atom::Field(..));
        nodes.any(|node| {
            // What comes with these is noted, whatever it is
            let brings =
                matches!(node.body, Body::OptIn(_) | Body::Date(_) | Body::Schedule(_) | Body::Manual(_));
            (any_value && brings) || effect(node, atom) != Effect::Nothing
        })
    }
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
            let from = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
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
            let asked = |text: &String| questions.iter().any(|question| is_asked(text, question));
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
    let at = |clock: Clock| Arc::at(u32::from(clock.minutes()) * 60_000);
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
            rest.day = at(date.at);
            (false, date.with_consent)
        }
        Body::Schedule(schedule) => {
            rest.day = at(schedule.at);
            (false, schedule.with_consent)
        }
        Body::Webhook(webhook) => (false, webhook.with_consent),
        Body::Manual(manual) => (false, manual.with_consent),
        _ => return None,
    };
    if agreed {
        rest.consent = consent::GIVEN;
    }
    rest.spoke = wrote;
    rest.status = status::NONE;
    let w = if wrote { Span::new(0, 0) } else { Span::new(0, OVER) };
    Some(Zone { w, rest })
}

#[cfg(test)]
mod tests {
    use crate::journey::Length;
    use crate::window::graph::millis;
    use crate::window::zone::{DAY, OVER};

    #[test]
    fn the_24_hours_are_those_of_the_engine() {
        assert_eq!(millis(Some(crate::engine::WINDOW)), u64::from(OVER));
        assert_eq!(millis(Some(Length::of_hours(24))), u64::from(DAY));
    }
}
