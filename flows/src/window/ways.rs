//! What is said of the graph before zones go through it: loops, and what each node may still ask of a zone.

use super::atoms::{Asked, Atom};
use super::graph::{BACK, END, Graph, small};
use crate::journey::Body;

/// Parts of a zone that are looked at from a node on; all else is forgotten there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a part of a zone")]
pub(super) struct Live {
    /// Remembered atoms, by their bits.
    pub(super) atoms: u64,
    pub(super) day: bool,
    /// The day of the week; the time of day then, too.
    pub(super) week: bool,
    pub(super) ad: bool,
    pub(super) consent: bool,
    pub(super) country: bool,
    pub(super) status: bool,
}

impl Live {
    fn join(self, other: Self) -> Self {
        Self {
            atoms: self.atoms | other.atoms,
            day: self.day | other.day,
            week: self.week | other.week,
            ad: self.ad | other.ad,
            consent: self.consent | other.consent,
            country: self.country | other.country,
            status: self.status | other.status,
        }
    }
}

impl Graph<'_> {
    /// Where each node may lead.
    pub(super) fn successors(&self) -> Vec<Vec<u32>> {
        let all = 0..small(self.nodes.len());
        all.map(|number| {
            let Some((_, _, read)) = self.at(number) else { return Vec::new() };
            let leaves = matches!(read.node.body, Body::GoTo(_)) && !read.past;
            let mut to: Vec<u32> = if leaves {
                Vec::new()
            } else {
                let outputs = read.node.to.keys().map(|output| self.to(number, output));
                outputs.chain([self.through(number)]).collect()
            };
            to.extend(self.entry(number));
            if to.contains(&BACK) {
                to.extend(self.backs(number));
            }
            to.retain(|to| *to != END && *to != BACK);
            to.sort_unstable();
            to.dedup();
            to
        })
        .collect()
    }

    /// Atoms that are worth remembering: asked more than once, in a loop, or made by a node. At most 64.
    pub(super) fn worth_remembering(&self, loops: &Loops) -> Vec<u32> {
        let mut asked = vec![0_usize; self.atoms.all.len()];
        let mut count = |number: u32, times: usize| {
            if let Some(count) = asked.get_mut(number as usize) {
                *count += times;
            }
        };
        for (number, part) in (0..).zip(&loops.parts) {
            let times = if loops.is_loop(*part) { 2 } else { 1 };
            let Some((_, _, read)) = self.at(number) else { continue };
            for (_, when) in read.cases.iter() {
                when.atoms(&mut |atom| count(atom, times));
            }
            read.ways.iter().for_each(|(_, atom)| count(*atom, times));
            read.heard.iter().for_each(|atom| count(*atom, times));
        }
        let mut worth: Vec<u32> = (0..)
            .zip(&self.atoms.all)
            .filter(|(number, atom)| {
                let times = asked.get(*number as usize).copied().unwrap_or_default();
                let made = || {
                    self.parts
                        .iter()
                        .flat_map(|part| &part.nodes)
                        .any(|read| super::atoms::effect(read.node, atom) != super::atoms::Effect::Nothing)
                };
                // Fields are asked by several tests that say something of each other
                times > 1
                    || (times > 0 && matches!(atom, Atom::Heard(_)))
                    || (times > 0 && (matches!(atom, Atom::Field(..) | Atom::Stage(_)) || made()))
            })
            .map(|(number, _)| number)
            .collect();
        worth.truncate(64);
        worth
    }

    /// What is looked at from each node on.
    pub(super) fn live(&self, successors: &[Vec<u32>], remembered: &[u32]) -> Vec<Live> {
        let bits: std::collections::HashMap<u32, u64> =
            remembered.iter().enumerate().map(|(bit, number)| (*number, 1 << bit)).collect();
        let mut live: Vec<Live> =
            (0..successors.len()).map(|number| self.looks_at(small(number), &bits)).collect();
        loop {
            let mut changed = false;
            for (number, to) in successors.iter().enumerate().rev() {
                let after = to.iter().filter_map(|to| live.get(*to as usize)).copied();
                let after = after.fold(Live::default(), Live::join);
                if let Some(here) = live.get_mut(number) {
                    let joined = here.join(after);
                    changed |= joined != *here;
                    *here = joined;
                }
            }
            if !changed {
                break;
            }
        }
        // Once days of the week are known, they say when clocks may be set
        let known = live.iter().any(|live| live.week);
        for live in &mut live {
            live.week = known && live.day;
        }
        live
    }

    fn looks_at(&self, number: u32, bits: &std::collections::HashMap<u32, u64>) -> Live {
        let mut live = Live::default();
        let Some((part, _, read)) = self.at(number) else { return live };
        if read.past {
            return live;
        }
        for (_, when) in read.cases.iter() {
            when.looks_at(&mut live, bits);
        }
        for atom in read.ways.iter().map(|(_, atom)| atom).chain(&read.heard) {
            live.atoms |= bits.get(atom).copied().unwrap_or_default();
        }
        let quiet = self.parts.get(part).and_then(|part| part.quiet);
        for message in read.first.iter().chain(&read.instead) {
            let marketing = message.is_marketing();
            live.consent |= marketing;
            live.country |= marketing;
            live.day |= quiet.is_some_and(|quiet| quiet.all || marketing);
        }
        match &read.node.body {
            Body::WaitUntil(wait) => (live.day, live.week) = (true, !wait.on.is_empty()),
            Body::WaitStatus(_) => live.status = true,
            Body::Call(_) | Body::GoTo(_) => live.consent = true,
            _ => (),
        }
        live
    }
}

