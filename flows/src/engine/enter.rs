//! How people come into a journey.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde_json::Value;

use super::run::{Engine, Then};
use super::{ConsentState, End, Entry, Inbound, Moment, Run, Wait, What, words};
use crate::journey::{
    Body, DataType, FieldName, Journey, JourneyName, JourneyNode, NodeId, Project, ReEntry,
};

/// Where a journey begins when it is called or started by hand.
pub(super) fn by_hand<'p>(project: &'p Project, name: &JourneyName) -> Option<&'p JourneyNode> {
    let nodes = &project.journeys.get(name)?.nodes;
    nodes.iter().find(|node| !node.off && matches!(node.body, Body::Manual(_)))
}

/// A trigger that a message fires, by how it is looked at: the first of these that any journey has.
const ORDER: [fn(&Body, &Heard<'_>) -> bool; 7] = [
    |body, heard| matches!(body, Body::Reply(reply) if heard.ids.iter().any(|id| reply.ids.contains(id))),
    |body, heard| matches!(body, Body::Link(link) if heard.text.is_some_and(|text| text.trim() == link.text.trim())),
    |body, heard| {
        let from = |ads: &[String], ad| ads.is_empty() || ads.iter().any(|known| known == ad);
        matches!(body, Body::Ad(ad) if heard.ad.is_some_and(|came| from(&ad.ads, came)))
    },
    |body, heard| matches!(body, Body::Keyword(keyword) if heard.says(&keyword.words, |said, word| said == word)),
    |body, heard| matches!(body, Body::Keyword(keyword) if keyword.typos && heard.says(&keyword.words, words::alike)),
    |body, heard| matches!(body, Body::FirstMessage(_)) && heard.first,
    |body, heard| matches!(body, Body::AnyMessage(_)) && !heard.left_alone,
];

/// A message, as triggers look at it.
struct Heard<'m> {
    ids: Vec<String>,
    text: Option<&'m str>,
    folded: String,
    ad: Option<&'m str>,
    first: bool,
    /// They want no more of it, or talk with somebody of the business.
    left_alone: bool,
}

impl Heard<'_> {
    fn says(&self, words: &[String], is: impl Fn(&str, &str) -> bool) -> bool {
        self.text.is_some()
            && words.iter().any(|word| {
                let word = words::fold(word);
                !word.is_empty() && is(&self.folded, &word)
            })
    }
}

impl<'p> Engine<'p> {
    /// Whether a trigger lets the person in.
    pub(super) fn lets_in(&self, trigger: &JourneyNode) -> bool {
        let person = &self.state.person;
        let with_consent = match &trigger.body {
            Body::Event(it) => it.with_consent,
            Body::Date(it) => it.with_consent,
            Body::Webhook(it) => it.with_consent,
            Body::Manual(it) => it.with_consent,
            Body::Schedule(it) => {
                if it.tag.as_ref().is_some_and(|tag| !person.tags.contains(tag)) {
                    return false;
                }
                it.with_consent
            }
            _ => false,
        };
        !with_consent || person.consent == ConsentState::Given
    }

    /// The journeys in the order they hear.
    fn by_priority(&self) -> Vec<(&'p JourneyName, &'p Journey)> {
        let all = self.project.journeys.iter();
        let mut journeys: Vec<_> = all.map(|(name, journey)| (name, &**journey)).collect();
        journeys.sort_by_key(|(_, journey)| Reverse(journey.settings.priority));
        journeys
    }

    /// A message that nobody waits for: the first trigger that fits and lets the person in. Tells the run that began.
    pub(super) fn triggers(&mut self, message: &Inbound, first: bool, says_stop: bool) -> Option<u32> {
        let (text, ad) = match message {
            Inbound::Text(text) => (Some(text.as_str()), None),
            Inbound::Ad { ad, text } => (Some(text.as_str()), Some(ad.as_str())),
            _ => (None, None),
        };
        let ids = match message {
            Inbound::Tapped { id, .. } => vec![id.clone()],
            Inbound::Flow(values) => values
                .get(&super::hear::FLOW_TOKEN.into())
                .and_then(Value::as_str)
                .map(str::to_owned)
                .into_iter()
                .collect(),
            _ => Vec::new(),
        };
        let left_alone = says_stop || self.state.runs.iter().any(|run| run.wait == Wait::Somebody);
        let folded = text.map(words::fold).unwrap_or_default();
        let heard = Heard { ids, text, folded, ad, first, left_alone };
        let journeys = self.by_priority();
        for fires in ORDER {
            for (name, journey) in &journeys {
                let mut nodes = journey.nodes.iter().filter(|node| !node.off);
                let Some(node) = nodes.find(|node| fires(&node.body, &heard)) else { continue };
                if let Some(run) = self.begin(name, &node.id, None) {
                    let number = run.number;
                    self.go(run, Then::next());
                    return Some(number);
                }
            }
        }
        None
    }

