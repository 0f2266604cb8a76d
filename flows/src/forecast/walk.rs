//! Shares of people on their way through a journey, all at once.

use std::collections::BTreeMap;

use super::StartPeople;
use super::shares::{is_asked, is_written, shares};
use crate::engine::{AD_WINDOW, WINDOW};
use crate::facts::Category;
use crate::journey::{Body, Journey, JourneyName, JourneyNode, Project, Reach, Role, Stage, output};
use crate::template;

/// Fewer people than this are nobody.
const NOBODY: f64 = 1e-6;

/// Longest time that is followed, in milliseconds. Ours: a year.
const FOLLOWED: i64 = 365 * 24 * 3_600_000;

/// The most rounds, each one step of everybody. Ours: a circle without a wait ends here.
const ROUNDS: usize = 10_000;

/// Messages that cost the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sent {
    pub(super) stage: Option<Stage>,
    pub(super) category: Category,
    pub(super) window_open: bool,
    pub(super) ad_window_open: bool,
}

/// What everybody went through.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Walked {
    /// How many messages, as an expectation.
    pub(super) sent: BTreeMap<Sent, f64>,
    /// Some are still under way.
    pub(super) endless: bool,
}

/// Where some people are. Times in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct At {
    journey: usize,
    node: usize,
    /// Since they came in.
    under_way: i64,
    /// Since they last wrote; none: the window is closed.
    silent: Option<i64>,
    /// Since they came from an ad; none: they did not, or it is over.
    from_ad: Option<i64>,
}

impl At {
    /// Some time later.
    fn after(self, millis: i64) -> Self {
        let within = |since: Option<i64>, window: i64| {
            since.map(|since| since.saturating_add(millis)).filter(|since| *since < window)
        };
        Self {
            under_way: self.under_way.saturating_add(millis),
            silent: within(self.silent, WINDOW.millis()),
            from_ad: within(self.from_ad, AD_WINDOW.millis()),
            ..self
        }
    }
}

struct Walk<'p> {
    project: &'p Project,
    names: Vec<&'p JourneyName>,
    journeys: Vec<&'p Journey>,
    answering: f64,
    found: Walked,
    next: BTreeMap<At, f64>,
}

/// Lets people in by the starts and follows them to the end.
pub(super) fn walk(project: &Project, name: &JourneyName, starts: &[StartPeople], answering: u32) -> Walked {
    let (names, journeys): (Vec<_>, Vec<_>) =
        project.journeys.iter().map(|(name, journey)| (name, &**journey)).unzip();
    let mut walk = Walk {
        project,
        names,
        journeys,
        answering: f64::from(answering) / 100.0,
        found: Walked::default(),
        next: BTreeMap::new(),
    };
    walk.come_in(name, starts);
    for _ in 0..ROUNDS {
        if walk.next.is_empty() {
            return walk.found;
        }
        for (at, people) in std::mem::take(&mut walk.next) {
            walk.step(at, people);
        }
    }
    walk.found.endless = true;
    walk.found
}

