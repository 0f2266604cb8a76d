//! Places for cards that nobody put anywhere: columns from left to right along the ways, the same for the
//! same Flow every time.

use std::collections::BTreeSet;

use crate::edit::Position;

/// From one column to the next, in px of the map: a card of 136 and room for the words on an edge.
const COLUMN: f32 = 220.0;
/// From one row to the next: a card of 207 and room for its flags.
const ROW: f32 = 279.0;
/// Width and height that a card needs for itself.
const CARD: (f32, f32) = (156.0, 247.0);
/// How often the rows are sorted by their neighbours. Flows have few screens; it settles early.
const SWEEPS: usize = 6;

/// A place for each screen. `ways` are pairs of places in the list; `placed` are the cards somebody put.
pub(super) fn layout(ways: &[(usize, usize)], placed: &[Option<Position>]) -> Vec<Position> {
    let count = placed.len();
    let next: Vec<Vec<usize>> = (0..count)
        .map(|from| {
            let targets: BTreeSet<usize> =
                ways.iter().filter(|(f, to)| *f == from && *to != from).map(|(_, to)| *to).collect();
            targets.into_iter().collect()
        })
        .collect();
    let forward = without_cycles(&next);
    let ranks = ranks(&forward);
    let columns = rows(&forward, &ranks);
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut free = vec![Position { x: 0.0, y: 0.0 }; count];
    for (column, screens) in columns.iter().enumerate() {
        let top = as_f32(tallest - screens.len()) * ROW / 2.0;
        for (row, screen) in screens.iter().enumerate() {
            let at = Position { x: as_f32(column) * COLUMN, y: top + as_f32(row) * ROW };
            if let Some(place) = free.get_mut(*screen) {
                *place = at;
            }
        }
    }
    beside_placed(free, placed)
}

/// Screen counts are small; beyond that precision is no matter for a place on the map.
fn as_f32(n: usize) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
}

/// The ways without those that lead back to where one came from, in file order.
fn without_cycles(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        No,
        Open,
        Done,
    }
    let mut seen = vec![Seen::No; next.len()];
    let mut forward = vec![Vec::new(); next.len()];
    for start in starts(next) {
        let mut stack = vec![(start, 0)];
        while let Some((at, done)) = stack.pop() {
            if done == 0 {
                if seen.get(at) != Some(&Seen::No) {
                    continue;
                }
                set(&mut seen, at, Seen::Open);
            }
            let Some(to) = next.get(at).and_then(|targets| targets.get(done)) else {
                set(&mut seen, at, Seen::Done);
                continue;
            };
            stack.push((at, done + 1));
            if seen.get(*to) != Some(&Seen::Open) {
                if let Some(targets) = forward.get_mut(at) {
                    targets.push(*to);
                }
                stack.push((*to, 0));
            }
        }
    }
    forward
}

fn set<T>(list: &mut [T], at: usize, value: T) {
    if let Some(slot) = list.get_mut(at) {
        *slot = value;
    }
}

/// Screens that nobody leads to first, then all others, both in file order.
fn starts(next: &[Vec<usize>]) -> Vec<usize> {
    let reached: BTreeSet<usize> = next.iter().flatten().copied().collect();
    let (inner, outer): (Vec<_>, Vec<_>) = (0..next.len()).partition(|screen| reached.contains(screen));
    outer.into_iter().chain(inner).collect()
}

/// The column of each screen: one more than the farthest column that leads to it.
fn ranks(forward: &[Vec<usize>]) -> Vec<usize> {
    let mut waiting = vec![0_usize; forward.len()];
    for to in forward.iter().flatten() {
        if let Some(count) = waiting.get_mut(*to) {
            *count += 1;
        }
    }
    let mut ranks = vec![0; forward.len()];
    let mut ready: BTreeSet<usize> =
        waiting.iter().enumerate().filter(|(_, count)| **count == 0).map(|(screen, _)| screen).collect();
    while let Some(at) = ready.pop_first() {
        let rank = ranks.get(at).copied().unwrap_or(0) + 1;
        for to in forward.get(at).into_iter().flatten() {
            if let Some(own) = ranks.get_mut(*to) {
                *own = rank.max(*own);
            }
            if let Some(count) = waiting.get_mut(*to) {
                *count -= 1;
                if *count == 0 {
                    ready.insert(*to);
                }
            }
        }
    }
    ranks
}

