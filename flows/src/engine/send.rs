//! Messages, and whether they may go out.

use serde_json::{Value, json};

use super::run::{Engine, Then};
use super::{CAP_OVER, ConsentState, REPLY_GRACE, Refusal, Run, Skip, Wait, What, zone};
use crate::journey::{
    Body, JourneyNode, QuietHours, QuietScope, QuietThen, Reach, TemplateStatus, TemplateUse, output,
};
use crate::template::Category;

/// A message that is due.
#[derive(Clone, Copy)]
pub(super) struct Due<'m> {
    /// Which of the node's messages.
    pub(super) slot: u32,
    /// What it says, unless it is a template.
    pub(super) payload: Option<&'m Value>,
    /// How it may go out.
    pub(super) reach: Reach<'m>,
    /// Its words, where they do not stand in the node.
    pub(super) words: Option<&'m str>,
}

/// What became of it.
pub(super) enum Became {
    /// It went out.
    Sent,
    /// A template went out instead.
    Instead,
    /// It waits for quiet hours to end.
    Held,
    /// It was left out.
    Skipped,
    /// It is against a rule.
    Refused(Refusal),
}

impl<'p> Engine<'p> {
    /// Sends the messages of a node from one of them on.
    pub(super) fn says(&mut self, run: &mut Run, node: &'p JourneyNode, from: u32) -> Then<'p> {
        let asks = matches!(node.body, Body::Ask(_) | Body::Flow(_));
        for (slot, sent) in (0..).zip(node.body.sends()).skip(from as usize) {
            let payload = sent.payload.map(|payload| &payload.0);
            match self.let_out(run, Due { slot, payload, reach: sent.reach, words: None }) {
                Became::Sent => (),
                Became::Instead => break,
                Became::Held => return Then::Waits,
                became => return after(node, asks, &became),
            }
        }
        match &node.body {
            Body::Ask(ask) => {
                let until = ask.timeout.map(|timeout| self.now.after(timeout));
                let tries = if ask.again.is_some() { ask.tries } else { 0 };
                self.wait(run, Wait::Answer { tries }, until)
            }
            Body::Flow(flow) => {
                let until = flow.timeout.map(|timeout| self.now.after(timeout));
                self.wait(run, Wait::Form, until)
            }
            _ => Then::next(),
        }
    }

    /// Says words that do not stand in the node, and goes on.
    pub(super) fn says_words(&mut self, run: &mut Run, node: &JourneyNode, words: &str) -> Then<'p> {
        let payload = json!({"type": "text", "text": {"body": words}});
        let due = Due { slot: 0, payload: Some(&payload), reach: Reach::InWindow(None), words: Some(words) };
        match self.let_out(run, due) {
            Became::Held => Then::Waits,
            became => after(node, false, &became),
        }
    }

    /// Looks at a message in the moment it is due, and lets it out or not.
    pub(super) fn let_out(&mut self, run: &mut Run, due: Due<'_>) -> Became {
        let slot = due.slot;
        if self.state.person.blocked {
            return self.skips(run, slot, Skip::Blocked);
        }
        if let Some(quiet) = self.quiet(run, QuietScope::All) {
            return self.holds_back(run, due, quiet);
        }
        let template = match due.reach {
            Reach::InWindow(_) if self.window_open() => {
                // What was filled in for the words of an assistant is not filled in again
                let given = due.payload.unwrap_or(&Value::Null);
                let payload = if due.words.is_some() { given.clone() } else { self.filled(run, given) };
                self.sends(run, slot, None, payload);
                return Became::Sent;
            }
            Reach::InWindow(None) => return self.refuses(run, slot, Refusal::Window),
            Reach::InWindow(Some(template)) | Reach::Template(template) => template,
        };
        self.lets_template_out(run, due, template)
    }

    fn lets_template_out(&mut self, run: &mut Run, due: Due<'_>, template: &TemplateUse) -> Became {
        let (project, slot) = (self.project, due.slot);
        let language = self.settings(run).map_or("", |settings| settings.language.as_str());
        let category = project.category(template, language);
        let marketing = category == Category::Marketing;
        if marketing && let Some(quiet) = self.quiet(run, QuietScope::Marketing) {
            return self.holds_back(run, due, quiet);
        }
        let known = project.template(template, language);
        if known.is_none_or(|known| known.status != TemplateStatus::Approved) {
            return self.refuses(run, slot, Refusal::Template);
        }
        if marketing {
            let now = self.now;
            self.state.person.marketing.retain(|sent| now.since(*sent) < CAP_OVER);
            let limit = self.settings(run).and_then(|settings| settings.marketing_per_week);
            if limit.is_some_and(|limit| self.state.person.marketing.len() >= limit as usize) {
                return self.skips(run, slot, Skip::Cap);
            }
            if self.no_marketing_country() {
                return self.refuses(run, slot, Refusal::Country);
            }
            match self.state.person.consent {
                ConsentState::Given => self.state.person.marketing.push(now),
                ConsentState::Stopped => return self.skips(run, slot, Skip::Stopped),
                ConsentState::Unknown => return self.refuses(run, slot, Refusal::Consent),
            }
        }
        let payload = self.filled_all(run, &template.values);
        self.sends(run, slot, Some((template.name.clone(), category)), payload);
        match due.reach {
            Reach::Template(_) => Became::Sent,
            Reach::InWindow(_) => Became::Instead,
        }
    }

    fn sends(&mut self, run: &mut Run, slot: u32, template: Option<(String, Category)>, payload: Value) {
        let send = self.state.next_send;
        self.state.next_send = send.saturating_add(1);
        (run.sent, run.status) = (Some(send), None);
        let (template, category) = template.unzip();
        let window_open = self.window_open();
        self.tell(run, What::Sent { send, slot, template, category, payload, window_open });
    }

    fn skips(&mut self, run: &Run, slot: u32, why: Skip) -> Became {
        self.tell(run, What::Skipped { slot, why });
        Became::Skipped
    }

    fn refuses(&mut self, run: &Run, slot: u32, why: Refusal) -> Became {
        self.tell(run, What::Refused { slot, why });
        Became::Refused(why)
    }

    /// The quiet hours that hold now, where they hold back so much.
    fn quiet(&self, run: &Run, scope: QuietScope) -> Option<QuietHours> {
        let quiet = self.settings(run)?.quiet_hours.filter(|quiet| quiet.holds == scope)?;
        let wrote = self.state.person.last_inbound;
        if wrote.is_some_and(|wrote| self.now.since(wrote) <= REPLY_GRACE) {
            return None;
        }
        let local = zone::local(&zone::zone(&self.state.person.zone), self.now);
        quiet.hold(zone::clock(local)).then_some(quiet)
    }

    fn holds_back(&mut self, run: &mut Run, due: Due<'_>, quiet: QuietHours) -> Became {
        if quiet.then == QuietThen::Skip {
            return self.skips(run, due.slot, Skip::Quiet);
        }
        let until = zone::quiet_end(&zone::zone(&self.state.person.zone), self.now, quiet);
        self.tell(run, What::Held { until });
        let words = due.words.map(str::to_owned);
        self.wait(run, Wait::Quiet { slot: due.slot, words }, Some(until));
        Became::Held
    }
}

/// How the way goes on after a message.
fn after<'p>(node: &JourneyNode, asks: bool, became: &Became) -> Then<'p> {
    match became {
        Became::Refused(Refusal::Window) if node.after(output::CLOSED).is_some() => Then::by(output::CLOSED),
        Became::Refused(_) | Became::Skipped if asks => Then::by(output::NO_ANSWER),
        _ => Then::next(),
    }
}
