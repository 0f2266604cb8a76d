//! How many people are written to within the hours that Meta counts, without having written themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts;
use crate::journey::{
    Body, Journey, JourneyName, JourneyNode, Length, Project, Schedule, Sent, Weekday, output,
};

/// Places that are looked at behind a start. Ours: of a journey with more all people are taken to be written to at once.
const MOST: usize = 20_000;
/// Steps one after another. Ours, as before.
const DEEPEST: usize = 1_000;

const DAY: u32 = 24 * 60;
const WEEK: u32 = 7 * DAY;

/// The hours in which people are counted, in milliseconds.
fn counted() -> i64 {
    Length::of_hours(facts::account().messaging_hours.into()).millis()
}

/// Starts by which people come in who are written to first.
struct Crowd<'p> {
    start: &'p Body,
    /// How many of them within the hours that count.
    people: f64,
}

/// How many people a start of a journey writes to first within the hours that count; none: nobody said how many come in,
/// they write themselves, or no template waits for them.
pub(super) fn alone(project: &Project, name: &JourneyName, node: &JourneyNode) -> Option<f64> {
    let journey = project.journeys.get(name)?;
    let people = f64::from(node.body.people().filter(|people| *people > 0 && !node.off)?);
    // Who calls opens the 24 hours
    if matches!(&node.body, Body::Event(event) if event.event == crate::engine::CALL) {
        return None;
    }
    let mut walk = Walk {
        project,
        seen: BTreeSet::new(),
        times: BTreeSet::new(),
        from: 0,
        known: BTreeMap::new(),
        left: MOST,
    };
    walk.times_of(At { journey, node, time: 0 });
    let last = *walk.times.last()?;
    // One after the other only where all come in at once, and are through before the next ones do
    let at_once = match &node.body {
        Body::Manual(_) => true,
        Body::Schedule(schedule) => last < i64::from(gap(schedule)) * 60_000,
        _ => false,
    };
    if !at_once || walk.left == 0 {
        return Some(people);
    }
    let share = walk.times.clone().into_iter().map(|from| {
        (walk.from, walk.left) = (from, MOST);
        walk.known.clear();
        walk.share(At { journey, node, time: 0 }, 0)
    });
    Some(people * share.fold(0.0, f64::max))
}

/// How many all starts of the project write to in the same hours as one of them does, this one with so many counted in.
pub(super) fn together(project: &Project, name: &JourneyName, node: &JourneyNode, people: f64) -> f64 {
    let others =
        project.journeys.iter().flat_map(|(of, journey)| journey.nodes.iter().map(move |it| (of, it)));
    let others = others.filter(|(of, it)| *of != name || it.id != node.id);
    let mut crowds: Vec<Crowd<'_>> = others
        .filter_map(|(of, it)| Some(Crowd { start: &it.body, people: alone(project, of, it)? }))
        .collect();
    crowds.push(Crowd { start: &node.body, people });
    let moments = |body: &Body| match body {
        Body::Schedule(schedule) => minutes(schedule),
        _ => Vec::new(),
    };
    let length = facts::account().messaging_hours * 60;
    let within = |from: u32, at: u32| (at + WEEK - from) % WEEK < length;
    let own = moments(&node.body);
    let mut begins: Vec<u32> = crowds.iter().flat_map(|crowd| moments(crowd.start)).collect();
    begins.extend(Some(0).filter(|_| own.is_empty()));
    begins.retain(|from| own.is_empty() || own.iter().any(|at| within(*from, *at)));
    let sum = |from: u32| {
        let is_in = |crowd: &&Crowd<'_>| {
            let at = moments(crowd.start);
            at.is_empty() || at.into_iter().any(|at| within(from, at))
        };
        // Schedules for the same tag reach the same people
        let (mut tagged, mut all, mut each) = (BTreeMap::new(), 0.0_f64, 0.0);
        for crowd in crowds.iter().filter(is_in) {
            match crowd.start {
                Body::Schedule(Schedule { tag: Some(tag), .. }) => {
                    let most: &mut f64 = tagged.entry(tag).or_default();
                    *most = most.max(crowd.people);
                }
                Body::Schedule(_) => all = all.max(crowd.people),
                _ => each += crowd.people,
            }
        }
        each + all.max(tagged.values().sum())
    };
    begins.into_iter().map(sum).fold(people, f64::max)
}

/// The most days over which those who come in at once can be spread, before the next ones do.
pub(super) fn most_days(body: &Body) -> usize {
    match body {
        Body::Manual(_) => 7,
        Body::Schedule(schedule) => usize::try_from(gap(schedule) / DAY).unwrap_or_default(),
        _ => 0,
    }
}

/// When a schedule fires: minutes from Monday on.
fn minutes(schedule: &Schedule) -> Vec<u32> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let days = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
    let fires = |day: &Weekday| schedule.on.is_empty() || schedule.on.contains(day);
    let fires = (0..).zip(days).filter(|(_, day)| fires(day));
    fires.map(|(number, _): (u32, _)| number * DAY + u32::from(schedule.at.minutes())).collect()
}

