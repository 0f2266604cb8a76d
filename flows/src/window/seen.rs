//! The zones of a node that are followed already, and how zones are taken together.

use super::clock::Local;
use super::zone::{Rest, Span, Zone};

/// Zones with all other parts the same.
struct Group {
    rest: Rest,
    spans: Vec<Span>,
}

/// The zones of a node that are followed already.
#[derive(Default)]
pub(super) struct Seen {
    groups: Vec<Group>,
    pub(super) count: usize,
}

impl Seen {
    /// A span that fills the gap to the nearest one with the same other parts.
    pub(super) fn nearest(&self, zone: &Zone) -> Span {
        let same = self.groups.iter().filter(|group| group.rest == zone.rest).flat_map(|group| &group.spans);
        let gap = |span: &&Span| span.lo.saturating_sub(zone.w.hi).max(zone.w.lo.saturating_sub(span.hi));
        let nearest = same.min_by_key(gap).copied().unwrap_or(zone.w);
        Span::new(zone.w.lo.min(nearest.lo), zone.w.hi.max(nearest.hi))
    }

    /// The times of day of all there is, and of a zone.
    pub(super) fn local_with(&self, zone: &Zone) -> Local {
        self.groups.iter().fold(zone.rest.local, |local, group| local.joined(group.rest.local))
    }

    /// A span of all there is, and everything above as far as any of them gets.
    pub(super) fn all_above(&self, zone: &Zone) -> Span {
        let lowest = self.groups.iter().flat_map(|group| &group.spans).map(|span| span.lo).min();
        let reach = self.groups.iter().map(|group| group.rest.reach).fold(zone.rest.reach, u32::max);
        Span::new(zone.w.lo.min(lowest.unwrap_or_default()), reach)
    }

    pub(super) fn covers(&self, zone: &Zone) -> bool {
        self.groups.iter().any(|group| {
            let at = group.spans.partition_point(|span| span.lo <= zone.w.lo);
            let before = at.checked_sub(1).and_then(|at| group.spans.get(at));
            before.is_some_and(|span| span.covers(zone.w)) && group.rest.covers(&zone.rest)
        })
    }

    /// Spans of a group stay apart: those that touch become one.
    pub(super) fn put(&mut self, zone: &Zone) {
        self.count += 1;
        let known = self.groups.iter().position(|group| group.rest == zone.rest);
        let at = known.unwrap_or_else(|| {
            self.groups.push(Group { rest: zone.rest, spans: Vec::new() });
            self.groups.len() - 1
        });
        let Some(spans) = self.groups.get_mut(at).map(|group| &mut group.spans) else { return };
        let mut span = zone.w;
        let from = spans.partition_point(|other| other.hi.saturating_add(1) < span.lo);
        let to = spans.partition_point(|other| other.lo <= span.hi.saturating_add(1));
        for other in spans.get(from..to).unwrap_or_default() {
            span = Span::new(span.lo.min(other.lo), span.hi.max(other.hi));
        }
        spans.splice(from..to, [span]);
    }
}
