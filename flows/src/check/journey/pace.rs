//! How soon after each other the marketing messages of one run can go out: the shortest time for so many, over all ways.
//!
//! What is known to take time is a wait for a time, no answer until the time is over, and the way from one time of day or
//! of the week to another. Everything else may take none.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::context::JourneyContext;
use crate::engine::CAP_OVER;
use crate::journey::{Body, Clock, JourneyNode, Length, Role, Weekday, output};
use crate::template::Category;

const DAY: i64 = 24 * 3_600_000;
const WEEK: i64 = 7 * DAY;

/// Ways from which on a journey is too tangled to be looked at. Ours.
const MOST: usize = 20_000;

/// The most messages that are counted. Ours: nobody allows more in a week.
const MOST_COUNTED: u32 = 32;

/// Marketing messages in too short a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TooSoon {
    /// From the first of them to the last.
    pub(super) within: Length,
    /// The nodes from the first of them to the last.
    pub(super) path: Vec<usize>,
}

/// A way so far.
#[derive(Debug, Clone, Copy)]
struct Step {
    node: usize,
    /// Messages with the node's.
    sent: u32,
    /// Since the first of them.
    time: i64,
    /// Which node last waited for a time of day, and how long ago that was.
    anchor: Option<(usize, i64)>,
    before: Option<usize>,
}

/// The shortest way on which more marketing messages go out than are allowed in seven days.
pub(super) fn too_soon(cx: &JourneyContext<'_>, allowed: u32) -> Option<TooSoon> {
    let offers: BTreeSet<usize> = cx
        .used()
        .filter(|used| used.known.category == Category::Marketing)
        .map(|used| used.at.index)
        .collect();
    let most = allowed.checked_add(1).filter(|most| *most <= MOST_COUNTED)?;
    let mut steps: Vec<Step> = Vec::new();
    let mut open = BinaryHeap::new();
    let push = |steps: &mut Vec<Step>, open: &mut BinaryHeap<_>, step: Step| {
        if step.time < CAP_OVER.millis() {
            open.push(Reverse((step.time, steps.len())));
            steps.push(step);
        }
    };
    for (node, anchor) in offers.iter().flat_map(|offer| anchors(cx, *offer)) {
        let anchor = anchor.map(|anchor| (anchor, 0));
        push(&mut steps, &mut open, Step { node, sent: 1, time: 0, anchor, before: None });
    }
    let mut seen: BTreeMap<(usize, u32, Option<usize>), i64> = BTreeMap::new();
    while let Some(Reverse((_, number))) = open.pop() {
        let Some(step) = steps.get(number).copied() else { continue };
        if step.sent >= most {
            return Some(TooSoon { within: Length::of_millis(step.time), path: path(&steps, number) });
        }
        let place = (step.node, step.sent, step.anchor.map(|(anchor, _)| anchor));
        let ago = step.anchor.map_or(0, |(_, ago)| ago);
        if seen.get(&place).is_some_and(|least| *least <= ago) {
            continue;
        }
        seen.insert(place, ago);
        if steps.len() > MOST {
            return None;
        }
        let Some(node) = cx.journey().nodes.get(step.node) else { continue };
        for (output, target) in &node.to {
            let Some(to) = cx.place(target) else { continue };
            let (passed, anchor) = passes(cx, node, output, step);
            let sent = step.sent + u32::from(offers.contains(&to));
            let time = step.time + passed;
            push(&mut steps, &mut open, Step { node: to, sent, time, anchor, before: Some(number) });
        }
    }
    None
}

fn path(steps: &[Step], last: usize) -> Vec<usize> {
    let way = std::iter::successors(Some(last), |number| steps.get(*number)?.before);
    let mut path: Vec<usize> = way.filter_map(|number| Some(steps.get(number)?.node)).collect();
    path.reverse();
    path
}

/// The nodes that may have waited for a time of day right before a node; none: something else was before.
fn anchors(cx: &JourneyContext<'_>, node: usize) -> BTreeSet<(usize, Option<usize>)> {
    let before = |index: usize| cx.before(index);
    let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
    let mut open: Vec<usize> = before(node).to_vec();
    if open.is_empty() {
        found.insert((node, None));
    }
    while let Some(index) = open.pop() {
        let Some(from) = cx.journey().nodes.get(index).filter(|_| seen.insert(index)) else { continue };
        let earlier = before(index);
        if times(from).is_some() {
            found.insert((node, Some(index)));
        } else if takes_time(from) || earlier.is_empty() {
            found.insert((node, None));
        } else {
            open.extend(earlier);
        }
    }
    found
}

/// Whether time may pass at a node.
fn takes_time(node: &JourneyNode) -> bool {
    let waits = matches!(node.body, Body::Assign(_) | Body::Ask(_) | Body::Flow(_) | Body::Call(_));
    !node.off && (waits || node.body.role() == Role::Wait || node.body.timeout().is_some())
}

/// The least time that passes by an output, and what is known of the time of day then.
fn passes(cx: &JourneyContext<'_>, node: &JourneyNode, out: &str, step: Step) -> (i64, Option<(usize, i64)>) {
    let later = |passed: i64| (passed, step.anchor.map(|(anchor, ago)| (anchor, ago + passed)));
    if node.off {
        return later(0);
    }
    match &node.body {
        Body::Wait(wait) => later(wait.lasts.millis()),
        Body::WaitUntil(_) => {
            let from =
                step.anchor.and_then(|(anchor, ago)| Some((times(cx.journey().nodes.get(anchor)?)?, ago)));
            let passed = match (from, times(node)) {
                (Some((from, ago)), Some(to)) => shortest(&from, &to, ago) - ago,
                _ => 1,
            };
            (passed, Some((step.node, 0)))
        }
        body if out == output::NO_ANSWER => later(body.timeout().map_or(0, Length::millis)),
        _ => later(0),
    }
}

/// The moments of the week at which a node lets on; none: at any.
fn times(node: &JourneyNode) -> Option<Vec<i64>> {
    let (on, at): (&[Weekday], Clock) = match &node.body {
        _ if node.off => return None,
        Body::WaitUntil(wait) => (&wait.on, wait.time),
        Body::Schedule(schedule) => (&schedule.on, schedule.at),
        _ => return None,
    };
    let every = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];
    let on = if on.is_empty() { &every } else { on };
    let days = (0..).zip(&every).filter(|(_, day)| on.contains(day));
    Some(days.map(|(day, _)| day * DAY + i64::from(at.minutes()) * 60_000).collect())
}

/// The shortest time from one of some moments of the week to one of others, at least so long.
fn shortest(from: &[i64], to: &[i64], least: i64) -> i64 {
    let least = least.max(1);
    let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (to - from).rem_euclid(WEEK)));
    let late = |gap: i64| {
        let short = (least - gap).max(0);
        gap + (short + WEEK - 1) / WEEK * WEEK
    };
    pairs.map(late).min().unwrap_or(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_one_saturday_to_the_next_a_week_passes() {
        let (saturday, monday) = ([5 * DAY], [0]);
        assert_eq!(shortest(&saturday, &saturday, 0), WEEK);
        assert_eq!(shortest(&saturday, &monday, 0), 2 * DAY);
        assert_eq!(shortest(&saturday, &monday, 2 * DAY), 2 * DAY);
        assert_eq!(shortest(&saturday, &monday, 2 * DAY + 1), 9 * DAY);
        assert_eq!(shortest(&[0, 3 * DAY], &[0, 3 * DAY], 0), 3 * DAY);
    }
}
