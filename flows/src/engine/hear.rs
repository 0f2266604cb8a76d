//! The person writes or calls.

use std::collections::BTreeMap;

use serde_json::Value;

use super::run::{Engine, Then};
use super::send::Due;
use super::{CALL, Entry, Inbound, Moment, Run, Wait, What, values, words};
use crate::journey::{Answer, Ask, Body, Expected, FieldName, JourneyNode, Payload, Reach, output};

/// The name in a Flow's answer under which the token comes back that it was sent with.
pub(super) const FLOW_TOKEN: &str = "flow_token";

/// How well a message fits what a run waits for, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It hears whatever comes.
    Any,
    /// Words that the question offers, or the answer of a form.
    Words,
    /// The very button, or the form with this token.
    Own,
}

impl Inbound {
    /// As it is read; none: it has no words.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Tapped { words: text, .. } | Self::Ad { text, .. } => Some(text),
            Self::Location(place) => Some(place),
            Self::Media(_) | Self::Flow(_) => None,
        }
    }

    /// What is kept of it where no more is asked.
    fn value(&self) -> Value {
        match self {
            Self::Media(id) => id.as_str().into(),
            Self::Flow(values) => serde_json::to_value(values).unwrap_or_default(),
            other => other.words().unwrap_or_default().into(),
        }
    }
}

impl<'p> Engine<'p> {
    /// The 24 hours begin anew.
    fn opens(&mut self, message: Option<Inbound>) -> usize {
        let last = &mut self.state.person.last_inbound;
        *last = (*last).max(Some(self.now));
        self.out.push(Entry { at: self.now, run: None, place: None, what: What::Inbound { message } });
        self.out.len() - 1
    }

    /// Notes at an entry which run heard it.
    fn heard_by(&mut self, entry: usize, heard: Option<(u32, Option<Entry>)>) {
        if let (Some((run, place)), Some(entry)) = (heard, self.out.get_mut(entry)) {
            entry.run = Some(run);
            entry.place = place.and_then(|entry| entry.place);
        }
    }

    /// The first entry of a run from some entry on, which tells where it was.
    fn first_of(&self, run: u32, from: usize) -> Option<Entry> {
        self.out.iter().skip(from).find(|entry| entry.run == Some(run)).cloned()
    }

    pub(super) fn called(&mut self) {
        let entry = self.opens(None);
        let data = BTreeMap::new();
        let waited = self.happened(CALL, &data);
        let began = self.happens(CALL, &data);
        let heard = waited.or(began).map(|run| (run, self.first_of(run, entry)));
        self.heard_by(entry, heard);
    }

    pub(super) fn wrote(&mut self, message: &Inbound) {
        let first = !std::mem::replace(&mut self.state.wrote, true);
        let entry = self.opens(Some(message.clone()));
        if matches!(message, Inbound::Ad { .. }) {
            self.state.person.ad_entry = Some(self.now);
        }
        self.state.heard = message.words().map(str::to_owned);
        let says_stop = match message {
            Inbound::Text(text) | Inbound::Ad { text, .. } | Inbound::Tapped { words: text, .. } => {
                words::opts_out(text)
            }
            _ => false,
        };
        let listener = self.listener(message, says_stop);
        // What a question offers may read "Stop" and mean something else
        if says_stop && listener.is_none_or(|(_, fit)| fit == Fit::Any) {
            let what = self.consents(false);
            self.tell_of_person(what);
        }
        if let Some(mut run) = listener.and_then(|(number, _)| self.take(number)) {
            if let Some(entry) = self.out.get_mut(entry) {
                entry.run = Some(run.number);
                entry.place = Some((run.journey.clone(), run.node.clone()));
            }
            let then = match self.node(&run) {
                Some(node) => self.hears(&mut run, node, message),
                None => Then::next(),
            };
            self.go(run, then);
        } else {
            let began = self.triggers(message, first, says_stop);
            let heard = began.map(|run| (run, self.first_of(run, entry)));
            self.heard_by(entry, heard);
        }
    }

    /// The run that hears a message, and how well it fits. A word of opting out is no answer to a question that does not
    /// offer it.
    fn listener(&self, message: &Inbound, says_stop: bool) -> Option<(u32, Fit)> {
        let listens = |run: &Run| {
            let fit = match (&run.wait, message) {
                (Wait::Form, Inbound::Flow(answer)) => self.of_form(run, answer),
                (Wait::Answer { .. }, _) => match self.offers(run, message, says_stop) {
                    Fit::Any if says_stop => return None,
                    fit => fit,
                },
                (Wait::Reply, _) => Fit::Any,
                _ => return None,
            };
            let root = self.project.journeys.get(&run.root);
            let priority = root.map_or(0, |journey| journey.settings.priority);
            Some((fit, priority, run.order, run.number))
        };
        let best = self.state.runs.iter().filter_map(listens).max();
        best.map(|(fit, _, _, number)| (number, fit))
    }