/// The shortest time between two firings of a schedule, in minutes.
fn gap(schedule: &Schedule) -> u32 {
    let at = minutes(schedule);
    let next = at.iter().cycle().skip(1);
    at.iter().zip(next).map(|(from, to)| (to + WEEK - from - 1) % WEEK + 1).min().unwrap_or(WEEK)
}

/// Somewhere behind a start, so many milliseconds after people came in, without them having written.
#[derive(Clone, Copy)]
struct At<'p> {
    journey: &'p Journey,
    node: &'p JourneyNode,
    time: i64,
}

impl At<'_> {
    fn key(self) -> (usize, i64) {
        (std::ptr::from_ref(self.node).addr(), self.time)
    }

    /// Whether a template goes out here.
    fn writes(self) -> bool {
        !self.node.off && self.node.body.sends().into_iter().any(|sent| Sent::template(sent).is_some())
    }
}

struct Walk<'p> {
    project: &'p Project,
    seen: BTreeSet<(usize, i64)>,
    /// When templates go out.
    times: BTreeSet<i64>,
    /// When the hours begin that are looked at.
    from: i64,
    /// Shares that are known.
    known: BTreeMap<(usize, i64), f64>,
    /// Places that may still be looked at.
    left: usize,
}

impl<'p> Walk<'p> {
    fn times_of(&mut self, start: At<'p>) {
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            if self.left == 0 {
                return;
            }
            if !self.seen.insert(at.key()) {
                continue;
            }
            self.left -= 1;
            if at.writes() {
                self.times.insert(at.time);
            }
            open.extend(self.after(at).into_iter().map(|(next, _)| next));
        }
    }

    /// The largest part of the people here who are written to within the hours that are looked at.
    fn share(&mut self, at: At<'p>, depth: usize) -> f64 {
        if at.time >= self.from.saturating_add(counted()) {
            return 0.0;
        }
        if depth > DEEPEST || self.left == 0 || (at.time >= self.from && at.writes()) {
            return 1.0;
        }
        if let Some(known) = self.known.get(&at.key()) {
            return *known;
        }
        self.left -= 1;
        // Who comes here again is counted already
        self.known.insert(at.key(), 0.0);
        let ways = self.after(at);
        let shares = ways.into_iter().map(|(next, part)| (self.share(next, depth + 1), part));
        let share = shares.fold((0.0, 0.0_f64), |(sum, most), (share, part)| match part {
            Some(part) => (sum + share * part, most),
            None => (sum, most.max(share)),
        });
        let share = (share.0 + share.1).min(1.0);
        self.known.insert(at.key(), share);
        share
    }

    /// Where people go on who do not write, each with its part where a split tells it.
    fn after(&self, at: At<'p>) -> Vec<(At<'p>, Option<f64>)> {
        let node = at.node;
        let in_journey = |name: &JourneyName, id: Option<&crate::journey::NodeId>| {
            let journey = &**self.project.journeys.get(name)?;
            let by_hand =
                || journey.nodes.iter().find(|node| !node.off && matches!(node.body, Body::Manual(_)));
            let node = id.map_or_else(by_hand, |id| journey.node(id))?;
            Some((At { journey, node, ..at }, None))
        };
        let mut found: Vec<(At<'p>, Option<f64>)> = match &node.body {
            Body::Call(call) if !node.off => in_journey(&call.journey, None).into_iter().collect(),
            Body::GoTo(go) if !node.off => in_journey(&go.journey, go.node.as_ref()).into_iter().collect(),
            _ => Vec::new(),
        };
        let waits_for_words = matches!(node.body, Body::Ask(_) | Body::Flow(_) | Body::WaitReply(_));
        for (way, id) in &node.to {
            let Some(next) = at.journey.node(id) else { continue };
            let is_silent = matches!(way.as_str(), output::NO_ANSWER | output::CLOSED);
            if waits_for_words && !is_silent && !node.off {
                continue;
            }
            let passed = match (&node.body, way.as_str()) {
                _ if node.off => 0,
                (Body::Wait(wait), _) => wait.lasts.millis(),
                (body, output::NO_ANSWER) => body.timeout().map_or(0, Length::millis),
                _ => 0,
            };
            let part = match &node.body {
                Body::Split(split) if !node.off => {
                    let all: f64 = split.ways.iter().map(|way| f64::from(way.weight)).sum();
                    let own = split.ways.iter().find(|known| output::case(&known.id) == *way);
                    own.filter(|_| all > 0.0).map(|own| f64::from(own.weight) / all)
                }
                _ => None,
            };
            found.push((At { node: next, time: at.time.saturating_add(passed), ..at }, part));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_between_two_firings_is_the_shortest_of_the_week() {
        let gap_of = |text: &str| gap(&serde_json::from_str(text).unwrap());
        assert_eq!(gap_of(r#"{"at": "09:00"}"#), DAY);
        assert_eq!(gap_of(r#"{"at": "09:00", "on": ["friday"]}"#), WEEK);
        assert_eq!(gap_of(r#"{"at": "09:00", "on": ["saturday", "monday"]}"#), 2 * DAY);
    }
}
