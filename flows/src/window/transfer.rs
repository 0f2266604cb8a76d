//! What each node does to a zone: the engine's rules for one person, for all at once.

use super::atoms::Asked;
use super::clock::Week;
use super::graph::{millis, small};
use super::search::{Came, Out, Search};
use super::time::{Move, Pass, Target, age, passed, said_within, until, wrote};
use super::zone::{BEFORE, FOREVER, OVER, Rest, Span, Zone, consent, status};
use crate::journey::{Ask, Body, Expected, JourneyNode, Length, Weekday, output};

/// An item at work: its place, its node, and how it is left.
#[derive(Clone, Copy)]
pub(super) struct At {
    pub(super) item: usize,
    pub(super) node: u32,
    pub(super) zone: Zone,
}

impl Search<'_> {
    /// Follows an item to what comes next.
    pub(super) fn expand(&mut self, item: usize) {
        let Some(found) = self.items.get(item).copied() else { return };
        let at = At { item, node: found.node, zone: found.zone };
        let Some((_, _, read)) = self.graph.at(at.node) else { return };
        let node = read.node;
        if read.past {
            let to = node
                .past()
                .map_or_else(|| self.graph.through(at.node), |(out, _)| self.graph.to(at.node, out));
            return self.now(at, Out::Past, to, at.zone);
        }
        match &node.body {
            Body::Send(_) | Body::SendTemplate(_) => {
                if read.first.is_none() {
                    return self.next(at, at.zone);
                }
                self.say(at, node);
            }
            Body::Ask(ask) => {
                for zone in self.say(at, node) {
                    self.ask(at, zone, ask, node);
                }
            }
            Body::Flow(flow) => {
                for zone in self.say(at, node) {
                    self.answer(at, zone, Out::By(output::NEXT), longest(flow.timeout));
                    self.over(at, zone, flow.timeout, output::NO_ANSWER);
                }
            }
            Body::Faq(_) | Body::Ai(_) if found.again => {
                self.say(at, node);
            }
            Body::Faq(_) => self.looks_up(at, node, read.heard),
            Body::Ai(ai) => {
                let most = millis(Some(ai.outside.timeout));
                self.stay(at, at.zone, 0, most);
                self.pass(at, at.zone, Out::By(output::ELSE), (0, most), false);
                self.pass(at, at.zone, Out::By(output::FAILED), (0, most), false);
            }
            Body::Http(_) | Body::Crm(_) | Body::Calendar(_) | Body::Shop(_) => {
                let most = millis(node.body.timeout());
                self.pass(at, at.zone, Out::By(output::NEXT), (0, most), false);
                self.pass(at, at.zone, Out::By(output::FAILED), (0, most), false);
            }
            Body::Wait(wait) => self.waits(at, wait.lasts),
            Body::Typing(typing) if typing.lasts > Length::ZERO => self.waits(at, typing.lasts),
            Body::WaitUntil(wait) => {
                let time = u32::from(wait.time.minutes()) * 60_000;
                let target = Target { time, on: any_or(&wait.on), twice: false };
                self.until(at, at.zone, target, Out::By(output::NEXT));
            }
            Body::WaitReply(wait) => {
                self.answer(at, at.zone, Out::By(output::NEXT), longest(wait.timeout));
                self.over(at, at.zone, wait.timeout, output::NO_ANSWER);
            }
            Body::WaitEvent(wait) => {
                let most = longest(wait.timeout);
                let ends = self.restarts.contains(&wait.event.as_str());
                let zone = at.zone.with(Rest { ends, ..at.zone.rest });
                if wait.event == crate::engine::CALL {
                    self.answer(at, zone, Out::By(output::NEXT), most);
                } else {
                    self.pass(at, zone, Out::By(output::NEXT), (0, most), false);
                }
                self.over(at, at.zone, wait.timeout, output::NO_ANSWER);
            }
            Body::WaitStatus(wait) => {
                let most = longest(wait.timeout);
                let reached = status::reached(wait.status);
                if let Some(zone) = with_status(at.zone, reached) {
                    self.next(at, zone);
                }
                let Some(zone) = with_status(at.zone, status::ALL ^ reached) else { return };
                if zone.rest.status != status::NONE {
                    let zone = zone.with(Rest { status: reached, ..zone.rest });
                    self.pass(at, zone, Out::By(output::NEXT), (0, most), false);
                }
                self.over(at, zone, wait.timeout, output::NO_ANSWER);
            }
            Body::Assign(_) => self.pass(at, at.zone, Out::By(output::NEXT), (0, FOREVER), false),
            Body::Branch(_) => self.branch(at),
            Body::Split(_) => self.split(at),
            Body::Consent(it) => {
                let mut zone = at.zone;
                zone.rest.consent = if it.marketing { consent::GIVEN } else { consent::STOPPED };
                let out = Out::By(output::NEXT);
                let came = Self::came(at, at.zone, out, Move::Now);
                let (to, zone) = (self.graph.leads(at.node, output::NEXT), self.does(at.node, out, zone));
                self.push(to, at.node, zone, came);
            }
            Body::Call(_) => self.call(at),
            Body::GoTo(to) => self.go_to(at, to.node.is_some()),
            Body::Goal(goal) if !goal.ends => self.next(at, at.zone),
            Body::Goal(_) | Body::End(_) | Body::Note(_) => {
                let back = self.graph.through(at.node);
                self.now(at, Out::Back, back, at.zone);
            }
            _ => self.next(at, at.zone),
        }
    }

    /// Those that a journey's start lets in, and the others.
    fn let_in(&self, entry: u32, zone: Zone) -> (Option<Zone>, Option<Zone>) {
        let start = self.graph.at(entry).map(|(_, _, read)| &read.node.body);
        if matches!(start, Some(Body::Manual(manual)) if manual.with_consent) {
            (with_consent(zone, consent::GIVEN), with_consent(zone, consent::ALL ^ consent::GIVEN))
        } else {
            (Some(zone), None)
        }
    }

    /// On in another journey, as a run of its own.
    fn go_to(&mut self, at: At, at_a_node: bool) {
        let mut zone = at.zone;
        (zone.rest.age, zone.rest.wrote) = (0, if zone.w.hi < OVER { -i64::from(zone.w.hi) } else { BEFORE });
        let Some(entry) = self.graph.entry(at.node) else { return };
        if self.graph.leaves_values(entry) {
            zone.rest.known &= !self.noted;
            zone.rest.value &= zone.rest.known;
        }
        let inside = if at_a_node { Some(zone) } else { self.let_in(entry, zone).0 };
        if let Some(zone) = inside {
            self.now(at, Out::Into, entry, zone);
        }
    }

    fn call(&mut self, at: At) {
        // None: there is no such journey, or calls go too deep; the run ends
        let Some(entry) = self.graph.entry(at.node) else { return };
        let (inside, past) = self.let_in(entry, at.zone);
        if let Some(zone) = inside {
            self.now(at, Out::Into, entry, zone);
        }
        if let Some(zone) = past {
            self.next(at, zone);
        }
    }

    fn branch(&mut self, at: At) {
        let Some((_, _, read)) = self.graph.at(at.node) else { return };
        let cases = read.cases.clone();
        let choices = self.graph.choices(at.node);
        let mut left = vec![(at.zone, Vec::new())];
        for (place, ((_, when), to)) in cases.iter().zip(choices.iter()).enumerate() {
            let mut rest = Vec::new();
            for (zone, answers) in left {
                for (zone, answers) in self.refine(at.node, when, true, zone, &answers) {
                    self.choose(at, Out::Case(place), *to, zone, &answers);
                }
                rest.extend(self.refine(at.node, when, false, zone, &answers));
            }
            left = rest;
        }
        let to = self.graph.leads(at.node, output::ELSE);
        for (zone, answers) in left {
            self.choose(at, Out::By(output::ELSE), to, zone, &answers);
        }
    }

    /// What the person last wrote is among the questions, or is not.
    fn looks_up(&mut self, at: At, node: &JourneyNode, heard: Option<u32>) {
        let Some(heard) = heard.map(Asked::Atom) else { return };
        for (zone, _) in self.refine(at.node, &heard, true, at.zone, &[]) {
            self.say(At { zone, ..at }, node);
        }
        for (zone, _) in self.refine(at.node, &heard, false, at.zone, &[]) {
            self.leave(at, zone, output::ELSE);
        }
    }

    fn split(&mut self, at: At) {
        let Some((_, _, read)) = self.graph.at(at.node) else { return };
        let ways = read.ways.clone();
        let choices = self.graph.choices(at.node);
        if ways.is_empty() {
            return self.next(at, at.zone);
        }
        for (place, ((_, atom), to)) in ways.iter().zip(choices.iter()).enumerate() {
            for (zone, answers) in self.refine(at.node, &Asked::Atom(*atom), true, at.zone, &[]) {
                self.choose(at, Out::Way(place), *to, zone, &answers);
            }
        }
    }

    fn choose(&mut self, at: At, out: Out, to: u32, zone: Zone, answers: &[(u32, bool)]) {
        let from = small(self.answers.len());
        self.answers.extend_from_slice(answers);
        let answers = (from, small(answers.len()));
        let came = Came { answers, ..Self::came(at, zone, out, Move::Now) };
        self.push(to, at.node, zone, came);
    }

    fn ask(&mut self, at: At, zone: Zone, ask: &Ask, node: &JourneyNode) {
        let tries = if ask.again.is_some() { u64::from(ask.tries) } else { 0 };
        let most = ask.timeout.map_or(FOREVER, |length| millis(Some(length)).saturating_mul(tries + 1));
        if ask.expects == Expected::Choice {
            for place in 0..self.graph.choices(at.node).len() {
                self.answer(at, zone, Out::Answer(place), most);
            }
        } else {
            self.answer(at, zone, Out::By(output::NEXT), most);
        }
        if node.after(output::ELSE).is_some() {
            self.answer(at, zone, Out::By(output::ELSE), most);
        }
        self.over(at, zone, ask.timeout, output::NO_ANSWER);
        if let Some(length) = ask.timeout.map(|length| millis(Some(length))).filter(|_| tries > 0) {
            let to = self.graph.leads(at.node, output::NO_ANSWER);
            for (mut after, pass) in passed(zone, length, most.min(FOREVER), self.ad_top) {
                after.w = Span::new(0, super::zone::capped(length, OVER));
                after.rest.ad = Span::new(0, after.rest.ad.hi);
                after.rest.wrote = age(zone.rest.age);
                after.rest.said = said_within(after.rest.local.day, length);
                self.timed(
                    at,
                    zone,
                    Out::By(output::NO_ANSWER),
                    to,
                    after,
                    Move::Unfit { pass, length },
                    true,
                );
            }
        }
    }

    fn waits(&mut self, at: At, length: Length) {
        let length = millis(Some(length));
        self.pass(at, at.zone, Out::By(output::NEXT), (length, length), true);
    }

    /// The time of a wait is over, whether the person wrote or called meanwhile or not.
    fn over(&mut self, at: At, zone: Zone, timeout: Option<Length>, out: &'static str) {
        if let Some(length) = timeout.map(|length| millis(Some(length))) {
            self.pass(at, zone, Out::By(out), (length, length), true);
        }
    }

    fn pass(&mut self, at: At, zone: Zone, out: Out, (least, most): (u64, u64), timer: bool) {
        let Out::By(name) = out else { return };
        let to = self.graph.leads(at.node, name);
        let after = self.passes(at.node, zone, least, most);
        self.silent_or_not(at, zone, out, to, &after, timer);
    }

    fn silent_or_not(&mut self, at: At, from: Zone, out: Out, to: u32, after: &[(Zone, Pass)], timer: bool) {
        for (zone, pass) in after {
            self.timed(at, from, out, to, *zone, Move::Silent(*pass), timer);
        }
        for (zone, pass) in after {
            let zone = wrote(*zone, *pass, self.ad_top);
            self.timed(at, from, out, to, zone, Move::Wrote(*pass), timer);
        }
    }

    pub(super) fn until(&mut self, at: At, zone: Zone, target: Target, out: Out) {
        let to = if let Out::By(name) = out { self.graph.leads(at.node, name) } else { at.node };
        let after = until(zone, target, self.ad_top);
        self.silent_or_not(at, zone, out, to, &after, true);
    }

    /// The person answers at any time up to the longest.
    fn answer(&mut self, at: At, zone: Zone, out: Out, most: u64) {
        let to = match out {
            Out::By(name) => self.graph.leads(at.node, name),
            Out::Answer(place) => {
                self.graph.choices(at.node).get(place).copied().unwrap_or(super::graph::END)
            }
            _ => return,
        };
        for (mut after, pass) in self.passes(at.node, zone, 0, most) {
            after.w = Span::new(0, 0);
            after.rest.ad = Span::new(0, after.rest.ad.hi);
            after.rest.wrote = age(after.rest.age);
            after.rest.said = after.rest.local.day;
            self.timed(at, zone, out, to, after, Move::Answer(pass), false);
        }
    }

    /// Time passes, and the node is looked at anew.
    fn stay(&mut self, at: At, zone: Zone, least: u64, most: u64) {
        let after = self.passes(at.node, zone, least, most);
        self.silent_or_not(at, zone, Out::Stays, at.node, &after, false);
    }

    #[expect(clippy::too_many_arguments, reason = "all of them make one step")]
    fn timed(&mut self, at: At, from: Zone, out: Out, to: u32, mut zone: Zone, by: Move, timer: bool) {
        if at.zone.rest.ends {
            return;
        }
        zone.rest.fired = timer;
        let expires = self.graph.expires(at.node);
        if expires > 0 {
            let Some(lives) = zone.lives(expires) else { return };
            zone = lives;
        }
        zone.rest.known &= !self.changed(zone.rest.value, matches!(by, Move::Silent(_)));
        // While a run that is alone waits for any reply a message would be that, and only a call is none
        let listens = matches!(by, Move::Wrote(_)) && self.alone && self.hears_all(at.node);
        if !matches!(by, Move::Silent(_)) && !listens {
            zone.rest.known &= !self.heard;
        }
        zone.rest.value &= zone.rest.known;
        let came = Self::came(at, from, out, by);
        let zone = self.does(at.node, out, zone);
        if out == Out::Stays {
            self.arrive(to, true, zone, came);
        } else {
            self.push(to, at.node, zone, came);
        }
    }

    fn came(at: At, zone: Zone, out: Out, by: Move) -> Came {
        Came { from: small(at.item), zone, out, by, answers: (0, 0), widened: false }
    }

    /// Whether a run that waits at a node hears all that the person writes. A question leaves out words of opting out.
    fn hears_all(&self, node: u32) -> bool {
        self.graph.at(node).is_some_and(|(_, _, read)| matches!(read.node.body, Body::WaitReply(_)))
    }

    /// What the node notes when it is left so.
    fn does(&self, node: u32, out: Out, mut zone: Zone) -> Zone {
        if let Some((_, _, read)) = self.graph.at(node).filter(|(_, _, read)| notes(&read.node.body, out)) {
            zone.rest.known = (zone.rest.known & !read.forgets) | read.makes;
            zone.rest.value = (zone.rest.value & !read.forgets & !read.makes) | read.made;
        }
        zone
    }

    pub(super) fn next(&mut self, at: At, zone: Zone) {
        self.leave(at, zone, output::NEXT);
    }

    pub(super) fn leave(&mut self, at: At, zone: Zone, out: &'static str) {
        let to = self.graph.leads(at.node, out);
        self.now(at, Out::By(out), to, zone);
    }

    fn now(&mut self, at: At, out: Out, to: u32, zone: Zone) {
        let came = Self::came(at, zone, out, Move::Now);
        let zone = self.does(at.node, out, zone);
        self.push(to, at.node, zone, came);
    }
}