impl Walk<'_> {
    fn come_in(&mut self, name: &JourneyName, starts: &[StartPeople]) {
        let Some(journey) = self.names.iter().position(|known| *known == name) else { return };
        let Some(&model) = self.journeys.get(journey) else { return };
        for (node, key) in model.keys().iter().enumerate() {
            let Some(start) = starts.iter().find(|start| start.key == *key) else { continue };
            let body = model.nodes.get(node).map(|node| &node.body);
            let at = At {
                journey,
                node,
                under_way: 0,
                silent: body.is_some_and(is_written).then_some(0),
                from_ad: matches!(body, Some(Body::Ad(_))).then_some(0),
            };
            self.add(at, f64::from(start.people));
        }
    }

    fn add(&mut self, at: At, people: f64) {
        if people < NOBODY {
            return;
        }
        if at.under_way >= FOLLOWED {
            self.found.endless = true;
            return;
        }
        *self.next.entry(at).or_default() += people;
    }

    fn step(&mut self, at: At, people: f64) {
        let Some(&journey) = self.journeys.get(at.journey) else { return };
        let Some(node) = journey.nodes.get(at.node) else { return };
        if node.off {
            // By its first connected way, as if it were not there.
            let first = node.body.outputs().into_iter().find(|output| node.to.contains_key(&output.name));
            if let Some(first) = first {
                self.lead(journey, node, &first.name, at, people);
            }
            return;
        }
        let is_out = self.send(journey, node, at, people);
        if !is_out && is_asked(&node.body) {
            let closed = node.after(output::CLOSED).map_or(output::NO_ANSWER, |_| output::CLOSED);
            self.lead(journey, node, closed, at, people);
            return;
        }
        match &node.body {
            Body::Call(call) => self.enter(&call.journey, None, at, people),
            Body::GoTo(go) => self.enter(&go.journey, go.node.as_ref(), at, people),
            _ => {}
        }
        let waited = match &node.body {
            Body::Wait(wait) => wait.lasts.millis(),
            // Half a day on average.
            Body::WaitUntil(_) => WINDOW.millis() / 2,
            _ => 0,
        };
        let timeout = node.body.timeout().map_or(0, crate::journey::Length::millis);
        for (way, share) in shares(node, self.answering) {
            let then = match (&node.body, way.name.as_str()) {
                (_, output::NO_ANSWER) => at.after(timeout),
                (Body::WaitEvent(_) | Body::WaitStatus(_), _) => at.after(timeout / 2),
                (body, _) if is_asked(body) => At { silent: Some(0), ..at },
                _ => at.after(waited),
            };
            let says = matches!(&node.body, Body::Faq(_) | Body::Ai(_)) && way.name == output::NEXT;
            if says && at.silent.is_some() {
                self.count(node, Category::Service, at, people * share);
            }
            self.lead(journey, node, &way.name, then, people * share);
        }
    }

    fn lead(&mut self, journey: &Journey, node: &JourneyNode, way: &str, at: At, people: f64) {
        if let Some(next) = node.after(way).and_then(|id| journey.index(id)) {
            self.add(At { node: next, ..at }, people);
        }
    }

    /// Into another journey, at a node or where it is started by hand.
    fn enter(&mut self, name: &JourneyName, node: Option<&crate::journey::NodeId>, at: At, people: f64) {
        let Some(journey) = self.names.iter().position(|known| *known == name) else { return };
        let Some(&model) = self.journeys.get(journey) else { return };
        let by_hand = || {
            let mut nodes = model.nodes.iter();
            nodes.position(|node| node.body.role() == Role::Trigger && matches!(node.body, Body::Manual(_)))
        };
        let found = match node {
            Some(id) => model.index(id),
            None => by_hand(),
        };
        if let Some(node) = found {
            self.add(At { journey, node, ..at }, people);
        }
    }

    /// Counts what a step sends. Gives whether it is out, or there is nothing to send.
    fn send(&mut self, journey: &Journey, node: &JourneyNode, at: At, people: f64) -> bool {
        let sends = node.body.sends();
        let mut instead = false;
        let mut is_out = sends.is_empty();
        for sent in sends {
            let template = match sent.reach {
                Reach::Template(used) => Some(used),
                Reach::InWindow(_) if at.silent.is_some() => None,
                // One template goes out for all messages of a step.
                Reach::InWindow(Some(used)) if !instead => {
                    instead = true;
                    Some(used)
                }
                Reach::InWindow(_) => continue,
            };
            is_out = true;
            let category = template.map_or(Category::Service, |used| {
                match self.project.category(used, &journey.settings.language) {
                    template::Category::Marketing => Category::Marketing,
                    template::Category::Utility => Category::Utility,
                    template::Category::Authentication => Category::Authentication,
                }
            });
            self.count(node, category, at, people);
        }
        is_out
    }

    fn count(&mut self, node: &JourneyNode, category: Category, at: At, people: f64) {
        let sent = Sent {
            stage: node.stage,
            category,
            window_open: at.silent.is_some(),
            ad_window_open: at.from_ad.is_some(),
        };
        *self.found.sent.entry(sent).or_default() += people;
    }
}
