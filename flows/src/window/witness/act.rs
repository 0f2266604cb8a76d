//! A way is acted out: the engine goes it, and what people and systems do is chosen on the way.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Leg;
use super::people::{Begin, idle_words, person};
use super::values::Wanted;
use crate::engine::{ConsentState, Event, Inbound, Moment, Run, State, Wait, local_time, step};
use crate::journey::{Awaited, Body, DataType, Expected, FieldName, JourneyNode, Length, Project, output};
use crate::simulate::Script;
use crate::window::search::{Out, Search};
use crate::window::time::Move;
use crate::window::zone::{DAY, OVER, Zone, consent};

/// The longest that is waited where there is no end. Ours: two days leave any window.
const LONG: u64 = 2 * OVER as u64;

/// A way that is acted out.
pub(super) struct Actor<'a, 'p> {
    project: &'a Project,
    search: &'a Search<'p>,
    way: &'a [Leg],
    wanted: &'a Wanted,
    state: State,
    now: Moment,
    script: Script,
    idle: String,
    run: u32,
    /// The node of the refusal.
    last: u32,
}

impl<'a, 'p> Actor<'a, 'p> {
    pub(super) fn new(
        project: &'a Project,
        search: &'a Search<'p>,
        way: &'a [Leg],
        wanted: &'a Wanted,
        begin: Begin,
        last: u32,
    ) -> Option<Self> {
        let root = search.graph.parts.first()?;
        let person = person(search, way, wanted, begin);
        Some(Self {
            project,
            search,
            way,
            wanted,
            state: State::default(),
            now: begin.at,
            script: Script { person, events: Vec::new() },
            idle: idle_words(project, root.name),
            run: 0,
            last,
        })
    }

    /// Goes the way. Gives what happened, and when it came to its end; none: it does not go on as wanted.
    pub(super) fn act(mut self) -> Option<(Script, Moment)> {
        let start = self.start()?;
        self.state = State::new(self.script.person.clone());
        self.asks_before();
        self.run = self.state.next_run;
        self.give(start);
        for (number, leg) in self.way.iter().enumerate() {
            self.leg(number, leg)?;
        }
        Some((self.script, self.now))
    }

    fn start(&mut self) -> Option<Event> {
        let root = self.search.graph.parts.first()?;
        let node = self.way.first().map(|leg| leg.node);
        let read = match node {
            Some(node) => self.search.graph.at(node)?.2,
            None => root.nodes.first()?,
        };
        let started = |data| Event::Started { journey: root.name.clone(), node: read.node.id.clone(), data };
        let text = |text: &str| Event::Wrote(Inbound::Text(text.to_owned()));
        let said = self.said_from(0);
        Some(match &read.node.body {
            Body::FirstMessage(_) => {
                self.script.person.last_inbound = None;
                text(&said)
            }
            Body::Keyword(keyword) => text(keyword.words.first()?),
            Body::Link(link) => text(&link.text),
            Body::Reply(reply) => {
                let id = reply.ids.first()?.clone();
                Event::Wrote(Inbound::Tapped { words: said, id })
            }
            Body::Ad(ad) => {
                let ad = ad.ads.first().cloned().unwrap_or_else(|| "1".to_owned());
                Event::Wrote(Inbound::Ad { ad, text: said })
            }
            Body::Event(event) if event.event == crate::engine::CALL => Event::Called,
            Body::Event(event) => {
                Event::Happened { name: event.event.clone(), data: self.given(0, &event.gives) }
            }
            Body::Webhook(webhook) => started(self.given(0, &webhook.gives)),
            _ => started(BTreeMap::new()),
        })
    }

    /// The person asked before the run began what a FAQ answers then.
    fn asks_before(&mut self) {
        let begins = self.way.first().is_some_and(|leg| leg.before.w.hi > 0);
        let words = self.said_from(0);
        if let (true, Some(last)) = (begins && words != self.idle, self.script.person.last_inbound) {
            let begin = self.now;
            self.script.person.last_inbound = Some(Moment(last.0 - i64::from(OVER)));
            self.state = State::new(self.script.person.clone());
            self.now = last;
            self.give(Event::Wrote(Inbound::Text(words)));
            self.now = begin;
        }
    }

    fn give(&mut self, event: Event) {
        self.step(&event);
        self.script.events.push((self.now, event));
    }

    fn step(&mut self, event: &Event) {
        let before = self.state.next_run;
        let state = std::mem::take(&mut self.state);
        (self.state, _) = step(self.project, state, event, self.now);
        // The run may have led to another one
        let gone = self.state.run(self.run).is_none();
        if gone && self.state.next_run > before {
            self.run = self.state.next_run - 1;
        }
    }