/// The screens of each column from top to bottom, sorted so that ways cross little.
fn rows(forward: &[Vec<usize>], ranks: &[usize]) -> Vec<Vec<usize>> {
    let columns = ranks.iter().max().map_or(0, |last| last + 1);
    let mut rows = vec![Vec::new(); columns];
    for (screen, rank) in ranks.iter().enumerate() {
        if let Some(column) = rows.get_mut(*rank) {
            column.push(screen);
        }
    }
    let mut back = vec![Vec::new(); forward.len()];
    for (from, targets) in forward.iter().enumerate() {
        for to in targets {
            if let Some(sources) = back.get_mut(*to) {
                sources.push(from);
            }
        }
    }
    let mut heights = vec![0.0; forward.len()];
    for sweep in 0..SWEEPS {
        let neighbours = if sweep % 2 == 0 { &back } else { forward };
        let order: Vec<usize> =
            if sweep % 2 == 0 { (0..columns).collect() } else { (0..columns).rev().collect() };
        for column in order {
            let Some(screens) = rows.get_mut(column) else { continue };
            let wish = |screen: usize| {
                let near = neighbours.get(screen).into_iter().flatten();
                let near: Vec<f32> = near.filter_map(|n| heights.get(*n).copied()).collect();
                let own = heights.get(screen).copied().unwrap_or(0.0);
                if near.is_empty() { own } else { near.iter().sum::<f32>() / as_f32(near.len()) }
            };
            let mut wished: Vec<(f32, usize)> =
                screens.iter().map(|screen| (wish(*screen), *screen)).collect();
            wished.sort_by(|a, b| a.0.total_cmp(&b.0));
            let middle = as_f32(wished.len().saturating_sub(1)) / 2.0;
            *screens = wished.iter().map(|(_, screen)| *screen).collect();
            for (row, screen) in screens.iter().enumerate() {
                set(&mut heights, *screen, as_f32(row) - middle);
            }
        }
    }
    rows
}

/// Cards somebody put stay; a free one that would lie on them moves down.
fn beside_placed(free: Vec<Position>, placed: &[Option<Position>]) -> Vec<Position> {
    let mut settled: Vec<Position> = placed.iter().copied().flatten().collect();
    let any_placed = !settled.is_empty();
    let mut positions = Vec::with_capacity(free.len());
    for (mut at, put) in free.into_iter().zip(placed) {
        if let Some(put) = put {
            positions.push(*put);
            continue;
        }
        let lies_on = |at: Position, other: &Position| {
            (at.x - other.x).abs() < CARD.0 && (at.y - other.y).abs() < CARD.1
        };
        while any_placed && settled.iter().any(|other| lies_on(at, other)) {
            at.y += ROW;
        }
        settled.push(at);
        positions.push(at);
    }
    positions
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(count: usize, ways: &[(usize, usize)], expect: &[(f32, f32)]) {
        let places = layout(ways, &vec![None; count]);
        let places: Vec<_> = places.iter().map(|at| (at.x / COLUMN, at.y / ROW)).collect();
        assert_eq!(places, expect);
    }

    #[test]
    fn a_line_stands_in_one_row() {
        check(3, &[(0, 1), (1, 2)], &[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)]);
    }

    #[test]
    fn a_branch_opens_and_closes() {
        check(4, &[(0, 1), (0, 2), (1, 3), (2, 3)], &[(0.0, 0.5), (1.0, 0.0), (1.0, 1.0), (2.0, 0.5)]);
    }

    #[test]
    fn a_way_back_does_not_pull_the_columns() {
        check(3, &[(0, 1), (1, 2), (2, 0)], &[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)]);
    }

    #[test]
    fn rows_follow_their_neighbours() {
        check(4, &[(0, 3), (1, 2)], &[(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0)]);
    }

    #[test]
    fn a_card_that_somebody_put_stays_and_pushes_none_but_those_under_it() {
        let put = Position { x: COLUMN, y: 10.0 };
        let places = layout(&[(0, 1), (1, 2)], &[None, None, Some(put)]);
        assert_eq!(places[2], put);
        assert_eq!(places[0], Position { x: 0.0, y: 0.0 });
        assert_eq!(places[1], Position { x: COLUMN, y: ROW });
    }

    proptest! {
        #[test]
        fn no_two_cards_lie_on_each_other(
            count in 1_usize..30,
            ways in prop::collection::vec((0_usize..30, 0_usize..30), 0..60),
        ) {
            let ways: Vec<_> = ways.into_iter().filter(|(a, b)| *a < count && *b < count).collect();
            let places = layout(&ways, &vec![None; count]);
            prop_assert_eq!(places.len(), count);
            for (n, a) in places.iter().enumerate() {
                for b in &places[n + 1..] {
                    prop_assert!((a.x - b.x).abs() >= CARD.0 || (a.y - b.y).abs() >= CARD.1);
                }
            }
        }
    }
}