/// Whether a node that is left so notes anything: an answer that did not come is none.
pub(super) fn notes(body: &Body, out: Out) -> bool {
    match out {
        Out::By(output::NO_ANSWER | output::CLOSED) => false,
        Out::By(output::FAILED) => matches!(body, Body::Ai(_)),
        Out::By(output::ELSE) => !matches!(body, Body::Ask(_)),
        _ => true,
    }
}

/// How long a wait may be.
fn longest(timeout: Option<Length>) -> u64 {
    timeout.map_or(FOREVER, |length| millis(Some(length)))
}

pub(super) fn is_question(body: &Body) -> bool {
    matches!(body, Body::Ask(_) | Body::Flow(_))
}

pub(super) fn with_consent(mut zone: Zone, of: u8) -> Option<Zone> {
    zone.rest.consent &= of;
    (zone.rest.consent != 0).then_some(zone)
}

pub(super) fn with_country(mut zone: Zone, of: u8) -> Option<Zone> {
    zone.rest.country &= of;
    (zone.rest.country != 0).then_some(zone)
}

fn with_status(mut zone: Zone, of: u8) -> Option<Zone> {
    zone.rest.status &= of;
    (zone.rest.status != 0).then_some(zone)
}

/// Days of the week; none is every day.
pub(super) fn any_or(on: &[Weekday]) -> Week {
    if on.is_empty() { Week::ANY } else { Week::of(on) }
}
