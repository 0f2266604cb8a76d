//! Messages that are due: the rules of the engine, in its order.

use super::clock::{Local, Week};
use super::parts::{Message, Quiet};
use super::search::{Out, Search};
use super::time::Target;
use super::transfer::{At, is_question, with_consent, with_country};
use super::zone::{OVER, Rest, Zone, consent, country, status};
use crate::engine::{REPLY_GRACE, Refusal};
use crate::journey::{JourneyNode, output};

impl Search<'_> {
    /// A message that is due. Gives what went out, for a question; everything else goes on.
    pub(super) fn say(&mut self, at: At, node: &JourneyNode) -> Vec<Zone> {
        let mut sent = Vec::new();
        let Some((part, _, read)) = self.graph.at(at.node) else { return sent };
        let (first, instead) = (read.first, read.instead);
        let others = read.others.clone();
        let quiet = self.graph.parts.get(part).and_then(|part| part.quiet);
        let Some(first) = first else { return sent };
        for zone in self.quiet(at, node, at.zone, quiet.filter(|quiet| quiet.all)) {
            self.due(first.result, zone.w);
            if !first.free_form {
                self.template(at, node, zone, first, &mut sent);
                continue;
            }
            let (open, over) = zone.by_window(self.graph.expires(at.node));
            if let Some(zone) = open {
                self.passed(first.result, Refusal::Window);
                for other in others.iter() {
                    self.due(*other, zone.w);
                    self.passed(*other, Refusal::Window);
                }
                self.sent(at, node, zone, &mut sent);
            }
            match (over, instead) {
                (None, _) => (),
                (Some(zone), Some(instead)) => {
                    self.passed(first.result, Refusal::Window);
                    self.template(at, node, zone, instead, &mut sent);
                }
                (Some(zone), None) => {
                    self.refused(first.result, Refusal::Window, at.item, zone);
                    if node.after(output::CLOSED).is_some() {
                        self.leave(at, zone, output::CLOSED);
                    } else {
                        self.unsent(at, node, zone);
                    }
                }
            }
        }
        sent
    }

    fn template(&mut self, at: At, node: &JourneyNode, zone: Zone, message: Message, sent: &mut Vec<Zone>) {
        let Some(template) = message.template else { return };
        let part = self.graph.at(at.node).and_then(|(part, _, _)| self.graph.parts.get(part));
        let capped = part.is_some_and(|part| part.journey.settings.marketing_per_week.is_some());
        let quiet = part.and_then(|part| part.quiet).filter(|quiet| !quiet.all && template.marketing);
        for zone in self.quiet(at, node, zone, quiet) {
            self.due(message.result, zone.w);
            if !template.approved {
                self.refused(message.result, Refusal::Template, at.item, zone);
                self.unsent(at, node, zone);
                continue;
            }
            self.passed(message.result, Refusal::Template);
            if !template.marketing {
                self.sent(at, node, zone, sent);
                continue;
            }
            self.marketing(at, zone, message.result);
            if !is_question(&node.body) && !self.live.get(at.node as usize).is_some_and(|live| live.status) {
                // Sent or not, it goes on alike
                self.sent(at, node, zone, sent);
                continue;
            }
            // Stopped, never agreed, a number of the United States, too many: it did not go out
            let no = with_consent(zone, consent::UNKNOWN | consent::STOPPED);
            let us = with_consent(zone, consent::GIVEN).and_then(|zone| with_country(zone, country::US));
            let yes = with_consent(zone, consent::GIVEN).and_then(|zone| with_country(zone, country::OTHER));
            let capped = yes.filter(|_| capped);
            for zone in no.into_iter().chain(us).chain(capped) {
                self.unsent(at, node, zone);
            }
            if let Some(zone) = yes {
                self.sent(at, node, zone, sent);
            }
        }
    }

    fn marketing(&mut self, at: At, zone: Zone, result: usize) {
        if let Some(zone) = with_country(zone, country::US) {
            self.refused(result, Refusal::Country, at.item, zone);
        }
        let Some(zone) = with_country(zone, country::OTHER) else { return };
        self.passed(result, Refusal::Country);
        if let Some(zone) = with_consent(zone, consent::UNKNOWN) {
            self.refused(result, Refusal::Consent, at.item, zone);
        }
        if with_consent(zone, consent::GIVEN | consent::STOPPED).is_some() {
            self.passed(result, Refusal::Consent);
        }
    }

    fn sent(&mut self, at: At, node: &JourneyNode, mut zone: Zone, sent: &mut Vec<Zone>) {
        zone.rest.status = status::SENT;
        if is_question(&node.body) {
            sent.push(zone);
        } else {
            self.next(at, zone);
        }
    }

    /// A message did not go out.
    fn unsent(&mut self, at: At, node: &JourneyNode, zone: Zone) {
        self.leave(at, zone, if is_question(&node.body) { output::NO_ANSWER } else { output::NEXT });
    }

    /// What quiet hours do not hold back; what they do waits, or is left out.
    fn quiet(&mut self, at: At, node: &JourneyNode, zone: Zone, quiet: Option<Quiet>) -> Vec<Zone> {
        let Some(quiet) = quiet else { return vec![zone] };
        let grace = u32::try_from(REPLY_GRACE.millis()).unwrap_or(u32::MAX);
        let mut free: Vec<Zone> = zone.within(0, grace).into_iter().collect();
        let Some(late) = zone.within(grace + 1, OVER) else { return free };
        let by_day = |local: Local| late.with(Rest { local, ..late.rest });
        free.extend(late.rest.local.without(quiet.hours).map(by_day));
        for held in late.rest.local.meet(quiet.hours).map(by_day) {
            if quiet.skip {
                self.unsent(at, node, held);
            } else {
                let target = Target { time: quiet.to, on: Week::ANY, twice: true };
                self.until(at, held, target, Out::Stays);
            }
        }
        free
    }
}
