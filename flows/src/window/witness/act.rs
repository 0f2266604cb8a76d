//! A way is acted out: the engine goes it, and what people and systems do is chosen on the way.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Leg;
use super::events::{begins, misfit, of_assistant, sample, words};
use super::people::{idle_words, person};
use super::times::{Timed, Times, is_timer};
use super::values::Wanted;
use crate::engine::{ConsentState, Event, Inbound, Moment, Run, State, Wait, step, value_of};
use crate::journey::{
    Ask, Body, DataType, Expected, Faq, FieldName, Journey, JourneyNode, Length, Project, ReEntry, output,
};
use crate::simulate::Script;
use crate::window::parts::Read;
use crate::window::search::{Out, Search};
use crate::window::time::Move;
use crate::window::zone::{OVER, consent};

/// A way that is acted out.
pub(super) struct Actor<'a, 'p> {
    pub(super) project: &'a Project,
    pub(super) search: &'a Search<'p>,
    pub(super) way: &'a [Leg],
    wanted: &'a Wanted,
    times: &'a Times,
    pub(super) state: State,
    pub(super) now: Moment,
    script: Script,
    idle: String,
    pub(super) run: u32,
    /// When a timer last fired: what people and systems do in that instant would come before it.
    fired: Option<Moment>,
    /// The node of the refusal.
    last: u32,
}

impl<'a, 'p> Actor<'a, 'p> {
    pub(super) fn new(
        project: &'a Project,
        search: &'a Search<'p>,
        way: &'a [Leg],
        wanted: &'a Wanted,
        times: &'a Times,
        last: u32,
    ) -> Option<Self> {
        let root = search.graph.parts.first()?;
        let person = person(search, way, wanted, times);
        Some(Self {
            project,
            search,
            way,
            wanted,
            times,
            state: State::default(),
            now: times.begin,
            script: Script { person, events: Vec::new() },
            idle: idle_words(project, root.name),
            run: 0,
            fired: None,
            last,
        })
    }

    /// Goes the way, as far as it goes as wanted. Gives what happened, and when it came to its end; none: it has no start.
    pub(super) fn act(mut self) -> Option<(Script, Moment)> {
        let start = self.start()?;
        self.state = State::new(self.script.person.clone());
        if !matches!(start, Event::Wrote(_)) {
            self.asks_before();
        }
        self.run = self.state.next_run;
        self.give(start);
        // What does not go as wanted may lead there, too: the engine says so
        let _ = self.way.iter().enumerate().try_for_each(|(number, leg)| self.leg(number, leg));
        Some((self.script, self.now))
    }

    fn start(&mut self) -> Option<Event> {
        let root = self.search.graph.parts.first()?;
        let node = self.way.first().map(|leg| leg.node);
        let read = match node {
            Some(node) => self.search.graph.at(node)?.2,
            None => root.nodes.first()?,
        };
        if let Body::FirstMessage(_) = &read.node.body {
            self.script.person.last_inbound = None;
        }
        let gives = match &read.node.body {
            Body::Event(event) => Some(&event.gives),
            Body::Webhook(webhook) => Some(&webhook.gives),
            _ => None,
        };
        let data = gives.map(|gives| self.given(0, gives)).unwrap_or_default();
        begins(root.name, read.node, &self.said_from(0), data)
    }

    /// The person asked before the run began what a FAQ answers then.
    fn asks_before(&mut self) {
        let words = self.said_from(0);
        if let (true, Some(last)) = (words != self.idle, self.script.person.last_inbound) {
            let begin = self.now;
            self.script.person.last_inbound = Some(Moment(last.0 - i64::from(OVER)));
            self.state = State::new(self.script.person.clone());
            self.now = last;
            self.give(Event::Wrote(Inbound::Text(words)));
            self.now = begin;
        }
    }

    pub(super) fn give(&mut self, event: Event) {
        self.step(&event);
        self.script.events.push((self.now, event));
    }