impl Asked {
    pub(super) fn atoms(&self, each: &mut impl FnMut(u32)) {
        match self {
            Self::All(of) | Self::Any(of) => of.iter().for_each(|it| it.atoms(each)),
            Self::Not(of) => of.atoms(each),
            Self::Atom(number) => each(*number),
            _ => (),
        }
    }

    fn looks_at(&self, live: &mut Live, bits: &std::collections::HashMap<u32, u64>) {
        match self {
            Self::All(of) | Self::Any(of) => of.iter().for_each(|it| it.looks_at(live, bits)),
            Self::Not(of) => of.looks_at(live, bits),
            Self::Window => (),
            Self::AdWindow => live.ad = true,
            Self::Consent => live.consent = true,
            Self::Marketing => (live.consent, live.country) = (true, true),
            Self::Between(..) => live.day = true,
            Self::On(_) => (live.day, live.week) = (true, true),
            Self::Atom(number) => live.atoms |= bits.get(number).copied().unwrap_or_default(),
        }
    }
}

/// The strongly connected parts of a graph: the part of each node, how many nodes each part has, and whether a node of it
/// leads to itself.
pub(super) struct Loops {
    pub(super) parts: Vec<u32>,
    pub(super) sizes: Vec<u32>,
    itself: Vec<bool>,
}

impl Loops {
    /// Whether one can come from a part's node to it again.
    pub(super) fn is_loop(&self, part: u32) -> bool {
        let part = part as usize;
        self.sizes.get(part).is_some_and(|size| *size > 1)
            || self.itself.get(part).copied().unwrap_or_default()
    }
}

/// Tarjan's algorithm, without recursion.
pub(super) fn loops(successors: &[Vec<u32>]) -> Loops {
    const NEW: u32 = u32::MAX;
    let count = successors.len();
    let (mut order, mut low, mut parts) = (vec![NEW; count], vec![0; count], vec![NEW; count]);
    let (mut sizes, mut stack, mut next) = (Vec::new(), Vec::new(), 0_u32);
    let get = |list: &[u32], at: u32| list.get(at as usize).copied().unwrap_or_default();
    let set = |list: &mut [u32], at: u32, value: u32| {
        if let Some(place) = list.get_mut(at as usize) {
            *place = value;
        }
    };
    for root in 0..small(count) {
        if get(&order, root) != NEW {
            continue;
        }
        let mut path: Vec<(u32, usize)> = vec![(root, 0)];
        while let Some((node, at)) = path.last().copied() {
            if at == 0 {
                set(&mut order, node, next);
                set(&mut low, node, next);
                next += 1;
                stack.push(node);
            }
            if let Some(to) = successors.get(node as usize).and_then(|to| to.get(at)).copied() {
                if let Some(last) = path.last_mut() {
                    last.1 += 1;
                }
                if get(&order, to) == NEW {
                    path.push((to, 0));
                } else if get(&parts, to) == NEW {
                    let lowest = get(&low, node).min(get(&order, to));
                    set(&mut low, node, lowest);
                }
                // The first way must not be begun again
                continue;
            }
            path.pop();
            if let Some((above, _)) = path.last() {
                let lowest = get(&low, *above).min(get(&low, node));
                set(&mut low, *above, lowest);
            }
            if get(&low, node) == get(&order, node) {
                let part = u32::try_from(sizes.len()).unwrap_or(NEW);
                let mut size = 0;
                while let Some(member) = stack.pop() {
                    set(&mut parts, member, part);
                    size += 1;
                    if member == node {
                        break;
                    }
                }
                sizes.push(size);
            }
        }
    }
    let mut itself = vec![false; sizes.len()];
    for (node, part) in (0..).zip(&parts) {
        if let Some(itself) = itself.get_mut(*part as usize) {
            *itself |= successors.get(node as usize).is_some_and(|to| to.contains(&node));
        }
    }
    Loops { parts, sizes, itself }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_that_lead_to_each_other_are_one_part() {
        let found = loops(&[vec![1], vec![2, 4], vec![3], vec![1], vec![], vec![5]]);
        let [first, second, third, fourth, fifth, sixth] = found.parts[..] else { panic!() };
        assert!(second == third && third == fourth);
        assert!(first != second && fifth != second && sixth != fifth);
        assert_eq!(found.sizes[second as usize], 3);
        assert_eq!(found.sizes[sixth as usize], 1);
    }
}
