//! How long a run can go round in a loop without a message of the person: the engine lets it go through so many nodes a day.

use super::graph::{BACK, END, Graph, millis};
use super::ways::loops;
use super::zone::{FOREVER, OVER, capped};
use crate::engine::{CALL, MAX_STEPS_A_DAY};
use crate::journey::{Body, output};

/// The nodes of a loop up to which its longest walk is looked for; of a larger one each node counts as its slowest. Ours.
const MOST: usize = 200;

/// A way from one node of a loop to another, and the longest time until then in milliseconds.
type Way = (usize, usize, u64);

impl Graph<'_> {
    /// The loop without a message of the person that each node is in, and the longest time that the engine lets pass in it.
    /// The top where it is in none.
    pub(super) fn silences(&self) -> Vec<(u32, u32)> {
        let all = 0..u32::try_from(self.nodes.len()).unwrap_or(0);
        let ways: Vec<Vec<(u32, u64)>> = all.map(|number| self.silent_ways(number)).collect();
        let targets: Vec<Vec<u32>> =
            ways.iter().map(|ways| ways.iter().map(|(to, _)| *to).collect()).collect();
        let found = loops(&targets);
        // Nodes as they are numbered in their loop
        let mut sizes = vec![0; found.sizes.len()];
        let places = found.parts.iter().map(|part| {
            let size = sizes.get_mut(*part as usize);
            size.map_or(0, |size| std::mem::replace(size, *size + 1))
        });
        let places: Vec<usize> = places.collect();
        let mut inside: Vec<Vec<Way>> = vec![Vec::new(); found.sizes.len()];
        for (from, (part, ways)) in found.parts.iter().zip(&ways).enumerate() {
            let Some(inside) = inside.get_mut(*part as usize) else { continue };
            let place = |node: usize| places.get(node).copied().unwrap_or_default();
            let ways = ways.iter().filter(|(to, _)| found.parts.get(*to as usize) == Some(part));
            inside.extend(ways.map(|(to, time)| (place(from), place(*to as usize), *time)));
        }
        let longest: Vec<u32> = (0..)
            .zip(&inside)
            .map(|(part, ways)| {
                if !found.is_loop(part) {
                    return OVER;
                }
                // One more than the engine counts: a run may begin at a node that it did not come to
                capped(longest_walk(ways, MAX_STEPS_A_DAY + 1), OVER)
            })
            .collect();
        found.parts.iter().map(|part| (*part, longest.get(*part as usize).copied().unwrap_or(OVER))).collect()
    }

    /// Where a node leads without a message of the person, with the longest time until then.
    fn silent_ways(&self, number: u32) -> Vec<(u32, u64)> {
        let Some((part, _, read)) = self.at(number) else { return Vec::new() };
        let quiet = self.parts.get(part).and_then(|part| part.quiet).filter(|quiet| !quiet.skip);
        let mut messages = read.first.iter().chain(&read.instead);
        let held = quiet.is_some_and(|quiet| messages.any(|message| quiet.all || message.is_marketing()));
        let time = |output: &str| {
            let timeout = read.node.body.timeout().map(|length| millis(Some(length)));
            match &read.node.body {
                _ if read.past => Some(0),
                _ if held => Some(FOREVER),
                Body::Ask(_) | Body::Flow(_) | Body::WaitReply(_) => match output {
                    output::NO_ANSWER => Some(timeout.unwrap_or_default()),
                    output::CLOSED => Some(0),
                    _ => None,
                },
                Body::WaitEvent(wait) if wait.event == CALL && output == output::NEXT => None,
                Body::WaitEvent(_) | Body::WaitStatus(_) => Some(timeout.unwrap_or(FOREVER)),
                Body::WaitUntil(_) | Body::Assign(_) => Some(FOREVER),
                Body::Wait(wait) => Some(millis(Some(wait.lasts))),
                Body::Typing(typing) => Some(millis(Some(typing.lasts))),
                _ => Some(timeout.unwrap_or_default()),
            }
        };
        let outputs = read.node.body.outputs();
        let names =
            outputs.iter().map(|output| output.name.as_str()).chain(read.node.to.keys().map(String::as_str));
        let mut ways: Vec<(u32, u64)> =
            names.filter_map(|output| Some((self.to(number, output), time(output)?))).collect();
        ways.extend(self.entry(number).map(|entry| (entry, 0)));
        ways.push((self.through(number), 0));
        if let Some(longest) = ways.iter().filter(|(to, _)| *to == BACK).map(|(_, time)| *time).max() {
            ways.extend(self.backs(number).iter().map(|back| (*back, longest)));
        }
        ways.retain(|(to, _)| *to != END && *to != BACK);
        ways
    }
}

/// The longest time of so many steps along the ways of a loop, or more. Beyond the top nothing is added up any more.
fn longest_walk(ways: &[Way], steps: usize) -> u64 {
    let slowest = ways.iter().map(|(_, _, time)| *time).max().unwrap_or_default();
    let top = u64::from(OVER);
    let nodes = ways.iter().map(|(from, ..)| *from + 1).max().unwrap_or_default();
    let at_most = slowest.saturating_mul(u64::try_from(steps).unwrap_or(FOREVER));
    if at_most < top || nodes > MOST {
        return at_most;
    }
    let mut times = vec![0_u64; nodes];
    for _ in 0..steps {
        let mut next = vec![0_u64; nodes];
        for (from, to, time) in ways {
            let after = times.get(*from).copied().unwrap_or_default().saturating_add(*time);
            if let Some(place) = next.get_mut(*to) {
                *place = after.max(*place);
            }
        }
        times = next;
        if times.iter().any(|time| *time >= top) {
            return top;
        }
    }
    times.into_iter().max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000;

    #[test]
    fn a_walk_is_as_slow_as_its_slowest_round() {
        // A round of two nodes that takes 170 seconds, and one of three that takes as long
        let ways = [(0, 1, 170 * SECOND), (1, 0, 0), (1, 2, 0), (2, 0, 0)];
        assert_eq!(longest_walk(&ways, 1_000), 500 * 170 * SECOND);
        assert_eq!(longest_walk(&ways, 1_001), 501 * 170 * SECOND);
        // One that alone takes the day
        assert_eq!(longest_walk(&[(0, 0, FOREVER)], 1_000), u64::from(OVER));
        assert_eq!(longest_walk(&[(0, 0, 86 * SECOND)], 1_000), 86_000 * SECOND);
        assert_eq!(longest_walk(&[], 1_000), 0);
    }
}