    fn step(&mut self, event: &Event) {
        let before = self.state.next_run;
        let state = std::mem::take(&mut self.state);
        (self.state, _) = step(self.project, state, event, self.now);
        // The run may have led to another one: what else begins in this instant does so later
        if self.state.run(self.run).is_none() {
            let led = (before..self.state.next_run).find(|run| self.state.run(*run).is_some());
            self.run = led.unwrap_or(self.run);
        }
    }

    /// Lets time pass up to a moment; what is due then fires only if wanted.
    fn wait(&mut self, to: Moment, fires: bool) {
        while let Some(due) = self.state.next_due().filter(|due| *due < to || (fires && *due == to)) {
            self.now = self.now.max(due);
            self.fired = Some(self.now);
            self.step(&Event::Due);
        }
        self.now = self.now.max(to);
    }

    /// Where a timer just fired a moment passes, up to an end: in the same instant something would come before it.
    pub(super) fn not_as_it_fires(&mut self, end: Moment) {
        if self.fired == Some(self.now) {
            self.wait(end.min(self.now.after(Length::of_millis(1))), false);
        }
    }

    fn leg(&mut self, number: usize, leg: &Leg) -> Option<()> {
        let read = self.search.graph.at(leg.node)?.2;
        let Some(times) = self.times.legs.get(number).copied().flatten() else {
            return self.came_further(leg, read.node);
        };
        self.consents(leg.consent, times.end);
        if leg.by != Move::Now {
            self.others_change(number, times.end);
        }
        match leg.by {
            Move::Now => return Some(()),
            Move::Answer(_) => {
                let answer = self.answer(number, leg, read.node, times.from_ad)?;
                if leg.out == Out::By(output::ELSE) {
                    self.no_more_tries(times.end, &answer);
                } else {
                    self.tries_before(number, read.node, times.end);
                }
                self.wait(times.end, false);
                self.give(answer);
                return Some(());
            }
            Move::Unfit { length, .. } => self.unfit(number, read.node, times, length)?,
            Move::Wrote(_) => self.writes(number, times)?,
            Move::Silent(_) => (),
        }
        // Waits of no time are over with the one before
        let held = self.state.run(self.run).is_some_and(|run| matches!(run.wait, Wait::Quiet { .. }));
        if held || is_timer(leg, Some(&read.node.body)) {
            self.wait(times.end, true);
            return Some(());
        }
        self.wait(times.end, false);
        let event = self.happens(number, leg, read.node)?;
        self.give(event);
        Some(())
    }

    /// The person writes while nobody asks.
    fn writes(&mut self, number: usize, times: Timed) -> Option<()> {
        self.wait(times.wrote?, false);
        let run = self.state.run(self.run);
        let listened = run.is_some_and(|run| matches!(run.wait, Wait::Reply | Wait::Answer { .. }))
            || self.search.graph.parts.first().is_some_and(|root| begins_anew(root.journey));
        let said = self.said_next(number);
        if let (true, Some(other)) = (listened && said != self.idle, self.hears_instead(&said)) {
            self.give(other);
            self.give(Event::Wrote(Inbound::Text(said)));
            return Some(());
        }
        self.give(match (listened, times.from_ad) {
            (true, _) => Event::Called,
            (false, true) => Event::Wrote(Inbound::Ad { ad: "none".to_owned(), text: said }),
            (false, false) => Event::Wrote(Inbound::Text(said)),
        });
        Some(())
    }

    /// Answers that do not fit are heard until there are no tries left, each as late as its time allows.
    fn no_more_tries(&mut self, end: Moment, misfit: &Event) {
        while let Some(Run { wait: Wait::Answer { tries: 1.. }, until, .. }) = self.state.run(self.run) {
            let at = until.map_or(end, |until| until.min(end));
            self.wait(at, false);
            self.give(misfit.clone());
        }
    }

