//! Loops without a message of the person: the engine lets a run go through so many nodes a day. How long that can be, and whether
//! a loop goes round more often.

use super::clock::DAY;
use super::graph::{BACK, END, Graph, millis, small};
use super::parts::Read;
use super::ways::loops;
use super::zone::{FOREVER, OVER, capped};
use crate::engine::{CALL, MAX_STEPS_A_DAY};
use crate::journey::{Awaited, Body, output};

/// The nodes of a loop up to which its rounds are looked at; of a larger one each node counts as its slowest. Ours.
const MOST: usize = 200;

/// Steps of a walk that are gone where it is not near 24 hours: all of it is so many times as long at most. Ours.
const PART: u64 = 64;

/// A way from one node to another without a message of the person, with the shortest and the longest time until then in
/// milliseconds.
#[derive(Debug, Clone, Copy)]
struct Way {
    from: usize,
    to: usize,
    shortest: u64,
    longest: u64,
    /// How far a message has to have come: it comes so far once, and only another message is waited for again.
    comes: Option<Awaited>,
}

/// Loops without a message of the person.
pub(super) struct Silences {
    /// The loop that each node is in, and the longest time that the engine lets pass in it, but for quiet hours and what is
    /// slow. The top where it is in none.
    pub(super) of: Vec<(u32, u32)>,
    /// Loops that go round so often that the engine may end the run.
    pub(super) hasty: Vec<u32>,
}

impl Graph<'_> {
    /// Looks for loops without a message of the person.
    pub(super) fn silences(&self) -> Silences {
        let all = 0..small(self.nodes.len());
        let ways: Vec<Vec<Way>> = all.map(|number| self.silent_ways(number)).collect();
        let target = |way: &Way| small(way.to);
        let targets: Vec<Vec<u32>> = ways.iter().map(|ways| ways.iter().map(target).collect()).collect();
        let found = loops(&targets);
        // Nodes as they are numbered in their loop
        let mut sizes = vec![0; found.sizes.len()];
        let places = found.parts.iter().map(|part| {
            let size = sizes.get_mut(*part as usize);
            size.map_or(0, |size| std::mem::replace(size, *size + 1))
        });
        let places: Vec<usize> = places.collect();
        let mut inside: Vec<Vec<Way>> = vec![Vec::new(); found.sizes.len()];
        for (part, ways) in found.parts.iter().zip(&ways) {
            let Some(inside) = inside.get_mut(*part as usize) else { continue };
            let place = |node: usize| places.get(node).copied().unwrap_or_default();
            let ways = ways.iter().filter(|way| found.parts.get(way.to) == Some(part));
            inside.extend(ways.map(|way| Way { from: place(way.from), to: place(way.to), ..*way }));
        }
        let mut sends = vec![false; inside.len()];
        for (number, part) in (0..).zip(&found.parts) {
            if let (Some((_, _, read)), Some(sends)) = (self.at(number), sends.get_mut(*part as usize)) {
                *sends |= read.first.is_some();
            }
        }
        let longest = (0..).zip(inside.iter().zip(&sends)).map(|(part, (ways, sends))| {
            if !found.is_loop(part) {
                return OVER;
            }
            let (ways, once) = if *sends { (ways.clone(), 0) } else { without_status(ways) };
            capped(longest_walk(&ways, most_steps()).saturating_add(once), OVER)
        });
        let longest: Vec<u32> = longest.collect();
        let hasty = (0..).zip(&inside).filter(|(part, ways)| found.is_loop(*part) && is_hasty(ways));
        Silences {
            hasty: hasty.map(|(part, _)| part).collect(),
            of: found
                .parts
                .iter()
                .map(|part| (*part, longest.get(*part as usize).copied().unwrap_or(OVER)))
                .collect(),
        }
    }

    /// Where a node leads without a message of the person.
    fn silent_ways(&self, number: u32) -> Vec<Way> {
        let Some((_, _, read)) = self.at(number) else { return Vec::new() };
        let outputs = read.node.body.outputs();
        let names =
            outputs.iter().map(|output| output.name.as_str()).chain(read.node.to.keys().map(String::as_str));
        let mut ways: Vec<(u32, (u64, u64))> =
            names.filter_map(|output| Some((self.to(number, output), read.silent(output)?))).collect();
        ways.extend(self.entry(number).map(|entry| (entry, (0, 0))));
        // Where the way ends; by which output has been said
        ways.push((self.through(number), (FOREVER, 0)));
        let back = ways.iter().filter(|(to, _)| *to == BACK).map(|(_, times)| *times);
        let back = back.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        ways.extend(
            back.into_iter().flat_map(|times| self.backs(number).iter().map(move |back| (*back, times))),
        );
        ways.retain(|(to, _)| *to != END && *to != BACK);
        let comes = match &read.node.body {
            Body::WaitStatus(wait) if !read.past => Some(wait.status),
            _ => None,
        };
        let next = self.to(number, output::NEXT);
        let way = |(to, (shortest, longest))| {
            let comes = comes.filter(|_| to == next && shortest == 0);
            Way { from: number as usize, to: to as usize, shortest, longest, comes }
        };
        ways.into_iter().map(way).collect()
    }
}

