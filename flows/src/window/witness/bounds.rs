//! Unknown moments, and bounds on the difference of two of them. They have a solution if no circle of them is below nothing
//! (Bellman and Ford).

/// Later than any moment that is bound.
const FAR: i64 = i64::MAX / 4;

/// Bounds on differences: `(a, b, most)` says that `b` is at most so much later than `a`.
#[derive(Debug, Clone, Default)]
pub(super) struct Bounds {
    unknowns: usize,
    pub(super) all: Vec<(usize, usize, i64)>,
}

impl Bounds {
    pub(super) fn unknown(&mut self) -> usize {
        self.unknowns += 1;
        self.unknowns - 1
    }

    /// `b` is later than `a` by a length between two; none: there is no longest.
    pub(super) fn later(&mut self, a: usize, b: usize, least: i64, most: Option<i64>) {
        self.all.push((b, a, -least));
        self.all.extend(most.map(|most| (a, b, most)));
    }

    /// The latest moments that keep to all bounds, up to a shift; none: there are none.
    pub(super) fn solved(&self) -> Option<Vec<i64>> {
        self.latest(vec![0; self.unknowns])
    }

    /// How much later than one another may be at most; none: as much as it likes.
    pub(super) fn most(&self, a: usize, b: usize) -> Option<i64> {
        let mut moments = vec![FAR; self.unknowns];
        *moments.get_mut(a)? = 0;
        self.latest(moments)?.get(b).copied().filter(|most| *most < FAR / 2)
    }

    /// The latest moments up to given ones; none: there are none.
    fn latest(&self, mut moments: Vec<i64>) -> Option<Vec<i64>> {
        for _ in 0..=self.unknowns {
            let mut changed = false;
            for (a, b, most) in &self.all {
                let latest = moments.get(*a)?.saturating_add(*most);
                let moment = moments.get_mut(*b)?;
                if latest < *moment {
                    *moment = latest;
                    changed = true;
                }
            }
            if !changed {
                return Some(moments);
            }
        }
        None
    }
}