    /// Lets time pass up to a moment; what is due then fires only if wanted.
    fn wait(&mut self, to: Moment, fires: bool) {
        while let Some(due) = self.state.next_due().filter(|due| *due < to || (fires && *due == to)) {
            self.now = self.now.max(due);
            self.step(&Event::Due);
        }
        self.now = self.now.max(to);
    }

    fn leg(&mut self, number: usize, leg: &Leg) -> Option<()> {
        let pass = match leg.by {
            Move::Now => return Some(()),
            by => by.pass()?,
        };
        let read = self.search.graph.at(leg.node)?.2;
        let run = self.state.run(self.run)?.clone();
        self.consents(leg.after);
        if let Move::Answer(_) = leg.by {
            let length = self.length(pass.least, pass.most, leg.after, false)?;
            self.wait(self.now.after(length), false);
            let answer = self.answer(number, leg, read.node)?;
            self.give(answer);
            return Some(());
        }
        let timer = matches!(leg.out, Out::By(output::NO_ANSWER))
            || matches!(read.node.body, Body::Wait(_) | Body::WaitUntil(_) | Body::Typing(_))
            || matches!(run.wait, Wait::Quiet { .. });
        if let Move::Unfit { length, .. } = leg.by {
            return self.unfit(number, leg, read.node, pass.most, length);
        }
        let silent = matches!(leg.by, Move::Silent(_));
        let end = if timer {
            run.until?
        } else {
            self.now.after(self.length(pass.least, pass.most, leg.after, silent)?)
        };
        if !silent {
            self.writes_before(number, end, leg, &run)?;
        }
        if timer {
            self.wait(end, true);
            return Some(());
        }
        self.wait(end, false);
        let event = self.happens(number, leg, read.node)?;
        self.give(event);
        Some(())
    }

    /// The shortest length with which the person is as needed afterwards.
    fn length(&self, least: u64, most: u64, after: Zone, silent: bool) -> Option<Length> {
        let most = most.min(least.saturating_add(LONG).saturating_add(u64::from(DAY)));
        let since = |moment: Option<Moment>| moment.map_or(u64::MAX / 8, |then| millis(self.now.since(then)));
        let mut length = least;
        if silent {
            let w = since(self.state.person.last_inbound);
            length = length.max(u64::from(after.w.lo).saturating_sub(w));
        } else {
            length = length.max(u64::from(after.w.lo));
        }
        let day = after.rest.day;
        if !day.is_any() {
            let local = local_time(
                &self.state.person.zone,
                self.now.after(Length::of_millis(i64::try_from(length).ok()?)),
            );
            if !day.has(local) {
                length += u64::from((day.lo + DAY - local) % DAY);
            }
        }
        (length <= most).then_some(())?;
        Some(Length::of_millis(i64::try_from(length).ok()?))
    }

    /// The person writes so long before a moment as is needed then.
    fn writes_before(&mut self, number: usize, end: Moment, leg: &Leg, run: &Run) -> Option<()> {
        let whole = millis(end.since(self.now));
        let hi = if leg.after.w.hi >= OVER { whole } else { u64::from(leg.after.w.hi).min(whole) };
        if hi < u64::from(leg.after.w.lo) {
            return None;
        }
        self.wait(Moment(end.0 - i64::try_from(hi).ok()?), false);
        let listened = matches!(run.wait, Wait::Reply | Wait::Answer { .. });
        let event = if listened {
            Event::Called
        } else if leg.after.rest.ad.hi < self.search.ad_top {
            Event::Wrote(Inbound::Ad { ad: "none".to_owned(), text: self.said_next(number) })
        } else {
            Event::Wrote(Inbound::Text(self.said_next(number)))
        };
        self.give(event);
        Some(())
    }

    fn unfit(&mut self, number: usize, leg: &Leg, node: &JourneyNode, most: u64, length: u64) -> Option<()> {
        let Body::Ask(ask) = &node.body else { return None };
        let all = millis(self.length(length, most, leg.after, false)?);
        let mut left = all.saturating_sub(length);
        loop {
            let part = left.min(length);
            self.wait(self.now.after(Length::of_millis(i64::try_from(part).ok()?)), false);
            self.give(Event::Wrote(self.misfit(&ask.expects)));
            left -= part;
            if left == 0 {
                break;
            }
        }
        let run = self.state.run(self.run)?.clone();
        let end = run.until?;
        if leg.after.w.hi < OVER && u64::from(leg.after.w.hi) < length {
            self.writes_before(number, end, leg, &run)?;
        }
        self.wait(end, true);
        Some(())
    }

