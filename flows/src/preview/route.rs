//! Ways between screens: where a Flow begins, how one gets to a screen, how far it is to the end.

use std::collections::{HashMap, HashSet, VecDeque};

use crate::flow::{ComponentKind, Flow, Screen};
use crate::json::Node;

#[derive(Default)]
struct Stop {
    next: Vec<usize>,
    /// It has a Footer or a navigation list, so that one can go on from it.
    counts: bool,
}

/// The ways between screens, by place in the file.
pub(super) struct Routes {
    stops: Vec<Stop>,
    entry: usize,
}

impl Routes {
    pub(super) fn new(flow: &Flow<'_>) -> Self {
        let ids: HashMap<&str, usize> =
            flow.screens.iter().rev().map(|screen| (&*screen.id, screen.index)).collect();
        let mut stops: Vec<Stop> = flow.screens.iter().map(|screen| stop(screen, &ids)).collect();
        for member in flow.routing_model.into_iter().flat_map(Node::members) {
            let Some(stop) = ids.get(&*member.key()).and_then(|&from| stops.get_mut(from)) else { continue };
            stop.next.extend(
                member.value.items().filter_map(Node::as_str).filter_map(|id| ids.get(&*id).copied()),
            );
        }
        for (index, stop) in stops.iter_mut().enumerate() {
            let mut seen = HashSet::from([index]);
            stop.next.retain(|&to| seen.insert(to));
        }
        let reached: HashSet<usize> = stops.iter().flat_map(|stop| stop.next.iter().copied()).collect();
        let entry = (0..stops.len()).find(|index| !reached.contains(index)).unwrap_or(0);
        Self { stops, entry }
    }

    /// Place of the screen a Flow begins with: the first that nothing leads to.
    pub(super) fn entry(&self) -> usize {
        self.entry
    }

    fn next(&self, at: usize) -> &[usize] {
        self.stops.get(at).map(|stop| stop.next.as_slice()).unwrap_or_default()
    }

    fn weight(&self, at: usize) -> f64 {
        f64::from(u8::from(self.stops.get(at).is_some_and(|stop| stop.counts)))
    }

    /// The shortest way from the entry to a screen, without it; empty when none leads there.
    pub(super) fn way_to(&self, to: usize) -> Vec<usize> {
        let mut from: HashMap<usize, usize> = HashMap::new();
        let mut queue = VecDeque::from([self.entry]);
        while let Some(at) = queue.pop_front() {
            if at == to {
                break;
            }
            for &next in self.next(at) {
                if next != self.entry && !from.contains_key(&next) {
                    from.insert(next, at);
                    queue.push_back(next);
                }
            }
        }
        let mut way = Vec::new();
        let mut at = to;
        while let Some(&before) = from.get(&at) {
            way.push(before);
            at = before;
        }
        way.reverse();
        way
    }

    /// Percent of the way done on a screen after others: done / (done + average length of the ways that
    /// remain). None for a Flow of one screen.
    pub(super) fn progress(&self, trail: &[usize], at: usize) -> Option<u8> {
        if self.stops.len() < 2 {
            return None;
        }
        let visited: HashSet<usize> = trail.iter().copied().chain([at]).collect();
        let done: f64 = visited.iter().map(|&at| self.weight(at)).sum();
        let share = done / (done + self.average_rest(at));
        let percent = if share.is_finite() { (share * 100.0).round() } else { 0.0 };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 0 and 100
        Some(percent as u8)
    }

    /// Average length of all ways from a screen to an end. A way that turns back to itself ends there.
    fn average_rest(&self, from: usize) -> f64 {
        // How many ways go on from a screen, and their lengths added up.
        let mut known: HashMap<usize, (f64, f64)> = HashMap::new();
        let mut open = HashSet::new();
        let mut stack = vec![(from, false)];
        while let Some((at, leaving)) = stack.pop() {
            if leaving {
                let mut sum = (0.0_f64, 0.0_f64);
                for next in self.next(at) {
                    if let Some(&(ways, length)) = known.get(next) {
                        sum = (sum.0 + ways, sum.1 + length + ways * self.weight(*next));
                    }
                }
                open.remove(&at);
                known.insert(at, if sum.0 > 0.0 { sum } else { (1.0, 0.0) });
            } else if !known.contains_key(&at) && open.insert(at) {
                stack.push((at, true));
                stack.extend(self.next(at).iter().map(|&next| (next, false)));
            }
        }
        known.get(&from).map_or(0.0, |&(ways, length)| length / ways)
    }
}

fn stop(screen: &Screen<'_>, ids: &HashMap<&str, usize>) -> Stop {
    let components = screen.components();
    let actions = Screen::actions(&components);
    Stop {
        next: actions.iter().filter_map(|action| ids.get(&*action.target()?.as_str()?).copied()).collect(),
        counts: components.iter().any(|component| {
            component.is(ComponentKind::Footer) || component.is(ComponentKind::NavigationList)
        }),
    }
}