    /// Answers that do not fit, for an answer later than one time-out allows.
    fn tries_before(&mut self, number: usize, node: &JourneyNode, end: Moment) {
        let Body::Ask(Ask { timeout: Some(timeout), expects, .. }) = &node.body else { return };
        while let Some(Run { wait: Wait::Answer { tries: 1.. }, until: Some(until), .. }) =
            self.state.run(self.run)
            && *until < end
            && *timeout > Length::ZERO
        {
            let until = *until;
            self.wait(until, false);
            self.give(Event::Wrote(misfit(expects, self.said_next(number))));
        }
    }

    /// What was sent came as far as the way has it, also where no time is left to wait for it.
    fn came_further(&mut self, leg: &Leg, node: &JourneyNode) -> Option<()> {
        if let (Body::WaitStatus(wait), Out::By(output::NEXT)) = (&node.body, leg.out) {
            let run = self.state.run(self.run)?;
            if let (Wait::Status, Some(send)) = (&run.wait, run.sent) {
                self.not_as_it_fires(Moment(i64::MAX));
                self.give(Event::Status { send, status: wait.status });
            }
        }
        Some(())
    }

    /// Answers that do not fit, up to the last one, and perhaps a call after it.
    fn unfit(&mut self, number: usize, node: &JourneyNode, times: Timed, length: u64) -> Option<()> {
        let Body::Ask(ask) = &node.body else { return None };
        let (last, length) = (times.misfit?, Length::of_millis(i64::try_from(length).ok()?));
        while self.now < last && last.since(self.now) > length {
            self.wait(self.now.after(length), false);
            self.give(Event::Wrote(misfit(&ask.expects, self.said_next(number))));
        }
        self.wait(last, false);
        self.give(Event::Wrote(misfit(&ask.expects, self.said_next(number))));
        if let Some(calls) = times.wrote.filter(|calls| *calls > last) {
            self.wait(calls, false);
            self.give(Event::Called);
        }
        Some(())
    }

    /// The person agrees to marketing, or stops it, where that is needed later.
    fn consents(&mut self, needed: u8, end: Moment) {
        let is = match self.state.person.consent {
            ConsentState::Unknown => consent::UNKNOWN,
            ConsentState::Given => consent::GIVEN,
            ConsentState::Stopped => consent::STOPPED,
        };
        if needed & is == 0 {
            self.not_as_it_fires(end);
            self.give(Event::Consented(needed & consent::GIVEN != 0));
        }
    }

    fn answer(&self, number: usize, leg: &Leg, node: &JourneyNode, from_ad: bool) -> Option<Event> {
        let wanted = |name: Option<&FieldName>| {
            name.and_then(|name| self.wanted.noted.get(&(number, name.clone()))).map(words)
        };
        let message = match &node.body {
            Body::WaitReply(wait) => {
                Inbound::Text(wanted(wait.save.as_ref()).unwrap_or_else(|| self.said_next(number)))
            }
            Body::Flow(flow) => Inbound::Flow(self.given(number, &flow.gives)),
            Body::WaitEvent(_) => return Some(Event::Called),
            Body::Ask(ask) => match (leg.out, &ask.expects) {
                (Out::By(output::ELSE), expects) => misfit(expects, self.said_next(number)),
                (Out::Answer(place), _) => {
                    let answer = ask.message.answers().get(place)?.clone();
                    Inbound::Tapped { id: answer.id, words: answer.words }
                }
                (_, Expected::Location) => Inbound::Location("1 Main Street".to_owned()),
                (_, Expected::Media) => Inbound::Media("1".to_owned()),
                (_, Expected::Text { be, pattern }) => {
                    let sample = words(&sample(be.unwrap_or(DataType::Text)));
                    let fits = |text: &String| {
                        pattern.as_ref().is_none_or(|it| crate::engine::matches_pattern(text, it))
                    };
                    let wish = wanted(ask.save.as_ref());
                    let tries = wish.into_iter().chain([self.said_next(number), sample, self.idle.clone()]);
                    let tries = tries.chain(pattern.as_deref().and_then(crate::engine::example));
                    Inbound::Text(
                        tries.filter(fits).find(|text| be.is_none_or(|be| crate::engine::reads(text, be)))?,
                    )
                }
                (_, Expected::Choice) => return None,
            },
            _ => return None,
        };
        Some(Event::Wrote(match message {
            Inbound::Text(text) if from_ad => Inbound::Ad { ad: "none".to_owned(), text },
            Inbound::Tapped { words, .. } if from_ad => Inbound::Ad { ad: "none".to_owned(), text: words },
            other => other,
        }))
    }