    fn misfit(&self, expects: &Expected) -> Inbound {
        match expects {
            Expected::Text { .. } => Inbound::Media("1".to_owned()),
            _ => Inbound::Text(self.idle.clone()),
        }
    }

    /// The person agrees to marketing, or stops it, where that is needed later.
    fn consents(&mut self, after: Zone) {
        let is = match self.state.person.consent {
            ConsentState::Unknown => consent::UNKNOWN,
            ConsentState::Given => consent::GIVEN,
            ConsentState::Stopped => consent::STOPPED,
        };
        if after.rest.consent & is == 0 {
            self.give(Event::Consented(after.rest.consent & consent::GIVEN != 0));
        }
    }

    fn answer(&self, number: usize, leg: &Leg, node: &JourneyNode) -> Option<Event> {
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
                (Out::By(output::ELSE), expects) => self.misfit(expects),
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
                    Inbound::Text(
                        tries.filter(fits).find(|text| be.is_none_or(|be| crate::engine::reads(text, be)))?,
                    )
                }
                (_, Expected::Choice) => return None,
            },
            _ => return None,
        };
        Some(Event::Wrote(message))
    }

    /// Words that suit a FAQ which comes before the person writes again.
    fn said_next(&self, number: usize) -> String {
        self.said_from(number + 1)
    }

    fn said_from(&self, number: usize) -> String {
        let later = self.way.iter().skip(number);
        let until = later.take_while(|leg| !matches!(leg.by, Move::Answer(_) | Move::Wrote(_)));
        let nodes = until.filter(|leg| leg.out != Out::By(output::ELSE)).map(|leg| leg.node);
        let mut asked = nodes.chain([self.last]).filter_map(|node| self.search.graph.at(node));
        let question = asked.find_map(|(_, _, read)| match &read.node.body {
            Body::Faq(faq) => faq.entries.first()?.questions.first().cloned(),
            _ => None,
        });
        question.unwrap_or_else(|| self.idle.clone())
    }

    /// What comes with an event or an answer: what is wanted of it later, else something.
    fn given(&self, number: usize, gives: &BTreeMap<FieldName, DataType>) -> BTreeMap<FieldName, Value> {
        let value = |(name, be): (&FieldName, &DataType)| {
            let wish = self.wanted.noted.get(&(number, name.clone())).cloned();
            (name.clone(), wish.unwrap_or_else(|| sample(*be)))
        };
        gives.iter().map(value).collect()
    }

    /// A value as the run reads it.
    fn known(&self, run: &Run, name: &FieldName) -> Option<Value> {
        let own = run.own.as_ref().and_then(|own| own.get(name));
        own.or_else(|| self.state.person.fields.get(name)).cloned()
    }

    /// What ends a wait that is not for the person.
    fn happens(&self, number: usize, leg: &Leg, node: &JourneyNode) -> Option<Event> {
        let run = self.state.run(self.run)?;
        Some(match &node.body {
            Body::WaitEvent(wait) => {
                let mut data = self.given(number, &wait.gives);
                let ours = wait.matches.as_ref().and_then(|name| Some((name, self.known(run, name)?)));
                if let Some((name, value)) = ours {
                    data.insert(name.clone(), value);
                }
                Event::Happened { name: wait.event.clone(), data }
            }
            Body::WaitStatus(_) => Event::Status { send: run.sent?, status: Awaited::Read },
            Body::Assign(_) => Event::Resolved { run: run.number },
            body => {
                let mut result = self.given(number, &body.outside()?.gives);
                if matches!(body, Body::Ai(_)) {
                    let hands_over = leg.out == Out::By(output::ELSE);
                    result.insert("hand_over".into(), hands_over.into());
                    if !hands_over {
                        result.entry("ai_answer".into()).or_insert_with(|| "Let me see.".into());
                    }
                }
                let failed = leg.out == Out::By(output::FAILED);
                Event::Answered { run: run.number, epoch: run.epoch, result: (!failed).then_some(result) }
            }
        })
    }
}

fn millis(length: Length) -> u64 {
    u64::try_from(length.millis()).unwrap_or_default()
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn sample(be: DataType) -> Value {
    match be {
        DataType::Text => "something".into(),
        DataType::Number => 7.into(),
        DataType::YesNo => true.into(),
        DataType::Date => "2027-06-07".into(),
        DataType::Moment => "2027-06-07T09:00:00Z".into(),
        DataType::List => vec!["something"].into(),
        DataType::Record => serde_json::json!({}),
    }
}
