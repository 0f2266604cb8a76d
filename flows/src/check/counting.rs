//! How many parts of a kind can be on a screen at once.

use crate::flow::{Component, ComponentKind, Holder};

/// Counts components; of the branches of an If or a Switch, the one with most of them.
pub(super) fn counted(components: &[Component<'_>], wanted: impl Fn(Option<ComponentKind>) -> bool) -> usize {
    if components.iter().all(|component| matches!(component.holder, Holder::Layout | Holder::Form)) {
        return components.iter().filter(|component| wanted(component.kind)).count();
    }
    // From the inside out: what a component and all it holds count for.
    let mut inside: Vec<usize> = vec![0; components.len()];
    // Per component, the branches seen so far: the list they stand in and its count.
    let mut branches: Vec<Vec<(crate::json::NodeId, usize)>> = vec![Vec::new(); components.len()];
    let mut total = 0;
    for (index, component) in components.iter().enumerate().rev() {
        let held = branches.get(index).map_or(0, |b| b.iter().map(|(_, n)| *n).max().unwrap_or(0))
            + inside.get(index).copied().unwrap_or(0);
        let count = held + usize::from(wanted(component.kind));
        let Some(parent) = component.parent else {
            total += count;
            continue;
        };
        if component.holder == Holder::Form {
            if let Some(sum) = inside.get_mut(parent) {
                *sum += count;
            }
        } else if let Some(list) = branches.get_mut(parent) {
            // Those of one branch follow each other.
            match list.last_mut().filter(|(id, _)| *id == component.list.id()) {
                Some((_, sum)) => *sum += count,
                None => list.push((component.list.id(), count)),
            }
        }
    }
    total
}

/// Those behind the first `most`, in file order.
pub(super) fn over<'a, 't>(
    components: &'a [Component<'t>],
    wanted: impl Fn(Option<ComponentKind>) -> bool + 'a,
    most: usize,
) -> impl Iterator<Item = &'a Component<'t>> {
    components.iter().filter(move |component| wanted(component.kind)).skip(most)
}