impl Read<'_> {
    /// After it the time that may pass in a loop is counted anew: how long it lasts has no end.
    pub(super) fn is_slow(&self) -> bool {
        !self.past && matches!(self.node.body, Body::WaitUntil(_) | Body::Assign(_))
    }

    /// How long it takes at least and at most until a node is left by an output without a message of the person; none: it never
    /// is. Of time that is begun to be counted from anew there is none at most.
    fn silent(&self, output: &str) -> Option<(u64, u64)> {
        let body = &self.node.body;
        let timeout = body.timeout().map(|length| millis(Some(length)));
        let over = timeout.unwrap_or(FOREVER);
        Some(match body {
            _ if self.past => (0, 0),
            Body::Ask(_) | Body::Flow(_) | Body::WaitReply(_) => match output {
                output::NO_ANSWER => (over, timeout.unwrap_or_default()),
                output::CLOSED => (0, 0),
                _ => return None,
            },
            Body::WaitEvent(wait) if wait.event == CALL && output == output::NEXT => return None,
            Body::WaitEvent(_) => (over, over),
            Body::WaitStatus(_) => (if output == output::NEXT { 0 } else { over }, over),
            _ if self.is_slow() => (FOREVER, 0),
            Body::Wait(wait) => (millis(Some(wait.lasts)), millis(Some(wait.lasts))),
            Body::Typing(typing) => (millis(Some(typing.lasts)), millis(Some(typing.lasts))),
            _ => (0, timeout.unwrap_or_default()),
        })
    }
}

/// The ways of a loop that sends nothing, without the time that a message takes to come; and that time.
fn without_status(ways: &[Way]) -> (Vec<Way>, u64) {
    let longest = |awaited: Awaited| {
        ways.iter().filter(|way| way.comes == Some(awaited)).map(|way| way.longest).max().unwrap_or_default()
    };
    let once = longest(Awaited::Delivered).saturating_add(longest(Awaited::Read));
    let ways =
        ways.iter().map(|way| Way { longest: if way.comes.is_some() { 0 } else { way.longest }, ..*way });
    (ways.collect(), once)
}

/// Whether a loop can go round so often that more nodes are gone through in a day than the engine lets: a circle in which each
/// node takes less than its share of the day (Bellman and Ford).
fn is_hasty(ways: &[Way]) -> bool {
    let nodes = ways.iter().map(|way| way.from + 1).max().unwrap_or_default();
    if nodes == 0 || nodes > MOST {
        return false;
    }
    let share = i64::from(DAY);
    let steps = i64::try_from(MAX_STEPS_A_DAY).unwrap_or(i64::MAX);
    let spent = |way: &Way| i64::try_from(way.shortest.min(u64::from(DAY))).unwrap_or(share) * steps - share;
    let mut least = vec![0_i64; nodes];
    for _ in 0..nodes {
        let mut changed = false;
        for way in ways {
            let after = least.get(way.from).copied().unwrap_or_default() + spent(way);
            if let Some(place) = least.get_mut(way.to).filter(|place| after < **place) {
                *place = after;
                changed = true;
            }
        }
        if !changed {
            return false;
        }
    }
    true
}