    /// Something happened: each journey that begins by it. Tells the first run that began.
    pub(super) fn happens(&mut self, name: &str, data: &BTreeMap<FieldName, Value>) -> Option<u32> {
        let mut first = None;
        for (journey_name, journey) in self.by_priority() {
            let fires = |node: &&JourneyNode| match &node.body {
                Body::Event(event) => !node.off && event.event == name && self.lets_in(node),
                _ => false,
            };
            if let Some(node) = journey.nodes.iter().find(fires) {
                let began = self.comes_in(journey_name, node, data);
                first = first.or(began);
            }
        }
        first
    }

    /// A trigger that nobody writes fires.
    pub(super) fn started(&mut self, name: &JourneyName, id: &NodeId, data: &BTreeMap<FieldName, Value>) {
        let Some((name, journey)) = self.project.journeys.get_key_value(name) else { return };
        let Some(node) = journey.node(id).filter(|node| !node.off) else { return };
        match &node.body {
            Body::OptIn(_) => {
                if let Some(what) = self.consents(true) {
                    let place = Some((name.clone(), id.clone()));
                    self.out.push(Entry { at: self.now, run: None, place, what });
                }
            }
            // Only the person's own call fires it: it opens the window
            Body::Event(event) if event.event == super::CALL => return,
            Body::Event(_) | Body::Date(_) | Body::Schedule(_) | Body::Webhook(_) | Body::Manual(_) => (),
            _ => return,
        }
        if self.lets_in(node) {
            self.comes_in(name, node, data);
        }
    }

    fn comes_in(
        &mut self,
        name: &JourneyName,
        node: &'p JourneyNode,
        data: &BTreeMap<FieldName, Value>,
    ) -> Option<u32> {
        let mut run = self.begin(name, &node.id, None)?;
        let gives: Option<&BTreeMap<FieldName, DataType>> = match &node.body {
            Body::Event(event) => Some(&event.gives),
            Body::Webhook(webhook) => Some(&webhook.gives),
            _ => None,
        };
        match gives {
            Some(gives) => self.note_given(&mut run, data, gives),
            None => data.iter().for_each(|(name, value)| self.note(&mut run, name, value.clone())),
        }
        let number = run.number;
        self.go(run, Then::next());
        Some(number)
    }

    /// A new run, if the journey lets the person in again. `from`: the journey that was left for it.
    fn begin(&mut self, name: &JourneyName, node: &NodeId, from: Option<&JourneyName>) -> Option<Run> {
        let settings = &self.project.journeys.get(name)?.settings;
        let inside = self.waiting(|run| run.root == *name);
        let re_entry = settings.re_entry;
        match re_entry {
            ReEntry::Never if self.state.entered.contains(name) && from != Some(name) => return None,
            ReEntry::Never | ReEntry::WhenFinished if !inside.is_empty() => return None,
            ReEntry::Restart => {
                for number in inside {
                    if let Some(run) = self.take(number) {
                        self.tell(&run, What::Ended { why: End::Restarted });
                    }
                }
            }
            _ => (),
        }
        let number = self.state.next_run;
        self.state.next_run = number.saturating_add(1);
        self.state.entered.insert(name.clone());
        let run = Run {
            number,
            root: name.clone(),
            journey: name.clone(),
            node: node.clone(),
            calls: Vec::new(),
            wait: Wait::Time,
            until: None,
            epoch: 0,
            order: 0,
            expires: settings.expires.map(|length| self.now.after(length)),
            own: (re_entry == ReEntry::Parallel).then(BTreeMap::new),
            sent: None,
            status: None,
            instant: Moment::default(),
            steps: 0,
            day: self.now,
            steps_of_day: 0,
        };
        self.tell(&run, What::Began);
        Some(run)
    }

    /// Ends a run that leads to another journey, and begins one there; none: the person is not let in.
    pub(super) fn leads_on(
        &mut self,
        run: &Run,
        name: &'p JourneyName,
        node: Option<&'p NodeId>,
    ) -> Option<(Run, Then<'p>)> {
        let journey = self.project.journeys.get(name);
        let start = match node {
            Some(id) => journey.and_then(|journey| journey.node(id)),
            None => by_hand(self.project, name),
        };
        let why = if start.is_some() { End::Through } else { End::Calls };
        self.tell(run, What::Ended { why });
        let start = start?;
        if node.is_none() && !self.lets_in(start) {
            return None;
        }
        let mut new = self.begin(name, &start.id, Some(&run.root))?;
        // Journeys that lead to each other without a wait are a loop, too
        (new.instant, new.steps) = (run.instant, run.steps);
        (new.day, new.steps_of_day) = (run.day, run.steps_of_day);
        new.sent = run.sent;
        new.status = run.status;
        // Side by side each goes on with its own values
        if let (Some(new), Some(own)) = (&mut new.own, &run.own) {
            new.clone_from(own);
        }
        let then = if node.is_some() { self.come(&mut new, Some(&start.id)) } else { Then::next() };
        Some((new, then))
    }
}
