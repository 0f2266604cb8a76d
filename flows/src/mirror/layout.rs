//! Places for cards that nobody put anywhere: columns from left to right along the ways, folded into rows of
//! columns, the same for the same Flow every time.

use std::collections::BTreeSet;

use crate::edit::Position;

/// From one column to the next, in px of the map: a card of 136 and room for the words on an edge.
const COLUMN: f32 = 200.0;
/// From one row to the next: a card of 207 and room for its flags.
const ROW: f32 = 280.0;
/// What of a column and a row is free space.
const GAPS: (f32, f32) = (64.0, 73.0);
/// Width and height that a card needs for itself.
const CARD: (f32, f32) = (156.0, 247.0);
/// Width and height that the map has for cards in a small window, 1280 by 800.
const ROOM: (f32, f32) = (454.0, 500.0);
/// Larger than this nobody needs the cards: as long as they are, the story is not folded.
const LARGE_ENOUGH: f32 = 0.845;
/// Columns may be cut after so many cards.
const CUTS: [usize; 5] = [6, 5, 4, 3, 2];
/// What a cut has to gain: ways to its second part run behind its first.
const CUT_PRICE: f32 = 0.75;
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
    let mut free = vec![Position { x: 0.0, y: 0.0 }; count];
    let (columns, across) = shape(columns);
    let mut above = 0.0;
    for (turn, band) in columns.chunks(across).enumerate() {
        let tallest = tallest(band);
        for (place, screens) in band.iter().enumerate() {
            // back to the left in every second row of columns, so that ways between the rows stay short
            let column = if turn % 2 == 0 { place } else { across - 1 - place };
            let top = above + as_f32(tallest - screens.len()) * ROW / 2.0;
            for (row, screen) in screens.iter().enumerate() {
                set(&mut free, *screen, Position { x: as_f32(column) * COLUMN, y: top + as_f32(row) * ROW });
            }
        }
        above += as_f32(tallest) * ROW;
    }
    beside_placed(free, placed)
}

/// The columns, cut where they are very tall, and how many of them stand side by side: what shows the cards largest.
fn shape(columns: Vec<Vec<usize>>) -> (Vec<Vec<usize>>, usize) {
    let mut best = (f32::NEG_INFINITY, Vec::new(), 1);
    let mut consider = |columns: Vec<Vec<usize>>, price: f32| {
        let mut found = None;
        for across in (1..=columns.len()).rev() {
            let rows: usize = columns.chunks(across).map(tallest).sum();
            let score = price
                * LARGE_ENOUGH
                    .min(ROOM.0 / (as_f32(across) * COLUMN - GAPS.0))
                    .min(ROOM.1 / (as_f32(rows) * ROW - GAPS.1));
            if score > best.0 {
                best.0 = score;
                found = Some(across);
            }
        }
        if let Some(across) = found {
            best.1 = columns;
            best.2 = across;
        }
    };
    let tall = tallest(&columns);
    for most in CUTS.into_iter().filter(|most| *most < tall) {
        let cut = columns.iter().flat_map(|column| column.chunks(most).map(<[usize]>::to_vec));
        consider(cut.collect(), CUT_PRICE);
    }
    consider(columns, 1.0);
    (best.1, best.2)
}

fn tallest(columns: &[Vec<usize>]) -> usize {
    columns.iter().map(Vec::len).max().unwrap_or(0)
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
    fn a_long_line_turns_back() {
        let ways = [(0, 1), (1, 2), (2, 3), (3, 4)];
        check(5, &ways, &[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (2.0, 1.0), (1.0, 1.0)]);
    }

    #[test]
    fn a_fan_is_cut_into_columns() {
        let ways: Vec<_> = (1..8).map(|to| (0, to)).collect();
        let places = layout(&ways, &[None; 8]);
        let lowest = places.iter().map(|at| at.y / ROW).fold(0.0, f32::max);
        assert!(lowest <= 3.0, "{places:?}");
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