    /// How well a message fits what a run's question offers.
    fn offers(&self, run: &Run, message: &Inbound, says_stop: bool) -> Fit {
        let Some(Body::Ask(ask)) = self.node(run).map(|it| &it.body) else { return Fit::Any };
        let tapped = matches!(message, Inbound::Tapped { .. });
        let fits = |answer: Answer| match message {
            Inbound::Tapped { id, .. } if answer.id == *id => Fit::Own,
            other
                if (tapped || says_stop)
                    && other.words().is_some_and(|said| words::same(&answer.words, said)) =>
            {
                Fit::Words
            }
            _ => Fit::Any,
        };
        self.choices(run, ask).into_iter().map(fits).max().unwrap_or(Fit::Any)
    }

    /// How well a form's answer fits the form that a run sent.
    fn of_form(&self, run: &Run, answer: &BTreeMap<FieldName, Value>) -> Fit {
        let Some(Body::Flow(flow)) = self.node(run).map(|it| &it.body) else { return Fit::Words };
        let sent = flow.message.0.pointer("/interactive/action/parameters/flow_token");
        let sent = sent.map(|token| self.filled(run, token));
        if sent.is_some() && sent.as_ref() == answer.get(&FLOW_TOKEN.into()) { Fit::Own } else { Fit::Words }
    }

    /// What can be tapped for an answer, as it was sent; its ids are those of the outputs.
    fn choices(&self, run: &Run, ask: &Ask) -> Vec<Answer> {
        if ask.expects != Expected::Choice {
            return Vec::new();
        }
        let as_sent = |answer: Answer| Answer { words: self.filled_text(run, &answer.words), ..answer };
        ask.message.answers().into_iter().map(as_sent).collect()
    }

    fn hears(&mut self, run: &mut Run, node: &'p JourneyNode, message: &Inbound) -> Then<'p> {
        match (&node.body, &run.wait, message) {
            (Body::Ask(ask), Wait::Answer { tries }, _) => {
                let tries = *tries;
                self.is_answered(run, node, ask, tries, message)
            }
            (Body::Flow(flow), _, Inbound::Flow(values)) => {
                self.note_given(run, values, &flow.gives);
                Then::next()
            }
            (Body::WaitReply(wait), _, _) => {
                if let Some(save) = &wait.save {
                    self.note(run, save, message.value());
                }
                Then::next()
            }
            _ => Then::next(),
        }
    }

    fn is_answered(
        &mut self,
        run: &mut Run,
        node: &'p JourneyNode,
        ask: &'p Ask,
        tries: u32,
        message: &Inbound,
    ) -> Then<'p> {
        let choices = self.choices(run, ask);
        if let Some((output, value)) = fits(&ask.expects, &choices, message) {
            if let Some(save) = &ask.save {
                self.note(run, save, value);
            }
            return Then::By(output);
        }
        match &ask.again {
            Some(Payload(again)) if tries > 0 => {
                let reach = Reach::InWindow(None);
                self.let_out(run, Due { slot: 0, payload: Some(again), reach, words: None });
                let until: Option<Moment> = ask.timeout.map(|timeout| self.now.after(timeout));
                self.wait(run, Wait::Answer { tries: tries - 1 }, until)
            }
            _ if node.after(output::ELSE).is_some() => Then::by(output::ELSE),
            // It waits on as it did
            _ => Then::Waits,
        }
    }
}

/// The output of an answer that fits, and what is kept of it.
fn fits(expects: &Expected, choices: &[Answer], message: &Inbound) -> Option<(String, Value)> {
    let next = |value: Value| Some((output::NEXT.to_owned(), value));
    match (expects, message) {
        (Expected::Choice, _) => {
            let by_id = match message {
                Inbound::Tapped { id, .. } => choices.iter().find(|answer| answer.id == *id),
                _ => None,
            };
            let (Inbound::Text(said) | Inbound::Tapped { words: said, .. } | Inbound::Ad { text: said, .. }) =
                message
            else {
                return None;
            };
            let answer = by_id.or_else(|| choices.iter().find(|answer| words::same(&answer.words, said)))?;
            // The words may have changed since the button was sent
            let words = if by_id.is_some() { said } else { &answer.words };
            Some((output::answer(&answer.id), words.as_str().into()))
        }
        (
            Expected::Text { be, pattern },
            Inbound::Text(text) | Inbound::Tapped { words: text, .. } | Inbound::Ad { text, .. },
        ) => {
            let matches = pattern.as_ref().is_none_or(|pattern| values::matches(text.trim(), pattern));
            let value = values::read(text, be.unwrap_or(crate::journey::DataType::Text))?;
            matches.then(|| next(value)).flatten()
        }
        (Expected::Location, Inbound::Location(place)) => next(place.as_str().into()),
        (Expected::Media, Inbound::Media(id)) => next(id.as_str().into()),
        _ => None,
    }
}