/// One more than the engine counts: a run may begin at a node that it did not come to.
fn most_steps() -> u64 {
    u64::try_from(MAX_STEPS_A_DAY).map_or(FOREVER, |steps| steps + 1)
}

/// The longest time of so many steps along the ways of a loop, or more. Beyond the top nothing is added up any more.
fn longest_walk(ways: &[Way], steps: u64) -> u64 {
    let slowest = ways.iter().map(|way| way.longest).max().unwrap_or_default();
    let nodes = ways.iter().map(|way| way.from + 1).max().unwrap_or_default();
    let at_most = slowest.saturating_mul(steps);
    if nodes > MOST {
        return at_most;
    }
    let mut times = vec![0_u64; nodes];
    let mut longest = vec![0_u64];
    for step in 1..=steps {
        let mut next = vec![0_u64; nodes];
        for way in ways {
            let after = times.get(way.from).copied().unwrap_or_default().saturating_add(way.longest);
            if let Some(place) = next.get_mut(way.to) {
                *place = after.max(*place);
            }
        }
        times = next;
        let here = times.iter().copied().max().unwrap_or_default();
        longest.push(here);
        if here >= u64::from(OVER) {
            return u64::from(OVER);
        }
        if step == PART {
            // Where no walk comes near the top, the longest of its parts say enough
            let of = |steps: u64| usize::try_from(steps).ok().and_then(|steps| longest.get(steps)).copied();
            let rest = of(steps % PART).unwrap_or_default();
            let walk = here.saturating_mul(steps / PART).saturating_add(rest);
            if walk < u64::from(OVER) {
                return walk;
            }
        }
    }
    longest.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: u64 = 1_000;

    fn ways(all: &[(usize, usize, u64)]) -> Vec<Way> {
        all.iter()
            .map(|(from, to, time)| Way {
                from: *from,
                to: *to,
                shortest: *time,
                longest: *time,
                comes: None,
            })
            .collect()
    }

    #[test]
    fn a_walk_is_as_slow_as_its_slowest_round() {
        // A round of two nodes that takes 170 seconds, and one of three that takes as long
        let rounds = ways(&[(0, 1, 170 * SECOND), (1, 0, 0), (1, 2, 0), (2, 0, 0)]);
        assert_eq!(longest_walk(&rounds, 1_000), 500 * 170 * SECOND);
        assert_eq!(longest_walk(&rounds, 1_001), 501 * 170 * SECOND);
        // One that alone takes the day
        assert_eq!(longest_walk(&ways(&[(0, 0, FOREVER)]), 1_000), u64::from(OVER));
        assert_eq!(longest_walk(&ways(&[(0, 0, 86 * SECOND)]), 1_000), 86_000 * SECOND);
        assert_eq!(longest_walk(&[], 1_000), 0);
    }

    #[test]
    fn a_loop_is_hasty_by_its_fastest_round() {
        let share = 86_400;
        assert!(is_hasty(&ways(&[(0, 0, share - 1)])));
        assert!(!is_hasty(&ways(&[(0, 0, share)])));
        assert!(is_hasty(&ways(&[(0, 1, 2 * share - 1), (1, 0, 0)])));
        assert!(!is_hasty(&ways(&[(0, 1, 2 * share), (1, 0, 0)])));
        assert!(is_hasty(&ways(&[(0, 1, FOREVER), (1, 0, 0), (1, 1, SECOND)])));
        assert!(!is_hasty(&[]));
    }
}