    /// Words that suit a FAQ which comes before the person writes again.
    fn said_next(&self, number: usize) -> String {
        self.said_from(number + 1)
    }

    fn said_from(&self, number: usize) -> String {
        let later = self.way.iter().skip(number);
        let until = later.take_while(|leg| !matches!(leg.by, Move::Answer(_) | Move::Wrote(_)));
        let looked = until.map(|leg| (leg.node, leg.out != Out::By(output::ELSE), leg.again));
        let looked = looked.chain([(self.last, true, false)]);
        let asked: Vec<(&'a Faq, bool)> = looked
            .filter_map(|(node, is, again)| match self.search.graph.at(node)?.2 {
                Read { node: JourneyNode { body: Body::Faq(faq), .. }, past: false, .. } if !again => {
                    Some((faq, is))
                }
                _ => None,
            })
            .collect();
        let questions = |faq: &'a Faq| faq.entries.iter().flat_map(|entry| &entry.questions);
        let is_one = |words: &str, faq: &'a Faq| questions(faq).any(|it| crate::engine::is_asked(words, it));
        let fits = |words: &&String| asked.iter().all(|(faq, is)| is_one(words, faq) == *is);
        let tries = [&self.idle].into_iter().chain(asked.iter().flat_map(|(faq, _)| questions(faq)));
        tries.into_iter().find(fits).unwrap_or(&self.idle).clone()
    }

    /// What comes with an event or an answer: what is wanted of it later, else something.
    pub(super) fn given(
        &self,
        number: usize,
        gives: &BTreeMap<FieldName, DataType>,
    ) -> BTreeMap<FieldName, Value> {
        let value = |(name, be): (&FieldName, &DataType)| {
            let wish = self.wanted.noted.get(&(number, name.clone())).cloned();
            (name.clone(), wish.unwrap_or_else(|| sample(*be)))
        };
        gives.iter().map(value).collect()
    }

    /// What ends a wait that is not for the person.
    fn happens(&self, number: usize, leg: &Leg, node: &JourneyNode) -> Option<Event> {
        let run = self.state.run(self.run)?;
        Some(match &node.body {
            Body::WaitEvent(wait) => {
                let mut data = self.given(number, &wait.gives);
                let ours = wait
                    .matches
                    .as_ref()
                    .and_then(|name| Some((name, value_of(&self.state, run, name)?.clone())));
                if let Some((name, value)) = ours {
                    data.insert(name.clone(), value);
                }
                Event::Happened { name: wait.event.clone(), data }
            }
            Body::WaitStatus(wait) => Event::Status { send: run.sent?, status: wait.status },
            Body::Assign(_) => Event::Resolved { run: run.number },
            body => {
                let mut result = self.given(number, &body.outside()?.gives);
                if matches!(body, Body::Ai(_)) {
                    result = of_assistant(result, leg.out == Out::By(output::ELSE));
                }
                let failed = leg.out == Out::By(output::FAILED);
                Event::Answered { run: run.number, epoch: run.epoch, result: (!failed).then_some(result) }
            }
        })
    }
}

/// Whether any message ends the run and begins another.
fn begins_anew(journey: &Journey) -> bool {
    journey.settings.re_entry == ReEntry::Restart
        && journey.nodes.iter().any(|node| !node.off && matches!(node.body, Body::AnyMessage(_)))
}
